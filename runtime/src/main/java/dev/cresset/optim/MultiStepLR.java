package dev.cresset.optim;

import java.util.List;

/** Multiplies the rates by {@code gamma} at each of the given epochs. As {@code MultiStepLR}. */
public final class MultiStepLR extends RateSchedule {
  private final List<Long> milestones;
  private final double gamma;

  /**
   * A schedule of {@code optimizer}'s rates.
   *
   * @param milestones the epochs; one that occurs twice counts twice
   * @param gamma the factor
   */
  public MultiStepLR(Optimizer optimizer, List<Long> milestones, double gamma) {
    super(optimizer);
    this.milestones = List.copyOf(milestones);
    this.gamma = gamma;
    start();
  }

  @Override
  double rate(int group, double current) {
    long times = milestones.stream().filter(m -> m == epoch()).count();
    return times == 0 ? current : current * Math.pow(gamma, times);
  }
}
