package dev.cresset.nn.utils;

import dev.cresset.Tensor;
import dev.cresset.backend.Backends;
import dev.cresset.backend.PointwiseKernel;
import dev.cresset.backend.Strided;
import dev.cresset.ir.type.DType;
import dev.cresset.tensor.Memory;
import java.util.ArrayList;
import java.util.List;

/** Bounds gradients in place. As {@code torch.nn.utils.clip_grad}. */
public final class ClipGrad {
  private static final double EPS = 1e-6; // PyTorch's

  private static final PointwiseKernel SCALE =
      new PointwiseKernel("scale", 1, 1, 1, 0, false) {
        @Override
        public void f32(
            float[][] in, float[] scalars, float[][] out, float[][] t, int from, int to) {
          float[] x = in[0];
          float[] y = out[0];
          float by = scalars[0];
          for (int i = from; i < to; i++) {
            y[i] = x[i] * by;
          }
        }

        @Override
        public void f64(
            double[][] in, double[] scalars, double[][] out, double[][] t, int from, int to) {
          for (int i = from; i < to; i++) {
            out[0][i] = in[0][i] * scalars[0];
          }
        }
      };

  private static final PointwiseKernel CLAMP =
      new PointwiseKernel("clamp", 1, 1, 1, 0, false) {
        @Override
        public void f32(
            float[][] in, float[] scalars, float[][] out, float[][] t, int from, int to) {
          float[] x = in[0];
          float[] y = out[0];
          float bound = scalars[0];
          for (int i = from; i < to; i++) {
            y[i] = Math.max(-bound, Math.min(x[i], bound));
          }
        }

        @Override
        public void f64(
            double[][] in, double[] scalars, double[][] out, double[][] t, int from, int to) {
          for (int i = from; i < to; i++) {
            out[0][i] = Math.max(-scalars[0], Math.min(in[0][i], scalars[0]));
          }
        }
      };

  private ClipGrad() {}

  /**
   * Scales all gradients so that their common 2-norm is at most {@code maxNorm}. As {@code
   * clip_grad_norm_}.
   *
   * @param parameters those without a gradient count for nothing
   * @return the norm as it was
   */
  public static double clipGradNorm(List<Tensor> parameters, double maxNorm) {
    return clipGradNorm(parameters, maxNorm, 2);
  }

  /**
   * Scales all gradients so that their common norm is at most {@code maxNorm}.
   *
   * @param normType the kind of norm; {@code Double.POSITIVE_INFINITY} for the largest magnitude
   * @return the norm as it was
   */
  public static double clipGradNorm(List<Tensor> parameters, double maxNorm, double normType) {
    List<Tensor> grads = grads(parameters);
    double total = norm(grads, normType);
    double scale = maxNorm / (total + EPS);
    if (!(scale >= 1)) { // a norm that is no number shows in every gradient
      grads.forEach(grad -> change(grad, SCALE, scale));
    }
    return total;
  }

  /**
   * Cuts every element of every gradient to {@code −value … value}. As {@code clip_grad_value_}.
   */
  public static void clipGradValue(List<Tensor> parameters, double value) {
    grads(parameters).forEach(grad -> change(grad, CLAMP, value));
  }

  private static double norm(List<Tensor> grads, double type) {
    double total = 0;
    for (Tensor grad : grads) {
      Strided plain = Memory.plain(grad, compute(grad));
      for (int i = 0; i < plain.numel(); i++) {
        double size = Math.abs(element(plain, i));
        if (type == Double.POSITIVE_INFINITY) {
          total = Math.max(total, size); // keeps NaN
        } else {
          total += type == 2 ? size * size : type == 1 ? size : Math.pow(size, type);
        }
      }
    }
    if (type == Double.POSITIVE_INFINITY || type == 1) {
      return total;
    }
    return type == 2 ? Math.sqrt(total) : Math.pow(total, 1 / type);
  }

  private static double element(Strided plain, int i) {
    return plain.dtype() == DType.F64 ? plain.storage().doubles()[i] : plain.storage().floats()[i];
  }

  private static DType compute(Tensor grad) {
    return grad.dtype() == DType.F64 ? DType.F64 : DType.F32;
  }

  private static void change(Tensor grad, PointwiseKernel kernel, double by) {
    Strided[] elements = {grad.strided()};
    Backends.of(grad.device())
        .pointwise(kernel, compute(grad), elements, new Number[] {by}, elements);
    elements[0].storage().written();
  }

  private static List<Tensor> grads(List<Tensor> parameters) {
    List<Tensor> grads = new ArrayList<>();
    for (Tensor parameter : parameters) {
      Tensor grad = parameter.grad();
      if (grad != null) {
        grads.add(grad);
      }
    }
    return grads;
  }
}
