package dev.cresset.tensor.forward;

import dev.cresset.Tensor;
import dev.cresset.autograd.Autograd;
import dev.cresset.autograd.GradFn;
import dev.cresset.autograd.GradMode;
import dev.cresset.autograd.Saved;
import dev.cresset.autograd.Tape;
import dev.cresset.ir.type.DType;
import dev.cresset.tensor.eager.Elementwise;
import dev.cresset.tensor.eager.Join;
import dev.cresset.tensor.eager.Matrix;
import dev.cresset.tensor.eager.Shape;
import dev.cresset.tensor.forward.RecurrentForward.Cell;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One layer in one direction. The inputs of all steps are projected at once. In single precision
 * the steps are one entry of the tape, computed over arrays by {@link RecurrentSteps}; otherwise,
 * and where the backward pass itself is recorded, they are recorded one by one.
 */
final class Recurrence {
  private final Cell cell;
  private final long[] sizes;
  private final boolean backward;

  private Recurrence(Cell cell, long[] sizes, boolean backward) {
    this.cell = cell;
    this.sizes = sizes;
    this.backward = backward;
  }

  /**
   * Runs all steps.
   *
   * @param data the inputs' rows, one step after the other
   * @param sizes how many rows each step has; never more than the step before
   * @param backward whether the last step comes first
   * @return the outputs' rows, the last states and, of an LSTM, the last cells
   */
  static Tensor[] run(
      Cell cell,
      Tensor data,
      long[] sizes,
      boolean backward,
      Tensor h,
      @Nullable Tensor c,
      Tensor inputWeight,
      Tensor weight,
      @Nullable Tensor inputBias,
      @Nullable Tensor bias,
      @Nullable Tensor projection) {
    Recurrence recurrence = new Recurrence(cell, sizes, backward);
    boolean apart = cell == Cell.GRU; // its reset gate stands between the two biases
    Tensor both =
        apart || inputBias == null || bias == null
            ? inputBias
            : Elementwise.add(inputBias, bias, 1);
    Tensor projected = Matrix.linear(data, inputWeight, both);
    Inputs in = new Inputs(projected, h, c, weight, apart ? bias : null, projection);
    return in.areSingle() ? recurrence.fast(in) : recurrence.stepByStep(in);
  }

  /** What one layer and direction computes from. */
  record Inputs(
      Tensor projected,
      Tensor h,
      @Nullable Tensor c,
      Tensor weight,
      @Nullable Tensor bias,
      @Nullable Tensor projection) {

    @Nullable Tensor[] all() {
      return new Tensor[] {projected, h, c, weight, bias, projection};
    }

    static Inputs of(@Nullable Tensor[] all) {
      Tensor projected = all[0];
      Tensor h = all[1];
      Tensor weight = all[3];
      if (projected == null || h == null || weight == null) {
        throw new IllegalStateException("an input of a recurrent layer is missing");
      }
      return new Inputs(projected, h, all[2], weight, all[4], all[5]);
    }

    boolean areSingle() {
      for (Tensor each : all()) {
        if (each != null && (each.dtype() != DType.F32 || !each.device().isCpu())) {
          return false;
        }
      }
      return true;
    }
  }

  private Tensor[] fast(Inputs in) {
    @Nullable Tensor[] fixed = in.all(); // handles may be given other memory before the gradient
    for (int i = 0; i < fixed.length; i++) {
      Tensor each = fixed[i];
      fixed[i] = each == null ? null : Tensor.wrap(each.strided());
    }
    RecurrentSteps steps = new RecurrentSteps(cell, sizes, backward, Inputs.of(fixed));
    Tensor[] results = steps.forward();
    @Nullable Tensor[] all = in.all();
    GradFn node = Tape.node(name(), all);
    if (node == null) {
      return results;
    }
    @Nullable Saved[] saved = new Saved[all.length + results.length];
    for (int i = 0; i < all.length; i++) {
      saved[i] = node.saveOptional(all[i]);
    }
    for (int i = 0; i < results.length; i++) {
      saved[all.length + i] = node.save(results[i]);
    }
    node.backward(
            dys -> {
              @Nullable Tensor[] values = new Tensor[all.length];
              for (int i = 0; i < saved.length; i++) {
                Saved each = saved[i];
                Tensor value = each == null ? null : each.get(); // complains if it was written to
                if (i < values.length) {
                  values[i] = value;
                }
              }
              return GradMode.enabled() ? recorded(node, dys, values) : steps.gradients(dys);
            })
        .gives(results);
    return results;
  }

