package dev.cresset.tensor.forward;

import dev.cresset.ShapeException;
import dev.cresset.Tensor;
import dev.cresset.tensor.eager.Elementwise;
import dev.cresset.tensor.eager.Join;
import dev.cresset.tensor.eager.Matrix;
import dev.cresset.tensor.eager.Random;
import dev.cresset.tensor.eager.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Recurrent networks: layers and directions around {@link Recurrence}, and single steps. */
public final class RecurrentForward {
  private RecurrentForward() {}

  /** All layers over a sequence {@code [t, n, in]}: its outputs, the last states and cells. */
  public static Tensor[] lstm(
      Tensor input,
      List<Tensor> hx,
      List<Tensor> params,
      boolean hasBiases,
      long numLayers,
      double dropout,
      boolean train,
      boolean bidirectional,
      boolean batchFirst) {
    Stack stack = new Stack(Cell.LSTM, params, hasBiases, numLayers, bidirectional);
    return stack.sequence(input, hx.get(0), hx.get(1), train ? dropout : 0, batchFirst);
  }

  /** As the other, over packed sequences. */
  public static Tensor[] lstm(
      Tensor data,
      Tensor batchSizes,
      List<Tensor> hx,
      List<Tensor> params,
      boolean hasBiases,
      long numLayers,
      double dropout,
      boolean train,
      boolean bidirectional) {
    Stack stack = new Stack(Cell.LSTM, params, hasBiases, numLayers, bidirectional);
    return stack.packed(data, batchSizes.toLongArray(), hx.get(0), hx.get(1), train ? dropout : 0);
  }

  /** All layers of gated recurrent units over a sequence: its outputs, and the last states. */
  public static Tensor[] gru(
      Tensor input,
      Tensor hx,
      List<Tensor> params,
      boolean hasBiases,
      long numLayers,
      double dropout,
      boolean train,
      boolean bidirectional,
      boolean batchFirst) {
    Stack stack = new Stack(Cell.GRU, params, hasBiases, numLayers, bidirectional);
    return stack.sequence(input, hx, null, train ? dropout : 0, batchFirst);
  }

  /** As the other, over packed sequences. */
  public static Tensor[] gru(
      Tensor data,
      Tensor batchSizes,
      Tensor hx,
      List<Tensor> params,
      boolean hasBiases,
      long numLayers,
      double dropout,
      boolean train,
      boolean bidirectional) {
    Stack stack = new Stack(Cell.GRU, params, hasBiases, numLayers, bidirectional);
    return stack.packed(data, batchSizes.toLongArray(), hx, null, train ? dropout : 0);
  }

  /** All layers of plain recurrence through tanh: the outputs, and the last states. */
  public static Tensor[] rnnTanh(
      Tensor input,
      Tensor hx,
      List<Tensor> params,
      boolean hasBiases,
      long numLayers,
      double dropout,
      boolean train,
      boolean bidirectional,
      boolean batchFirst) {
    Stack stack = new Stack(Cell.TANH, params, hasBiases, numLayers, bidirectional);
    return stack.sequence(input, hx, null, train ? dropout : 0, batchFirst);
  }

  /** As the other, over packed sequences. */
  public static Tensor[] rnnTanh(
      Tensor data,
      Tensor batchSizes,
      Tensor hx,
      List<Tensor> params,
      boolean hasBiases,
      long numLayers,
      double dropout,
      boolean train,
      boolean bidirectional) {
    Stack stack = new Stack(Cell.TANH, params, hasBiases, numLayers, bidirectional);
    return stack.packed(data, batchSizes.toLongArray(), hx, null, train ? dropout : 0);
  }

  /** All layers of plain recurrence through relu: the outputs, and the last states. */
  public static Tensor[] rnnRelu(
      Tensor input,
      Tensor hx,
      List<Tensor> params,
      boolean hasBiases,
      long numLayers,
      double dropout,
      boolean train,
      boolean bidirectional,
      boolean batchFirst) {
    Stack stack = new Stack(Cell.RELU, params, hasBiases, numLayers, bidirectional);
    return stack.sequence(input, hx, null, train ? dropout : 0, batchFirst);
  }

