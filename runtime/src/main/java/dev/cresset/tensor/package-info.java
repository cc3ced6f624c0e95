/** The ops of tensors: one interface of methods per family, and the eager code behind them. */
@NullMarked
package dev.cresset.tensor;

import org.jspecify.annotations.NullMarked;
