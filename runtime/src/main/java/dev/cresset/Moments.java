package dev.cresset;

/**
 * How much elements differ, and their mean. As the pairs that {@code torch.var_mean} and {@code
 * torch.std_mean} give.
 *
 * @param spread the variance or the standard deviation
 * @param mean the mean
 */
public record Moments(Tensor spread, Tensor mean) {}
