package dev.cresset.tensor.forward;

import dev.cresset.Tensor;
import dev.cresset.backend.Blocks;
import dev.cresset.backend.Device;
import dev.cresset.backend.Parallel;
import dev.cresset.backend.Strided;
import dev.cresset.backend.cpu.Products;
import dev.cresset.ir.type.DType;
import dev.cresset.tensor.Memory;
import dev.cresset.tensor.forward.RecurrentForward.Cell;
import org.jspecify.annotations.Nullable;

/**
 * The steps of one layer in one direction over plain arrays of single precision, and their
 * gradients. Between steps stands one product of matrices; what sums over all steps (the gradients
 * of the weights) is one product at the end.
 *
 * <p>Kept for the gradients are the gates of all rows after their functions (of a GRU also what the
 * state adds to the new value), and the cells.
 */
final class RecurrentSteps {
  private static final int ROWS = 8;

  private final Cell cell;
  private final long[] sizes;
  private final long[] starts;
  private final boolean backward;
  private final Recurrence.Inputs in;
  private final int rows;
  private final int batch;
  private final int hidden;
  private final int state;
  private final int width;

  private final Strided gates;
  private final Strided outputs;
  private final @Nullable Strided cells;
  private final @Nullable Strided whole;

  RecurrentSteps(Cell cell, long[] sizes, boolean backward, Recurrence.Inputs in) {
    this.cell = cell;
    this.sizes = sizes;
    this.starts = Recurrence.starts(sizes);
    this.backward = backward;
    this.in = in;
    rows = Math.toIntExact(in.projected().size(0));
    batch = Math.toIntExact(in.h().size(0));
    state = Math.toIntExact(in.h().size(1));
    hidden = Math.toIntExact(in.weight().size(0)) / cell.gates;
    width = cell == Cell.GRU ? 4 * hidden : cell.gates * hidden;
    gates = matrix(rows, width);
    outputs = matrix(rows, state);
    cells = cell == Cell.LSTM ? matrix(rows, hidden) : null;
    whole = in.projection() != null ? matrix(rows, hidden) : null;
  }

  private static Strided matrix(long rows, long columns) {
    return Strided.allocate(DType.F32, Device.CPU, rows, columns);
  }

  private static Strided part(Strided matrix, long from, long count) {
    long columns = matrix.sizes()[1];
    return matrix.view(
        new long[] {count, columns}, new long[] {columns, 1}, matrix.offset() + from * columns);
  }

  private static Strided transposed(Strided matrix) {
    long[] sizes = matrix.sizes();
    long[] strides = matrix.strides();
    return matrix.view(
        new long[] {sizes[1], sizes[0]}, new long[] {strides[1], strides[0]}, matrix.offset());
  }

  private static float[] floats(Tensor tensor) {
    return Memory.plain(tensor, DType.F32).storage().floats();
  }

  private static float[] floats(@Nullable Strided plain) {
    return plain == null ? new float[0] : plain.storage().floats();
  }

  private int step(int i) {
    return backward ? sizes.length - 1 - i : i;
  }

  // ---- forward

  Tensor[] forward() {
    Strided h = Memory.copy(in.h(), DType.F32, Device.CPU).strided();
    Tensor first = in.c();
    Strided c = first == null ? null : Memory.copy(first, DType.F32, Device.CPU).strided();
    float[] projected = floats(in.projected());
    Strided weight = transposed(in.weight().strided());
    Strided recurrent = matrix(batch, cell.gates * hidden);
    Strided bias = bias();
    for (int i = 0; i < sizes.length; i++) {
      int t = step(i);
      long n = sizes[t];
      Strided added = bias == null ? null : bias.expand(new long[] {n, 3L * hidden});
      Products.multiply(part(h, 0, n), weight, added, part(recurrent, 0, n));
      long start = starts[t];
      Parallel.each(
          (int) ((n + ROWS - 1) / ROWS),
          block -> {
            float[] scratch = new float[2 * hidden];
            float[] results = new float[2 * hidden];
            for (int r = block * ROWS; r < Math.min(n, (block + 1) * ROWS); r++) {
              row(
                  r,
                  (int) start + r,
                  projected,
                  floats(recurrent),
                  floats(h),
                  floats(c),
                  scratch,
                  results);
            }
          });
      if (whole != null) {
        project(start, n, h);
      }
    }
    Tensor output = Tensor.wrap(outputs);
    return c == null
        ? new Tensor[] {output, Tensor.wrap(h)}
        : new Tensor[] {output, Tensor.wrap(h), Tensor.wrap(c)};
  }

