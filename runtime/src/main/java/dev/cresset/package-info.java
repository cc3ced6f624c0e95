/** What every user meets: tensors, values, random numbers, functions. */
@NullMarked
package dev.cresset;

import org.jspecify.annotations.NullMarked;
