package dev.cresset.optim;

import dev.cresset.Tensor;
import dev.cresset.nn.Option;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Steps as large as recent steps were, by the size of recent gradients (Zeiler, 2012). As {@code
 * torch.optim.Adadelta}.
 */
public final class Adadelta extends Optimizer {

  /**
   * An optimizer of {@code params}.
   *
   * @param options lr (1 if absent), rho (0.9), eps (1e-6), weightDecay (0), maximize
   */
  public Adadelta(List<Tensor> params, Option.ForAdadelta... options) {
    super(params, defaults(options));
  }

  /** Adds parameters with some settings of their own. As {@code add_param_group}. */
  public void addParamGroup(List<Tensor> params, Option.ForAdadelta... overrides) {
    add(params, Settings.of(overrides));
  }

  /** The numbers of one step. */
  private record Numbers(double sign, double decay, double lr, double rho, double eps) {}

  @Override
  void update(Tensor param, Tensor grad, ParamGroup group, Map<String, @Nullable Object> state) {
    Numbers numbers =
        new Numbers(
            group.flag("maximize") ? -1 : 1,
            group.number("weight_decay"),
            group.number("lr"),
            group.number("rho"),
            group.number("eps"));
    Elements.countStep(state);
    Tensor squares = Elements.state(state, "square_avg", param);
    Tensor steps = Elements.state(state, "acc_delta", param);
    Elements.update(
        (g, t, from, to) -> step(g, t[0], t[1], t[2], from, to, numbers),
        (g, t, from, to) -> step(g, t[0], t[1], t[2], from, to, numbers),
        grad,
        param,
        squares,
        steps);
  }

  private static void step(
      float[] g, float[] p, float[] v, float[] a, int from, int to, Numbers s) {
    float sign = (float) s.sign;
    float decay = (float) s.decay;
    float lr = (float) s.lr;
    float keep = (float) s.rho;
    float take = (float) (1 - s.rho);
    float eps = (float) s.eps;
    for (int i = from; i < to; i++) {
      float d = sign * g[i] + decay * p[i];
      float square = keep * v[i] + take * d * d;
      float move = (float) Math.sqrt(a[i] + eps) / (float) Math.sqrt(square + eps) * d;
      v[i] = square;
      a[i] = keep * a[i] + take * move * move;
      p[i] -= lr * move;
    }
  }

  private static void step(
      double[] g, double[] p, double[] v, double[] a, int from, int to, Numbers s) {
    double sign = s.sign;
    double decay = s.decay;
    double lr = s.lr;
    double keep = s.rho;
    double take = (1 - s.rho);
    double eps = s.eps;
    for (int i = from; i < to; i++) {
      double d = sign * g[i] + decay * p[i];
      double square = keep * v[i] + take * d * d;
      double move = Math.sqrt(a[i] + eps) / Math.sqrt(square + eps) * d;
      v[i] = square;
      a[i] = keep * a[i] + take * move * move;
      p[i] -= lr * move;
    }
  }

  private static Map<String, Object> defaults(Option.ForAdadelta[] options) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("lr", 1.0);
    settings.put("rho", 0.9);
    settings.put("eps", 1e-6);
    settings.put("weight_decay", 0.0);
    settings.put("maximize", false);
    settings.putAll(Settings.of(options));
    Settings.notNegative(settings, "lr", "rho", "eps", "weight_decay");
    return settings;
  }
}
