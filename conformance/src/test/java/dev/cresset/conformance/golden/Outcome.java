package dev.cresset.conformance.golden;

/** How a golden case ended. */
sealed interface Outcome {

  /** Everything agrees. */
  record Passed() implements Outcome {}

  /** Something differs, or threw. */
  record Failed(String why) implements Outcome {}

  /** The case names something that Cresset does not have yet. */
  record Uncovered(String what) implements Outcome {}

  /** Thrown on the way to {@link Uncovered}. */
  final class NotCovered extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotCovered(String what) {
      super(what);
    }
  }

  /** Thrown on the way to {@link Failed}. */
  final class Mismatch extends RuntimeException {
    private static final long serialVersionUID = 1;

    Mismatch(String what) {
      super(what);
    }
  }
}
