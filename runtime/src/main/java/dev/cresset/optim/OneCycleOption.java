package dev.cresset.optim;

/** What {@link OneCycleLR} takes besides; made by its static methods. */
public sealed interface OneCycleOption {

  /** Which part of all steps the rates rise. */
  record PctStart(double part) implements OneCycleOption {}

  /** Whether rates change along straight lines, not along cosines. */
  record LinearAnneal(boolean on) implements OneCycleOption {}

  /** Whether the momentum falls as the rate rises. */
  record CycleMomentum(boolean on) implements OneCycleOption {}

  /** The smallest momentum. */
  record BaseMomentum(double value) implements OneCycleOption {}

  /** The greatest momentum. */
  record MaxMomentum(double value) implements OneCycleOption {}

  /** What the greatest rate is divided by for the first. */
  record DivFactor(double value) implements OneCycleOption {}

  /** What the first rate is divided by for the last. */
  record FinalDivFactor(double value) implements OneCycleOption {}

  /** Whether the rates fall as fast as they rose, and then on to the last. */
  record ThreePhase(boolean on) implements OneCycleOption {}
}