  private @Nullable Strided bias() {
    Tensor bias = in.bias();
    return bias == null
        ? null
        : bias.strided()
            .view(
                new long[] {1, bias.size(0)},
                new long[] {0, bias.strided().strides()[0]},
                bias.strided().offset());
  }

  private void project(long start, long n, Strided h) {
    Tensor projection = in.projection();
    if (projection == null || whole == null) {
      throw new IllegalStateException("there is nothing to project with");
    }
    Strided to = part(outputs, start, n);
    Products.multiply(part(whole, start, n), transposed(projection.strided()), null, to);
    System.arraycopy(
        outputs.storage().floats(), (int) start * state, floats(h), 0, (int) n * state);
  }

  /** Row {@code r} of a step, which is row {@code at} of all. */
  private void row(
      int r,
      int at,
      float[] projected,
      float[] recurrent,
      float[] h,
      float[] c,
      float[] scratch,
      float[] results) {
    int columns = cell.gates * hidden;
    int x = at * columns;
    int y = r * columns;
    float[] kept = gates.storage().floats();
    int g = at * width;
    switch (cell) {
      case TANH, RELU -> {
        for (int j = 0; j < hidden; j++) {
          scratch[j] = projected[x + j] + recurrent[y + j];
        }
        if (cell == Cell.TANH) {
          Blocks.tanh(scratch, results, hidden);
        } else {
          for (int j = 0; j < hidden; j++) {
            results[j] = Math.max(scratch[j], 0f);
          }
        }
        System.arraycopy(results, 0, kept, g, hidden);
        put(results, r, at, h);
      }
      case GRU -> {
        for (int j = 0; j < 2 * hidden; j++) {
          scratch[j] = projected[x + j] + recurrent[y + j];
        }
        Blocks.sigmoid(scratch, results, 2 * hidden);
        System.arraycopy(results, 0, kept, g, 2 * hidden);
        System.arraycopy(recurrent, y + 2 * hidden, kept, g + 3 * hidden, hidden);
        for (int j = 0; j < hidden; j++) {
          scratch[j] = projected[x + 2 * hidden + j] + results[j] * recurrent[y + 2 * hidden + j];
        }
        Blocks.tanh(scratch, results, hidden);
        System.arraycopy(results, 0, kept, g + 2 * hidden, hidden);
        for (int j = 0; j < hidden; j++) {
          results[j] += (h[r * hidden + j] - results[j]) * kept[g + hidden + j];
        }
        put(results, r, at, h);
      }
      case LSTM -> {
        for (int j = 0; j < 2 * hidden; j++) {
          scratch[j] = projected[x + j] + recurrent[y + j];
        }
        Blocks.sigmoid(scratch, results, 2 * hidden);
        System.arraycopy(results, 0, kept, g, 2 * hidden);
        for (int j = 0; j < hidden; j++) {
          scratch[j] = projected[x + 2 * hidden + j] + recurrent[y + 2 * hidden + j];
        }
        Blocks.tanh(scratch, results, hidden);
        System.arraycopy(results, 0, kept, g + 2 * hidden, hidden);
        for (int j = 0; j < hidden; j++) {
          scratch[j] = projected[x + 3 * hidden + j] + recurrent[y + 3 * hidden + j];
        }
        Blocks.sigmoid(scratch, results, hidden);
        System.arraycopy(results, 0, kept, g + 3 * hidden, hidden);
        for (int j = 0; j < hidden; j++) {
          scratch[j] =
              kept[g + hidden + j] * c[r * hidden + j] + kept[g + j] * kept[g + 2 * hidden + j];
        }
        System.arraycopy(scratch, 0, c, r * hidden, hidden);
        System.arraycopy(scratch, 0, floats(cells), at * hidden, hidden);
        Blocks.tanh(scratch, results, hidden);
        for (int j = 0; j < hidden; j++) {
          results[j] *= kept[g + 3 * hidden + j];
        }
        if (whole != null) {
          System.arraycopy(results, 0, floats(whole), at * hidden, hidden);
        } else {
          put(results, r, at, h);
        }
      }
    }
  }

