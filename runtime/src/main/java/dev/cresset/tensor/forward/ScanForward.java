package dev.cresset.tensor.forward;

import dev.cresset.Tensor;
import dev.cresset.backend.Backends;
import dev.cresset.backend.Device;
import dev.cresset.backend.Strided;
import dev.cresset.backend.cpu.Fold;
import dev.cresset.backend.cpu.Folds;
import dev.cresset.backend.cpu.Scan;
import dev.cresset.backend.cpu.Slabs;
import dev.cresset.backend.cpu.WholeFold;
import dev.cresset.ir.type.DType;
import org.jspecify.annotations.Nullable;

/** What has come together up to each element: what the family of scans computes. */
public final class ScanForward {
  private ScanForward() {}

  /** The sum of the elements so far along {@code dim}; of whole numbers it is I64. */
  public static Tensor cumsum(Tensor self, long dim, @Nullable DType dtype) {
    return scan(self, dim, dtype, Folds.SUM, WholeFold.SUM);
  }

  /** The product of the elements so far along {@code dim}; of whole numbers it is I64. */
  public static Tensor cumprod(Tensor self, long dim, @Nullable DType dtype) {
    return scan(self, dim, dtype, Folds.PRODUCT, WholeFold.PRODUCT);
  }

  /** The logarithm of the sum of exponentials so far along {@code dim}. */
  public static Tensor logcumsumexp(Tensor self, long dim) {
    if (!self.dtype().isFloatingPoint()) {
      throw new IllegalArgumentException(
          "\"logcumsumexp_out_cpu\" not implemented for '%s'".formatted(self.dtype().printName()));
    }
    return scan(self, dim, null, Scan.logSumOfExponentials(), WholeFold.SUM);
  }

  private static Tensor scan(
      Tensor self, long dim, @Nullable DType dtype, Fold reals, WholeFold wholes) {
    DType result =
        dtype != null ? dtype : self.dtype().isFloatingPoint() ? self.dtype() : DType.I64;
    int d = self.dimension(dim);
    Tensor x = result == self.dtype() ? self : Views.copy(self, result);
    Slabs slabs = Slabs.along(x.strided(), d);
    if (slabs.array() instanceof float[]) {
      Strided y = Strided.allocate(DType.F32, Device.CPU, self.sizes());
      Scan.reals(slabs, reals, y.storage().floats());
      return placed(y, self, result);
    }
    if (slabs.array() instanceof double[]) {
      Strided y = Strided.allocate(DType.F64, Device.CPU, self.sizes());
      Scan.reals(slabs, reals, y.storage().doubles());
      return placed(y, self, result);
    }
    Strided y = Strided.allocate(DType.I64, Device.CPU, self.sizes());
    Scan.wholes(slabs, wholes, y.storage().longs());
    return placed(y, self, result);
  }

  /** The gradient of {@link #cumprod}'s input; zeros in the input count. */
  public static Tensor cumprodBackward(Tensor grad, Tensor input, long dim, Tensor output) {
    Slabs x = Slabs.along(wide(input).strided(), input.dimension(dim));
    Slabs y = Slabs.along(wide(output).strided(), input.dimension(dim));
    Slabs dy = Slabs.along(wide(grad).strided(), input.dimension(dim));
    Strided dx = Strided.allocate(DType.F64, Device.CPU, input.sizes());
    Scan.productGradient(x, y, dy, dx.storage().doubles());
    return placed(dx, input, grad.dtype());
  }

  /** The gradient of {@link #logcumsumexp}'s input. */
  public static Tensor logcumsumexpBackward(Tensor grad, Tensor self, long dim, Tensor output) {
    Slabs x = Slabs.along(wide(self).strided(), self.dimension(dim));
    Slabs y = Slabs.along(wide(output).strided(), self.dimension(dim));
    Slabs dy = Slabs.along(wide(grad).strided(), self.dimension(dim));
    Strided dx = Strided.allocate(DType.F64, Device.CPU, self.sizes());
    Scan.logSumGradient(x, y, dy, dx.storage().doubles());
    return placed(dx, self, grad.dtype());
  }

  private static Tensor wide(Tensor x) {
    return x.dtype() == DType.F64 ? x : Views.copy(x, DType.F64);
  }

  /** The greatest so far along {@code dim}, and the index of the last that is so great. */
  public static Tensor[] cummax(Tensor self, long dim) {
    return extremes(self, dim, true);
  }

  /** The least so far along {@code dim}, and the index of the last that is so small. */
  public static Tensor[] cummin(Tensor self, long dim) {
    return extremes(self, dim, false);
  }

  private static Tensor[] extremes(Tensor self, long dim, boolean greatest) {
    int d = self.dimension(dim);
    Strided places = Strided.allocate(DType.I64, Device.CPU, self.sizes());
    Scan.places(Slabs.along(self.strided(), d), greatest, places.storage().longs());
    Tensor indices = placed(places, self, DType.I64);
    return new Tensor[] {IndexForward.gather(self, d, indices, false), indices};
  }

  private static Tensor placed(Strided from, Tensor self, DType dtype) {
    if (from.dtype() == dtype && self.device().isCpu()) {
      return Tensor.wrap(from);
    }
    Strided to = Strided.allocate(dtype, self.device(), self.sizes());
    Backends.of(self.device()).copy(from, to);
    return Tensor.wrap(to);
  }
}
