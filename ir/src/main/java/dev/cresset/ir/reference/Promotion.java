package dev.cresset.ir.reference;

import dev.cresset.ir.type.DType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The dtype in which values meet. As {@code torch.result_type}: arrays with dimensions come first,
 * those without second, numbers last, and what comes later counts only where its kind (truth,
 * whole, real) is a higher one.
 */
public final class Promotion {
  private Promotion() {}

  /** The dtype in which these arrays and numbers (Long, Double, Boolean) meet. */
  public static DType of(List<NdArray> arrays, List<?> numbers) {
    DType met = null;
    for (NdArray array : arrays) {
      met = array.rank() > 0 ? promoted(met, array.dtype()) : met;
    }
    DType flat = null;
    for (NdArray array : arrays) {
      flat = array.rank() == 0 ? promoted(flat, array.dtype()) : flat;
    }
    DType plain = null;
    for (Object number : numbers) {
      plain = promoted(plain, NdArray.scalar(number).dtype());
    }
    DType result = combined(combined(met, flat), plain);
    if (result == null) {
      throw new IllegalArgumentException("nothing to promote");
    }
    return result;
  }

  private static DType promoted(@Nullable DType met, DType next) {
    return met == null ? next : met.with(next);
  }

  private static @Nullable DType combined(@Nullable DType first, @Nullable DType second) {
    if (first == null || second == null) {
      return first == null ? second : first;
    }
    return kind(second) > kind(first) ? second : first;
  }

  private static int kind(DType dtype) {
    return dtype.isFloatingPoint() ? 2 : dtype.isIntegral() ? 1 : 0;
  }
}
