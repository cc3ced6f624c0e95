package dev.cresset.ir.op;

/** What an elementwise op makes of its inputs' dtypes. */
public enum Dtypes {
  /** The inputs' promoted dtype: {@code add}, {@code relu}. */
  PROMOTE,
  /** As {@link #PROMOTE}, and whole numbers become the default float: {@code sin}, {@code div}. */
  PROMOTE_TO_FLOAT,
  /** Computed in the promoted dtype, given as bool: {@code lt}, {@code isnan}. */
  GIVE_BOOL,
  /** The first input's dtype, whatever the others have: {@code masked_fill}. */
  KEEP_FIRST
}
