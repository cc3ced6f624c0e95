package dev.cresset.backend.cpu;

import dev.cresset.backend.Parallel;
import dev.cresset.backend.Strided;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Normalisation by channel. Views are of one dtype, F32 or F64, and lie row by row from the
 * beginning of their arrays; images are {@code [n, channels, ..]}.
 */
public final class BatchNorm<A> {
  private final Reals<A> kind;
  private final int images;
  private final int channels;
  private final int size; // elements of a channel of an image

  private BatchNorm(Reals<A> kind, Strided x) {
    this.kind = kind;
    images = (int) x.size(0);
    channels = (int) x.size(1);
    int elements = 1;
    for (int d = 2; d < x.dim(); d++) {
      elements *= (int) x.size(d);
    }
    size = elements;
  }

  /** Writes each channel's mean, and its variance, of which no part is held back for bias. */
  public static void statistics(Strided x, double[] mean, double[] variance) {
    new BatchNorm<>(Reals.of(x.dtype()), x).measure(x, mean, variance);
  }

  private void measure(Strided x, double[] mean, double[] variance) {
    A from = kind.array(x);
    double count = (double) images * size;
    each(
        c -> {
          mean[c] = kind.sum(from, c * size, images, channels * size, size) / count;
          variance[c] =
              kind.squares(from, mean[c], c * size, images, channels * size, size) / count;
        });
  }

  /** Writes {@code (x − mean) · invstd · weight + bias}. */
  public static void apply(
      Strided x,
      @Nullable Strided weight,
      @Nullable Strided bias,
      double[] mean,
      double[] invstd,
      Strided to) {
    new BatchNorm<>(Reals.of(x.dtype()), x).normalise(x, weight, bias, mean, invstd, to);
  }

  private void normalise(
      Strided x,
      @Nullable Strided weight,
      @Nullable Strided bias,
      double[] mean,
      double[] invstd,
      Strided to) {
    A from = kind.array(x);
    A result = kind.array(to);
    double[] scales = channels(weight, 1);
    double[] shifts = channels(bias, 0);
    each(
        c -> {
          double factor = invstd[c] * scales[c];
          double shift = shifts[c] - mean[c] * factor;
          kind.scale(from, factor, shift, result, c * size, images, channels * size, size);
        });
  }

  /**
   * Writes the gradients of x, weight and bias.
   *
   * @param training whether mean and deviation are x's own, and so follow it
   */
  public static void gradients(
      Strided dy,
      Strided x,
      @Nullable Strided weight,
      double[] mean,
      double[] invstd,
      boolean training,
      Strided dx,
      double[] dweight,
      double[] dbias) {
    new BatchNorm<>(Reals.of(x.dtype()), x)
        .differentiate(dy, x, weight, mean, invstd, training, dx, dweight, dbias);
  }

  private void differentiate(
      Strided dy,
      Strided x,
      @Nullable Strided weight,
      double[] mean,
      double[] invstd,
      boolean training,
      Strided dx,
      double[] dweight,
      double[] dbias) {
    A from = kind.array(x);
    A gradient = kind.array(dy);
    A to = kind.array(dx);
    double[] scales = channels(weight, 1);
    double count = (double) images * size;
    int step = channels * size;
    each(
        c -> {
          int start = c * size;
          double sum = kind.sum(gradient, start, images, step, size);
          double product = kind.products(gradient, from, mean[c], start, images, step, size);
          dbias[c] = sum;
          dweight[c] = product * invstd[c];
          double factor = invstd[c] * scales[c];
          double byX = training ? -factor * invstd[c] * invstd[c] * product / count : 0;
          double shift = training ? -factor * sum / count : 0;
          kind.combine(gradient, factor, from, mean[c], byX, shift, to, start, images, step, size);
        });
  }

  /** Writes the sum of all elements of each channel. */
  public static void sums(Strided x, double[] to) {
    new BatchNorm<>(Reals.of(x.dtype()), x).add(x, to);
  }

  private void add(Strided x, double[] to) {
    A from = kind.array(x);
    each(c -> to[c] = kind.sum(from, c * size, images, channels * size, size));
  }

  private void each(Parallel.Piece piece) {
    Parallel.each(channels, (long) images * channels * size, piece);
  }

  private double[] channels(@Nullable Strided values, double otherwise) {
    double[] all = new double[channels];
    if (values == null) {
      Arrays.fill(all, otherwise);
      return all;
    }
    A array = kind.array(values);
    for (int c = 0; c < channels; c++) {
      all[c] = kind.get(array, c);
    }
    return all;
  }
}
