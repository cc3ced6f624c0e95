package dev.cresset.optim;

import java.util.List;
import java.util.Map;

/**
 * Lets the rates fall along half a cosine, and begin again, each time for longer if asked for
 * (SGDR; Loshchilov and Hutter, 2016). As {@code CosineAnnealingWarmRestarts}.
 */
public final class CosineAnnealingWarmRestarts extends Scheduler {
  private final long first;
  private final long growth;
  private final double etaMin;
  private double within;
  private double length;

  /** A schedule down to 0 every {@code t0} epochs. */
  public CosineAnnealingWarmRestarts(Optimizer optimizer, long t0) {
    this(optimizer, t0, 1, 0);
  }

  /**
   * A schedule of {@code optimizer}'s rates.
   *
   * @param t0 epochs to the first restart
   * @param tMult how many times longer each stretch is than the one before
   * @param etaMin the lowest rate
   */
  public CosineAnnealingWarmRestarts(Optimizer optimizer, long t0, long tMult, double etaMin) {
    super(optimizer);
    if (t0 <= 0 || tMult < 1) {
      throw new IllegalArgumentException(
          "t0 is " + t0 + " and tMult " + tMult + "; both must be 1 or more");
    }
    this.first = t0;
    this.growth = tMult;
    this.etaMin = etaMin;
    this.within = -1;
    this.length = t0;
    start();
  }

  /**
   * Goes to a time that may lie within an epoch, such as {@code epoch + batch / batches}.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public void step(double epoch) {
    if (!(epoch >= 0)) {
      throw new IllegalArgumentException("the epoch is " + epoch + "; it must be 0 or more");
    }
    within = epoch;
    length = first;
    if (growth == 1) {
      within %= first;
    }
    while (within >= length) {
      within -= length;
      length *= growth;
    }
    goTo((long) Math.floor(epoch));
    setRates();
  }

  @Override
  void advance() {
    within++;
    if (within >= length) {
      within -= length;
      length *= growth;
    }
    setRates();
  }

  @Override
  void restart() {
    step(0.0);
  }

  private void setRates() {
    List<ParamGroup> groups = optimizer().paramGroups();
    for (int i = 0; i < groups.size(); i++) {
      double fall = (1 + Math.cos(Math.PI * within / length)) / 2;
      groups.get(i).setLr(etaMin + (baseLr(i) - etaMin) * fall);
    }
  }

  /**
   * With the place within the stretch, {@code "T_cur"}, and the stretch's length, {@code "T_i"}.
   */
  @Override
  public Map<String, Object> stateDict() {
    Map<String, Object> state = super.stateDict();
    state.put("T_cur", within);
    state.put("T_i", length);
    return state;
  }

  @Override
  public void loadStateDict(Map<String, ?> state) {
    if (!(state.get("T_cur") instanceof Double place)
        || !(state.get("T_i") instanceof Double all)) {
      throw new IllegalArgumentException(
          "this scheduler's state holds T_cur and T_i, not " + state);
    }
    super.loadStateDict(state);
    within = place;
    length = all;
  }
}
