package dev.cresset;

/**
 * What a recurrent network gives. As PyTorch's pair {@code (output, h_n)}.
 *
 * @param output the last layer's state after each step
 * @param h each layer's state after the last step
 */
public record OutputState(Tensor output, Tensor h) {}
