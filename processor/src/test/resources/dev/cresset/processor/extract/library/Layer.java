package dev.cresset.nn;

import dev.cresset.Tensor;

/** From tensor to tensor. */
public abstract class Layer extends NnModule {
  public abstract Tensor forward(Tensor input);
  public abstract Tensor call(Tensor input);
}
