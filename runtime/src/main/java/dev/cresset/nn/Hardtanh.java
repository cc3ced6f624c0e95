package dev.cresset.nn;

import static dev.cresset.Functional.hardtanh;
import static dev.cresset.Functional.hardtanh_;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** x, kept within two bounds. As {@code torch.nn.Hardtanh}. */
public final class Hardtanh extends HardtanhModule {
  /** The lower bound. */
  public final double minVal;

  /** The upper bound. */
  public final double maxVal;

  /** Whether the input is overwritten. */
  public final boolean inplace;

  /** With minVal -1.0 and maxVal 1.0. */
  public Hardtanh(Option.ForActivation... options) {
    this(-1.0, 1.0, options);
  }

  /** With these. */
  public Hardtanh(double minVal, double maxVal, Option.ForActivation... options) {
    this.minVal = minVal;
    this.maxVal = maxVal;
    this.inplace = Activations.inplace(options);
  }

  @Script
  @Override
  public Tensor forward(Tensor input) {
    return inplace ? hardtanh_(input, minVal, maxVal) : hardtanh(input, minVal, maxVal);
  }

  @Override
  protected String extraRepr() {
    return "min_val="
        + ModuleText.text(minVal)
        + ", max_val="
        + ModuleText.text(maxVal)
        + (inplace ? ", inplace=True" : "");
  }
}
