package dev.cresset.nn;

import static dev.cresset.Functional.lstmCell;

import dev.cresset.StateCell;
import dev.cresset.Tensor;
import dev.cresset.annotations.Param;
import dev.cresset.annotations.Script;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One step of long short-term memory. As {@code torch.nn.LSTMCell}. */
public final class LSTMCell extends LSTMCellModule {
  /** The input's weights, {@code [4 · hiddenSize, inputSize]}. */
  @Param public final Tensor weightIh;

  /** The state's weights, {@code [4 · hiddenSize, hiddenSize]}. */
  @Param public final Tensor weightHh;

  /** What is added to the one; null if nothing is. */
  @Param public final @Nullable Tensor biasIh;

  /** What is added to the other; null if nothing is. */
  @Param public final @Nullable Tensor biasHh;

  /** The size of the state. */
  public final long hiddenSize;

  /**
   * A step from {@code inputSize} numbers and a state of {@code hiddenSize}; the first values are
   * spread evenly over {@code ±1/√hiddenSize}.
   *
   * @param options bias (true if absent)
   */
  public LSTMCell(long inputSize, long hiddenSize, Option.ForCell... options) {
    RecurrentSettings settings = new RecurrentSettings(options);
    long gates = 4 * hiddenSize;
    weightIh = param(Weights.uniform(hiddenSize, gates, inputSize));
    weightHh = param(Weights.uniform(hiddenSize, gates, hiddenSize));
    biasIh = settings.bias ? param(Weights.uniform(hiddenSize, gates)) : null;
    biasHh = settings.bias ? param(Weights.uniform(hiddenSize, gates)) : null;
    this.hiddenSize = hiddenSize;
  }

  /**
   * One step of {@code [n, inputSize]}, or {@code [inputSize]}.
   *
   * @param hx what it begins with, {@code [n, hiddenSize]} each; null for zeros
   */
  @Script
  public StateCell forward(Tensor input, @Nullable StateCell hx) {
    boolean batched = input.dim() == 2;
    Tensor x = batched ? input : input.unsqueeze(0);
    Tensor h;
    Tensor c;
    if (hx == null) {
      h = x.newZeros(x.size(0), hiddenSize);
      c = h;
    } else {
      h = batched ? hx.h() : hx.h().unsqueeze(0);
      c = batched ? hx.c() : hx.c().unsqueeze(0);
    }
    StateCell next = lstmCell(x, List.of(h, c), weightIh, weightHh, biasIh, biasHh);
    return batched ? next : new StateCell(next.h().squeeze(0), next.c().squeeze(0));
  }

  @Override
  protected String extraRepr() {
    String text = weightIh.size(1) + ", " + hiddenSize;
    if (biasIh == null) {
      text += ", bias=False";
    }
    return text;
  }
}
