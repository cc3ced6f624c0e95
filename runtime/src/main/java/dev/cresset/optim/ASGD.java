package dev.cresset.optim;

import dev.cresset.Tensor;
import dev.cresset.nn.Option;
import dev.cresset.tensor.Memory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Averaged stochastic gradient descent (Polyak and Juditsky, 1992): steps that fall, and beside the
 * parameters, in {@code state(param).get("ax")}, their average. As {@code torch.optim.ASGD}.
 */
public final class ASGD extends Optimizer {

  /**
   * An optimizer of {@code params}.
   *
   * @param options lr (0.01 if absent), lambd (1e-4), alpha (0.75), averageFrom (1e6), weightDecay
   *     (0), maximize
   */
  public ASGD(List<Tensor> params, Option.ForAsgd... options) {
    super(params, defaults(options));
  }

  /** Adds parameters with some settings of their own. As {@code add_param_group}. */
  public void addParamGroup(List<Tensor> params, Option.ForAsgd... overrides) {
    add(params, Settings.of(overrides));
  }

  /** The numbers of one step. */
  private record Numbers(double sign, double decay, double shrink, double eta, double mu) {}

  @Override
  void update(Tensor param, Tensor grad, ParamGroup group, Map<String, @Nullable Object> state) {
    double lr = group.number("lr");
    double lambd = group.number("lambd");
    double steps = Elements.countStep(state);
    Tensor eta = Elements.number(state, "eta", lr);
    Tensor mu = Elements.number(state, "mu", 1);
    Tensor average = Elements.state(state, "ax", param);
    Numbers numbers =
        new Numbers(
            group.flag("maximize") ? -1 : 1,
            group.number("weight_decay"),
            1 - lambd * eta.item(),
            eta.item(),
            mu.item());
    Elements.update(
        (g, t, from, to) -> step(g, t[0], t[1], from, to, numbers),
        (g, t, from, to) -> step(g, t[0], t[1], from, to, numbers),
        grad,
        param,
        average);
    Memory.fill(eta, lr / Math.pow(1 + lambd * lr * steps, group.number("alpha")));
    Memory.fill(mu, 1 / Math.max(1, steps - group.number("t0")));
  }

  private static void step(float[] g, float[] p, float[] a, int from, int to, Numbers s) {
    float sign = (float) s.sign;
    float decay = (float) s.decay;
    float shrink = (float) s.shrink;
    float eta = (float) s.eta;
    float mu = (float) s.mu;
    for (int i = from; i < to; i++) {
      float next = shrink * p[i] - eta * (sign * g[i] + decay * p[i]);
      p[i] = next;
      a[i] = mu == 1 ? next : a[i] + (next - a[i]) * mu;
    }
  }

  private static void step(double[] g, double[] p, double[] a, int from, int to, Numbers s) {
    double sign = s.sign;
    double decay = s.decay;
    double shrink = s.shrink;
    double eta = s.eta;
    double mu = s.mu;
    for (int i = from; i < to; i++) {
      double next = shrink * p[i] - eta * (sign * g[i] + decay * p[i]);
      p[i] = next;
      a[i] = mu == 1 ? next : a[i] + (next - a[i]) * mu;
    }
  }

  private static Map<String, Object> defaults(Option.ForAsgd[] options) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("lr", 1e-2);
    settings.put("lambd", 1e-4);
    settings.put("alpha", 0.75);
    settings.put("t0", 1e6);
    settings.put("weight_decay", 0.0);
    settings.put("maximize", false);
    settings.putAll(Settings.of(options));
    Settings.notNegative(settings, "lr", "weight_decay");
    return settings;
  }
}
