/** Pictures of digits to less numbers and back. */
@NullMarked
package dev.cresset.examples.autoencoder;

import org.jspecify.annotations.NullMarked;
