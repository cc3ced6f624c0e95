package dev.cresset.ir.op;

/** What an elementwise op makes of its inputs' dtypes. */
public enum Dtypes {
  /** The inputs' promoted dtype: {@code add}, {@code relu}. */
  PROMOTE,
  /** As {@link #PROMOTE}, and a bool among them is refused: {@code sub}, {@code neg}. */
  PROMOTE_NUMBERS,
  /** As {@link #PROMOTE}, and whole numbers become the default float: {@code sin}, {@code div}. */
  PROMOTE_TO_FLOAT,
  /** Computed in the promoted dtype, given as bool: {@code lt}, {@code isnan}. */
  GIVE_BOOL,
  /** The first input's dtype, whatever the others have: {@code masked_fill}. */
  KEEP_FIRST;

  private static final String INSTEAD =
      "If you are trying to invert a mask, use the `~` or `logical_not()` operator instead.";

  /**
   * What an op says that refuses bools, in PyTorch's words.
   *
   * @param op its name, {@code sub}
   * @param all whether each of its tensors is one
   */
  public static String refusal(String op, boolean all) {
    if (op.startsWith("neg")) {
      return "Negation, the `-` operator, on a bool tensor is not supported. " + INSTEAD;
    }
    return all
        ? "Subtraction, the `-` operator, with two bool tensors is not supported. Use the `^` or"
            + " `logical_xor()` operator instead."
        : "Subtraction, the `-` operator, with a bool tensor is not supported. " + INSTEAD;
  }
}
