package dev.cresset.ir.shape;

/** Sizes do not fit, for sure; the message says which and why. */
public final class ShapeMismatch extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** With what does not fit. */
  public ShapeMismatch(String message) {
    super(message);
  }
}
