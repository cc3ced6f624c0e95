package dev.cresset.nn;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** One dimension as several. As {@code torch.nn.Unflatten}. */
public final class Unflatten extends UnflattenModule {
  /** Which dimension. */
  public final int dim;

  /** Its sizes. */
  public final long[] unflattenedSize;

  /** Dimension {@code dim} as {@code unflattenedSize}, one of which may be −1: what is left. */
  public Unflatten(int dim, long... unflattenedSize) {
    this.dim = dim;
    this.unflattenedSize = unflattenedSize.clone();
  }

  @Script
  @Override
  public Tensor forward(Tensor input) {
    return input.unflatten(dim, unflattenedSize);
  }

  @Override
  protected String extraRepr() {
    return "dim=" + dim + ", unflattened_size=" + ModuleText.tuple(unflattenedSize);
  }
}
