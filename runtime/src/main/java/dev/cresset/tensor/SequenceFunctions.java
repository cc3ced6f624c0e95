package dev.cresset.tensor;

import dev.cresset.OutputState;
import dev.cresset.OutputStateCell;
import dev.cresset.StateCell;
import dev.cresset.Tensor;
import dev.cresset.annotations.Aten;
import dev.cresset.tensor.eager.Attention;
import dev.cresset.tensor.eager.Recurrent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Functions over sequences. */
public abstract class SequenceFunctions extends ResizeFunctions {

  /** For {@link dev.cresset.Functional}. */
  protected SequenceFunctions() {}

  /**
   * Long short-term memory. As {@code torch.lstm}; {@link dev.cresset.nn.LSTM} is the layer.
   *
   * @param input {@code [t, n, in]}, or {@code [n, t, in]} if {@code batchFirst}
   * @param hx the first states and cells, {@code [layers · directions, n, size]} each
   * @param params of each layer and direction the weights of input and state, and the biases
   * @param dropout which part of the outputs between layers is dropped if {@code train}
   */
  @Aten("lstm.input")
  public static OutputStateCell lstm(
      Tensor input,
      List<Tensor> hx,
      List<Tensor> params,
      boolean hasBiases,
      long numLayers,
      double dropout,
      boolean train,
      boolean bidirectional,
      boolean batchFirst) {
    Tensor[] results =
        Recurrent.lstm(
            input, hx, params, hasBiases, numLayers, dropout, train, bidirectional, batchFirst);
    return new OutputStateCell(results[0], results[1], results[2]);
  }

  /**
   * Long short-term memory over packed sequences. As {@code torch.lstm}; {@link
   * dev.cresset.nn.LSTM} is the layer.
   *
   * @param data the rows of all steps, one step after the other
   * @param batchSizes how many rows each step has, never more than the step before
   * @param hx the first states and cells, {@code [layers · directions, n, size]} each
   * @param params of each layer and direction the weights of input and state, and the biases
   * @param dropout which part of the outputs between layers is dropped if {@code train}
   */
  @Aten("lstm.data")
  public static OutputStateCell lstm(
      Tensor data,
      Tensor batchSizes,
      List<Tensor> hx,
      List<Tensor> params,
      boolean hasBiases,
      long numLayers,
      double dropout,
      boolean train,
      boolean bidirectional) {
    Tensor[] results =
        Recurrent.lstm(
            data, batchSizes, hx, params, hasBiases, numLayers, dropout, train, bidirectional);
    return new OutputStateCell(results[0], results[1], results[2]);
  }

  /**
   * Gated recurrent units. As {@code torch.gru}; {@link dev.cresset.nn.GRU} is the layer.
   *
   * @param input {@code [t, n, in]}, or {@code [n, t, in]} if {@code batchFirst}
   * @param hx the first states, {@code [layers · directions, n, size]}
   * @param params of each layer and direction the weights of input and state, and the biases
   * @param dropout which part of the outputs between layers is dropped if {@code train}
   */
  @Aten("gru.input")
  public static OutputState gru(
      Tensor input,
      Tensor hx,
      List<Tensor> params,
      boolean hasBiases,
      long numLayers,
      double dropout,
      boolean train,
      boolean bidirectional,
      boolean batchFirst) {
    Tensor[] results =
        Recurrent.gru(
            input, hx, params, hasBiases, numLayers, dropout, train, bidirectional, batchFirst);
    return new OutputState(results[0], results[1]);
  }

  /**
   * Gated recurrent units over packed sequences. As {@code torch.gru}; {@link dev.cresset.nn.GRU}
   * is the layer.
   *
   * @param data the rows of all steps, one step after the other
   * @param batchSizes how many rows each step has, never more than the step before
   * @param hx the first states, {@code [layers · directions, n, size]}
   * @param params of each layer and direction the weights of input and state, and the biases
   * @param dropout which part of the outputs between layers is dropped if {@code train}
   */
  @Aten("gru.data")
  public static OutputState gru(
      Tensor data,
      Tensor batchSizes,
      Tensor hx,
      List<Tensor> params,
      boolean hasBiases,
      long numLayers,
      double dropout,
      boolean train,
      boolean bidirectional) {
    Tensor[] results =
        Recurrent.gru(
            data, batchSizes, hx, params, hasBiases, numLayers, dropout, train, bidirectional);
    return new OutputState(results[0], results[1]);
  }

