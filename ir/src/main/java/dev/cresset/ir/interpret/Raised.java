package dev.cresset.ir.interpret;

/** A graph has ended itself, by {@code prim::RaiseException}. */
public final class Raised extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With the message that the graph gives. */
  public Raised(String message) {
    super(message);
  }
}
