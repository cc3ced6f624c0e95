/**
 * Gradients: what eager ops put on the tape, and the engine that goes back over it. As PyTorch's
 * autograd.
 */
@NullMarked
package dev.cresset.autograd;

import org.jspecify.annotations.NullMarked;
