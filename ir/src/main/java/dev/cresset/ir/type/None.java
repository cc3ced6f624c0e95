package dev.cresset.ir.type;

/** Python's {@code None}, where a value is asked for and {@code null} would say "there is none". */
public enum None {
  /** The one value. */
  NONE;

  @Override
  public String toString() {
    return "None";
  }
}
