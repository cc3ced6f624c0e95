package dev.cresset.optim;

/** Multiplies the rates by {@code gamma} every epoch. As {@code ExponentialLR}. */
public final class ExponentialLR extends RateSchedule {
  private final double gamma;

  /**
   * A schedule of {@code optimizer}'s rates.
   *
   * @param gamma the factor
   */
  public ExponentialLR(Optimizer optimizer, double gamma) {
    super(optimizer);
    this.gamma = gamma;
    start();
  }

  @Override
  double rate(int group, double current) {
    return epoch() == 0 ? current : current * gamma;
  }
}
