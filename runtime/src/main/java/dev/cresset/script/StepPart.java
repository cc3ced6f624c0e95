package dev.cresset.script;

import java.util.ArrayList;
import java.util.List;

/** The value of a step, or a part of it; the inputs are those of step -1. */
record StepPart(int step, List<Integer> path) {
  /** A step itself. */
  static StepPart of(int step) {
    return new StepPart(step, List.of());
  }

  /** A part of it. */
  StepPart part(int number) {
    List<Integer> longer = new ArrayList<>(path);
    longer.add(number);
    return new StepPart(step, List.copyOf(longer));
  }
}
