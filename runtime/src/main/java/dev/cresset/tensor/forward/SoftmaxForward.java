package dev.cresset.tensor.forward;

import dev.cresset.Tensor;
import dev.cresset.backend.Backends;
import dev.cresset.backend.Device;
import dev.cresset.backend.Strided;
import dev.cresset.backend.cpu.Slabs;
import dev.cresset.backend.cpu.Softmax;
import dev.cresset.ir.type.DType;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Softmax and its logarithm along one dimension, and their gradients. */
final class SoftmaxForward {
  private SoftmaxForward() {}

  static Tensor forward(Tensor self, long dim, @Nullable DType dtype, boolean log) {
    DType result = dtype == null ? self.dtype() : dtype;
    checkReal(log, result);
    Tensor x = self.dtype().isFloatingPoint() ? self : Views.copy(self, result);
    Slabs slabs = Slabs.along(x.strided(), self.dimension(dim));
    Strided y = lanes(result == DType.F64 || x.dtype() == DType.F64, self);
    if (y.dtype() == DType.F64) {
      Slabs wide =
          x.dtype() == DType.F64
              ? slabs
              : Slabs.along(Views.copy(x, DType.F64).strided(), x.dimension(dim));
      double[] array = (double[]) wide.array();
      double[] to = y.storage().doubles();
      Softmax.forward(array, wide.at(), to, wide.outer(), wide.times(), wide.inner(), log);
    } else {
      float[] array = (float[]) slabs.array();
      float[] to = y.storage().floats();
      Softmax.forward(array, slabs.at(), to, slabs.outer(), slabs.times(), slabs.inner(), log);
    }
    return placed(y, result, self.device());
  }

  static Tensor backward(Tensor dy, Tensor y, long dim, DType result, boolean log) {
    checkReal(log, dy.dtype());
    int d = y.dimension(dim);
    boolean wide = dy.dtype() == DType.F64 || y.dtype() == DType.F64;
    Slabs grad = Slabs.along((wide ? as(dy, DType.F64) : dy).strided(), d);
    Slabs out = Slabs.along((wide ? as(y, DType.F64) : y).strided(), d);
    Strided dx = lanes(wide, y);
    if (wide) {
      Softmax.backward(
          (double[]) grad.array(),
          grad.at(),
          (double[]) out.array(),
          out.at(),
          dx.storage().doubles(),
          out.outer(),
          out.times(),
          out.inner(),
          log);
    } else {
      Softmax.backward(
          (float[]) grad.array(),
          grad.at(),
          (float[]) out.array(),
          out.at(),
          dx.storage().floats(),
          out.outer(),
          out.times(),
          out.inner(),
          log);
    }
    return placed(dx, result, y.device());
  }

  private static void checkReal(boolean log, DType dtype) {
    if (!dtype.isFloatingPoint()) {
      throw new IllegalArgumentException(
          "\"%s\" not implemented for '%s'; name a dtype of reals"
              .formatted(log ? "log_softmax" : "softmax", dtype.printName()));
    }
  }

  private static Tensor as(Tensor x, DType dtype) {
    return x.dtype() == dtype ? x : Views.copy(x, dtype);
  }

  private static Strided lanes(boolean wide, Tensor like) {
    return Strided.allocate(wide ? DType.F64 : DType.F32, Device.CPU, like.sizes());
  }

  private static Tensor placed(Strided from, DType dtype, Device device) {
    if (from.dtype() == dtype && device.isCpu()) {
      return Tensor.wrap(from);
    }
    Strided to = Strided.allocate(dtype, device, Arrays.copyOf(from.sizes(), from.dim()));
    Backends.of(device).copy(from, to);
    return Tensor.wrap(to);
  }
}