  /** As the other, over packed sequences. */
  public static Tensor[] rnnRelu(
      Tensor data,
      Tensor batchSizes,
      Tensor hx,
      List<Tensor> params,
      boolean hasBiases,
      long numLayers,
      double dropout,
      boolean train,
      boolean bidirectional) {
    Stack stack = new Stack(Cell.RELU, params, hasBiases, numLayers, bidirectional);
    return stack.packed(data, batchSizes.toLongArray(), hx, null, train ? dropout : 0);
  }

  /** One step: the state and the cell after it. */
  public static Tensor[] lstmCell(
      Tensor input,
      List<Tensor> hx,
      Tensor wIh,
      Tensor wHh,
      @Nullable Tensor bIh,
      @Nullable Tensor bHh) {
    Tensor projected = Matrix.linear(input, wIh, bIh);
    return Cell.LSTM.step(projected, hx.get(0), hx.get(1), wHh, bHh, null);
  }

  /** One step: the state after it. */
  public static Tensor gruCell(
      Tensor input, Tensor hx, Tensor wIh, Tensor wHh, @Nullable Tensor bIh, @Nullable Tensor bHh) {
    return Cell.GRU.step(Matrix.linear(input, wIh, bIh), hx, null, wHh, bHh, null)[0];
  }

  /** One step: the state after it. */
  public static Tensor rnnTanhCell(
      Tensor input, Tensor hx, Tensor wIh, Tensor wHh, @Nullable Tensor bIh, @Nullable Tensor bHh) {
    return Cell.TANH.step(Matrix.linear(input, wIh, bIh), hx, null, wHh, bHh, null)[0];
  }

  /** One step: the state after it. */
  public static Tensor rnnReluCell(
      Tensor input, Tensor hx, Tensor wIh, Tensor wHh, @Nullable Tensor bIh, @Nullable Tensor bHh) {
    return Cell.RELU.step(Matrix.linear(input, wIh, bIh), hx, null, wHh, bHh, null)[0];
  }

  /** The layers of a network and their weights, in PyTorch's order. */
  private record Stack(
      Cell cell, List<Tensor> params, boolean hasBiases, long layers, boolean bidirectional) {

    private int directions() {
      return bidirectional ? 2 : 1;
    }

    Tensor[] sequence(
        Tensor input, Tensor h, @Nullable Tensor c, double dropout, boolean batchFirst) {
      if (input.dim() != 3) {
        throw new ShapeException(
            "a sequence of batches has 3 sizes, not " + Arrays.toString(input.sizes()));
      }
      Tensor steps = batchFirst ? Shape.transpose(input, 0, 1) : input;
      long length = steps.size(0);
      long batch = steps.size(1);
      if (length == 0) {
        throw new ShapeException("Expected sequence length to be larger than 0 in RNN");
      }
      long[] sizes = new long[Math.toIntExact(length)];
      Arrays.fill(sizes, batch);
      Tensor data = Shape.reshape(steps, new long[] {length * batch, steps.size(2)});
      Tensor[] results = packed(data, sizes, h, c, dropout);
      Tensor output = Shape.reshape(results[0], new long[] {length, batch, results[0].size(1)});
      results[0] = batchFirst ? Shape.transpose(output, 0, 1) : output;
      return results;
    }

    /** Over rows of all steps, one step after the other; step {@code t} has {@code sizes[t]}. */
    Tensor[] packed(Tensor data, long[] sizes, Tensor h, @Nullable Tensor c, double dropout) {
      boolean projects = c != null && c.size(2) != h.size(2);
      int each = (hasBiases ? 4 : 2) + (projects ? 1 : 0);
      if (params.size() != each * layers * directions() || h.size(0) != layers * directions()) {
        throw new ShapeException(
            "%d weights and %d states are given for %d layers in %d directions"
                .formatted(params.size(), h.size(0), layers, directions()));
      }
      Tensor x = data;
      List<Tensor> lastH = new ArrayList<>();
      List<Tensor> lastC = new ArrayList<>();
      for (int layer = 0; layer < layers; layer++) {
        List<Tensor> outputs = new ArrayList<>();
        for (int d = 0; d < directions(); d++) {
          int place = layer * directions() + d;
          List<Tensor> own = params.subList(place * each, (place + 1) * each);
          Tensor[] of =
              Recurrence.run(
                  cell,
                  x,
                  sizes,
                  d == 1,
                  Shape.select(h, 0, place),
                  c == null ? null : Shape.select(c, 0, place),
                  own.get(0),
                  own.get(1),
                  hasBiases ? own.get(2) : null,
                  hasBiases ? own.get(3) : null,
                  projects ? own.get(each - 1) : null);
          outputs.add(of[0]);
          lastH.add(of[1]);
          if (c != null) {
            lastC.add(of[2]);
          }
        }
        x = outputs.size() == 1 ? outputs.get(0) : Join.cat(outputs, 1);
        if (dropout > 0 && layer < layers - 1) {
          x = Random.dropout(x, dropout, true);
        }
      }
      return c == null
          ? new Tensor[] {x, Join.stack(lastH, 0)}
          : new Tensor[] {x, Join.stack(lastH, 0), Join.stack(lastC, 0)};
    }
  }