  private String name() {
    return switch (cell) {
      case LSTM -> "LstmLayerBackward0";
      case GRU -> "GruLayerBackward0";
      case TANH, RELU -> "RnnLayerBackward0";
    };
  }

  /** The gradients as the steps one by one have them, on the tape. */
  private @Nullable Tensor[] recorded(
      GradFn node, @Nullable Tensor[] dys, @Nullable Tensor[] inputs) {
    @Nullable Tensor[] replayed = inputs.clone();
    List<Tensor> wanted = new ArrayList<>();
    for (int i = 0; i < inputs.length; i++) {
      Tensor input = inputs[i];
      if (input != null && node.wants(i)) {
        Tensor alias = Shape.alias(input);
        replayed[i] = alias;
        wanted.add(alias);
      }
    }
    Tensor[] results = stepByStep(Inputs.of(replayed));
    List<Tensor> outputs = new ArrayList<>();
    List<Tensor> gradients = new ArrayList<>();
    for (int i = 0; i < dys.length; i++) {
      Tensor dy = dys[i];
      if (dy != null && results[i].requiresGrad()) {
        outputs.add(results[i]);
        gradients.add(dy);
      }
    }
    @Nullable Tensor[] found = new Tensor[inputs.length];
    List<@Nullable Tensor> computed = Autograd.grad(outputs, wanted, gradients, true, true, true);
    for (int i = 0, next = 0; i < inputs.length; i++) {
      if (inputs[i] != null && node.wants(i)) {
        found[i] = computed.get(next++);
      }
    }
    return found;
  }

  /** By recorded ops. */
  private Tensor[] stepByStep(Inputs in) {
    Tensor h = in.h;
    Tensor c = in.c;
    long[] starts = starts(sizes);
    Tensor[] outputs = new Tensor[sizes.length];
    for (int i = 0; i < sizes.length; i++) {
      int t = backward ? sizes.length - 1 - i : i;
      Tensor x = Shape.narrow(in.projected, 0, starts[t], sizes[t]);
      Tensor now = c == null ? null : head(c, sizes[t]);
      Tensor[] after = cell.step(x, head(h, sizes[t]), now, in.weight, in.bias, in.projection);
      outputs[t] = after[0];
      h = joined(after[0], h);
      c = c == null ? null : joined(after[1], c);
    }
    Tensor all = Join.cat(List.of(outputs), 0);
    return c == null ? new Tensor[] {all, h} : new Tensor[] {all, h, c};
  }

  /** The rows that this step changes. */
  private static Tensor head(Tensor state, long rows) {
    return rows == state.size(0) ? state : Shape.narrow(state, 0, 0, rows);
  }

  /** The changed rows, then those of sequences that are over, or have not begun. */
  private static Tensor joined(Tensor changed, Tensor state) {
    long rows = changed.size(0);
    return rows == state.size(0)
        ? changed
        : Join.cat(List.of(changed, Shape.narrow(state, 0, rows, state.size(0) - rows)), 0);
  }

  /** The first row of each step. */
  static long[] starts(long[] sizes) {
    long[] starts = new long[sizes.length];
    for (int t = 1; t < sizes.length; t++) {
      starts[t] = starts[t - 1] + sizes[t - 1];
    }
    return starts;
  }
}
