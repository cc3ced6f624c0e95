package dev.cresset.ir.type;

/** A text is not the schema, type or graph it should be; the message names line and column. */
public final class SyntaxException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  /** A text that broke the rule {@code message} states. */
  public SyntaxException(String message) {
    super(message);
  }
}
