package dev.cresset.tensor.forward;

import dev.cresset.ShapeException;
import dev.cresset.Tensor;
import dev.cresset.backend.Device;
import dev.cresset.backend.Strided;
import dev.cresset.ir.type.DType;
import dev.cresset.tensor.Memory;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Which bag each index belongs to, without those that count for nothing.
 *
 * @param count how many bags there are
 * @param indices the rows of the table, I64, bag after bag
 * @param places where each stood among all indices, I64
 * @param bags the bag of each, I64
 * @param sizes how many each bag has
 */
@SuppressWarnings("ArrayRecordComponent") // made here, read by one op
record Bags(int count, Tensor indices, Tensor places, Tensor bags, int[] sizes) {

  /**
   * Those of an op.
   *
   * @param padding the index that counts for nothing; −1 if none does
   */
  static Bags of(Tensor indices, @Nullable Tensor offsets, boolean lastOffset, long padding) {
    long[] all = Memory.plain(indices, DType.I64).storage().longs();
    int n = (int) indices.numel();
    int[] begins = begins(indices, offsets, lastOffset);
    int count = begins.length - 1;
    long[] kept = new long[n];
    long[] places = new long[n];
    long[] bags = new long[n];
    int[] sizes = new int[count];
    int next = 0;
    for (int bag = 0; bag < count; bag++) {
      for (int i = begins[bag]; i < begins[bag + 1]; i++) {
        if (all[i] != padding) {
          kept[next] = all[i];
          places[next] = i;
          bags[next++] = bag;
          sizes[bag]++;
        }
      }
    }
    return new Bags(count, row(kept, next), row(places, next), row(bags, next), sizes);
  }

  /** Where each bag begins, and the end. */
  private static int[] begins(Tensor indices, @Nullable Tensor offsets, boolean lastOffset) {
    if (indices.dim() == 2) {
      if (offsets != null) {
        throw new IllegalArgumentException(
            "if input is 2D, then offsets has to be null, as input is treated as a mini-batch of"
                + " fixed length sequences; it is "
                + Arrays.toString(offsets.sizes()));
      }
      int[] begins = new int[(int) indices.size(0) + 1];
      Arrays.setAll(begins, bag -> bag * (int) indices.size(1));
      return begins;
    }
    if (indices.dim() != 1 || offsets == null || offsets.dim() != 1) {
      throw new ShapeException(
          "embedding_bag: input has to be a 2D Tensor, or a 1D Tensor with 1D offsets, but it is %s with %s"
              .formatted(
                  Arrays.toString(indices.sizes()),
                  offsets == null ? "none" : Arrays.toString(offsets.sizes())));
    }
    long[] given = Memory.plain(offsets, DType.I64).storage().longs();
    int count = (int) offsets.size(0) - (lastOffset ? 1 : 0);
    int n = (int) indices.numel();
    int[] begins = new int[Math.max(count, 0) + 1];
    Arrays.setAll(begins, bag -> bag < count || lastOffset ? Math.toIntExact(given[bag]) : n);
    if (begins.length > 1 && begins[0] != 0) {
      throw new IllegalArgumentException(
          "offsets[0] has to be 0, i.e., the first sequence in the mini-batch has to start from"
              + " position 0. However, got "
              + begins[0]);
    }
    for (int bag = 1; bag < begins.length; bag++) {
      if (begins[bag] < begins[bag - 1] || begins[bag] > n) {
        throw new IllegalArgumentException(
            "offsets must grow and end within the %d indices, but they are %s"
                .formatted(n, Arrays.toString(Arrays.copyOf(given, (int) offsets.size(0)))));
      }
    }
    return begins;
  }

  private static Tensor row(long[] numbers, int count) {
    Strided row = Strided.allocate(DType.I64, Device.CPU, count);
    System.arraycopy(numbers, 0, row.storage().longs(), 0, count);
    return Tensor.wrap(row);
  }

  /** How many each bag has, but at least 1, as a column of the dtype of {@code like}. */
  Tensor divisors(Tensor like) {
    double[] column = new double[count];
    Arrays.setAll(column, bag -> Math.max(1, sizes[bag]));
    return Tensor.fromBlob(column, count, 1).to(like.dtype());
  }

  /** {@code [bags, 1]}: whether a bag has nothing. */
  Tensor empty() {
    Strided column = Strided.allocate(DType.BOOL, Device.CPU, count, 1);
    for (int bag = 0; bag < count; bag++) {
      column.storage().bytes()[bag] = (byte) (sizes[bag] == 0 ? 1 : 0);
    }
    return Tensor.wrap(column);
  }

  /**
   * {@code [bags, columns]}: which of {@code rows} has the greatest element of a bag in a column,
   * the first of equal ones; 0 for a bag that has nothing.
   */
  Tensor greatest(Tensor rows) {
    int columns = (int) rows.size(1);
    double[] x = Memory.plain(rows, DType.F64).storage().doubles();
    Strided at = Strided.allocate(DType.I64, Device.CPU, count, columns);
    long[] to = at.storage().longs();
    int row = 0;
    for (int bag = 0; bag < count; bag++) {
      int end = row + sizes[bag];
      for (int c = 0; c < columns && row < end; c++) {
        int best = row;
        for (int r = row + 1; r < end; r++) {
          best = x[r * columns + c] > x[best * columns + c] ? r : best;
        }
        to[bag * columns + c] = best;
      }
      row = end;
    }
    return Tensor.wrap(at);
  }
}
