package dev.cresset.autograd;

import dev.cresset.Tensor;
import dev.cresset.backend.Backends;
import dev.cresset.backend.Device;
import dev.cresset.backend.PointwiseKernel;
import dev.cresset.backend.Strided;
import dev.cresset.ir.type.DType;
import dev.cresset.tensor.forward.Sums;
import java.util.Arrays;

/** The little arithmetic that the engine itself needs, recorded like any other. */
final class GradMath {
  private static final PointwiseKernel ADD =
      new PointwiseKernel("accumulate", 2, 0, 1, 0, false) {
        @Override
        public void f32(
            float[][] in, float[] scalars, float[][] out, float[][] temps, int from, int to) {
          add(in[0], in[1], out[0], from, to);
        }

        @Override
        public void f64(
            double[][] in, double[] scalars, double[][] out, double[][] temps, int from, int to) {
          add(in[0], in[1], out[0], from, to);
        }
      };

  private GradMath() {}

  private static void add(float[] a, float[] b, float[] sum, int from, int to) {
    for (int i = from; i < to; i++) {
      sum[i] = a[i] + b[i];
    }
  }

  private static void add(double[] a, double[] b, double[] sum, int from, int to) {
    for (int i = from; i < to; i++) {
      sum[i] = a[i] + b[i];
    }
  }

  private static void add(Strided a, Strided b, Strided sum) {
    DType compute = sum.dtype() == DType.F64 ? DType.F64 : DType.F32;
    Backends.of(sum.device())
        .pointwise(ADD, compute, new Strided[] {a, b}, new Number[0], new Strided[] {sum});
  }

  /** Their sum. */
  static Tensor add(Tensor a, Tensor b) {
    GradFn node = Tape.node("AddBackward0", a, b);
    Strided sum = Strided.allocate(a.dtype(), a.device(), a.strided().sizes());
    add(a.strided(), b.strided(), sum);
    Tensor y = Tensor.wrap(sum);
    if (node != null) {
      node.backward(dys -> new Tensor[] {dys[0], dys[0]}).gives(y);
    }
    return y;
  }

  /** Adds {@code more} to {@code sum} in place, unrecorded. */
  static void addTo(Tensor sum, Tensor more) {
    add(sum.strided(), more.strided(), sum.strided());
    sum.strided().storage().written();
  }

  /** What {@code like} asks of a gradient: its sizes, with repeated ones summed, dtype, device. */
  static Tensor fit(Tensor gradient, GradFn.Like like, String origin) {
    Tensor fitted = gradient;
    if (!Arrays.equals(fitted.strided().sizes(), like.sizes())) {
      fitted = sumTo(fitted, like.sizes(), origin);
    }
    if (fitted.dtype() != like.dtype() || !fitted.device().equals(like.device())) {
      fitted = to(fitted, like.dtype(), like.device());
    }
    return fitted;
  }

  private static Tensor sumTo(Tensor gradient, long[] sizes, String origin) {
    long[] from = gradient.strided().sizes();
    if (!Sums.reaches(from, sizes)) {
      throw new IllegalStateException(
          "Function %s returned an invalid gradient - got %s but expected shape compatible with %s"
              .formatted(origin, Arrays.toString(from), Arrays.toString(sizes)));
    }
    GradFn node = Tape.node("SumToSizeBackward0", gradient);
    Tensor y = Tensor.wrap(Sums.sumTo(gradient.strided(), sizes));
    if (node != null) {
      node.backward(dys -> new Tensor[] {dys[0] == null ? null : expand(dys[0], from)}).gives(y);
    }
    return y;
  }

  static Tensor expand(Tensor x, long[] sizes) {
    GradFn node = Tape.node("ExpandBackward0", x);
    Tensor y = Tensor.wrap(x.strided().expand(sizes));
    if (node != null) {
      node.backward(dys -> dys).gives(y); // the engine sums what was repeated
    }
    return y;
  }

  static Tensor to(Tensor x, DType dtype, Device device) {
    GradFn node = Tape.node("ToCopyBackward0", x);
    Strided result = Strided.allocate(dtype, device, x.strided().sizes());
    Backends.of(device.isCpu() ? x.device() : device).copy(x.strided(), result);
    Tensor y = Tensor.wrap(result);
    if (node != null) {
      node.backward(dys -> dys).gives(y); // the engine converts it back
    }
    return y;
  }

  /** A copy of its own, row by row. */
  static Tensor clone(Tensor x) {
    return to(x, x.dtype(), x.device());
  }

  static Tensor zeros(GradFn.Like like) {
    return Tensor.wrap(Strided.allocate(like.dtype(), like.device(), like.sizes()));
  }
}
