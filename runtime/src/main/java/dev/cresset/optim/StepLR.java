package dev.cresset.optim;

/** Multiplies the rates by {@code gamma} every {@code stepSize} epochs. As {@code StepLR}. */
public final class StepLR extends RateSchedule {
  private final long stepSize;
  private final double gamma;

  /**
   * A schedule of {@code optimizer}'s rates.
   *
   * @param stepSize epochs between changes
   * @param gamma the factor
   * @throws IllegalArgumentException if {@code stepSize} is not 1 or more
   */
  public StepLR(Optimizer optimizer, long stepSize, double gamma) {
    super(optimizer);
    if (stepSize < 1) {
      throw new IllegalArgumentException("stepSize is " + stepSize + "; it must be 1 or more");
    }
    this.stepSize = stepSize;
    this.gamma = gamma;
    start();
  }

  /** A schedule whose rates are divided by ten every {@code stepSize} epochs. */
  public StepLR(Optimizer optimizer, long stepSize) {
    this(optimizer, stepSize, 0.1);
  }

  @Override
  double rate(int group, double current) {
    return epoch() == 0 || epoch() % stepSize != 0 ? current : current * gamma;
  }
}
