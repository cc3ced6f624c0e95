package dev.cresset.optim;

import dev.cresset.Tensor;
import dev.cresset.nn.Option;
import dev.cresset.tensor.Memory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Steps that become smaller where gradients were large (Duchi and others, 2011). As {@code
 * torch.optim.Adagrad}.
 */
public final class Adagrad extends Optimizer {

  /**
   * An optimizer of {@code params}.
   *
   * @param options lr (0.01 if absent), lrDecay and weightDecay (0), initialAccumulatorValue (0),
   *     eps (1e-10), maximize
   */
  public Adagrad(List<Tensor> params, Option.ForAdagrad... options) {
    super(params, defaults(options));
  }

  /** Adds parameters with some settings of their own. As {@code add_param_group}. */
  public void addParamGroup(List<Tensor> params, Option.ForAdagrad... overrides) {
    add(params, Settings.of(overrides));
  }

  @Override
  void update(Tensor param, Tensor grad, ParamGroup group, Map<String, @Nullable Object> state) {
    double steps = Elements.countStep(state);
    double lr = group.number("lr") / (1 + (steps - 1) * group.number("lr_decay"));
    double decay = group.number("weight_decay");
    double eps = group.number("eps");
    double sign = group.flag("maximize") ? -1 : 1;
    boolean first = state.get("sum") == null;
    Tensor sum = Elements.state(state, "sum", param);
    if (first) {
      Memory.fill(sum, group.number("initial_accumulator_value"));
    }
    Elements.update(
        (g, t, from, to) ->
            step(g, t[0], t[1], from, to, (float) sign, (float) decay, (float) lr, (float) eps),
        (g, t, from, to) -> step(g, t[0], t[1], from, to, sign, decay, lr, eps),
        grad,
        param,
        sum);
  }

  private static void step(
      float[] g,
      float[] p,
      float[] sum,
      int from,
      int to,
      float sign,
      float decay,
      float lr,
      float eps) {
    for (int i = from; i < to; i++) {
      float d = sign * g[i] + decay * p[i];
      float squares = sum[i] + d * d;
      sum[i] = squares;
      p[i] -= lr * (d / ((float) Math.sqrt(squares) + eps));
    }
  }

  private static void step(
      double[] g,
      double[] p,
      double[] sum,
      int from,
      int to,
      double sign,
      double decay,
      double lr,
      double eps) {
    for (int i = from; i < to; i++) {
      double d = sign * g[i] + decay * p[i];
      double squares = sum[i] + d * d;
      sum[i] = squares;
      p[i] -= lr * (d / (Math.sqrt(squares) + eps));
    }
  }

  private static Map<String, Object> defaults(Option.ForAdagrad[] options) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("lr", 0.01);
    settings.put("lr_decay", 0.0);
    settings.put("eps", 1e-10);
    settings.put("weight_decay", 0.0);
    settings.put("initial_accumulator_value", 0.0);
    settings.put("maximize", false);
    settings.putAll(Settings.of(options));
    Settings.notNegative(
        settings, "lr", "lr_decay", "eps", "weight_decay", "initial_accumulator_value");
    return settings;
  }
}
