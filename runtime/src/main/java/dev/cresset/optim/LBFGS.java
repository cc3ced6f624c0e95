package dev.cresset.optim;

import dev.cresset.Tensor;
import dev.cresset.backend.Device;
import dev.cresset.backend.Strided;
import dev.cresset.ir.type.DType;
import dev.cresset.nn.Option;
import dev.cresset.tensor.Memory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Steps along directions in which the curvature of the last steps is known (Liu and Nocedal, 1989).
 * As {@code torch.optim.LBFGS}: for small models and whole data sets, since a step computes the
 * loss several times. It keeps its vectors in double precision.
 *
 * <pre>
 * optimizer.step(
 *     () -> {
 *       optimizer.zeroGrad();
 *       Tensor loss = lossOf.call(model.call(x), y);
 *       loss.backward();
 *       return loss;
 *     });
 * </pre>
 */
public final class LBFGS extends Optimizer {
  private final List<Tensor> params;

  /**
   * An optimizer of {@code params}, in one group.
   *
   * @param options lr (1 if absent), maxIter (20), maxEval (maxIter · 5 / 4), toleranceGrad (1e-7),
   *     toleranceChange (1e-9), historySize (100), strongWolfe (false)
   */
  public LBFGS(List<Tensor> params, Option.ForLbfgs... options) {
    super(params, defaults(options));
    this.params = List.copyOf(params);
  }

  /** Not possible: {@link #step(Supplier)} is. */
  @Override
  public void step() {
    throw new UnsupportedOperationException(
        "LBFGS computes the loss several times in a step; call step(closure), where the closure"
            + " clears the gradients, computes the loss, runs it backward and returns it");
  }

  @Override
  void update(Tensor param, Tensor grad, ParamGroup group, Map<String, @Nullable Object> state) {
    throw new UnsupportedOperationException("LBFGS updates all parameters at once");
  }

  /** States are vectors over all parameters, and stay in double precision. */
  @Override
  boolean keepsDtype(String name) {
    return true;
  }

  @Override
  public Tensor step(Supplier<Tensor> closure) {
    ParamGroup group = paramGroups().get(0);
    Tensor first = closure.get();
    double loss = first.item();
    double[] gradient = gradient();
    Curvature known = new Curvature(stateOf(params.get(0)), group.count("history_size"));
    known.evaluated(1);
    long evaluations = 1;
    double toleranceGrad = group.number("tolerance_grad");
    double tolerance = group.number("tolerance_change");
    boolean done = Vectors.largest(gradient) <= toleranceGrad;
    for (long i = 1; !done && i <= group.count("max_iter"); i++) {
      double[] direction = known.direction(gradient);
      double length =
          known.iterations() == 1
              ? Math.min(1, 1 / Vectors.absoluteSum(gradient)) * group.lr()
              : group.lr();
      double before = loss;
      double slope = Vectors.dot(gradient, direction);
      if (slope > -tolerance) {
        known.remember(direction, length, gradient, before);
        break;
      }
      double[] last = gradient;
      long own = 0;
      if (group.flag("strong_wolfe")) {
        double[] origin = values();
        StrongWolfe.Result found =
            StrongWolfe.search(
                new StrongWolfe.Point(0, loss, gradient, slope),
                at -> evaluate(closure, origin, direction, at),
                length,
                Vectors.largest(direction),
                1e-9);
        length = found.point().length();
        loss = found.point().loss();
        gradient = found.point().gradient();
        own = found.evaluations();
        move(origin, direction, length);
      } else {
        move(values(), direction, length);
        if (i < group.count("max_iter")) {
          loss = closure.get().item();
          gradient = gradient();
          own = 1;
        }
      }
      known.remember(direction, length, last, before);
      known.evaluated(own);
      evaluations += own;
      done =
          evaluations >= group.count("max_eval")
              || Vectors.largest(gradient) <= toleranceGrad
              || Vectors.largest(direction) * Math.abs(length) <= tolerance
              || Math.abs(loss - before) < tolerance;
    }
    known.save();
    return first;
  }

  private StrongWolfe.Point evaluate(
      Supplier<Tensor> closure, double[] origin, double[] direction, double length) {
    move(origin, direction, length);
    double loss = closure.get().item();
    double[] gradient = gradient();
    write(origin);
    return new StrongWolfe.Point(length, loss, gradient, Vectors.dot(gradient, direction));
  }

  private void move(double[] origin, double[] direction, double length) {
    double[] moved = origin.clone();
    Vectors.add(moved, direction, length);
    write(moved);
  }

  private double[] gradient() {
    double[] all = new double[size()];
    int at = 0;
    for (Tensor param : params) {
      Tensor grad = param.grad();
      int count = Math.toIntExact(param.numel());
      if (grad != null) {
        System.arraycopy(grad.detach().toDoubleArray(), 0, all, at, count);
      }
      at += count;
    }
    return all;
  }

