package dev.cresset.nn;

import static dev.cresset.Functional.elu;
import static dev.cresset.Functional.elu_;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** x above 0, {@code alpha · (eˣ − 1)} below. As {@code torch.nn.ELU}. */
public final class ELU extends ELUModule {
  /** What the function falls to, negated. */
  public final double alpha;

  /** Whether the input is overwritten. */
  public final boolean inplace;

  /** With alpha 1.0. */
  public ELU(Option.ForActivation... options) {
    this(1.0, options);
  }

  /** With this alpha. */
  public ELU(double alpha, Option.ForActivation... options) {
    this.alpha = alpha;
    this.inplace = Activations.inplace(options);
  }

  @Script
  @Override
  public Tensor forward(Tensor input) {
    return inplace ? elu_(input, alpha) : elu(input, alpha);
  }

  @Override
  protected String extraRepr() {
    return "alpha=" + ModuleText.text(alpha) + (inplace ? ", inplace=True" : "");
  }
}
