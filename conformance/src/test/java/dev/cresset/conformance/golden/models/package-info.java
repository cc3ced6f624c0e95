/** Java twins of the models whose numbers the goldens hold, statement for statement. */
@NullMarked
package dev.cresset.conformance.golden.models;

import org.jspecify.annotations.NullMarked;
