/**
 * Functions of numbers as values: what an elementwise op does to each element, from which come
 * kernels, derivatives and the reference.
 */
@NullMarked
package dev.cresset.ir.scalar;

import org.jspecify.annotations.NullMarked;
