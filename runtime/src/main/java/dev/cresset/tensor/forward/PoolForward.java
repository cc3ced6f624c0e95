package dev.cresset.tensor.forward;

import dev.cresset.Tensor;
import dev.cresset.backend.Device;
import dev.cresset.backend.Strided;
import dev.cresset.backend.cpu.AveragePool;
import dev.cresset.backend.cpu.AveragePool.Divisor;
import dev.cresset.backend.cpu.MaxPool;
import dev.cresset.ir.type.DType;
import dev.cresset.tensor.Memory;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Windows folded into one element: what the family of pools computes. */
public final class PoolForward {
  private static final long[] ONE = {1};

  private PoolForward() {}

  /** The greatest of each window of {@code [n, c, h, w]}, and where it stands in its image. */
  public static Tensor[] maxPool2dWithIndices(
      Tensor self,
      long[] kernelSize,
      long[] stride,
      long[] padding,
      long[] dilation,
      boolean ceilMode) {
    return greatest(
        "max_pool2d",
        self,
        PoolShape.sliding(
            "max_pool2d", 2, self.sizes(), kernelSize, stride, padding, dilation, ceilMode));
  }

  /** The greatest of each window of {@code [n, c, l]}, and where it stands in its signal. */
  public static Tensor[] maxPool1dWithIndices(
      Tensor self,
      long[] kernelSize,
      long[] stride,
      long[] padding,
      long[] dilation,
      boolean ceilMode) {
    return greatest(
        "max_pool1d",
        self,
        PoolShape.sliding(
            "max_pool1d", 1, self.sizes(), kernelSize, stride, padding, dilation, ceilMode));
  }

  /** The greatest of each of {@code outputSize} parts of {@code [n, c, l]}, and where it stands. */
  public static Tensor[] adaptiveMaxPool1d(Tensor self, long[] outputSize) {
    String op = "adaptive_max_pool1d";
    return greatest(op, self, PoolShape.adaptive(op, 1, self.sizes(), outputSize));
  }

  /** The greatest of each part of {@code [n, c, h, w]}, and where it stands. */
  public static Tensor[] adaptiveMaxPool2d(Tensor self, long[] outputSize) {
    String op = "adaptive_max_pool2d";
    return greatest(op, self, PoolShape.adaptive(op, 2, self.sizes(), outputSize));
  }

  private static Tensor[] greatest(String op, Tensor self, PoolShape shape) {
    Operands operands = Operands.reals(op, self);
    Strided values = operands.result(shape.sizes());
    Strided indices = Strided.allocate(DType.I64, Device.CPU, shape.sizes());
    MaxPool.find(
        operands.plain(self),
        shape.height(),
        shape.width(),
        shape.rows(),
        shape.columns(),
        values,
        indices);
    return new Tensor[] {operands.out(values), Tensor.wrap(indices)};
  }

  /** Zeros of {@code size} with {@code dy} added where {@code indices} point. */
  public static Tensor maxPoolBackward(Tensor dy, Tensor indices, long[] size, long dims) {
    Operands operands = Operands.reals("max_pool_backward", dy);
    Strided sums = operands.result(size);
    MaxPool.scatter(operands.plain(dy), Memory.plain(indices, DType.I64), plane(size, dims), sums);
    return operands.out(sums);
  }

  /** The elements where {@code indices} point. */
  public static Tensor maxPoolValues(Tensor self, Tensor indices, long dims) {
    Operands operands = Operands.reals("max_pool_values", self);
    Strided values = operands.result(indices.sizes());
    MaxPool.gather(
        operands.plain(self), Memory.plain(indices, DType.I64), plane(self.sizes(), dims), values);
    return operands.out(values);
  }

  private static int plane(long[] sizes, long dims) {
    return (int) Strided.count(Arrays.copyOfRange(sizes, sizes.length - (int) dims, sizes.length));
  }

  /** The mean of each window of {@code [n, c, h, w]}. */
  public static Tensor avgPool2d(
      Tensor self,
      long[] kernelSize,
      long[] stride,
      long[] padding,
      boolean ceilMode,
      boolean countIncludePad,
      @Nullable Long divisorOverride) {
    PoolShape shape =
        PoolShape.sliding(
            "avg_pool2d", 2, self.sizes(), kernelSize, stride, padding, ONE, ceilMode);
    return mean("avg_pool2d", self, shape, countIncludePad, divisorOverride);
  }

