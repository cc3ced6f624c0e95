package dev.cresset.nn;

import static dev.cresset.Functional.localResponseNorm;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/**
 * Each element divided by a power of the mean square of its neighbours in other channels. As {@code
 * torch.nn.LocalResponseNorm}.
 */
public final class LocalResponseNorm extends LocalResponseNormModule {
  /** How many channels are neighbours. */
  public final long size;

  /** What the mean square is multiplied with. */
  public final double alpha;

  /** Which power. */
  public final double beta;

  /** What is added to the mean square. */
  public final double k;

  /** With alpha 1e-4, beta 0.75 and k 1. */
  public LocalResponseNorm(long size) {
    this(size, 1e-4, 0.75, 1);
  }

  /** {@code x / (k + alpha · mean square)^beta} over {@code size} channels. */
  public LocalResponseNorm(long size, double alpha, double beta, double k) {
    this.size = size;
    this.alpha = alpha;
    this.beta = beta;
    this.k = k;
  }

  /** {@code [n, c, ..]}, and the same out. */
  @Script
  @Override
  public Tensor forward(Tensor input) {
    return localResponseNorm(input, size, alpha, beta, k);
  }

  @Override
  protected String extraRepr() {
    return "%d, alpha=%s, beta=%s, k=%s"
        .formatted(size, ModuleText.text(alpha), ModuleText.text(beta), ModuleText.text(k));
  }
}
