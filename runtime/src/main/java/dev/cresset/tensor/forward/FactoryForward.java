package dev.cresset.tensor.forward;

import dev.cresset.Tensor;
import dev.cresset.backend.Backends;
import dev.cresset.backend.Device;
import dev.cresset.backend.HeapStorage;
import dev.cresset.backend.Strided;
import dev.cresset.ir.type.DType;
import org.jspecify.annotations.Nullable;

/** Tensors made of nothing but sizes and numbers: what the family of factory ops computes. */
public final class FactoryForward {
  private FactoryForward() {}

  /** Zeros; torch leaves them as they were found. */
  public static Tensor empty(
      long[] size,
      @Nullable DType dtype,
      @Nullable Long layout,
      @Nullable Device device,
      @Nullable Boolean pinMemory,
      @Nullable Long memoryFormat) {
    return zeros(size, dtype, layout, device, pinMemory);
  }

  /** Zeros in the sizes of {@code self}. */
  public static Tensor emptyLike(
      Tensor self,
      @Nullable DType dtype,
      @Nullable Long layout,
      @Nullable Device device,
      @Nullable Boolean pinMemory,
      @Nullable Long memoryFormat) {
    return zerosLike(self, dtype, layout, device, pinMemory, memoryFormat);
  }

  /** Zeros. */
  public static Tensor zeros(
      long[] size,
      @Nullable DType dtype,
      @Nullable Long layout,
      @Nullable Device device,
      @Nullable Boolean pinMemory) {
    return allocate(size, dtype == null ? DType.F32 : dtype, device);
  }

  /** Zeros in the sizes of {@code self}. */
  public static Tensor zerosLike(
      Tensor self,
      @Nullable DType dtype,
      @Nullable Long layout,
      @Nullable Device device,
      @Nullable Boolean pinMemory,
      @Nullable Long memoryFormat) {
    return allocate(
        self.sizes(),
        dtype == null ? self.dtype() : dtype,
        device == null ? self.device() : device);
  }

  /** Ones. */
  public static Tensor ones(
      long[] size,
      @Nullable DType dtype,
      @Nullable Long layout,
      @Nullable Device device,
      @Nullable Boolean pinMemory) {
    return filled(allocate(size, dtype == null ? DType.F32 : dtype, device), 1);
  }

  /** Ones in the sizes of {@code self}. */
  public static Tensor onesLike(
      Tensor self,
      @Nullable DType dtype,
      @Nullable Long layout,
      @Nullable Device device,
      @Nullable Boolean pinMemory,
      @Nullable Long memoryFormat) {
    return filled(zerosLike(self, dtype, layout, device, pinMemory, memoryFormat), 1);
  }

  /** {@code fillValue} everywhere; whole numbers give I64, reals F32. */
  public static Tensor full(
      long[] size,
      Number fillValue,
      @Nullable DType dtype,
      @Nullable Long layout,
      @Nullable Device device,
      @Nullable Boolean pinMemory) {
    DType type = dtype == null ? of(fillValue) : dtype;
    return filled(allocate(size, type, device), fillValue);
  }

  /** {@code fillValue} everywhere, in the sizes of {@code self}. */
  public static Tensor fullLike(
      Tensor self,
      Number fillValue,
      @Nullable DType dtype,
      @Nullable Long layout,
      @Nullable Device device,
      @Nullable Boolean pinMemory,
      @Nullable Long memoryFormat) {
    return filled(zerosLike(self, dtype, layout, device, pinMemory, memoryFormat), fillValue);
  }

  /** A number without sizes. */
  public static Tensor scalarTensor(
      Number s,
      @Nullable DType dtype,
      @Nullable Long layout,
      @Nullable Device device,
      @Nullable Boolean pinMemory) {
    return filled(allocate(new long[0], dtype == null ? DType.F32 : dtype, device), s);
  }

  /** Zeros of the dtype of {@code self}. */
  public static Tensor newZeros(
      Tensor self,
      long[] size,
      @Nullable DType dtype,
      @Nullable Long layout,
      @Nullable Device device,
      @Nullable Boolean pinMemory) {
    return allocate(
        size, dtype == null ? self.dtype() : dtype, device == null ? self.device() : device);
  }

  /** Ones of the dtype of {@code self}. */
  public static Tensor newOnes(
      Tensor self,
      long[] size,
      @Nullable DType dtype,
      @Nullable Long layout,
      @Nullable Device device,
      @Nullable Boolean pinMemory) {
    return filled(newZeros(self, size, dtype, layout, device, pinMemory), 1);
  }

  /** {@code fillValue} everywhere, of the dtype of {@code self}. */
  public static Tensor newFull(
      Tensor self,
      long[] size,
      Number fillValue,
      @Nullable DType dtype,
      @Nullable Long layout,
      @Nullable Device device,
      @Nullable Boolean pinMemory) {
    return filled(newZeros(self, size, dtype, layout, device, pinMemory), fillValue);
  }

  /** A real without sizes; F32, if no dtype is named. */
  public static Tensor tensor(
      double t, @Nullable DType dtype, @Nullable Device device, boolean requiresGrad) {
    return filled(allocate(new long[0], dtype == null ? DType.F32 : dtype, device), t);
  }

