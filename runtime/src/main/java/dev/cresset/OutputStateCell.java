package dev.cresset;

/**
 * What the LSTM function gives. As the three tensors of {@code torch.lstm}.
 *
 * @param output the last layer's state after each step
 * @param h each layer's state after the last step
 * @param c each layer's cell after the last step
 */
public record OutputStateCell(Tensor output, Tensor h, Tensor c) {}
