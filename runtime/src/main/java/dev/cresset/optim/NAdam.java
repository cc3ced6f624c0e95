package dev.cresset.optim;

import dev.cresset.Tensor;
import dev.cresset.nn.Option;
import dev.cresset.tensor.Memory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Adam with Nesterov's momentum (Dozat, 2016). As {@code torch.optim.NAdam} of PyTorch 1.13, which
 * corrects the momentum of the next step by one factor more than the paper and PyTorch 2 do.
 */
public final class NAdam extends Optimizer {

  /**
   * An optimizer of {@code params}.
   *
   * @param options lr (0.002 if absent), betas (0.9, 0.999), eps (1e-8), weightDecay (0),
   *     momentumDecay (0.004), decoupledWeightDecay, maximize
   */
  public NAdam(List<Tensor> params, Option.ForNadam... options) {
    super(params, defaults(options));
  }

  /** Adds parameters with some settings of their own. As {@code add_param_group}. */
  public void addParamGroup(List<Tensor> params, Option.ForNadam... overrides) {
    add(params, Settings.of(overrides));
  }

  /** The numbers of one step. */
  private record Numbers(
      double sign,
      double decay,
      double shrink,
      double beta1,
      double beta2,
      double root,
      double now,
      double next,
      double eps) {}

  @Override
  void update(Tensor param, Tensor grad, ParamGroup group, Map<String, @Nullable Object> state) {
    double beta1 = group.number("betas", 0);
    double beta2 = group.number("betas", 1);
    double lr = group.number("lr");
    double growth = group.number("momentum_decay");
    boolean apart = group.flag("decoupled_weight_decay");
    double steps = Elements.countStep(state);
    double mu = beta1 * (1 - 0.5 * Math.pow(0.96, steps * growth));
    double muNext = beta1 * (1 - 0.5 * Math.pow(0.96, (steps + 1) * growth));
    Tensor muProduct = Elements.number(state, "mu_product", 1);
    Memory.fill(muProduct, (double) ((float) muProduct.item() * (float) mu));
    double product = muProduct.item();
    Numbers numbers =
        new Numbers(
            group.flag("maximize") ? -1 : 1,
            apart ? 0 : group.number("weight_decay"),
            apart ? 1 - lr * group.number("weight_decay") : 1,
            beta1,
            beta2,
            Math.sqrt(1 - Math.pow(beta2, steps)),
            lr * (1 - mu) / (1 - product),
            lr * muNext / (1 - product * mu * muNext), // PyTorch 1.13's form; 2.x leaves mu out
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
    float root = (float) s.root;
    float now = (float) s.now;
    float next = (float) s.next;
    float eps = (float) s.eps;
    for (int i = from; i < to; i++) {
      float d = sign * g[i] + decay * p[i];
      float mean = keep1 * m[i] + take1 * d;
      float square = keep2 * v[i] + take2 * d * d;
      m[i] = mean;
      v[i] = square;
      float scale = (float) Math.sqrt(square) / root + eps;
      p[i] = shrink * p[i] - now * d / scale - next * mean / scale;
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
    double root = s.root;
    double now = s.now;
    double next = s.next;
    double eps = s.eps;
    for (int i = from; i < to; i++) {
      double d = sign * g[i] + decay * p[i];
      double mean = keep1 * m[i] + take1 * d;
      double square = keep2 * v[i] + take2 * d * d;
      m[i] = mean;
      v[i] = square;
      double scale = Math.sqrt(square) / root + eps;
      p[i] = shrink * p[i] - now * d / scale - next * mean / scale;
    }
  }

  private static Map<String, Object> defaults(Option.ForNadam[] options) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("lr", 2e-3);
    settings.put("betas", List.of(0.9, 0.999));
    settings.put("eps", 1e-8);
    settings.put("weight_decay", 0.0);
    settings.put("momentum_decay", 4e-3);
    settings.put("decoupled_weight_decay", false);
    settings.put("maximize", false);
    settings.putAll(Settings.of(options));
    Settings.notNegative(settings, "lr", "eps", "weight_decay", "momentum_decay");
    return settings;
  }
}
