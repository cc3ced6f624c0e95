package dev.cresset.tools.train;

import static dev.cresset.Functional.lerp;
import static dev.cresset.Functional.noGrad;

import dev.cresset.Tensor;
import dev.cresset.backend.Strided;
import dev.cresset.ir.type.DType;
import dev.cresset.nn.NnModule;
import dev.cresset.tensor.Memory;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Means of a model's weights over the steps of training, in which late steps count more; they often
 * answer better than the weights of any step. As {@code torch.optim.swa_utils.AveragedModel} with
 * {@code get_ema_multi_avg_fn(decay)}.
 *
 * <pre>
 * var ema = new ExponentialMovingAverage(model, 0.999);
 * ...
 * optimizer.step();
 * ema.update();
 * ...
 * try (var scope = ema.swapIn()) { // the model has the means
 *   validate(model);
 * } // and its own weights again
 * </pre>
 *
 * <p>The first update takes the weights as they are. Buffers, such as the running statistics of
 * norms, are those of the last update.
 */
public final class ExponentialMovingAverage {
  private static final String COUNT = "n_averaged";
  private static final String PREFIX = "module.";

  /** The time in which the model has the means. */
  public interface Scope extends AutoCloseable {
    /** Gives the model its own weights back. */
    @Override
    void close();
  }

  private final NnModule model;
  private final double decay;

  /** The means, each once: of tensors that have several names, under the first. */
  private final Map<String, Tensor> means = new LinkedHashMap<>();

  /** The first name for each name of the state dict. */
  private final Map<String, String> firstNames = new LinkedHashMap<>();

  private long updates;
  private boolean swapped;

  /**
   * Begins with the weights as they are.
   *
   * @param decay how much of the mean stays at each update, from 0 to 1; often 0.99 to 0.9999
   * @throws IllegalArgumentException if it is not from 0 to 1
   */
  public ExponentialMovingAverage(NnModule model, double decay) {
    if (!(decay >= 0 && decay <= 1)) {
      throw new IllegalArgumentException("decay is " + decay + "; it must be from 0 to 1");
    }
    this.model = model;
    this.decay = decay;
    Map<String, Tensor> state = model.stateDict();
    state.forEach(
        (name, tensor) -> {
          String first = firstName(state, tensor);
          firstNames.put(name, first);
          if (first.equals(name)) {
            means.put(name, copy(tensor));
          }
        });
  }

  /** The first name of what lies in the same memory. */
  private static String firstName(Map<String, Tensor> state, Tensor tensor) {
    for (Map.Entry<String, Tensor> entry : state.entrySet()) {
      Strided other = entry.getValue().strided();
      if (other.storage() == tensor.strided().storage()
          && other.offset() == tensor.strided().offset()) {
        return entry.getKey();
      }
    }
    throw new IllegalArgumentException("the tensor is not of this state");
  }

  private static Tensor copy(Tensor tensor) {
    return Memory.copy(tensor, tensor.dtype(), tensor.device());
  }

  /**
   * Takes in the weights that the model has now: {@code mean = decay · mean + (1 − decay) ·
   * weight}.
   *
   * @throws IllegalStateException if the model has the means
   */
  public void update() {
    requireOwn("update");
    Set<String> parameters = model.namedParameters().keySet();
    Map<String, Tensor> state = state();
    means.forEach(
        (name, mean) -> {
          Tensor now = present(state, name);
          boolean averaged = updates > 0 && parameters.contains(name);
          Memory.copy(averaged ? noGrad(() -> lerp(mean, now, 1 - decay)) : now, mean);
        });
    updates++;
  }

  /** The model's state, which must have the names that it had. */
  private Map<String, Tensor> state() {
    Map<String, Tensor> state = model.stateDict();
    if (!state.keySet().equals(firstNames.keySet())) {
      throw new IllegalStateException(
          "the averages began with a model of %s, which has %s now"
              .formatted(firstNames.keySet(), state.keySet()));
    }
    return state;
  }

  private static Tensor present(Map<String, Tensor> state, String name) {
    return Objects.requireNonNull(state.get(name), name);
  }

  /**
   * Exchanges the model's weights and buffers for the means, until the scope ends.
   *
   * @throws IllegalStateException if the model has them already
   */
  public Scope swapIn() {
    requireOwn("swapIn");
    exchange();
    swapped = true;
    return () -> {
      if (swapped) {
        exchange();
        swapped = false;
      }
    };
  }

  private void exchange() {
    Map<String, Tensor> state = state();
    means.forEach(
        (name, mean) -> {
          Tensor tensor = present(state, name);
          Tensor own = copy(tensor);
          Memory.copy(mean, tensor);
          Memory.copy(own, mean);
        });
  }

  private void requireOwn(String what) {
    if (swapped) {
      throw new IllegalStateException(
          what + ": the model has the averages now; close the scope of swapIn first");
    }
  }

  /**
   * The means under the names of the model's state dict, each after {@code "module."}, and {@code
   * "n_averaged"}, the number of updates; copies. As {@code AveragedModel.state_dict()}.
   *
   * @throws IllegalStateException if the model has the means
   */
  public Map<String, Tensor> stateDict() {
    requireOwn("stateDict");
    Map<String, Tensor> state = new LinkedHashMap<>();
    state.put(COUNT, Tensor.scalar(updates));
    firstNames.forEach((name, first) -> state.put(PREFIX + name, copy(present(means, first))));
    return state;
  }

  /**
   * Goes on where another stopped.
   *
   * @throws IllegalArgumentException if names or sizes are not those of {@link #stateDict}; nothing
   *     is changed then
   * @throws IllegalStateException if the model has the means
   */
  public void loadStateDict(Map<String, Tensor> state) {
    requireOwn("loadStateDict");
    Tensor count = state.get(COUNT);
    if (count == null || count.numel() != 1 || state.size() != firstNames.size() + 1) {
      throw new IllegalArgumentException(
          "the state of these averages holds %s and %d tensors, given %s"
              .formatted(COUNT, firstNames.size(), state.keySet()));
    }
    means.forEach(
        (name, mean) -> {
          Tensor value = state.get(PREFIX + name);
          if (value == null || !Arrays.equals(value.sizes(), mean.sizes())) {
            throw new IllegalArgumentException(
                "'%s%s' is %s in this state, but its model's has sizes %s"
                    .formatted(
                        PREFIX,
                        name,
                        value == null ? "absent" : value.strided(),
                        Arrays.toString(mean.sizes())));
          }
        });
    means.forEach((name, mean) -> Memory.copy(present(state, PREFIX + name), mean));
    updates = count.to(DType.I64).toLong();
  }
}