  /**
   * Plain recurrence through tanh. As {@code torch.rnn_tanh}; {@link dev.cresset.nn.RNN} is the
   * layer.
   *
   * @param input {@code [t, n, in]}, or {@code [n, t, in]} if {@code batchFirst}
   * @param hx the first states, {@code [layers · directions, n, size]}
   * @param params of each layer and direction the weights of input and state, and the biases
   * @param dropout which part of the outputs between layers is dropped if {@code train}
   */
  @Aten("rnn_tanh.input")
  public static OutputState rnnTanh(
      Tensor input,
      Tensor hx,
      List<Tensor> params,
      boolean hasBiases,
      long numLayers,
      double dropout,
      boolean train,
      boolean bidirectional,
      boolean batchFirst) {
    Tensor[] results =
        Recurrent.rnnTanh(
            input, hx, params, hasBiases, numLayers, dropout, train, bidirectional, batchFirst);
    return new OutputState(results[0], results[1]);
  }

  /**
   * Plain recurrence through tanh over packed sequences. As {@code torch.rnn_tanh}; {@link
   * dev.cresset.nn.RNN} is the layer.
   *
   * @param data the rows of all steps, one step after the other
   * @param batchSizes how many rows each step has, never more than the step before
   * @param hx the first states, {@code [layers · directions, n, size]}
   * @param params of each layer and direction the weights of input and state, and the biases
   * @param dropout which part of the outputs between layers is dropped if {@code train}
   */
  @Aten("rnn_tanh.data")
  public static OutputState rnnTanh(
      Tensor data,
      Tensor batchSizes,
      Tensor hx,
      List<Tensor> params,
      boolean hasBiases,
      long numLayers,
      double dropout,
      boolean train,
      boolean bidirectional) {
    Tensor[] results =
        Recurrent.rnnTanh(
            data, batchSizes, hx, params, hasBiases, numLayers, dropout, train, bidirectional);
    return new OutputState(results[0], results[1]);
  }

  /**
   * Plain recurrence through relu. As {@code torch.rnn_relu}; {@link dev.cresset.nn.RNN} is the
   * layer.
   *
   * @param input {@code [t, n, in]}, or {@code [n, t, in]} if {@code batchFirst}
   * @param hx the first states, {@code [layers · directions, n, size]}
   * @param params of each layer and direction the weights of input and state, and the biases
   * @param dropout which part of the outputs between layers is dropped if {@code train}
   */
  @Aten("rnn_relu.input")
  public static OutputState rnnRelu(
      Tensor input,
      Tensor hx,
      List<Tensor> params,
      boolean hasBiases,
      long numLayers,
      double dropout,
      boolean train,
      boolean bidirectional,
      boolean batchFirst) {
    Tensor[] results =
        Recurrent.rnnRelu(
            input, hx, params, hasBiases, numLayers, dropout, train, bidirectional, batchFirst);
    return new OutputState(results[0], results[1]);
  }

  /**
   * Plain recurrence through relu over packed sequences. As {@code torch.rnn_relu}; {@link
   * dev.cresset.nn.RNN} is the layer.
   *
   * @param data the rows of all steps, one step after the other
   * @param batchSizes how many rows each step has, never more than the step before
   * @param hx the first states, {@code [layers · directions, n, size]}
   * @param params of each layer and direction the weights of input and state, and the biases
   * @param dropout which part of the outputs between layers is dropped if {@code train}
   */
  @Aten("rnn_relu.data")
  public static OutputState rnnRelu(
      Tensor data,
      Tensor batchSizes,
      Tensor hx,
      List<Tensor> params,
      boolean hasBiases,
      long numLayers,
      double dropout,
      boolean train,
      boolean bidirectional) {
    Tensor[] results =
        Recurrent.rnnRelu(
            data, batchSizes, hx, params, hasBiases, numLayers, dropout, train, bidirectional);
    return new OutputState(results[0], results[1]);
  }

