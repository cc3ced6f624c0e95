package dev.cresset;

/** Sizes do not fit each other; the message names them and what the op asks for. */
public final class ShapeException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  /** Sizes that do not fit. */
  public ShapeException(String message) {
    super(message);
  }
}
