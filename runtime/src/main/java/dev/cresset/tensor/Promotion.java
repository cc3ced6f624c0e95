package dev.cresset.tensor;

import dev.cresset.Tensor;
import dev.cresset.ir.op.Dtypes;
import dev.cresset.ir.type.DType;
import org.jspecify.annotations.Nullable;

/**
 * The dtype in which operands meet. As {@code torch.result_type}: tensors with sizes decide;
 * tensors without any, and after them plain numbers, count only if they are of a higher kind (bool,
 * whole, real).
 */
public final class Promotion {
  private @Nullable DType sized;
  private @Nullable DType single;
  private @Nullable DType number;

  /** The dtype in which these meet. */
  public static DType of(Tensor[] tensors, Number... numbers) {
    return of(tensors, numbers, numbers.length);
  }

  /** The dtype in which the tensors and the first {@code count} of {@code numbers} meet. */
  static DType of(Tensor[] tensors, Number[] numbers, int count) {
    Promotion promotion = new Promotion();
    for (Tensor tensor : tensors) {
      promotion.add(tensor);
    }
    for (int i = 0; i < count; i++) {
      promotion.add(numbers[i]);
    }
    return promotion.result();
  }

  /** What a result is, and what it is computed in, by an op's rule: first the result. */
  static DType[] types(String op, Dtypes rule, Tensor[] tensors, Number[] numbers, int count) {
    DType common = rule == Dtypes.KEEP_FIRST ? tensors[0].dtype() : of(tensors, numbers, count);
    return switch (rule) {
      case PROMOTE, KEEP_FIRST -> new DType[] {common, common};
      case PROMOTE_NUMBERS -> {
        refuseBools(op, tensors);
        yield new DType[] {common, common};
      }
      case GIVE_BOOL -> new DType[] {DType.BOOL, common};
      case PROMOTE_TO_FLOAT -> {
        DType real = common.isFloatingPoint() ? common : DType.F32;
        yield new DType[] {real, real};
      }
    };
  }

  private static void refuseBools(String op, Tensor[] tensors) {
    int bools = 0;
    for (Tensor tensor : tensors) {
      bools += tensor.dtype() == DType.BOOL ? 1 : 0;
    }
    if (bools > 0) {
      throw new IllegalArgumentException(Dtypes.refusal(op, bools > 1));
    }
  }

  /** The numbers that a kernel computes with for {@code dtype}. */
  static DType compute(DType dtype) {
    return dtype == DType.F64 ? DType.F64 : dtype.isFloatingPoint() ? DType.F32 : DType.I64;
  }

  private void add(Tensor tensor) {
    if (tensor.dim() > 0) {
      sized = sized == null ? tensor.dtype() : sized.with(tensor.dtype());
    } else {
      single = single == null ? tensor.dtype() : single.with(tensor.dtype());
    }
  }

  private void add(Number value) {
    DType dtype = value instanceof Double || value instanceof Float ? DType.F32 : DType.I64;
    number = number == null ? dtype : number.with(dtype);
  }

  private DType result() {
    DType result = combined(sized, combined(single, number));
    return result == null ? DType.F32 : result;
  }

  private static @Nullable DType combined(@Nullable DType higher, @Nullable DType lower) {
    if (higher == null || lower == null) {
      return higher == null ? lower : higher;
    }
    boolean higherKind =
        !higher.isFloatingPoint() && (higher == DType.BOOL || lower.isFloatingPoint());
    return higherKind ? higher.with(lower) : higher;
  }
}
