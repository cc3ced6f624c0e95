package dev.cresset.processor.extract;

/**
 * Thrown where an expression or a statement cannot be read. What is wrong has been said by then, or
 * javac will say it, so that whoever catches it stays silent.
 */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  Refusal() {
    super("refused", null, false, false);
  }
}
