/** When to stop training, and means of weights over its steps. */
@NullMarked
package dev.cresset.tools.train;

import org.jspecify.annotations.NullMarked;
