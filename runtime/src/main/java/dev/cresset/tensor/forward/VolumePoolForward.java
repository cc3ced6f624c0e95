package dev.cresset.tensor.forward;

import dev.cresset.ShapeException;
import dev.cresset.Tensor;
import dev.cresset.backend.Device;
import dev.cresset.backend.Strided;
import dev.cresset.backend.cpu.AveragePool.Divisor;
import dev.cresset.backend.cpu.VolumePool;
import dev.cresset.ir.type.DType;
import dev.cresset.tensor.Memory;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Windows of volumes folded into one element, and pools undone. */
public final class VolumePoolForward {
  private static final long[] ONE = {1};

  private VolumePoolForward() {}

  /** The greatest of each window of {@code [n, c, d, h, w]}, and where it stands in its volume. */
  public static Tensor[] maxPool3dWithIndices(
      Tensor self,
      long[] kernelSize,
      long[] stride,
      long[] padding,
      long[] dilation,
      boolean ceilMode) {
    String op = "max_pool3d";
    return greatest(
        op,
        self,
        PoolShape.sliding(op, 3, self.sizes(), kernelSize, stride, padding, dilation, ceilMode));
  }

  /** The greatest of each of {@code outputSize} parts of a volume, and where it stands. */
  public static Tensor[] adaptiveMaxPool3d(Tensor self, long[] outputSize) {
    String op = "adaptive_max_pool3d";
    return greatest(op, self, PoolShape.adaptive(op, 3, self.sizes(), outputSize));
  }

  private static Tensor[] greatest(String op, Tensor self, PoolShape shape) {
    Operands operands = Operands.reals(op, self);
    Strided values = operands.result(shape.sizes());
    Strided indices = Strided.allocate(DType.I64, Device.CPU, shape.sizes());
    windows(shape).greatest(operands.plain(self), values, indices);
    return new Tensor[] {operands.out(values), Tensor.wrap(indices)};
  }

  /** The mean of each window of {@code [n, c, d, h, w]}. */
  public static Tensor avgPool3d(
      Tensor self,
      long[] kernelSize,
      long[] stride,
      long[] padding,
      boolean ceilMode,
      boolean countIncludePad,
      @Nullable Long divisorOverride) {
    PoolShape shape =
        PoolShape.sliding(
            "avg_pool3d", 3, self.sizes(), kernelSize, stride, padding, ONE, ceilMode);
    return mean("avg_pool3d", self, shape, countIncludePad, divisorOverride);
  }

  /** From the gradient of {@link #avgPool3d} that of its input. */
  public static Tensor avgPool3dBackward(
      Tensor dy,
      long[] size,
      long[] kernelSize,
      long[] stride,
      long[] padding,
      boolean ceilMode,
      boolean countIncludePad,
      @Nullable Long divisorOverride) {
    PoolShape shape =
        PoolShape.sliding("avg_pool3d", 3, size, kernelSize, stride, padding, ONE, ceilMode);
    return spread("avg_pool3d", dy, size, shape, countIncludePad, divisorOverride);
  }

  /** The mean of each of {@code outputSize} parts of {@code [n, c, d, h, w]}. */
  public static Tensor adaptiveAvgPool3d(Tensor self, long[] outputSize) {
    String op = "adaptive_avg_pool3d";
    return mean(op, self, PoolShape.adaptive(op, 3, self.sizes(), outputSize), false, null);
  }

  /** From the gradient of {@link #adaptiveAvgPool3d} that of its input. */
  public static Tensor adaptiveAvgPool3dBackward(Tensor dy, long[] size) {
    String op = "adaptive_avg_pool3d";
    return spread(op, dy, size, PoolShape.adaptive(op, 3, size, dy), false, null);
  }

  private static Tensor mean(
      String op, Tensor self, PoolShape shape, boolean padded, @Nullable Long override) {
    Operands operands = Operands.reals(op, self);
    Strided means = operands.result(shape.sizes());
    Divisor divisor = PoolForward.divisor(padded, override);
    windows(shape).mean(operands.plain(self), divisor, PoolForward.factor(op, override), means);
    return operands.out(means);
  }

  private static Tensor spread(
      String op, Tensor dy, long[] size, PoolShape shape, boolean padded, @Nullable Long override) {
    Operands operands = Operands.reals(op, dy);
    Strided sums = operands.result(size);
    Divisor divisor = PoolForward.divisor(padded, override);
    windows(shape).spread(operands.plain(dy), divisor, PoolForward.factor(op, override), sums);
    return operands.out(sums);
  }

  private static VolumePool windows(PoolShape shape) {
    return new VolumePool(
        shape.depth(),
        shape.height(),
        shape.width(),
        shape.slices(),
        shape.rows(),
        shape.columns());
  }

  /** Zeros of {@code outputSize} with the elements of {@code self} where {@code indices} point. */
  public static Tensor maxUnpool(Tensor self, Tensor indices, long[] outputSize) {
    int dims = outputSize.length;
    if (!Arrays.equals(self.sizes(), indices.sizes())) {
      throw new ShapeException(
          "max_unpool: Expected shape of indices to be same as that of the input tensor %s but got indices tensor with shape %s"
              .formatted(Arrays.toString(self.sizes()), Arrays.toString(indices.sizes())));
    }
    if (self.dim() != dims + 1 && self.dim() != dims + 2) {
      throw new ShapeException(
          "max_unpool: Input to max_unpooling%dd should be a %dd or %dd Tensor, but got %s"
              .formatted(dims, dims + 1, dims + 2, Arrays.toString(self.sizes())));
    }
    long[] sizes = self.sizes();
    System.arraycopy(outputSize, 0, sizes, sizes.length - dims, dims);
    long plane = Strided.count(outputSize);
    int planes = (int) Strided.count(Arrays.copyOf(sizes, sizes.length - dims));
    int each = planes == 0 ? 0 : (int) (self.numel() / planes);
    Operands operands = new Operands("max_unpool", self);
    Strided from = operands.plain(self);
    Strided to = operands.result(sizes);
    long[] at = Memory.plain(indices, DType.I64).storage().longs();
    for (int i = 0; i < self.numel(); i++) {
      if (at[i] < 0 || at[i] >= plane) {
        throw new IndexOutOfBoundsException(
            "max_unpool: found an invalid max index: %d (output volumes are of size %s)"
                .formatted(at[i], Arrays.toString(outputSize)));
      }
      int place = (int) (i / each * plane + at[i]);
      switch (operands.compute()) {
        case F32 -> to.storage().floats()[place] = from.storage().floats()[i];
        case F64 -> to.storage().doubles()[place] = from.storage().doubles()[i];
        default -> to.storage().longs()[place] = from.storage().longs()[i];
      }
    }
    return operands.out(to);
  }
}
