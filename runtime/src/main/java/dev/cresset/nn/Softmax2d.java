package dev.cresset.nn;

import static dev.cresset.Functional.softmax;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** Softmax over the channels of images, at each place by itself. As {@code torch.nn.Softmax2d}. */
public final class Softmax2d extends Softmax2dModule {

  /** {@code [n, c, h, w]} or {@code [c, h, w]}, and the same out. */
  @Script
  @Override
  public Tensor forward(Tensor input) {
    return softmax(input, -3);
  }
}
