package dev.cresset.nn;

import static dev.cresset.Functional.cosineSimilarity;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** The cosine of the angle between vectors. As {@code torch.nn.CosineSimilarity}. */
public final class CosineSimilarity extends CosineSimilarityModule {
  /** Along which dimension vectors lie. */
  public final int dim;

  /** What the product of lengths is at least. */
  public final double eps;

  /** Along the second dimension. */
  public CosineSimilarity() {
    this(1, 1e-8);
  }

  /** Along this dimension, of lengths at least {@code eps}. */
  public CosineSimilarity(int dim, double eps) {
    this.dim = dim;
    this.eps = eps;
  }

  /** Two tensors of sizes that broadcast, to the same without {@code dim}. */
  @Script
  public Tensor forward(Tensor x1, Tensor x2) {
    return cosineSimilarity(x1, x2, dim, eps);
  }
}
