package dev.cresset.ir.reference;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ops that bring values to mean 0 and variance 1. */
public final class NormReference {
  private NormReference() {}

  /**
   * {@code batch_norm(input, weight, bias, running_mean, running_var, training, momentum, eps)},
   * with the mean and one over the deviation that it used. In training it moves the running
   * statistics.
   */
  public static List<NdArray> batchNormWithStats(Arguments in) {
    NdArray input = in.array(0);
    NdArray runningMean = in.arrayOrNull(3);
    NdArray runningVariance = in.arrayOrNull(4);
    long channels = input.size(1);
    NdArray result = NdArray.zeros(input.dtype(), input.sizes());
    NdArray means = NdArray.zeros(input.dtype(), channels);
    NdArray inverses = NdArray.zeros(input.dtype(), channels);
    for (long c = 0; c < channels; c++) {
      NdArray line = ShapeReference.select(input, 1, c).copy();
      NdArray values = line.reshape(line.count());
      boolean kept = !in.flag(5) && runningMean != null && runningVariance != null;
      double mean = kept ? factor(runningMean, c, 0) : mean(values);
      double variance =
          kept ? factor(runningVariance, c, 1) : ReductionReference.variance(values, 0);
      if (in.flag(5) && runningMean != null && runningVariance != null) {
        double unbiased = ReductionReference.variance(values, 1);
        move(runningMean, c, mean, in.real(6));
        move(runningVariance, c, unbiased, in.real(6));
      }
      double inverse = 1 / Math.sqrt(variance + in.real(7));
      means.set(c, mean);
      inverses.set(c, inverse);
      double scale = factor(in.arrayOrNull(1), c, 1);
      double shift = factor(in.arrayOrNull(2), c, 0);
      NdArray out = ShapeReference.select(result, 1, c);
      for (long i = 0; i < out.count(); i++) {
        out.set(i, (values.real(i) - mean) * inverse * scale + shift);
      }
    }
    return List.of(result, means, inverses);
  }

  private static double mean(NdArray line) {
    double sum = 0;
    for (long i = 0; i < line.count(); i++) {
      sum += line.real(i);
    }
    return sum / line.count();
  }

  private static void move(NdArray running, long at, double towards, double momentum) {
    running.set(at, (1 - momentum) * running.real(at) + momentum * towards);
  }

  private static double factor(@Nullable NdArray factors, long at, double otherwise) {
    return factors == null ? otherwise : factors.real(at);
  }

  /** {@code native_layer_norm(input, normalized_shape, weight, bias, eps)}: result, mean, 1/std. */
  public static List<NdArray> layerNorm(Arguments in) {
    NdArray input = in.array(0);
    int outer = input.rank() - in.integers(1).length;
    long length = NdArray.count(in.integers(1));
    long[] statistics = new long[input.rank()];
    Arrays.fill(statistics, 1);
    System.arraycopy(input.sizes(), 0, statistics, 0, outer);
    NdArray means = NdArray.zeros(input.dtype(), statistics);
    NdArray inverses = NdArray.zeros(input.dtype(), statistics);
    NdArray result = NdArray.zeros(input.dtype(), input.sizes());
    NdArray rows = input.copy().reshape(means.count(), length);
    for (long row = 0; row < means.count(); row++) {
      NdArray line = ShapeReference.select(rows, 0, row);
      double mean = mean(line);
      double inverse = 1 / Math.sqrt(ReductionReference.variance(line, 0) + in.real(4));
      means.set(row, mean);
      inverses.set(row, inverse);
      for (long i = 0; i < length; i++) {
        double scale = factor(in.arrayOrNull(2), i, 1);
        double shift = factor(in.arrayOrNull(3), i, 0);
        result.set(row * length + i, (line.real(i) - mean) * inverse * scale + shift);
      }
    }
    return List.of(result, means, inverses);
  }
}
