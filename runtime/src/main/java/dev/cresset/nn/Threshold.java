package dev.cresset.nn;

import static dev.cresset.Functional.threshold;
import static dev.cresset.Functional.threshold_;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** x above a threshold, else a fixed value. As {@code torch.nn.Threshold}. */
public final class Threshold extends ThresholdModule {
  /** x must be above it. */
  public final double threshold;

  /** What stands in its place otherwise. */
  public final double value;

  /** Whether the input is overwritten. */
  public final boolean inplace;

  /** With these. */
  public Threshold(double threshold, double value, Option.ForActivation... options) {
    this.threshold = threshold;
    this.value = value;
    this.inplace = Activations.inplace(options);
  }

  @Script
  @Override
  public Tensor forward(Tensor input) {
    return inplace ? threshold_(input, threshold, value) : threshold(input, threshold, value);
  }

  @Override
  protected String extraRepr() {
    return "threshold="
        + ModuleText.number(threshold)
        + ", value="
        + ModuleText.number(value)
        + (inplace ? ", inplace=True" : "");
  }
}
