package dev.cresset.nn;

import static dev.cresset.Functional.rnnReluCell;
import static dev.cresset.Functional.rnnTanhCell;

import dev.cresset.Tensor;
import dev.cresset.annotations.Param;
import dev.cresset.annotations.Script;
import org.jspecify.annotations.Nullable;

/** One step of plain recurrence. As {@code torch.nn.RNNCell}. */
public final class RNNCell extends RNNCellModule {
  /** The input's weights, {@code [hiddenSize, inputSize]}. */
  @Param public final Tensor weightIh;

  /** The state's weights, {@code [hiddenSize, hiddenSize]}. */
  @Param public final Tensor weightHh;

  /** What is added to the one; null if nothing is. */
  @Param public final @Nullable Tensor biasIh;

  /** What is added to the other; null if nothing is. */
  @Param public final @Nullable Tensor biasHh;

  /** The size of the state. */
  public final long hiddenSize;

  /** Whether it goes through relu and not tanh. */
  public final boolean relu;

  /**
   * A step from {@code inputSize} numbers and a state of {@code hiddenSize}; the first values are
   * spread evenly over {@code ±1/√hiddenSize}.
   *
   * @param options bias (true if absent), reluNonlinearity
   */
  public RNNCell(long inputSize, long hiddenSize, Option.ForRnnCell... options) {
    RecurrentSettings settings = new RecurrentSettings(options);
    long gates = 1 * hiddenSize;
    weightIh = param(Weights.uniform(hiddenSize, gates, inputSize));
    weightHh = param(Weights.uniform(hiddenSize, gates, hiddenSize));
    biasIh = settings.bias ? param(Weights.uniform(hiddenSize, gates)) : null;
    biasHh = settings.bias ? param(Weights.uniform(hiddenSize, gates)) : null;
    this.hiddenSize = hiddenSize;
    relu = settings.relu;
  }

  /**
   * One step of {@code [n, inputSize]}, or {@code [inputSize]}.
   *
   * @param hx what it begins with, {@code [n, hiddenSize]}; null for zeros
   */
  @Script
  public Tensor forward(Tensor input, @Nullable Tensor hx) {
    boolean batched = input.dim() == 2;
    Tensor x = batched ? input : input.unsqueeze(0);
    Tensor h;
    if (hx == null) {
      h = x.newZeros(x.size(0), hiddenSize);
    } else {
      h = batched ? hx : hx.unsqueeze(0);
    }
    Tensor next =
        relu
            ? rnnReluCell(x, h, weightIh, weightHh, biasIh, biasHh)
            : rnnTanhCell(x, h, weightIh, weightHh, biasIh, biasHh);
    return batched ? next : next.squeeze(0);
  }

  @Override
  protected String extraRepr() {
    String text = weightIh.size(1) + ", " + hiddenSize;
    if (biasIh == null) {
      text += ", bias=False";
    }
    if (relu) {
      text += ", nonlinearity=relu";
    }
    return text;
  }
}
