package dev.cresset.ir.reference;

import java.util.List;

/** The loss of labels under all alignments, by summing over the alignments' prefixes. */
public final class CtcReference {
  private CtcReference() {}

  /**
   * {@code _ctc_loss(log_probs, targets, input_lengths, target_lengths, blank, zero_infinity)}: the
   * losses, and the logarithms of the prefixes' probabilities.
   */
  public static List<NdArray> losses(Arguments in) {
    NdArray logProbs = in.array(0);
    NdArray targets = in.array(1);
    long[] times = in.integers(2);
    long[] labels = in.integers(3);
    long blank = in.integer(4);
    int samples = (int) logProbs.size(1);
    long longest = 0;
    for (long count : labels) {
      longest = Math.max(longest, count);
    }
    if (targets.rank() == 2) {
      longest = targets.size(1);
    }
    NdArray losses = NdArray.zeros(logProbs.dtype(), samples);
    NdArray prefixes = NdArray.zeros(logProbs.dtype(), samples, logProbs.size(0), 2 * longest + 1);
    for (long i = 0; i < prefixes.count(); i++) {
      prefixes.set(i, Double.NEGATIVE_INFINITY);
    }
    long begin = 0;
    for (int n = 0; n < samples; n++) {
      int length = (int) (2 * labels[n] + 1);
      long[] states = new long[length];
      for (int s = 0; s < length; s++) {
        long label = begin + s / 2;
        states[s] =
            s % 2 == 0
                ? blank
                : targets.rank() == 2 ? targets.whole(n, s / 2) : targets.whole(label);
      }
      begin += labels[n];
      for (int t = 0; t < times[n]; t++) {
        for (int s = 0; s < length; s++) {
          double sum = t == 0 && s <= 1 ? 0 : Double.NEGATIVE_INFINITY;
          for (int back = 0; back <= 2 && t > 0 && back <= s; back++) {
            if (back < 2 || states[s] != blank && states[s] != states[s - 2]) {
              sum = logAdd(sum, prefixes.real(n, t - 1, s - back));
            }
          }
          prefixes.set(new long[] {n, t, s}, sum + logProbs.real(t, n, states[s]));
        }
      }
      losses.set(n, -likelihood(prefixes, n, times[n], length));
    }
    return List.of(losses, prefixes);
  }

  private static double likelihood(NdArray prefixes, int n, long times, int length) {
    if (times == 0) {
      return length == 1 ? 0 : Double.NEGATIVE_INFINITY;
    }
    double whole = prefixes.real(n, times - 1, length - 1);
    return length == 1 ? whole : logAdd(whole, prefixes.real(n, times - 1, length - 2));
  }

  private static double logAdd(double a, double b) {
    double greater = Math.max(a, b);
    return greater == Double.NEGATIVE_INFINITY
        ? greater
        : greater + Math.log(Math.exp(a - greater) + Math.exp(b - greater));
  }
}
