package dev.cresset.ir.shape;

import org.jspecify.annotations.Nullable;

/** Sizes or dtypes do not fit, for sure; the message says which and why. */
public final class ShapeMismatch extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /**
   * What would fit.
   *
   * @param argument the argument of the op that is at fault
   * @param text what it should have: {@code a last size of 128}
   * @param wanted the size that it should have, unknown where it is about no size
   * @param found the size that it has
   */
  public record Wish(String argument, String text, Size wanted, Size found) {}

  @SuppressWarnings("serial") // a record of values; nobody writes one
  private final @Nullable Wish wish;

  /** With what does not fit. */
  public ShapeMismatch(String message) {
    this(message, null);
  }

  /** With what does not fit, and what would. */
  public ShapeMismatch(String message, @Nullable Wish wish) {
    super(message);
    this.wish = wish;
  }

  /** What would fit, if that is clear. */
  public @Nullable Wish wish() {
    return wish;
  }
}
