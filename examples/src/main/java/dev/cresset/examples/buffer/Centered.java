package dev.cresset.examples.buffer;

import dev.cresset.Tensor;
import dev.cresset.annotations.Buffer;
import dev.cresset.annotations.Param;
import dev.cresset.annotations.Script;
import dev.cresset.annotations.Shape;

/**
 * Takes away the mean that it has seen so far, and scales what is left. The mean is a buffer: saved
 * and moved with the weights, never trained.
 */
public class Centered extends CenteredModule {
  private static final double KEEP = 0.9;

  @Param final Tensor scale;
  @Buffer final Tensor runningMean;

  /** For vectors of {@code size} numbers. */
  public Centered(long size) {
    scale = param(Tensor.ones(size));
    runningMean = Tensor.zeros(size);
  }

  @Override
  @Script
  public Tensor forward(@Shape("N, size") Tensor x) {
    if (training) {
      Tensor mean = x.detach().mean(0);
      runningMean.mul_(KEEP).add_(mean.mul(1 - KEEP));
    }
    return x.sub(runningMean).mul(scale);
  }
}
