package dev.cresset.nn;

import dev.cresset.Functional;
import dev.cresset.ShapeException;
import dev.cresset.Tensor;
import dev.cresset.ir.type.DType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Sequences of several lengths without their padding, one step of all after the other. As {@code
 * torch.nn.utils.rnn.PackedSequence}.
 *
 * @param data the rows of all steps
 * @param batchSizes how many sequences have a first step, a second, and so on
 * @param sortedIndices where each sequence of the packed order stood; null if none was moved
 * @param unsortedIndices where each sequence went; null if none was moved
 */
public record PackedSequence(
    Tensor data,
    Tensor batchSizes,
    @Nullable Tensor sortedIndices,
    @Nullable Tensor unsortedIndices) {

  /**
   * Sequences with padding, as they are given and taken by layers without packing.
   *
   * @param data {@code [t, n, *]}, or {@code [n, t, *]}
   * @param lengths how long each is
   */
  public record Padded(Tensor data, Tensor lengths) {}

  /**
   * Packs padded sequences, in whatever order they are. As {@code pack_padded_sequence(...,
   * enforce_sorted=False)}.
   *
   * @param input {@code [t, n, *]}, or {@code [n, t, *]} if {@code batchFirst}
   * @param lengths how long each is, 1 or more
   */
  public static PackedSequence pack(Tensor input, long[] lengths, boolean batchFirst) {
    Tensor steps = batchFirst ? input.transpose(0, 1) : input;
    if (steps.size(1) != lengths.length) {
      throw new ShapeException(
          "Expected `len(lengths)` to be equal to batch_size, but got %d (batch_size=%d)"
              .formatted(lengths.length, steps.size(1)));
    }
    long longest = Arrays.stream(lengths).max().orElse(0);
    if (Arrays.stream(lengths).anyMatch(l -> l <= 0) || longest > steps.size(0)) {
      throw new ShapeException(
          "lengths must be 1 or more and at most %d, given %s"
              .formatted(steps.size(0), Arrays.toString(lengths)));
    }
    long[] order =
        IntStream.range(0, lengths.length)
            .boxed()
            .sorted(Comparator.comparing((Integer i) -> -lengths[i]))
            .mapToLong(Integer::longValue)
            .toArray();
    long[] back = new long[order.length];
    boolean moved = false;
    for (int i = 0; i < order.length; i++) {
      back[(int) order[i]] = i;
      moved |= order[i] != i;
    }
    Tensor sorted = moved ? Tensor.of(order) : null;
    Tensor inOrder = sorted == null ? steps : steps.indexSelect(1, sorted);
    long[] sizes = new long[(int) longest];
    List<Tensor> rows = new ArrayList<>();
    for (int t = 0; t < sizes.length; t++) {
      int step = t;
      sizes[t] = Arrays.stream(lengths).filter(l -> l > step).count();
      rows.add(inOrder.select(0, t).narrow(0, 0, sizes[t]));
    }
    return new PackedSequence(
        Functional.cat(rows, 0), Tensor.of(sizes), sorted, moved ? Tensor.of(back) : null);
  }

  /** Packs sequences {@code [t, *]} of any lengths. As {@code pack_sequence}. */
  public static PackedSequence of(List<Tensor> sequences) {
    return pack(padded(sequences, false, 0), lengths(sequences), false);
  }

  /**
   * Sequences {@code [t, *]} side by side, those that end early filled up with {@code value}. As
   * {@code pad_sequence}.
   */
  public static Tensor padded(List<Tensor> sequences, boolean batchFirst, double value) {
    long longest = Arrays.stream(lengths(sequences)).max().orElse(0);
    List<Tensor> all = new ArrayList<>();
    for (Tensor sequence : sequences) {
      long[] rest = sequence.sizes();
      rest[0] = longest - rest[0];
      all.add(Functional.cat(List.of(sequence, sequence.newFull(rest, value)), 0));
    }
    return Functional.stack(all, batchFirst ? 0 : 1);
  }

  private static long[] lengths(List<Tensor> sequences) {
    return sequences.stream().mapToLong(s -> s.size(0)).toArray();
  }

  /**
   * The sequences in their first order with padding of {@code value}. As {@code
   * pad_packed_sequence}.
   */
  public Padded pad(boolean batchFirst, double value) {
    long[] sizes = batchSizes.toLongArray();
    List<Tensor> steps = new ArrayList<>();
    long[] lengths = new long[(int) sizes[0]];
    long start = 0;
    for (long size : sizes) {
      Tensor rows = data.narrow(0, start, size);
      long[] rest = rows.sizes();
      rest[0] = sizes[0] - size;
      steps.add(Functional.cat(List.of(rows, rows.newFull(rest, value)), 0));
      for (int i = 0; i < size; i++) {
        lengths[i]++;
      }
      start += size;
    }
    Tensor all = Functional.stack(steps, 0);
    Tensor each = Tensor.of(lengths).to(DType.I64);
    if (unsortedIndices != null) {
      all = all.indexSelect(1, unsortedIndices);
      each = each.indexSelect(0, unsortedIndices);
    }
    return new Padded(batchFirst ? all.transpose(0, 1) : all, each);
  }

  /** Other data in the same order. */
  PackedSequence with(Tensor other) {
    return new PackedSequence(other, batchSizes, sortedIndices, unsortedIndices);
  }

  /** States {@code [layers, n, size]} in the packed order. */
  Tensor sort(Tensor states) {
    return sortedIndices == null ? states : states.indexSelect(1, sortedIndices);
  }

  /** States of the packed order in the first order. */
  Tensor unsort(Tensor states) {
    return unsortedIndices == null ? states : states.indexSelect(1, unsortedIndices);
  }

  /** How many sequences there are. */
  long batch() {
    return batchSizes.toLongArray()[0];
  }
}
