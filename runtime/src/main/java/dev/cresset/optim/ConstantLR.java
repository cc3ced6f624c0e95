package dev.cresset.optim;

/**
 * Multiplies the rates by {@code factor} in the first {@code totalIters} epochs. As {@code
 * ConstantLR}.
 */
public final class ConstantLR extends RateSchedule {
  private final double factor;
  private final long totalIters;

  /**
   * A schedule of {@code optimizer}'s rates.
   *
   * @param factor the factor
   * @param totalIters the epochs until the rates are as they were given
   */
  public ConstantLR(Optimizer optimizer, double factor, long totalIters) {
    super(optimizer);
    this.factor = factor;
    this.totalIters = totalIters;
    start();
  }

  @Override
  double rate(int group, double current) {
    if (epoch() == 0) {
      return current * factor;
    }
    return epoch() == totalIters ? current * (1 / factor) : current;
  }
}
