/** Optimizers and schedules of their learning rates, with PyTorch's numbers. */
@NullMarked
package dev.cresset.optim;

import org.jspecify.annotations.NullMarked;
