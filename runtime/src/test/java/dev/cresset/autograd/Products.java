package dev.cresset.autograd;

import dev.cresset.Tensor;
import dev.cresset.backend.PointwiseKernel;
import dev.cresset.ir.op.Dtypes;
import dev.cresset.tensor.Pointwise;
import dev.cresset.tensor.Pointwise.Gradient;

/** The product of two tensors, made by hand as the generated ops are. */
final class Products {
  private static final PointwiseKernel KERNEL =
      new PointwiseKernel("mul", 2, 0, 1, 0, false) {
        @Override
        public void f32(
            float[][] in, float[] scalars, float[][] out, float[][] temps, int from, int to) {
          for (int i = from; i < to; i++) {
            out[0][i] = in[0][i] * in[1][i];
          }
        }

        @Override
        public void f64(
            double[][] in, double[] scalars, double[][] out, double[][] temps, int from, int to) {
          for (int i = from; i < to; i++) {
            out[0][i] = in[0][i] * in[1][i];
          }
        }
      };

  static final Pointwise MUL =
      new Pointwise(
          "mul",
          "MulBackward0",
          Dtypes.PROMOTE,
          0,
          KERNEL,
          new Gradient(KERNEL, (dy, in, s, y) -> times(dy, in[1]), 1),
          new Gradient(KERNEL, (dy, in, s, y) -> times(dy, in[0]), 0));

  private Products() {}

  static Tensor times(Tensor a, Tensor b) {
    return MUL.run(a, b);
  }
}
