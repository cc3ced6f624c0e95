package dev.cresset.optim;

/**
 * Lets the rates fall along half a cosine and rise again (SGDR without restarts; Loshchilov and
 * Hutter, 2016). As {@code CosineAnnealingLR}.
 */
public final class CosineAnnealingLR extends RateSchedule {
  private final long half;
  private final double etaMin;

  /** A schedule down to 0 in {@code tMax} epochs. */
  public CosineAnnealingLR(Optimizer optimizer, long tMax) {
    this(optimizer, tMax, 0);
  }

  /**
   * A schedule of {@code optimizer}'s rates.
   *
   * @param tMax epochs from the highest rate to the lowest
   * @param etaMin the lowest rate
   */
  public CosineAnnealingLR(Optimizer optimizer, long tMax, double etaMin) {
    super(optimizer);
    if (tMax <= 0) {
      throw new IllegalArgumentException("tMax is " + tMax + "; it must be 1 or more");
    }
    this.half = tMax;
    this.etaMin = etaMin;
    start();
  }

  @Override
  double rate(int group, double current) {
    if (epoch() == 0) {
      return current;
    }
    if ((epoch() - 1 - half) % (2 * half) == 0) { // from the lowest rate a ratio leads nowhere
      return current + (baseLr(group) - etaMin) * (1 - Math.cos(Math.PI / half)) / 2;
    }
    return (1 + Math.cos(Math.PI * epoch() / half))
            / (1 + Math.cos(Math.PI * (epoch() - 1) / half))
            * (current - etaMin)
        + etaMin;
  }
}
