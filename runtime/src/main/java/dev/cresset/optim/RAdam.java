package dev.cresset.optim;

import dev.cresset.Tensor;
import dev.cresset.nn.Option;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Adam whose steps adapt only once the second moment is known well enough (Liu and others, 2019).
 * As {@code torch.optim.RAdam}.
 */
public final class RAdam extends Optimizer {

  /**
   * An optimizer of {@code params}.
   *
   * @param options lr (0.001 if absent), betas (0.9, 0.999), eps (1e-8), weightDecay (0),
   *     decoupledWeightDecay, maximize
   */
  public RAdam(List<Tensor> params, Option.ForRadam... options) {
    super(params, defaults(options));
  }

  /** Adds parameters with some settings of their own. As {@code add_param_group}. */
  public void addParamGroup(List<Tensor> params, Option.ForRadam... overrides) {
    add(params, Settings.of(overrides));
  }

  /** The numbers of one step. */
  private record Numbers(
      double sign,
      double decay,
      double shrink,
      double beta1,
      double beta2,
      double step,
      double adaptive,
      double eps) {}

  @Override
  void update(Tensor param, Tensor grad, ParamGroup group, Map<String, @Nullable Object> state) {
    double beta1 = group.number("betas", 0);
    double beta2 = group.number("betas", 1);
    double lr = group.number("lr");
    boolean apart = group.flag("decoupled_weight_decay");
    double steps = Elements.countStep(state);
    double correction2 = 1 - Math.pow(beta2, steps);
    double limit = 2 / (1 - beta2) - 1;
    double length = limit - 2 * steps * Math.pow(beta2, steps) / correction2;
    double adaptive = 0;
    if (length > 5) { // the variance of the adaptive rate is finite
      double rectified = (length - 4) * (length - 2) * limit / ((limit - 4) * (limit - 2) * length);
      adaptive = Math.sqrt(rectified) * Math.sqrt(correction2);
    }
    Numbers numbers =
        new Numbers(
            group.flag("maximize") ? -1 : 1,
            apart ? 0 : group.number("weight_decay"),
            apart ? 1 - lr * group.number("weight_decay") : 1,
            beta1,
            beta2,
            lr / (1 - Math.pow(beta1, steps)),
            adaptive,
            group.number("eps"));
    Tensor mean = Elements.state(state, "exp_avg", param);
    Tensor square = Elements.state(state, "exp_avg_sq", param);
    Elements.update(
        (g, t, from, to) -> step(g, t[0], t[1], t[2], from, to, numbers),
        (g, t, from, to) -> step(g, t[0], t[1], t[2], from, to, numbers),
        grad,
        param,
        mean,
        square);
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
    float adaptive = (float) s.adaptive;
    float eps = (float) s.eps;
    boolean plain = adaptive == 0;
    for (int i = from; i < to; i++) {
      float d = sign * g[i] + decay * p[i];
      float mean = keep1 * m[i] + take1 * d;
      float square = keep2 * v[i] + take2 * d * d;
      m[i] = mean;
      v[i] = square;
      float scale = plain ? 1 : adaptive / ((float) Math.sqrt(square) + eps);
      p[i] = shrink * p[i] - step * mean * scale;
    }
  }

  private static void step(
      double[] g, double[] p, double[] m, double[] v, int from, int to, Numbers s) {
    double sign = s.sign;
    double decay = s.decay;
    double shrink = s.shrink;
    double keep1 = s.beta1;
    double take1 = (1 - s.beta1);
    double keep2 = s.beta2;
    double take2 = (1 - s.beta2);
    double step = s.step;
    double adaptive = s.adaptive;
    double eps = s.eps;
    boolean plain = adaptive == 0;
    for (int i = from; i < to; i++) {
      double d = sign * g[i] + decay * p[i];
      double mean = keep1 * m[i] + take1 * d;
      double square = keep2 * v[i] + take2 * d * d;
      m[i] = mean;
      v[i] = square;
      double scale = plain ? 1 : adaptive / (Math.sqrt(square) + eps);
      p[i] = shrink * p[i] - step * mean * scale;
    }
  }

  private static Map<String, Object> defaults(Option.ForRadam[] options) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("lr", 1e-3);
    settings.put("betas", List.of(0.9, 0.999));
    settings.put("eps", 1e-8);
    settings.put("weight_decay", 0.0);
    settings.put("decoupled_weight_decay", false);
    settings.put("maximize", false);
    settings.putAll(Settings.of(options));
    Settings.notNegative(settings, "lr", "eps", "weight_decay");
    return settings;
  }
}
