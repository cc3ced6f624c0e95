/** A module with state that is not trained. */
@NullMarked
package dev.cresset.examples.buffer;

import org.jspecify.annotations.NullMarked;
