/** Tensors as pictures. */
@NullMarked
package dev.cresset.tools.image;

import org.jspecify.annotations.NullMarked;