  private void put(float[] results, int r, int at, float[] h) {
    System.arraycopy(results, 0, h, r * hidden, hidden);
    System.arraycopy(results, 0, outputs.storage().floats(), at * hidden, hidden);
  }

  // ---- gradients

  /** The gradients of the inputs, in their order; of what is absent, null. */
  @Nullable Tensor[] gradients(@Nullable Tensor[] dys) {
    Strided dh = start(dys[1], batch, state);
    Strided dc = cell == Cell.LSTM ? start(dys[2], batch, hidden) : null;
    Tensor output = dys[0];
    float[] dy = output == null ? null : floats(output);
    Strided dx = matrix(rows, cell.gates * hidden); // of the gates before their functions
    Strided drecurrent = cell == Cell.GRU ? matrix(rows, 3L * hidden) : dx;
    Strided before = matrix(rows, state); // the states that each row began with
    Strided through = whole == null ? null : matrix(rows, state);
    Strided dwhole = matrix(batch, hidden);
    Tensor projection = in.projection();
    for (int done = 0; done < sizes.length; done++) {
      int i = sizes.length - 1 - done;
      int t = step(i);
      int n = (int) sizes[t];
      int start = (int) starts[t];
      float[] gradient = floats(dh);
      if (dy != null) {
        for (int j = 0; j < n * state; j++) {
          gradient[j] += dy[start * state + j];
        }
      }
      Strided down = part(dh, 0, n);
      if (projection != null && through != null) {
        System.arraycopy(gradient, 0, floats(through), start * state, n * state);
        down = part(dwhole, 0, n);
        Products.multiply(part(dh, 0, n), projection.strided(), null, down);
      }
      stateBefore(i, n, start, floats(before));
      float[] arriving = floats(down);
      Parallel.each(
          (n + ROWS - 1) / ROWS,
          block -> {
            float[] scratch = new float[hidden];
            for (int r = block * ROWS; r < Math.min(n, (block + 1) * ROWS); r++) {
              rowGradient(
                  i,
                  r,
                  start + r,
                  arriving,
                  floats(dc),
                  floats(dx),
                  floats(drecurrent),
                  floats(before),
                  scratch);
            }
          });
      Strided direct = cell == Cell.GRU ? Strided.allocate(DType.F32, Device.CPU, n, state) : null;
      if (direct != null) { // what the update gate lets through
        System.arraycopy(gradient, 0, floats(direct), 0, n * state);
      }
      Products.multiply(part(drecurrent, start, n), in.weight().strided(), direct, part(dh, 0, n));
    }
    Strided dweight = matrix(cell.gates * (long) hidden, state);
    Products.multiply(transposed(drecurrent), before, null, dweight);
    return new Tensor[] {
      Tensor.wrap(dx),
      Tensor.wrap(dh),
      dc == null ? null : Tensor.wrap(dc),
      Tensor.wrap(dweight),
      in.bias() == null ? null : Tensor.wrap(sums(drecurrent)),
      projection == null || through == null ? null : projected(through)
    };
  }

  private Tensor projected(Strided through) {
    Strided to = matrix(state, hidden);
    if (whole != null) {
      Products.multiply(transposed(through), whole, null, to);
    }
    return Tensor.wrap(to);
  }

  private static Strided start(@Nullable Tensor given, int rows, int columns) {
    return given == null
        ? matrix(rows, columns)
        : Memory.copy(given, DType.F32, Device.CPU).strided();
  }

