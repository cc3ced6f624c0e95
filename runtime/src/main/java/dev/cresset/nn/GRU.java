package dev.cresset.nn;

import static dev.cresset.Functional.gru;

import dev.cresset.OutputState;
import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gated recurrent units (Cho and others, 2014). As {@code torch.nn.GRU}. */
public final class GRU extends GRUModule {
  /**
   * What packed sequences give.
   *
   * @param output the last layer's state after each step
   * @param h each layer's state after the last step, in the sequences' own order
   */
  public record PackedResult(PackedSequence output, Tensor h) {}

  /** The size of each step's input. */
  public final long inputSize;

  /** The size of the state. */
  public final long hiddenSize;

  /** How many layers lie above each other. */
  public final long numLayers;

  /** Whether there are biases. */
  public final boolean bias;

  /** Whether batches come before steps. */
  public final boolean batchFirst;

  /** Which part of the outputs between layers is dropped in training. */
  public final double dropout;

  /** 2 if sequences are read from both ends, else 1. */
  public final long directions;

  /**
   * All weights; in the state dict they are {@code weight_ih_l0}, {@code weight_hh_l0} and so on.
   */
  public final List<Tensor> flatWeights;

  private final RecurrentWeights weights;

  /**
   * From steps of {@code inputSize} to states of {@code hiddenSize}; the first values are spread
   * evenly over {@code ±1/√hiddenSize}.
   *
   * @param options numLayers (1 if absent), bias (true), batchFirst, dropoutRate (0), bidirectional
   */
  public GRU(long inputSize, long hiddenSize, Option.ForGru... options) {
    RecurrentSettings settings = new RecurrentSettings(options);
    this.inputSize = inputSize;
    this.hiddenSize = hiddenSize;
    numLayers = settings.numLayers;
    bias = settings.bias;
    batchFirst = settings.batchFirst;
    dropout = settings.dropout;
    directions = settings.bidirectional ? 2 : 1;
    weights = new RecurrentWeights(3, inputSize, hiddenSize, settings);
    flatWeights = weights.tensors();
  }

  /**
   * All steps of {@code [t, n, inputSize]} (or {@code [n, t, inputSize]} if {@code batchFirst}, or
   * one sequence {@code [t, inputSize]}).
   *
   * @param hx what it begins with, {@code [numLayers · directions, n, size]}; null for zeros
   */
  @Script
  public OutputState forward(Tensor input, @Nullable Tensor hx) {
    boolean batched = input.dim() == 3;
    int batchDim = batchFirst ? 0 : 1;
    Tensor x = batched ? input : input.unsqueeze(batchDim);
    Tensor h;
    if (hx == null) {
      h = x.newZeros(directions * numLayers, x.size(batchDim), hiddenSize);
    } else {
      h = batched ? hx : hx.unsqueeze(1);
    }
    OutputState all =
        gru(x, h, flatWeights, bias, numLayers, dropout, training, directions == 2, batchFirst);
    if (batched) {
      return all;
    }
    return new OutputState(all.output().squeeze(batchDim), all.h().squeeze(1));
  }

  /**
   * All steps of packed sequences. As the call with a {@code PackedSequence}.
   *
   * @param hx what it begins with, in the sequences' own order; null for zeros
   */
  public PackedResult packed(PackedSequence input, @Nullable Tensor hx) {
    Tensor first = hx;
    if (first == null) {
      first = input.data().newZeros(directions * numLayers, input.batch(), hiddenSize);
    }
    Tensor h = input.sort(first);
    OutputState all =
        gru(
            input.data(),
            input.batchSizes(),
            h,
            flatWeights,
            bias,
            numLayers,
            dropout,
            training,
            directions == 2);
    return new PackedResult(input.with(all.output()), input.unsort(all.h()));
  }

  @Override
  protected void visit(Visitor v) {
    super.visit(v);
    weights.visit(v);
    v.constant("flat_weights", flatWeights);
  }

  @Override
  protected String extraRepr() {
    return weights.text(inputSize, hiddenSize);
  }
}
