package dev.cresset.optim;

import java.util.function.LongToDoubleFunction;

/** Multiplies the rates every epoch by a factor of one's own. As {@code MultiplicativeLR}. */
public final class MultiplicativeLR extends RateSchedule {
  private final LongToDoubleFunction factor;

  /**
   * A schedule of {@code optimizer}'s rates.
   *
   * @param factor the factor of an epoch, from 1 on
   */
  public MultiplicativeLR(Optimizer optimizer, LongToDoubleFunction factor) {
    super(optimizer);
    this.factor = factor;
    start();
  }

  @Override
  double rate(int group, double current) {
    return epoch() == 0 ? current : current * factor.applyAsDouble(epoch());
  }

  /** Its rates follow from the ones before alone. */
  @Override
  double origin(int group, double current) {
    return current;
  }
}
