package dev.cresset.nn;

import static dev.cresset.Functional.celu;
import static dev.cresset.Functional.celu_;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** {@code max(x, 0) + min(0, alpha · (e^(x / alpha) − 1))}. As {@code torch.nn.CELU}. */
public final class CELU extends CELUModule {
  /** What the function falls to, negated. */
  public final double alpha;

  /** Whether the input is overwritten. */
  public final boolean inplace;

  /** With alpha 1.0. */
  public CELU(Option.ForActivation... options) {
    this(1.0, options);
  }

  /** With this alpha. */
  public CELU(double alpha, Option.ForActivation... options) {
    this.alpha = alpha;
    this.inplace = Activations.inplace(options);
  }

  @Script
  @Override
  public Tensor forward(Tensor input) {
    return inplace ? celu_(input, alpha) : celu(input, alpha);
  }

  @Override
  protected String extraRepr() {
    return "alpha=" + ModuleText.text(alpha) + (inplace ? ", inplace=True" : "");
  }
}
