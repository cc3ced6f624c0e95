package dev.cresset;

/**
 * What an LSTM carries from step to step. As PyTorch's pair {@code (h, c)}.
 *
 * @param h the state, which is also its output
 * @param c the cell, which it keeps to itself
 */
public record StateCell(Tensor h, Tensor c) {}
