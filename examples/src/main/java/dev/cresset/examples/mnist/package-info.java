/** PyTorch's own first example, a convolutional network on digits, on those drawn here. */
@NullMarked
package dev.cresset.examples.mnist;

import org.jspecify.annotations.NullMarked;