  /** Columns summed in the order of rows. */
  private static Strided sums(Strided matrix) {
    int rows = (int) matrix.sizes()[0];
    int columns = (int) matrix.sizes()[1];
    Strided sums = Strided.allocate(DType.F32, Device.CPU, columns);
    double[] wide = new double[columns];
    float[] from = floats(matrix);
    for (int r = 0; r < rows; r++) {
      for (int j = 0; j < columns; j++) {
        wide[j] += from[r * columns + j];
      }
    }
    float[] to = floats(sums);
    for (int j = 0; j < columns; j++) {
      to[j] = (float) wide[j];
    }
    return sums;
  }

  /** Copies the states that the rows of the {@code i}th step began with. */
  private void stateBefore(int i, int n, int start, float[] to) {
    float[] first = floats(in.h());
    int known = i == 0 ? 0 : (int) Math.min(n, sizes[step(i - 1)]);
    if (known > 0) {
      int from = (int) starts[step(i - 1)];
      System.arraycopy(outputs.storage().floats(), from * state, to, start * state, known * state);
    }
    System.arraycopy(first, known * state, to, (start + known) * state, (n - known) * state);
  }

  private float cellBefore(int i, int r, int j) {
    int before = i == 0 ? 0 : (int) sizes[step(i - 1)];
    Tensor first = in.c();
    if (r < before) {
      return floats(cells)[((int) starts[step(i - 1)] + r) * hidden + j];
    }
    return first == null ? 0 : firstCells(first)[r * hidden + j];
  }

  private float @Nullable [] first;

  private float[] firstCells(Tensor c) {
    float[] known = first;
    if (known == null) {
      known = floats(c);
      first = known;
    }
    return known;
  }

  private void rowGradient(
      int i,
      int r,
      int at,
      float[] dh,
      float[] dc,
      float[] dx,
      float[] drecurrent,
      float[] before,
      float[] scratch) {
    float[] kept = gates.storage().floats();
    int g = at * width;
    int x = at * cell.gates * hidden;
    int s = r * hidden;
    switch (cell) {
      case TANH -> {
        for (int j = 0; j < hidden; j++) {
          dx[x + j] = dh[s + j] * (1 - kept[g + j] * kept[g + j]);
        }
      }
      case RELU -> {
        for (int j = 0; j < hidden; j++) {
          dx[x + j] = kept[g + j] > 0 ? dh[s + j] : 0;
        }
      }
      case GRU -> {
        for (int j = 0; j < hidden; j++) {
          float reset = kept[g + j];
          float update = kept[g + hidden + j];
          float fresh = kept[g + 2 * hidden + j];
          float dy = dh[s + j];
          float dfresh = dy * (1 - update) * (1 - fresh * fresh);
          float dreset = dfresh * kept[g + 3 * hidden + j] * reset * (1 - reset);
          float dupdate = dy * (before[at * hidden + j] - fresh) * update * (1 - update);
          dx[x + j] = dreset;
          dx[x + hidden + j] = dupdate;
          dx[x + 2 * hidden + j] = dfresh;
          drecurrent[x + j] = dreset;
          drecurrent[x + hidden + j] = dupdate;
          drecurrent[x + 2 * hidden + j] = dfresh * reset;
          dh[s + j] = dy * update;
        }
      }
      case LSTM -> {
        System.arraycopy(floats(cells), at * hidden, scratch, 0, hidden);
        Blocks.tanh(scratch, scratch, hidden);
        for (int j = 0; j < hidden; j++) {
          float taken = kept[g + j];
          float forget = kept[g + hidden + j];
          float fresh = kept[g + 2 * hidden + j];
          float shown = kept[g + 3 * hidden + j];
          float dy = dh[s + j];
          float dcell = dc[s + j] + dy * shown * (1 - scratch[j] * scratch[j]);
          dx[x + j] = dcell * fresh * taken * (1 - taken);
          dx[x + hidden + j] = dcell * cellBefore(i, r, j) * forget * (1 - forget);
          dx[x + 2 * hidden + j] = dcell * taken * (1 - fresh * fresh);
          dx[x + 3 * hidden + j] = dy * scratch[j] * shown * (1 - shown);
          dc[s + j] = dcell * forget;
        }
      }
    }
  }
}
