package dev.cresset.nn;

import static dev.cresset.Functional.gruCell;

import dev.cresset.Tensor;
import dev.cresset.annotations.Param;
import dev.cresset.annotations.Script;
import org.jspecify.annotations.Nullable;

/** One step of a gated recurrent unit. As {@code torch.nn.GRUCell}. */
public final class GRUCell extends GRUCellModule {
  /** The input's weights, {@code [3 · hiddenSize, inputSize]}. */
  @Param public final Tensor weightIh;

  /** The state's weights, {@code [3 · hiddenSize, hiddenSize]}. */
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
  public GRUCell(long inputSize, long hiddenSize, Option.ForCell... options) {
    RecurrentSettings settings = new RecurrentSettings(options);
    long gates = 3 * hiddenSize;
    weightIh = param(Weights.uniform(hiddenSize, gates, inputSize));
    weightHh = param(Weights.uniform(hiddenSize, gates, hiddenSize));
    biasIh = settings.bias ? param(Weights.uniform(hiddenSize, gates)) : null;
    biasHh = settings.bias ? param(Weights.uniform(hiddenSize, gates)) : null;
    this.hiddenSize = hiddenSize;
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
    Tensor next = gruCell(x, h, weightIh, weightHh, biasIh, biasHh);
    return batched ? next : next.squeeze(0);
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
