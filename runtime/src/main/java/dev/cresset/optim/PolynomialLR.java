package dev.cresset.optim;

/**
 * Lets the rates fall to 0 in {@code totalIters} epochs, as {@code (1 - epoch/totalIters)^power}.
 * As {@code PolynomialLR}.
 */
public final class PolynomialLR extends RateSchedule {
  private final long totalIters;
  private final double power;

  /**
   * A schedule of {@code optimizer}'s rates.
   *
   * @param totalIters the epochs until the rates are 0
   * @param power 1 for a straight line
   */
  public PolynomialLR(Optimizer optimizer, long totalIters, double power) {
    super(optimizer);
    this.totalIters = totalIters;
    this.power = power;
    start();
  }

  @Override
  double rate(int group, double current) {
    if (epoch() == 0 || epoch() > totalIters) {
      return current;
    }
    double left = 1 - (double) epoch() / totalIters;
    double before = 1 - (double) (epoch() - 1) / totalIters;
    return current * Math.pow(left / before, power);
  }
}
