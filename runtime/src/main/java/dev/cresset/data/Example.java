package dev.cresset.data;

import dev.cresset.Tensor;

/**
 * What a model is shown and what it should say; or a batch of both, stacked along a new first size.
 */
public record Example(Tensor input, Tensor target) {}