  private double[] values() {
    double[] all = new double[size()];
    int at = 0;
    for (Tensor param : params) {
      double[] own = param.detach().toDoubleArray();
      System.arraycopy(own, 0, all, at, own.length);
      at += own.length;
    }
    return all;
  }

  private void write(double[] all) {
    int at = 0;
    for (Tensor param : params) {
      int count = Math.toIntExact(param.numel());
      Strided part = Strided.allocate(DType.F64, Device.CPU, param.sizes());
      System.arraycopy(all, at, part.storage().doubles(), 0, count);
      Memory.copy(Tensor.wrap(part), param);
      at += count;
    }
  }

  private int size() {
    long sum = 0;
    for (Tensor param : params) {
      sum += param.numel();
    }
    return Math.toIntExact(sum);
  }

  private static Map<String, Object> defaults(Option.ForLbfgs[] options) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("lr", 1.0);
    settings.put("max_iter", 20L);
    settings.put("tolerance_grad", 1e-7);
    settings.put("tolerance_change", 1e-9);
    settings.put("history_size", 100L);
    settings.put("strong_wolfe", false);
    settings.putAll(Settings.of(options));
    if (settings.get("max_iter") instanceof Long iterations) {
      settings.putIfAbsent("max_eval", iterations * 5 / 4);
    }
    Settings.notNegative(settings, "lr", "tolerance_grad", "tolerance_change");
    return settings;
  }

  /** The last steps and how the gradient changed over them, in the optimizer's state. */
  private static final class Curvature {
    private final Map<String, @Nullable Object> state;
    private final long limit;
    private final List<double[]> changes = new ArrayList<>();
    private final List<double[]> steps = new ArrayList<>();
    private double scale = 1;
    private long iterations;
    private long evaluations;
    private double[] lastDirection = {};
    private double[] lastGradient = {};
    private double lastLength;
    private double lastLoss;

    Curvature(Map<String, @Nullable Object> state, long limit) {
      this.state = state;
      this.limit = limit;
      if (state.get("n_iter") instanceof Long count && count > 0) {
        iterations = count;
        evaluations = state.get("func_evals") instanceof Long evals ? evals : 0;
        lastDirection = Vectors.of(state.get("d"));
        lastGradient = Vectors.of(state.get("prev_flat_grad"));
        lastLength = state.get("t") instanceof Double t ? t : 0;
        lastLoss = state.get("prev_loss") instanceof Double l ? l : 0;
        scale = state.get("H_diag") instanceof Double h ? h : 1;
        changes.addAll(Vectors.all(state.get("old_dirs")));
        steps.addAll(Vectors.all(state.get("old_stps")));
      }
    }

    long iterations() {
      return iterations;
    }

    void evaluated(long times) {
      evaluations += times;
    }

    /** The next direction: downhill, corrected by the known curvature. */
    double[] direction(double[] gradient) {
      iterations++;
      double[] q = gradient.clone();
      Vectors.scale(q, -1);
      if (iterations == 1) {
        return q;
      }
      learn(gradient);
      double[] shares = new double[steps.size()];
      for (int i = steps.size() - 1; i >= 0; i--) {
        shares[i] = Vectors.dot(steps.get(i), q) / Vectors.dot(changes.get(i), steps.get(i));
        Vectors.add(q, changes.get(i), -shares[i]);
      }
      Vectors.scale(q, scale);
      for (int i = 0; i < steps.size(); i++) {
        double share = Vectors.dot(changes.get(i), q) / Vectors.dot(changes.get(i), steps.get(i));
        Vectors.add(q, steps.get(i), shares[i] - share);
      }
      return q;
    }

    private void learn(double[] gradient) {
      double[] change = gradient.clone();
      Vectors.add(change, lastGradient, -1);
      double[] step = lastDirection.clone();
      Vectors.scale(step, lastLength);
      double both = Vectors.dot(change, step);
      if (both > 1e-10) {
        if (steps.size() == limit) {
          changes.remove(0);
          steps.remove(0);
        }
        changes.add(change);
        steps.add(step);
        scale = both / Vectors.dot(change, change);
      }
    }

    void remember(double[] direction, double length, double[] gradient, double loss) {
      lastDirection = direction;
      lastLength = length;
      lastGradient = gradient;
      lastLoss = loss;
    }

    void save() {
      state.put("func_evals", evaluations);
      state.put("n_iter", iterations);
      if (iterations > 0) {
        state.put("d", Vectors.tensor(lastDirection));
        state.put("t", lastLength);
        state.put("old_dirs", changes.stream().map(Vectors::tensor).toList());
        state.put("old_stps", steps.stream().map(Vectors::tensor).toList());
        state.put("H_diag", scale);
        state.put("prev_flat_grad", Vectors.tensor(lastGradient));
        state.put("prev_loss", lastLoss);
      }
    }
  }
}
