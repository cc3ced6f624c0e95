package dev.cresset.optim;

import dev.cresset.Tensor;
import dev.cresset.nn.Option;
import dev.cresset.tensor.Memory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Steps of a size of their own for each weight, which grows while the gradient keeps its sign
 * (Riedmiller and Braun, 1993). As {@code torch.optim.Rprop}.
 */
public final class Rprop extends Optimizer {

  /**
   * An optimizer of {@code params}.
   *
   * @param options lr, the first size (0.01 if absent), etas (0.5, 1.2), stepSizes (1e-6, 50),
   *     maximize
   */
  public Rprop(List<Tensor> params, Option.ForRprop... options) {
    super(params, defaults(options));
  }

  /** Adds parameters with some settings of their own. As {@code add_param_group}. */
  public void addParamGroup(List<Tensor> params, Option.ForRprop... overrides) {
    add(params, Settings.of(overrides));
  }

  /** The numbers of one step. */
  private record Numbers(double sign, double smaller, double greater, double min, double max) {}

  @Override
  void update(Tensor param, Tensor grad, ParamGroup group, Map<String, @Nullable Object> state) {
    Numbers numbers =
        new Numbers(
            group.flag("maximize") ? -1 : 1,
            group.number("etas", 0),
            group.number("etas", 1),
            group.number("step_sizes", 0),
            group.number("step_sizes", 1));
    Elements.countStep(state);
    boolean first = state.get("step_size") == null;
    Tensor before = Elements.state(state, "prev", param);
    Tensor size = Elements.state(state, "step_size", param);
    if (first) {
      Memory.fill(size, group.number("lr"));
    }
    Elements.update(
        (g, t, from, to) -> step(g, t[0], t[1], t[2], from, to, numbers),
        (g, t, from, to) -> step(g, t[0], t[1], t[2], from, to, numbers),
        grad,
        param,
        before,
        size);
  }

  private static void step(
      float[] g, float[] p, float[] before, float[] size, int from, int to, Numbers s) {
    float sign = (float) s.sign;
    float smaller = (float) s.smaller;
    float greater = (float) s.greater;
    float min = (float) s.min;
    float max = (float) s.max;
    for (int i = from; i < to; i++) {
      float d = sign * g[i];
      float product = d * before[i];
      float factor = product > 0 ? greater : product < 0 ? smaller : 1;
      float next = Math.min(Math.max(size[i] * factor, min), max);
      float taken = product < 0 ? 0 : d; // after a step too far, none is taken
      size[i] = next;
      before[i] = taken;
      p[i] -= Math.signum(taken) * next;
    }
  }

  private static void step(
      double[] g, double[] p, double[] before, double[] size, int from, int to, Numbers s) {
    double sign = s.sign;
    double smaller = s.smaller;
    double greater = s.greater;
    double min = s.min;
    double max = s.max;
    for (int i = from; i < to; i++) {
      double d = sign * g[i];
      double product = d * before[i];
      double factor = product > 0 ? greater : product < 0 ? smaller : 1;
      double next = Math.min(Math.max(size[i] * factor, min), max);
      double taken = product < 0 ? 0 : d; // after a step too far, none is taken
      size[i] = next;
      before[i] = taken;
      p[i] -= Math.signum(taken) * next;
    }
  }

  private static Map<String, Object> defaults(Option.ForRprop[] options) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("lr", 1e-2);
    settings.put("etas", List.of(0.5, 1.2));
    settings.put("step_sizes", List.of(1e-6, 50.0));
    settings.put("maximize", false);
    settings.putAll(Settings.of(options));
    Settings.notNegative(settings, "lr");
    for (Option.ForRprop option : options) {
      if (option instanceof Option.Etas o
          && !(0 < o.smaller() && o.smaller() < 1 && 1 < o.greater())) {
        throw new IllegalArgumentException(
            "etas are "
                + o.smaller()
                + " and "
                + o.greater()
                + "; they must lie on both sides of 1");
      }
    }
    return settings;
  }
}