  /** One step of an LSTM from {@code hx}, a state and a cell. As {@code torch.lstm_cell}. */
  @Aten("lstm_cell")
  public static StateCell lstmCell(
      Tensor input,
      List<Tensor> hx,
      Tensor wIh,
      Tensor wHh,
      @Nullable Tensor bIh,
      @Nullable Tensor bHh) {
    Tensor[] results = Recurrent.lstmCell(input, hx, wIh, wHh, bIh, bHh);
    return new StateCell(results[0], results[1]);
  }

  /** One step of a gated recurrent unit from the state {@code hx}. As {@code torch.gru_cell}. */
  @Aten("gru_cell")
  public static Tensor gruCell(
      Tensor input, Tensor hx, Tensor wIh, Tensor wHh, @Nullable Tensor bIh, @Nullable Tensor bHh) {
    return Recurrent.gruCell(input, hx, wIh, wHh, bIh, bHh);
  }

  /**
   * One step of plain recurrence through tanh from the state {@code hx}. As {@code
   * torch.rnn_tanh_cell}.
   */
  @Aten("rnn_tanh_cell")
  public static Tensor rnnTanhCell(
      Tensor input, Tensor hx, Tensor wIh, Tensor wHh, @Nullable Tensor bIh, @Nullable Tensor bHh) {
    return Recurrent.rnnTanhCell(input, hx, wIh, wHh, bIh, bHh);
  }

  /**
   * One step of plain recurrence through relu from the state {@code hx}. As {@code
   * torch.rnn_relu_cell}.
   */
  @Aten("rnn_relu_cell")
  public static Tensor rnnReluCell(
      Tensor input, Tensor hx, Tensor wIh, Tensor wHh, @Nullable Tensor bIh, @Nullable Tensor bHh) {
    return Recurrent.rnnReluCell(input, hx, wIh, wHh, bIh, bHh);
  }

  /**
   * Values weighed by how well their keys match the queries: {@code softmax(q · kᵀ / √d) · v}. As
   * {@code torch.nn.functional.scaled_dot_product_attention}.
   *
   * @param query {@code [*, t, d]}
   * @param key {@code [*, s, d]}
   * @param value {@code [*, s, e]}
   * @return {@code [*, t, e]}
   */
  @Aten("scaled_dot_product_attention")
  public static Tensor scaledDotProductAttention(Tensor query, Tensor key, Tensor value) {
    return Attention.scaledDotProductAttention(query, key, value, null, 0, false, null, false);
  }

  /**
   * As the other, with a mask and dropout.
   *
   * @param attnMask truths where a query may look, or numbers that are added; broadcast to {@code
   *     [*, t, s]}
   * @param dropoutP which part of the weights is dropped, in evaluation, too
   * @param isCausal whether each query looks at the keys up to its own place alone
   */
  @Aten("scaled_dot_product_attention")
  public static Tensor scaledDotProductAttention(
      Tensor query,
      Tensor key,
      Tensor value,
      @Nullable Tensor attnMask,
      double dropoutP,
      boolean isCausal) {
    return Attention.scaledDotProductAttention(
        query, key, value, attnMask, dropoutP, isCausal, null, false);
  }

  /**
   * As the other, with all that there is.
   *
   * @param scale what the products are multiplied with; null for 1 / √d
   * @param enableGqa whether there may be fewer heads, in the third size from the end, of keys and
   *     values than of queries
   */
  @Aten("scaled_dot_product_attention")
  public static Tensor scaledDotProductAttention(
      Tensor query,
      Tensor key,
      Tensor value,
      @Nullable Tensor attnMask,
      double dropoutP,
      boolean isCausal,
      @Nullable Double scale,
      boolean enableGqa) {
    return Attention.scaledDotProductAttention(
        query, key, value, attnMask, dropoutP, isCausal, scale, enableGqa);
  }
}
