package dev.cresset.ir.type;

/** The type of a tensor's elements. As {@code torch.dtype}. */
public enum DType {
  /** Unsigned 8-bit integers. */
  U8("uint8", "Byte", 1, 0),
  /** Signed 8-bit integers. */
  I8("int8", "Char", 1, 1),
  /** Signed 16-bit integers. */
  I16("int16", "Short", 2, 2),
  /** Signed 32-bit integers. */
  I32("int32", "Int", 4, 3),
  /** Signed 64-bit integers; PyTorch's default for whole numbers. */
  I64("int64", "Long", 8, 4),
  /** IEEE half precision. */
  F16("float16", "Half", 2, 5),
  /** IEEE single precision; PyTorch's default for reals. */
  F32("float32", "Float", 4, 6),
  /** IEEE double precision. */
  F64("float64", "Double", 8, 7),
  /** Truth values, one byte each. */
  BOOL("bool", "Bool", 1, 11),
  /** The upper half of a single: 8 bits of exponent, 7 of fraction. */
  BF16("bfloat16", "BFloat16", 2, 15);

  private final String torchName;
  private final String printName;
  private final int size;
  private final int code;

  DType(String torchName, String printName, int size, int code) {
    this.torchName = torchName;
    this.printName = printName;
    this.size = size;
    this.code = code;
  }

  /** {@code torch}'s name without its prefix, such as {@code float32}. */
  public String torchName() {
    return torchName;
  }

  /** The name in graphs and tensor prints, such as {@code Float}. */
  public String printName() {
    return printName;
  }

  /** Bytes an element takes. */
  public int size() {
    return size;
  }

  /** PyTorch's number of this scalar type, which graphs and archives write for it. */
  public int code() {
    return code;
  }

  /** True of half, bfloat16, single and double precision. */
  public boolean isFloatingPoint() {
    return this == F16 || this == BF16 || this == F32 || this == F64;
  }

  /** True of the integers; not of {@link #BOOL}. */
  public boolean isIntegral() {
    return !isFloatingPoint() && this != BOOL;
  }

  /** True of everything below zero can be stored in. */
  public boolean isSigned() {
    return this != U8 && this != BOOL;
  }

  /**
   * The type in which values of both types meet. As {@code torch.promote_types}: bool gives way to
   * integers, integers to reals, and the wider wins; two of equal width that do not hold each other
   * (u8 and i8, f16 and bf16) meet in the next wider one.
   */
  public static DType promote(DType a, DType b) {
    if (a == b || b == BOOL) {
      return a;
    }
    if (a == BOOL) {
      return b;
    }
    if (a.isFloatingPoint() != b.isFloatingPoint()) {
      return a.isFloatingPoint() ? a : b;
    }
    if (a.size == b.size) { // U8 with I8, or F16 with BF16
      return a.isFloatingPoint() ? F32 : I16;
    }
    return a.size > b.size ? a : b;
  }

  /** The type in which this one and {@code other} meet; see {@link #promote}. */
  public DType with(DType other) {
    return promote(this, other);
  }

  /**
   * The type that PyTorch writes as {@code code}.
   *
   * @throws IllegalArgumentException if no type has this number, or Cresset lacks it (complex,
   *     quantized)
   */
  public static DType ofCode(long code) {
    for (DType type : values()) {
      if (type.code == code) {
        return type;
      }
    }
    throw new IllegalArgumentException(
        "scalar type "
            + code
            + " is not one of uint8 0, int8 1, int16 2, int32 3, int64 4, float16 5, float32 6,"
            + " float64 7, bool 11, bfloat16 15");
  }

  /**
   * The type {@code torch} calls {@code name}, such as {@code float32}.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static DType ofTorchName(String name) {
    for (DType type : values()) {
      if (type.torchName.equals(name)) {
        return type;
      }
    }
    throw new IllegalArgumentException(
        "'"
            + name
            + "' names no dtype; there are uint8, int8, int16, int32, int64, float16, bfloat16,"
            + " float32, float64, bool");
  }
}
