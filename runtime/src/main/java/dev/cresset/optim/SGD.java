package dev.cresset.optim;

import dev.cresset.Tensor;
import dev.cresset.nn.Option;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Stochastic gradient descent, with momentum if asked for. As {@code torch.optim.SGD}.
 *
 * <pre>new SGD(model.parameters(), lr(0.1), momentum(0.9), nesterov(true))</pre>
 */
public final class SGD extends Optimizer {

  /**
   * An optimizer of {@code params}.
   *
   * @param options momentum, dampening and weightDecay (0 if absent), nesterov, maximize
   */
  public SGD(List<Tensor> params, Option.LearningRate lr, Option.ForSgd... options) {
    super(params, defaults(lr, options));
    paramGroups().forEach(SGD::check);
  }

  /** Adds parameters with some settings of their own. As {@code add_param_group}. */
  public void addParamGroup(List<Tensor> params, Option.ForSgd... overrides) {
    add(params, Settings.of(overrides));
    check(paramGroups().get(paramGroups().size() - 1));
  }

  @Override
  void update(Tensor param, Tensor grad, ParamGroup group, Map<String, @Nullable Object> state) {
    double lr = group.number("lr");
    double decay = group.number("weight_decay");
    double momentum = group.number("momentum");
    double sign = group.flag("maximize") ? -1 : 1;
    if (momentum == 0) {
      state.put("momentum_buffer", null);
      Elements.update(
          (g, t, from, to) -> plain(g, t[0], from, to, (float) sign, (float) decay, (float) lr),
          (g, t, from, to) -> plain(g, t[0], from, to, sign, decay, lr),
          grad,
          param);
      return;
    }
    boolean first = state.get("momentum_buffer") == null;
    Tensor buffer = Elements.state(state, "momentum_buffer", param);
    double keep = first ? 0 : momentum; // the first buffer is the gradient itself
    double take = first ? 1 : 1 - group.number("dampening");
    double ahead = group.flag("nesterov") ? momentum : 0;
    double own = group.flag("nesterov") ? 1 : 0;
    double now = group.flag("nesterov") ? ahead : 1;
    Elements.update(
        (g, t, from, to) ->
            momentum(
                g,
                t[0],
                t[1],
                from,
                to,
                (float) sign,
                (float) decay,
                (float) lr,
                (float) keep,
                (float) take,
                (float) own,
                (float) now),
        (g, t, from, to) ->
            momentum(g, t[0], t[1], from, to, sign, decay, lr, keep, take, own, now),
        grad,
        param,
        buffer);
  }

  private static void plain(
      float[] g, float[] p, int from, int to, float sign, float decay, float lr) {
    for (int i = from; i < to; i++) {
      p[i] -= lr * (sign * g[i] + decay * p[i]);
    }
  }

  private static void plain(
      double[] g, double[] p, int from, int to, double sign, double decay, double lr) {
    for (int i = from; i < to; i++) {
      p[i] -= lr * (sign * g[i] + decay * p[i]);
    }
  }

  /** The step is {@code own · d + now · buffer}: the buffer, or with Nesterov one further. */
  private static void momentum(
      float[] g,
      float[] p,
      float[] b,
      int from,
      int to,
      float sign,
      float decay,
      float lr,
      float keep,
      float take,
      float own,
      float now) {
    for (int i = from; i < to; i++) {
      float d = sign * g[i] + decay * p[i];
      float next = keep * b[i] + take * d;
      b[i] = next;
      p[i] -= lr * (own * d + now * next);
    }
  }

  private static void momentum(
      double[] g,
      double[] p,
      double[] b,
      int from,
      int to,
      double sign,
      double decay,
      double lr,
      double keep,
      double take,
      double own,
      double now) {
    for (int i = from; i < to; i++) {
      double d = sign * g[i] + decay * p[i];
      double next = keep * b[i] + take * d;
      b[i] = next;
      p[i] -= lr * (own * d + now * next);
    }
  }

  private static void check(ParamGroup group) {
    if (group.flag("nesterov")
        && (group.number("momentum") <= 0 || group.number("dampening") != 0)) {
      throw new IllegalArgumentException(
          "Nesterov momentum requires a momentum and zero dampening, given momentum "
              + group.number("momentum")
              + " and dampening "
              + group.number("dampening"));
    }
  }

  private static Map<String, Object> defaults(Option.LearningRate lr, Option.ForSgd[] options) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("lr", lr.value());
    settings.put("momentum", 0.0);
    settings.put("dampening", 0.0);
    settings.put("weight_decay", 0.0);
    settings.put("nesterov", false);
    settings.put("maximize", false);
    settings.putAll(Settings.of(options));
    Settings.notNegative(settings, "lr", "momentum", "weight_decay");
    return settings;
  }
}