  /** The kinds of steps. */
  enum Cell {
    /** tanh of the sums. */
    TANH(1),
    /** The sums, negative ones as 0. */
    RELU(1),
    /** Gates: reset, update, new. */
    GRU(3),
    /** Gates: input, forget, cell, output. */
    LSTM(4);

    final int gates;

    Cell(int gates) {
      this.gates = gates;
    }

    /**
     * One step by recorded ops.
     *
     * @param projected what the input adds to the gates
     * @param projection what the state is multiplied with at the end; null for nothing
     * @return the state and, of an LSTM, the cell
     */
    Tensor[] step(
        Tensor projected,
        Tensor h,
        @Nullable Tensor c,
        Tensor weight,
        @Nullable Tensor bias,
        @Nullable Tensor projection) {
      Tensor recurrent = Matrix.linear(h, weight, bias);
      if (this == GRU) {
        List<Tensor> ours = Shape.chunk(projected, 3, -1);
        List<Tensor> theirs = Shape.chunk(recurrent, 3, -1);
        Tensor reset = Elementwise.sigmoid(Elementwise.add(ours.get(0), theirs.get(0), 1));
        Tensor update = Elementwise.sigmoid(Elementwise.add(ours.get(1), theirs.get(1), 1));
        Tensor fresh =
            Elementwise.tanh(
                Elementwise.add(ours.get(2), Elementwise.mul(reset, theirs.get(2)), 1));
        Tensor kept = Elementwise.mul(Elementwise.sub(h, fresh, 1), update);
        return new Tensor[] {Elementwise.add(kept, fresh, 1)};
      }
      Tensor sums = Elementwise.add(projected, recurrent, 1);
      if (this != LSTM || c == null) {
        return new Tensor[] {this == RELU ? Elementwise.relu(sums) : Elementwise.tanh(sums)};
      }
      List<Tensor> gates = Shape.chunk(sums, 4, -1);
      Tensor taken =
          Elementwise.mul(Elementwise.sigmoid(gates.get(0)), Elementwise.tanh(gates.get(2)));
      Tensor cell =
          Elementwise.add(Elementwise.mul(Elementwise.sigmoid(gates.get(1)), c), taken, 1);
      Tensor state = Elementwise.mul(Elementwise.sigmoid(gates.get(3)), Elementwise.tanh(cell));
      return new Tensor[] {
        projection == null ? state : Matrix.linear(state, projection, null), cell
      };
    }
  }
}
