package dev.cresset.optim;

import dev.cresset.Tensor;
import dev.cresset.nn.Option;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Steps divided by the root of a running mean of squared gradients (Hinton, 2012). As {@code
 * torch.optim.RMSprop}.
 *
 * <pre>new RMSprop(model.parameters(), lr(1e-3), alpha(0.9), momentum(0.9))</pre>
 */
public final class RMSprop extends Optimizer {

  /**
   * An optimizer of {@code params}.
   *
   * @param options lr (0.01 if absent), alpha (0.99), eps (1e-8), weightDecay and momentum (0),
   *     centered, maximize
   */
  public RMSprop(List<Tensor> params, Option.ForRmsprop... options) {
    super(params, defaults(options));
  }

  /** Adds parameters with some settings of their own. As {@code add_param_group}. */
  public void addParamGroup(List<Tensor> params, Option.ForRmsprop... overrides) {
    add(params, Settings.of(overrides));
  }

  /** The numbers of one step. */
  private record Numbers(
      double sign,
      double decay,
      double lr,
      double alpha,
      double momentum,
      double eps,
      boolean centered) {}

  @Override
  void update(Tensor param, Tensor grad, ParamGroup group, Map<String, @Nullable Object> state) {
    Numbers numbers =
        new Numbers(
            group.flag("maximize") ? -1 : 1,
            group.number("weight_decay"),
            group.number("lr"),
            group.number("alpha"),
            group.number("momentum"),
            group.number("eps"),
            group.flag("centered"));
    Elements.countStep(state);
    List<Tensor> written = new ArrayList<>();
    written.add(param);
    written.add(Elements.state(state, "square_avg", param));
    if (numbers.centered) {
      written.add(Elements.state(state, "grad_avg", param));
    }
    if (numbers.momentum > 0) {
      written.add(Elements.state(state, "momentum_buffer", param));
    }
    Elements.update(
        (g, t, from, to) -> step(g, t, from, to, numbers),
        (g, t, from, to) -> step(g, t, from, to, numbers),
        grad,
        written.toArray(Tensor[]::new));
  }

  private static void step(float[] g, float[][] t, int from, int to, Numbers s) {
    float[] p = t[0];
    float[] v = t[1];
    float[] m = s.centered ? t[2] : null;
    float[] b = s.momentum > 0 ? t[t.length - 1] : null;
    float sign = (float) s.sign;
    float decay = (float) s.decay;
    float lr = (float) s.lr;
    float keep = (float) s.alpha;
    float take = (float) (1 - s.alpha);
    float momentum = (float) s.momentum;
    float eps = (float) s.eps;
    for (int i = from; i < to; i++) {
      float d = sign * g[i] + decay * p[i];
      float square = keep * v[i] + take * d * d;
      v[i] = square;
      if (m != null) {
        float mean = keep * m[i] + take * d;
        m[i] = mean;
        square -= mean * mean;
      }
      float move = d / ((float) Math.sqrt(square) + eps);
      if (b != null) {
        move += momentum * b[i];
        b[i] = move;
      }
      p[i] -= lr * move;
    }
  }

  private static void step(double[] g, double[][] t, int from, int to, Numbers s) {
    double[] p = t[0];
    double[] v = t[1];
    double[] m = s.centered ? t[2] : null;
    double[] b = s.momentum > 0 ? t[t.length - 1] : null;
    double sign = s.sign;
    double decay = s.decay;
    double lr = s.lr;
    double keep = s.alpha;
    double take = (1 - s.alpha);
    double momentum = s.momentum;
    double eps = s.eps;
    for (int i = from; i < to; i++) {
      double d = sign * g[i] + decay * p[i];
      double square = keep * v[i] + take * d * d;
      v[i] = square;
      if (m != null) {
        double mean = keep * m[i] + take * d;
        m[i] = mean;
        square -= mean * mean;
      }
      double move = d / (Math.sqrt(square) + eps);
      if (b != null) {
        move += momentum * b[i];
        b[i] = move;
      }
      p[i] -= lr * move;
    }
  }

  private static Map<String, Object> defaults(Option.ForRmsprop[] options) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("lr", 0.01);
    settings.put("momentum", 0.0);
    settings.put("alpha", 0.99);
    settings.put("eps", 1e-8);
    settings.put("centered", false);
    settings.put("weight_decay", 0.0);
    settings.put("maximize", false);
    settings.putAll(Settings.of(options));
    Settings.notNegative(settings, "lr", "eps", "momentum", "weight_decay", "alpha");
    return settings;
  }
}
