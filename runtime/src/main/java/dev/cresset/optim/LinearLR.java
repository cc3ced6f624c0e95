package dev.cresset.optim;

/**
 * Lets the rates go from one factor to another in a straight line, as a warm-up does. As {@code
 * LinearLR}.
 */
public final class LinearLR extends RateSchedule {
  private final double startFactor;
  private final double endFactor;
  private final long totalIters;

  /**
   * A schedule of {@code optimizer}'s rates.
   *
   * @param startFactor the factor in the first epoch, above 0
   * @param endFactor the factor from {@code totalIters} on
   * @param totalIters how many epochs it takes
   */
  public LinearLR(Optimizer optimizer, double startFactor, double endFactor, long totalIters) {
    super(optimizer);
    this.startFactor = startFactor;
    this.endFactor = endFactor;
    this.totalIters = totalIters;
    start();
  }

  @Override
  double rate(int group, double current) {
    if (epoch() == 0) {
      return current * startFactor;
    }
    if (epoch() > totalIters) {
      return current;
    }
    double rise = endFactor - startFactor;
    return current * (1 + rise / (totalIters * startFactor + (epoch() - 1) * rise));
  }
}
