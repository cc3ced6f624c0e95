package dev.cresset.nn;

import dev.cresset.Tensor;

/** A layer from a jar, as far as a caller sees it. */
public class Linear extends Layer {
  public final Tensor weight = Tensor.randn(1);
  public Linear(long in, long out) {}
  @Override public Tensor forward(Tensor input) { return input; }
  @Override public Tensor call(Tensor input) { return input; }
}
