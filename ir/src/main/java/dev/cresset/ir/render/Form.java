package dev.cresset.ir.render;

/** One of the kinds of numbers that kernels are written for. */
public enum Form {
  /** Single precision. */
  F32("float", "f"),
  /** Double precision. */
  F64("double", ""),
  /** Whole numbers. */
  I64("long", "L");

  private final String type;
  private final String suffix;

  Form(String type, String suffix) {
    this.type = type;
    this.suffix = suffix;
  }

  /** Java's name of the type. */
  public String type() {
    return type;
  }

  /** The name of the kernel's method, {@code f32}. */
  public String method() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** A number as it is written. */
  String literal(double value) {
    if (this == I64) {
      return (long) value + suffix;
    }
    String box = this == F32 ? "Float" : "Double";
    if (Double.isNaN(value)) {
      return box + ".NaN";
    } else if (Double.isInfinite(value)) {
      return box + (value > 0 ? ".POSITIVE_INFINITY" : ".NEGATIVE_INFINITY");
    }
    String text = this == F32 ? Float.toString((float) value) : Double.toString(value);
    return (text.endsWith(".0") && this == F32 ? text.substring(0, text.length() - 2) : text)
        + suffix;
  }
}
