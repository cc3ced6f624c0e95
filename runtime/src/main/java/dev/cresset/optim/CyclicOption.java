package dev.cresset.optim;

import java.util.function.DoubleUnaryOperator;

/** What {@link CyclicLR} takes besides; made by its static methods. */
public sealed interface CyclicOption {

  /** How many steps the rates rise. */
  record StepSizeUp(double steps) implements CyclicOption {}

  /** How many steps the rates fall. */
  record StepSizeDown(double steps) implements CyclicOption {}

  /** The height of a cycle by its number, or by the number of steps. */
  record Scale(DoubleUnaryOperator function, boolean ofSteps) implements CyclicOption {}

  /** Whether the momentum falls as the rate rises. */
  record CycleMomentum(boolean on) implements CyclicOption {}

  /** The smallest momentum. */
  record BaseMomentum(double value) implements CyclicOption {}

  /** The greatest momentum. */
  record MaxMomentum(double value) implements CyclicOption {}
}