  /** From the gradient of {@link #avgPool2d} that of its input. */
  public static Tensor avgPool2dBackward(
      Tensor dy,
      long[] size,
      long[] kernelSize,
      long[] stride,
      long[] padding,
      boolean ceilMode,
      boolean countIncludePad,
      @Nullable Long divisorOverride) {
    PoolShape shape =
        PoolShape.sliding("avg_pool2d", 2, size, kernelSize, stride, padding, ONE, ceilMode);
    return spread("avg_pool2d", dy, size, shape, countIncludePad, divisorOverride);
  }

  /** The mean of each window of {@code [n, c, l]}. */
  public static Tensor avgPool1d(
      Tensor self,
      long[] kernelSize,
      long[] stride,
      long[] padding,
      boolean ceilMode,
      boolean countIncludePad) {
    PoolShape shape =
        PoolShape.sliding(
            "avg_pool1d", 1, self.sizes(), kernelSize, stride, padding, ONE, ceilMode);
    return mean("avg_pool1d", self, shape, countIncludePad, null);
  }

  /** From the gradient of {@link #avgPool1d} that of its input. */
  public static Tensor avgPool1dBackward(
      Tensor dy,
      long[] size,
      long[] kernelSize,
      long[] stride,
      long[] padding,
      boolean ceilMode,
      boolean countIncludePad) {
    PoolShape shape =
        PoolShape.sliding("avg_pool1d", 1, size, kernelSize, stride, padding, ONE, ceilMode);
    return spread("avg_pool1d", dy, size, shape, countIncludePad, null);
  }

  /** The mean of each of {@code outputSize} parts of {@code [n, c, h, w]}. */
  public static Tensor adaptiveAvgPool2d(Tensor self, long[] outputSize) {
    String op = "adaptive_avg_pool2d";
    return mean(op, self, PoolShape.adaptive(op, 2, self.sizes(), outputSize), false, null);
  }

  /** From the gradient of {@link #adaptiveAvgPool2d} that of its input. */
  public static Tensor adaptiveAvgPool2dBackward(Tensor dy, long[] size) {
    String op = "adaptive_avg_pool2d";
    return spread(op, dy, size, PoolShape.adaptive(op, 2, size, dy), false, null);
  }

  /** The mean of each of {@code outputSize} parts of {@code [n, c, l]}. */
  public static Tensor adaptiveAvgPool1d(Tensor self, long[] outputSize) {
    String op = "adaptive_avg_pool1d";
    return mean(op, self, PoolShape.adaptive(op, 1, self.sizes(), outputSize), false, null);
  }

  /** From the gradient of {@link #adaptiveAvgPool1d} that of its input. */
  public static Tensor adaptiveAvgPool1dBackward(Tensor dy, long[] size) {
    String op = "adaptive_avg_pool1d";
    return spread(op, dy, size, PoolShape.adaptive(op, 1, size, dy), false, null);
  }

  private static Tensor mean(
      String op, Tensor self, PoolShape shape, boolean padded, @Nullable Long override) {
    Operands operands = Operands.reals(op, self);
    Strided means = operands.result(shape.sizes());
    AveragePool.forward(
        operands.plain(self),
        shape.height(),
        shape.width(),
        shape.rows(),
        shape.columns(),
        divisor(padded, override),
        factor(op, override),
        means);
    return operands.out(means);
  }

  private static Tensor spread(
      String op, Tensor dy, long[] size, PoolShape shape, boolean padded, @Nullable Long override) {
    Operands operands = Operands.reals(op, dy);
    Strided sums = operands.result(size);
    AveragePool.backward(
        operands.plain(dy),
        shape.height(),
        shape.width(),
        shape.rows(),
        shape.columns(),
        divisor(padded, override),
        factor(op, override),
        sums);
    return operands.out(sums);
  }

  static Divisor divisor(boolean padded, @Nullable Long override) {
    return override != null ? Divisor.NONE : padded ? Divisor.PADDED : Divisor.PRESENT;
  }

  static double factor(String op, @Nullable Long override) {
    if (override == null) {
      return 1;
    }
    if (override == 0) {
      throw new IllegalArgumentException(op + ": divisor must be not zero");
    }
    return 1.0 / override;
  }
}
