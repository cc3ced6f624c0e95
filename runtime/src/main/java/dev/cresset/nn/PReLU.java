package dev.cresset.nn;

import static dev.cresset.Functional.prelu;

import dev.cresset.Tensor;
import dev.cresset.annotations.Param;
import dev.cresset.annotations.Script;
import dev.cresset.nn.init.Init;

/** x above 0, {@code weight · x} below; the slope is learned. As {@code torch.nn.PReLU}. */
public final class PReLU extends PReLUModule {
  /** The slopes, {@code [numParameters]}. */
  @Param public final Tensor weight;

  /** One slope, 0.25 at first. */
  public PReLU() {
    this(1);
  }

  /** One slope, or one for each channel, 0.25 at first. */
  public PReLU(long numParameters) {
    this(numParameters, 0.25);
  }

  /** One slope, or one for each channel, {@code init} at first. */
  public PReLU(long numParameters, double init) {
    weight = param(Init.constant_(Weights.zeros(numParameters), init));
  }

  @Script
  @Override
  public Tensor forward(Tensor input) {
    return prelu(input, weight);
  }

  @Override
  protected String extraRepr() {
    return "num_parameters=" + weight.size(0);
  }
}
