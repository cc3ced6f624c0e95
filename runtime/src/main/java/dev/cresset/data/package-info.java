/** Examples, and how they are batched, shuffled and read from files. */
@NullMarked
package dev.cresset.data;

import org.jspecify.annotations.NullMarked;
