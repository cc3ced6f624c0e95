/** Programs that a user would write, a folder for each. */
@NullMarked
package dev.cresset.examples;

import org.jspecify.annotations.NullMarked;