  /** A whole number without sizes; I64, if no dtype is named. */
  public static Tensor tensor(
      long t, @Nullable DType dtype, @Nullable Device device, boolean requiresGrad) {
    return filled(allocate(new long[0], dtype == null ? DType.I64 : dtype, device), t);
  }

  /** A truth without sizes; BOOL, if no dtype is named. */
  public static Tensor tensor(
      boolean t, @Nullable DType dtype, @Nullable Device device, boolean requiresGrad) {
    return filled(allocate(new long[0], dtype == null ? DType.BOOL : dtype, device), t ? 1L : 0L);
  }

  /** {@code value} in the sizes and dtype of {@code self}. */
  public static Tensor fill(Tensor self, Number value) {
    return filled(allocate(self.sizes(), self.dtype(), self.device()), value);
  }

  /** 0, 1, 2 and so on below {@code end}. */
  public static Tensor arange(
      Number end,
      @Nullable DType dtype,
      @Nullable Long layout,
      @Nullable Device device,
      @Nullable Boolean pinMemory) {
    return arange(0L, end, 1L, dtype, layout, device, pinMemory);
  }

  /** {@code start}, {@code start + 1} and so on below {@code end}. */
  public static Tensor arange(
      Number start,
      Number end,
      @Nullable DType dtype,
      @Nullable Long layout,
      @Nullable Device device,
      @Nullable Boolean pinMemory) {
    return arange(start, end, 1L, dtype, layout, device, pinMemory);
  }

  /** {@code start}, {@code start + step} and so on, up to {@code end} without it. */
  public static Tensor arange(
      Number start,
      Number end,
      Number step,
      @Nullable DType dtype,
      @Nullable Long layout,
      @Nullable Device device,
      @Nullable Boolean pinMemory) {
    boolean whole = isWhole(start) && isWhole(end) && isWhole(step);
    DType type = dtype != null ? dtype : whole ? DType.I64 : DType.F32;
    double from = start.doubleValue();
    double to = end.doubleValue();
    double by = step.doubleValue();
    if (by == 0) {
      throw new IllegalArgumentException("step must be nonzero");
    }
    if (by > 0 ? from > to : from < to) {
      throw new IllegalArgumentException(
          "upper bound and larger bound inconsistent with step sign: arange(%s, %s, %s)"
              .formatted(start, end, step));
    }
    int count = Math.toIntExact((long) Math.ceil((to - from) / by));
    if (whole) {
      long[] values = new long[count];
      for (int i = 0; i < count; i++) {
        values[i] = start.longValue() + i * step.longValue();
      }
      return placed(HeapStorage.of(values), count, type, device);
    }
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = from + by * i;
    }
    return placed(HeapStorage.of(values), count, type, device);
  }

  /** {@code steps} numbers at equal distances from {@code start} to {@code end}, both included. */
  public static Tensor linspace(
      Number start,
      Number end,
      long steps,
      @Nullable DType dtype,
      @Nullable Long layout,
      @Nullable Device device,
      @Nullable Boolean pinMemory) {
    if (steps < 0) {
      throw new IllegalArgumentException("number of steps must be non-negative");
    }
    DType type = dtype == null ? DType.F32 : dtype;
    int count = Math.toIntExact(steps);
    double from = start.doubleValue();
    double to = end.doubleValue();
    double step = count < 2 ? 0 : (to - from) / (count - 1);
    double[] values = new double[count];
    for (int i = 0; i < count; i++) { // from both ends, so that both are met exactly
      values[i] = i < (count + 1) / 2 ? from + step * i : to - step * (count - 1 - i);
    }
    return placed(HeapStorage.of(values), count, type, device);
  }

  /** The unit matrix. */
  public static Tensor eye(
      long n,
      @Nullable DType dtype,
      @Nullable Long layout,
      @Nullable Device device,
      @Nullable Boolean pinMemory) {
    return eye(n, n, dtype, layout, device, pinMemory);
  }

  /** Ones on the diagonal of a matrix of zeros. */
  public static Tensor eye(
      long n,
      long m,
      @Nullable DType dtype,
      @Nullable Long layout,
      @Nullable Device device,
      @Nullable Boolean pinMemory) {
    Tensor matrix = zeros(new long[] {n, m}, dtype, layout, device, pinMemory);
    Tensor diagonal = ShapeForward.diagonal(matrix, 0, 0, 1);
    Backends.of(matrix.device()).fill(diagonal.strided(), 1);
    return matrix;
  }

  private static boolean isWhole(Number number) {
    return !(number instanceof Double) && !(number instanceof Float);
  }

  private static DType of(Number value) {
    return isWhole(value) ? DType.I64 : DType.F32;
  }

  private static Tensor allocate(long[] size, DType dtype, @Nullable Device device) {
    return Tensor.wrap(Strided.allocate(dtype, device == null ? Device.CPU : device, size.clone()));
  }

  private static Tensor filled(Tensor tensor, Number value) {
    Backends.of(tensor.device()).fill(tensor.strided(), value);
    return tensor;
  }

  private static Tensor placed(
      HeapStorage values, long count, DType dtype, @Nullable Device device) {
    Tensor exact = Tensor.wrap(Strided.contiguous(values, count));
    return MemoryForward.to(exact, dtype, device == null ? Device.CPU : device, false);
  }
}
