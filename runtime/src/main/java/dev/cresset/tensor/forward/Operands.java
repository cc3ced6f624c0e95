package dev.cresset.tensor.forward;

import dev.cresset.Tensor;
import dev.cresset.backend.Device;
import dev.cresset.backend.Strided;
import dev.cresset.ir.type.DType;
import dev.cresset.tensor.Memory;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Operands of heavy ops on the CPU: of one dtype, brought into the numbers that it is computed in
 * (F32, F64, I64), and results brought back.
 */
final class Operands {
  private final DType dtype;
  private final DType compute;

  /**
   * Those of {@code op}.
   *
   * @throws IllegalArgumentException if they differ in dtype, or are truths
   */
  Operands(String op, Tensor first, @Nullable Tensor... others) {
    dtype = first.dtype();
    for (Tensor other : others) {
      if (other != null && other.dtype() != dtype) {
        throw new IllegalArgumentException(
            "%s: expected operands of the same dtype, but got: %s != %s"
                .formatted(op, name(dtype), name(other.dtype())));
      }
    }
    if (dtype == DType.BOOL) {
      throw new IllegalArgumentException(op + " is not implemented for 'Bool'");
    }
    compute = dtype == DType.F64 ? DType.F64 : dtype.isFloatingPoint() ? DType.F32 : DType.I64;
  }

  /** Those of {@code op}, which must be reals. */
  static Operands reals(String op, Tensor first, @Nullable Tensor... others) {
    Operands operands = new Operands(op, first, others);
    if (!operands.dtype.isFloatingPoint()) {
      throw new IllegalArgumentException(
          "%s is not implemented for '%s'".formatted(op, operands.dtype.printName()));
    }
    return operands;
  }

  /** The numbers that are computed with. */
  DType compute() {
    return compute;
  }

  /** An operand's elements in {@link #compute}, with any strides. */
  Strided in(Tensor operand) {
    return Memory.as(operand, compute, Device.CPU).strided();
  }

  /** An operand's elements in {@link #compute}, row by row from the beginning of an array. */
  Strided plain(Tensor operand) {
    return Memory.plain(operand, compute);
  }

  /** Memory for a result, all 0. */
  Strided result(long... sizes) {
    return Strided.allocate(compute, Device.CPU, sizes);
  }

  /** The result as a tensor of the operands' dtype. */
  Tensor out(Strided result) {
    return Memory.as(Tensor.wrap(result), dtype, Device.CPU);
  }

  private static String name(DType dtype) {
    return dtype.printName().toLowerCase(Locale.ROOT);
  }
}
