package dev.cresset.optim;

import java.util.Collections;
import java.util.List;
import java.util.function.LongToDoubleFunction;

/** Sets the rates to the initial ones times a function of the epoch. As {@code LambdaLR}. */
public final class LambdaLR extends RateSchedule {
  private final List<LongToDoubleFunction> factors;

  /** The same function of the epoch, from 0 on, for every group. */
  public LambdaLR(Optimizer optimizer, LongToDoubleFunction factor) {
    this(optimizer, Collections.nCopies(optimizer.paramGroups().size(), factor));
  }

  /** One function of the epoch, from 0 on, for each group. */
  public LambdaLR(Optimizer optimizer, List<LongToDoubleFunction> factors) {
    super(optimizer);
    if (factors.size() != optimizer.paramGroups().size()) {
      throw new IllegalArgumentException(
          factors.size() + " functions for " + optimizer.paramGroups().size() + " groups");
    }
    this.factors = List.copyOf(factors);
    start();
  }

  @Override
  double rate(int group, double current) {
    return baseLr(group) * factors.get(group).applyAsDouble(epoch());
  }
}
