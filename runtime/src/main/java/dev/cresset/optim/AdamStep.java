package dev.cresset.optim;

import dev.cresset.Tensor;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The step that {@link Adam} and {@link AdamW} share. */
final class AdamStep {

  private AdamStep() {}

  /** The numbers of one step. */
  private record Numbers(
      double sign,
      double decay,
      double shrink,
      double beta1,
      double beta2,
      double step,
      double root,
      double eps) {}

  /**
   * Updates one parameter.
   *
   * @param decay share of the parameter that is added to its gradient
   * @param shrink what the parameter is multiplied by first
   */
  static void update(
      Tensor param,
      Tensor grad,
      ParamGroup group,
      Map<String, @Nullable Object> state,
      double decay,
      double shrink) {
    double beta1 = group.number("betas", 0);
    double beta2 = group.number("betas", 1);
    double steps = Elements.countStep(state);
    Numbers numbers =
        new Numbers(
            group.flag("maximize") ? -1 : 1,
            decay,
            shrink,
            beta1,
            beta2,
            group.number("lr") / (1 - Math.pow(beta1, steps)),
            Math.sqrt(1 - Math.pow(beta2, steps)),
            group.number("eps"));
    Tensor mean = Elements.state(state, "exp_avg", param);
    Tensor square = Elements.state(state, "exp_avg_sq", param);
    if (group.flag("amsgrad")) {
      Tensor largest = Elements.state(state, "max_exp_avg_sq", param);
      Elements.update(
          (g, t, from, to) -> step(g, t[0], t[1], t[2], t[3], from, to, numbers),
          (g, t, from, to) -> step(g, t[0], t[1], t[2], t[3], from, to, numbers),
          grad,
          param,
          mean,
          square,
          largest);
    } else {
      Elements.update(
          (g, t, from, to) -> step(g, t[0], t[1], t[2], from, to, numbers),
          (g, t, from, to) -> step(g, t[0], t[1], t[2], from, to, numbers),
          grad,
          param,
          mean,
          square);
    }
  }

  private static void step(
      float[] g, float[] p, float[] m, float[] v, int from, int to, Numbers s) {
    float sign = (float) s.sign;
    float decay = (float) s.decay;
    float shrink = (float) s.shrink;
    float keep1 = (float) s.beta1;
    float take1 = (float) (1 - s.beta1);
    float keep2 = (float) s.beta2;
    float take2 = (float) (1 - s.beta2);
    float step = (float) s.step;
    float root = (float) s.root;
    float eps = (float) s.eps;
    for (int i = from; i < to; i++) {
      float d = sign * g[i] + decay * p[i];
      float mean = keep1 * m[i] + take1 * d;
      float square = keep2 * v[i] + take2 * d * d;
      m[i] = mean;
      v[i] = square;
      p[i] = shrink * p[i] - step * mean / ((float) Math.sqrt(square) / root + eps);
    }
  }

  private static void step(
      double[] g, double[] p, double[] m, double[] v, int from, int to, Numbers s) {
    for (int i = from; i < to; i++) {
      double d = s.sign * g[i] + s.decay * p[i];
      double mean = s.beta1 * m[i] + (1 - s.beta1) * d;
      double square = s.beta2 * v[i] + (1 - s.beta2) * d * d;
      m[i] = mean;
      v[i] = square;
      p[i] = s.shrink * p[i] - s.step * mean / (Math.sqrt(square) / s.root + s.eps);
    }
  }

  /** With the largest second moment so far in {@code w} (AMSGrad; Reddi and others, 2018). */
  private static void step(
      float[] g, float[] p, float[] m, float[] v, float[] w, int from, int to, Numbers s) {
    float sign = (float) s.sign;
    float decay = (float) s.decay;
    float shrink = (float) s.shrink;
    float keep1 = (float) s.beta1;
    float take1 = (float) (1 - s.beta1);
    float keep2 = (float) s.beta2;
    float take2 = (float) (1 - s.beta2);
    float step = (float) s.step;
    float root = (float) s.root;
    float eps = (float) s.eps;
    for (int i = from; i < to; i++) {
      float d = sign * g[i] + decay * p[i];
      float mean = keep1 * m[i] + take1 * d;
      float square = keep2 * v[i] + take2 * d * d;
      float largest = Math.max(w[i], square);
      m[i] = mean;
      v[i] = square;
      w[i] = largest;
      p[i] = shrink * p[i] - step * mean / ((float) Math.sqrt(largest) / root + eps);
    }
  }

  private static void step(
      double[] g, double[] p, double[] m, double[] v, double[] w, int from, int to, Numbers s) {
    for (int i = from; i < to; i++) {
      double d = s.sign * g[i] + s.decay * p[i];
      double mean = s.beta1 * m[i] + (1 - s.beta1) * d;
      double square = s.beta2 * v[i] + (1 - s.beta2) * d * d;
      double largest = Math.max(w[i], square);
      m[i] = mean;
      v[i] = square;
      w[i] = largest;
      p[i] = s.shrink * p[i] - s.step * mean / (Math.sqrt(largest) / s.root + s.eps);
    }
  }
}
