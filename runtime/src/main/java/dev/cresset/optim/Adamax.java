package dev.cresset.optim;

import dev.cresset.Tensor;
import dev.cresset.nn.Option;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Adam with the largest gradient in the place of the second moment (Kingma and Ba, 2014). As {@code
 * torch.optim.Adamax}.
 */
public final class Adamax extends Optimizer {

  /**
   * An optimizer of {@code params}.
   *
   * @param options lr (0.002 if absent), betas (0.9, 0.999), eps (1e-8), weightDecay (0), maximize
   */
  public Adamax(List<Tensor> params, Option.ForAdamax... options) {
    super(params, defaults(options));
  }

  /** Adds parameters with some settings of their own. As {@code add_param_group}. */
  public void addParamGroup(List<Tensor> params, Option.ForAdamax... overrides) {
    add(params, Settings.of(overrides));
  }

  /** The numbers of one step. */
  private record Numbers(
      double sign, double decay, double step, double beta1, double beta2, double eps) {}

  @Override
  void update(Tensor param, Tensor grad, ParamGroup group, Map<String, @Nullable Object> state) {
    double beta1 = group.number("betas", 0);
    double steps = Elements.countStep(state);
    Numbers numbers =
        new Numbers(
            group.flag("maximize") ? -1 : 1,
            group.number("weight_decay"),
            group.number("lr") / (1 - Math.pow(beta1, steps)),
            beta1,
            group.number("betas", 1),
            group.number("eps"));
    Tensor mean = Elements.state(state, "exp_avg", param);
    Tensor largest = Elements.state(state, "exp_inf", param);
    Elements.update(
        (g, t, from, to) -> step(g, t[0], t[1], t[2], from, to, numbers),
        (g, t, from, to) -> step(g, t[0], t[1], t[2], from, to, numbers),
        grad,
        param,
        mean,
        largest);
  }

  private static void step(
      float[] g, float[] p, float[] m, float[] w, int from, int to, Numbers s) {
    float sign = (float) s.sign;
    float decay = (float) s.decay;
    float step = (float) s.step;
    float keep = (float) s.beta1;
    float take = (float) (1 - s.beta1);
    float fade = (float) s.beta2;
    float eps = (float) s.eps;
    for (int i = from; i < to; i++) {
      float d = sign * g[i] + decay * p[i];
      float mean = keep * m[i] + take * d;
      float largest = Math.max(fade * w[i], Math.abs(d) + eps);
      m[i] = mean;
      w[i] = largest;
      p[i] -= step * mean / largest;
    }
  }

  private static void step(
      double[] g, double[] p, double[] m, double[] w, int from, int to, Numbers s) {
    double sign = s.sign;
    double decay = s.decay;
    double step = s.step;
    double keep = s.beta1;
    double take = (1 - s.beta1);
    double fade = s.beta2;
    double eps = s.eps;
    for (int i = from; i < to; i++) {
      double d = sign * g[i] + decay * p[i];
      double mean = keep * m[i] + take * d;
      double largest = Math.max(fade * w[i], Math.abs(d) + eps);
      m[i] = mean;
      w[i] = largest;
      p[i] -= step * mean / largest;
    }
  }

  private static Map<String, Object> defaults(Option.ForAdamax[] options) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("lr", 2e-3);
    settings.put("betas", List.of(0.9, 0.999));
    settings.put("eps", 1e-8);
    settings.put("weight_decay", 0.0);
    settings.put("maximize", false);
    settings.putAll(Settings.of(options));
    Settings.notNegative(settings, "lr", "eps", "weight_decay");
    return settings;
  }
}
