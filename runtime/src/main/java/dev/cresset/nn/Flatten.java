package dev.cresset.nn;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** Several dimensions as one. As {@code torch.nn.Flatten}. */
public final class Flatten extends FlattenModule {
  /** The first dimension that is taken. */
  public final int startDim;

  /** The last dimension that is taken. */
  public final int endDim;

  /** All but the first, which counts examples. */
  public Flatten() {
    this(1, -1);
  }

  /** From {@code startDim} to {@code endDim}; negative ones count from the last. */
  public Flatten(int startDim, int endDim) {
    this.startDim = startDim;
    this.endDim = endDim;
  }

  @Script
  @Override
  public Tensor forward(Tensor input) {
    return input.flatten(startDim, endDim);
  }

  @Override
  protected String extraRepr() {
    return "start_dim=" + startDim + ", end_dim=" + endDim;
  }
}
