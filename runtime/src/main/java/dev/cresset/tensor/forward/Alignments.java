package dev.cresset.tensor.forward;

import dev.cresset.ShapeException;
import dev.cresset.Tensor;
import dev.cresset.ir.type.DType;
import dev.cresset.tensor.Memory;
import java.util.Arrays;

/**
 * All ways in which labels may lie along time: each state is a label, or the blank before, between
 * and behind them. Probabilities are logarithms.
 *
 * @param samples how many sequences there are
 * @param times how long the longest is
 * @param classes how many classes there are, the blank included
 * @param states how many states the sample with most labels has
 * @param lengths how long each sequence is
 * @param path the class of each state of each sample
 */
@SuppressWarnings("ArrayRecordComponent") // read in inner loops
record Alignments(
    int samples, int times, int classes, int states, long[] lengths, int[][] path, long blank) {

  static Alignments of(
      Tensor logProbs, Tensor targets, long[] inputLengths, long[] targetLengths, long blank) {
    if (logProbs.dim() != 3 || targets.dim() > 2 || targets.isFloatingPoint()) {
      throw new ShapeException(
          "ctc_loss: log_probs must be [times, samples, classes] and targets integral, but they are %s and %s"
              .formatted(Arrays.toString(logProbs.sizes()), Arrays.toString(targets.sizes())));
    }
    int times = (int) logProbs.size(0);
    int samples = (int) logProbs.size(1);
    int classes = (int) logProbs.size(2);
    if (blank < 0 || blank >= classes) {
      throw new IllegalArgumentException("blank must be in label range, but it is " + blank);
    }
    if (inputLengths.length != samples || targetLengths.length != samples) {
      throw new IllegalArgumentException(
          "input_lengths and target_lengths must be of size batch_size, %d, but they are %d and %d"
              .formatted(samples, inputLengths.length, targetLengths.length));
    }
    for (long length : inputLengths) {
      if (length < 0 || length > times) {
        throw new IllegalArgumentException(
            "Expected input_lengths to have value at most %d, but got value %d"
                .formatted(times, length));
      }
    }
    long[] labels = Memory.plain(targets, DType.I64).storage().longs();
    boolean table = targets.dim() == 2;
    long most = table ? targets.size(1) : Arrays.stream(targetLengths).max().orElse(0);
    int[][] path = new int[samples][];
    long begin = 0;
    for (int n = 0; n < samples; n++) {
      long count = targetLengths[n];
      long from = table ? n * targets.size(1) : begin;
      if (count < 0 || count > most || from + count > targets.numel()) {
        throw new IllegalArgumentException(
            "Expected targets to have %s labels for sample %d, but they are %s"
                .formatted(count, n, Arrays.toString(targets.sizes())));
      }
      path[n] = new int[(int) (2 * count + 1)];
      for (int s = 0; s < path[n].length; s++) {
        long label = s % 2 == 0 ? blank : labels[(int) from + s / 2];
        if (label < 0 || label >= classes) {
          throw new IndexOutOfBoundsException(
              "ctc_loss: label %d is out of the range of %d classes".formatted(label, classes));
        }
        path[n][s] = (int) label;
      }
      begin += count;
    }
    return new Alignments(samples, times, classes, (int) (2 * most + 1), inputLengths, path, blank);
  }

  /** Whether state {@code s} may follow the one before the last, without the blank between. */
  private boolean skips(int n, int s) {
    return s >= 2 && path[n][s] != blank && path[n][s] != path[n][s - 2];
  }

  private double at(double[] x, int t, int n, int s) {
    return x[(t * samples + n) * classes + path[n][s]];
  }

  /** Fills in the prefixes of sample {@code n}; the likelihood of its labels. */
  double forward(int n, double[] x, double[] prefixes) {
    int end = path[n].length;
    int last = (int) lengths[n] - 1;
    if (last < 0) {
      return end == 1 ? 0 : Double.NEGATIVE_INFINITY;
    }
    for (int t = 0; t <= last; t++) {
      int row = (n * times + t) * states;
      int before = row - states;
      for (int s = 0; s < end; s++) {
        double sum = t == 0 && s < 2 ? 0 : Double.NEGATIVE_INFINITY;
        if (t > 0) {
          sum = prefixes[before + s];
          sum = s > 0 ? add(sum, prefixes[before + s - 1]) : sum;
          sum = skips(n, s) ? add(sum, prefixes[before + s - 2]) : sum;
        }
        prefixes[row + s] = sum + at(x, t, n, s);
      }
    }
    int row = (n * times + last) * states;
    double whole = prefixes[row + end - 1];
    return end == 1 ? whole : add(whole, prefixes[row + end - 2]);
  }

  /** Writes the gradients of sample {@code n}: {@code dy · (p − Σ α β / (p · likelihood))}. */
  void backward(int n, double[] x, double[] prefixes, double loss, double dy, double[] gradients) {
    int end = path[n].length;
    double[] suffixes = new double[end];
    double[] next = new double[end];
    double[] meeting = new double[classes];
    for (int t = (int) lengths[n] - 1; t >= 0; t--) {
      for (int s = end - 1; s >= 0; s--) {
        double sum = t == lengths[n] - 1 && s >= end - 2 ? 0 : Double.NEGATIVE_INFINITY;
        if (t < lengths[n] - 1) {
          sum = next[s];
          sum = s + 1 < end ? add(sum, next[s + 1]) : sum;
          sum = s + 2 < end && skips(n, s + 2) ? add(sum, next[s + 2]) : sum;
        }
        suffixes[s] = sum + at(x, t, n, s);
      }
      Arrays.fill(meeting, Double.NEGATIVE_INFINITY);
      int row = (n * times + t) * states;
      for (int s = 0; s < end; s++) {
        int c = path[n][s];
        meeting[c] = add(meeting[c], prefixes[row + s] + suffixes[s]);
      }
      int to = (t * samples + n) * classes;
      for (int c = 0; c < classes; c++) {
        double log = x[to + c];
        gradients[to + c] = dy * (Math.exp(log) - Math.exp(meeting[c] + loss - log));
      }
      double[] spare = next;
      next = suffixes;
      suffixes = spare;
    }
  }

  /** {@code log(eᵃ + eᵇ)}. */
  private static double add(double a, double b) {
    double greater = Math.max(a, b);
    return greater == Double.NEGATIVE_INFINITY
        ? greater
        : greater + Math.log1p(Math.exp(Math.min(a, b) - greater));
  }
}
