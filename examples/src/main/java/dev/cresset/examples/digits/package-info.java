/** Trains the seed's ResNet on digits, drawn here or read from MNIST's files. */
@NullMarked
package dev.cresset.examples.digits;

import org.jspecify.annotations.NullMarked;
