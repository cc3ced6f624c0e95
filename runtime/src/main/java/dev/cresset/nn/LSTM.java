package dev.cresset.nn;

import static dev.cresset.Functional.lstm;

import dev.cresset.OutputStateCell;
import dev.cresset.StateCell;
import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Long short-term memory (Hochreiter and Schmidhuber, 1997). As {@code torch.nn.LSTM}. */
public final class LSTM extends LSTMModule {
  /**
   * What it gives.
   *
   * @param output the last layer's state after each step
   * @param state each layer's state and cell after the last step
   */
  public record Result(Tensor output, StateCell state) {}

  /** As {@link Result}, of packed sequences; the states are in the sequences' own order. */
  public record PackedResult(PackedSequence output, StateCell state) {}

  /** The size of each step's input. */
  public final long inputSize;

  /** The size of the cell, and of the state if it is not projected. */
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

  /** The size that states are projected to; 0 if they are not. */
  public final long projSize;

  /**
   * All weights; in the state dict they are {@code weight_ih_l0}, {@code weight_hh_l0} and so on.
   */
  public final List<Tensor> flatWeights;

  private final RecurrentWeights weights;

  /**
   * From steps of {@code inputSize} to states of {@code hiddenSize}; the first values are spread
   * evenly over {@code ±1/√hiddenSize}.
   *
   * @param options numLayers (1 if absent), bias (true), batchFirst, dropoutRate (0),
   *     bidirectional, projSize
   */
  public LSTM(long inputSize, long hiddenSize, Option.ForLstm... options) {
    RecurrentSettings settings = new RecurrentSettings(options);
    this.inputSize = inputSize;
    this.hiddenSize = hiddenSize;
    numLayers = settings.numLayers;
    bias = settings.bias;
    batchFirst = settings.batchFirst;
    dropout = settings.dropout;
    directions = settings.bidirectional ? 2 : 1;
    projSize = settings.projSize;
    weights = new RecurrentWeights(4, inputSize, hiddenSize, settings);
    flatWeights = weights.tensors();
  }

  /**
   * All steps of {@code [t, n, inputSize]} (or {@code [n, t, inputSize]} if {@code batchFirst}, or
   * one sequence {@code [t, inputSize]}).
   *
   * @param hx what it begins with, {@code [numLayers · directions, n, size]} each; null for zeros
   */
  @Script
  public Result forward(Tensor input, @Nullable StateCell hx) {
    boolean batched = input.dim() == 3;
    int batchDim = batchFirst ? 0 : 1;
    Tensor x = batched ? input : input.unsqueeze(batchDim);
    Tensor h;
    Tensor c;
    if (hx == null) {
      long batch = x.size(batchDim);
      h = x.newZeros(directions * numLayers, batch, projSize > 0 ? projSize : hiddenSize);
      c = x.newZeros(directions * numLayers, batch, hiddenSize);
    } else {
      h = batched ? hx.h() : hx.h().unsqueeze(1);
      c = batched ? hx.c() : hx.c().unsqueeze(1);
    }
    OutputStateCell all =
        lstm(
            x,
            List.of(h, c),
            flatWeights,
            bias,
            numLayers,
            dropout,
            training,
            directions == 2,
            batchFirst);
    Tensor output = batched ? all.output() : all.output().squeeze(batchDim);
    Tensor lastH = batched ? all.h() : all.h().squeeze(1);
    Tensor lastC = batched ? all.c() : all.c().squeeze(1);
    return new Result(output, new StateCell(lastH, lastC));
  }

  /**
   * All steps of packed sequences. As the call with a {@code PackedSequence}.
   *
   * @param hx what it begins with, in the sequences' own order; null for zeros
   */
  public PackedResult packed(PackedSequence input, @Nullable StateCell hx) {
    StateCell first = hx;
    if (first == null) {
      long rows = directions * numLayers;
      first =
          new StateCell(
              input.data().newZeros(rows, input.batch(), projSize > 0 ? projSize : hiddenSize),
              input.data().newZeros(rows, input.batch(), hiddenSize));
    }
    OutputStateCell all =
        lstm(
            input.data(),
            input.batchSizes(),
            List.of(input.sort(first.h()), input.sort(first.c())),
            flatWeights,
            bias,
            numLayers,
            dropout,
            training,
            directions == 2);
    return new PackedResult(
        input.with(all.output()), new StateCell(input.unsort(all.h()), input.unsort(all.c())));
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
