package dev.cresset.ir.op;

import static dev.cresset.ir.op.Op.op;

import java.util.List;

/**
 * Networks that go through a sequence, step by step, and their single steps. A layer in one
 * direction is one entry of the tape; the gradients of gradients go step by step.
 */
public final class RecurrentOps {
  private static final String WEIGHTS =
      "Tensor w_ih, Tensor w_hh, Tensor? b_ih=None, Tensor? b_hh=None";
  private static final String SETTINGS =
      "Tensor[] params, bool has_biases, int num_layers, float dropout, bool train, bool"
          + " bidirectional";

  /** Long short-term memory (Hochreiter and Schmidhuber, 1997) over a sequence. */
  public static final Op LSTM =
      program(
          "aten::lstm.input(Tensor input, Tensor[] hx, "
              + SETTINGS
              + ", bool batch_first) -> (Tensor, Tensor, Tensor)");

  /** As {@link #LSTM}, over sequences of several lengths, packed step by step. */
  public static final Op LSTM_DATA =
      program(
          "aten::lstm.data(Tensor data, Tensor batch_sizes, Tensor[] hx, "
              + SETTINGS
              + ") -> (Tensor, Tensor, Tensor)");

  static final List<Op> ALL =
      List.of(
          LSTM,
          LSTM_DATA,
          sequence("gru"),
          packed("gru"),
          sequence("rnn_tanh"),
          packed("rnn_tanh"),
          sequence("rnn_relu"),
          packed("rnn_relu"),
          program(
              "aten::lstm_cell(Tensor input, Tensor[] hx, " + WEIGHTS + ") -> (Tensor, Tensor)"),
          cell("gru_cell"),
          cell("rnn_tanh_cell"),
          cell("rnn_relu_cell"));

  private RecurrentOps() {}

  private static Op sequence(String name) {
    return program(
        "aten::"
            + name
            + ".input(Tensor input, Tensor hx, "
            + SETTINGS
            + ", bool batch_first) -> (Tensor, Tensor)");
  }

  private static Op packed(String name) {
    return program(
        "aten::"
            + name
            + ".data(Tensor data, Tensor batch_sizes, Tensor hx, "
            + SETTINGS
            + ") -> (Tensor, Tensor)");
  }

  private static Op cell(String name) {
    return program("aten::" + name + "(Tensor input, Tensor hx, " + WEIGHTS + ") -> Tensor");
  }

  private static Op program(String schema) {
    Op op = op(schema).program();
    return schema.contains("dropout") ? op.random() : op;
  }
}
