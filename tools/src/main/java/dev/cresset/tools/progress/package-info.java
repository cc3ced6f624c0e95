/** A bar in the terminal that fills as batches go by. */
@NullMarked
package dev.cresset.tools.progress;

import org.jspecify.annotations.NullMarked;
