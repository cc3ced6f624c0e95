package dev.cresset.tensor.forward;

import dev.cresset.ShapeException;
import dev.cresset.Tensor;
import dev.cresset.backend.HeapStorage;
import dev.cresset.backend.Strided;
import dev.cresset.backend.cpu.BatchNorm;
import dev.cresset.backend.cpu.LayerNorm;
import dev.cresset.tensor.Memory;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Means and variances made 0 and 1: what the family of norms computes. */
public final class NormForward {
  private NormForward() {}

  /**
   * Each channel of {@code [n, channels, ..]} normalised, by its own statistics if {@code
   * training}, which the running ones then follow, else by the running ones. Gives the result, and
   * the mean and {@code 1 / √(variance + eps)} that it used.
   */
  public static Tensor[] batchNormWithStats(
      Tensor input,
      @Nullable Tensor weight,
      @Nullable Tensor bias,
      @Nullable Tensor runningMean,
      @Nullable Tensor runningVar,
      boolean training,
      double momentum,
      double eps) {
    checkChannels("batch_norm", input);
    int channels = (int) input.size(1);
    if (training && input.numel() == channels && channels > 0) {
      throw new ShapeException(
          "Expected more than 1 value per channel when training, got input size "
              + Arrays.toString(input.sizes()));
    }
    checkCount("weight", weight, channels);
    checkCount("bias", bias, channels);
    checkCount("running_mean", runningMean, channels);
    checkCount("running_var", runningVar, channels);
    Operands operands = Operands.reals("batch_norm", input);
    Strided x = operands.plain(input);
    double[] mean = new double[channels];
    double[] invstd = new double[channels];
    if (training) {
      BatchNorm.statistics(x, mean, invstd);
      double count = (double) input.numel() / channels;
      follow(runningMean, mean, momentum, 1);
      follow(runningVar, invstd, momentum, count / (count - 1));
    } else if (runningMean == null || runningVar == null) {
      throw new IllegalArgumentException(
          "batch_norm: Expected running_mean and running_var to be defined when training=False");
    } else {
      mean = runningMean.toDoubleArray();
      invstd = runningVar.toDoubleArray();
    }
    for (int c = 0; c < channels; c++) {
      invstd[c] = 1 / Math.sqrt(invstd[c] + eps);
    }
    Strided result = operands.result(input.sizes());
    BatchNorm.apply(x, plain(operands, weight), plain(operands, bias), mean, invstd, result);
    return new Tensor[] {operands.out(result), vector(operands, mean), vector(operands, invstd)};
  }

  /** Moves running statistics by {@code momentum} toward {@code seen · factor}. */
  private static void follow(
      @Nullable Tensor running, double[] seen, double momentum, double factor) {
    if (running == null) {
      return;
    }
    double[] values = running.toDoubleArray();
    for (int c = 0; c < values.length; c++) {
      values[c] = momentum * seen[c] * factor + (1 - momentum) * values[c];
    }
    Memory.copy(Tensor.fromBlob(values, running.sizes()), running);
  }

  /** The gradients of input, weight and bias; the last two also without weight. */
  public static Tensor[] batchNormBackward(
      Tensor dy,
      Tensor input,
      @Nullable Tensor weight,
      Tensor mean,
      Tensor invstd,
      boolean training,
      double eps) {
    checkChannels("batch_norm_backward", input);
    int channels = (int) input.size(1);
    Operands operands = Operands.reals("batch_norm_backward", input, dy);
    Strided dx = operands.result(input.sizes());
    double[] dweight = new double[channels];
    double[] dbias = new double[channels];
    BatchNorm.gradients(
        operands.plain(dy),
        operands.plain(input),
        plain(operands, weight),
        mean.toDoubleArray(),
        invstd.toDoubleArray(),
        training,
        dx,
        dweight,
        dbias);
    return new Tensor[] {operands.out(dx), vector(operands, dweight), vector(operands, dbias)};
  }

  /**
   * The last sizes, which are {@code normalizedShape}, normalised together. Gives the result, and
   * mean and {@code 1 / √(variance + eps)}, whose sizes are 1 there.
   */
  public static Tensor[] nativeLayerNorm(
      Tensor input,
      long[] normalizedShape,
      @Nullable Tensor weight,
      @Nullable Tensor bias,
      double eps) {
    long[] sizes = input.sizes();
    int leading = sizes.length - normalizedShape.length;
    if (normalizedShape.length == 0
        || leading < 0
        || !Arrays.equals(Arrays.copyOfRange(sizes, leading, sizes.length), normalizedShape)) {
      throw new ShapeException(
          "layer_norm: Given normalized_shape=%s, expected input with shape [*, %s], but got input of size %s"
              .formatted(
                  Arrays.toString(normalizedShape),
                  Arrays.toString(normalizedShape).replaceAll("[\\[\\]]", ""),
                  Arrays.toString(sizes)));
    }
    checkShape("weight", weight, normalizedShape);
    checkShape("bias", bias, normalizedShape);
    Operands operands = Operands.reals("layer_norm", input);
    long[] ones = sizes.clone();
    Arrays.fill(ones, leading, ones.length, 1);
    Strided result = operands.result(sizes);
    Strided mean = operands.result(ones);
    Strided rstd = operands.result(ones);
    LayerNorm.apply(
        operands.plain(input),
        (int) Strided.count(normalizedShape),
        plain(operands, weight),
        plain(operands, bias),
        eps,
        result,
        mean,
        rstd);
    return new Tensor[] {operands.out(result), operands.out(mean), operands.out(rstd)};
  }

  /** The gradients of input, weight and bias; the last two also without weight. */
  public static Tensor[] layerNormBackward(
      Tensor dy,
      Tensor input,
      long[] normalizedShape,
      Tensor mean,
      Tensor rstd,
      @Nullable Tensor weight,
      double eps) {
    Operands operands = Operands.reals("layer_norm_backward", input, dy);
    int n = (int) Strided.count(normalizedShape);
    double[] dweight = new double[n];
    double[] dbias = new double[n];
    Strided dx = operands.result(input.sizes());
    LayerNorm.gradients(
        operands.plain(dy),
        operands.plain(input),
        n,
        operands.plain(mean),
        operands.plain(rstd),
        plain(operands, weight),
        dx,
        dweight,
        dbias);
    return new Tensor[] {
      operands.out(dx),
      shaped(operands, dweight, normalizedShape),
      shaped(operands, dbias, normalizedShape)
    };
  }

  /** The sum over all dimensions but {@code dim}. */
  public static Tensor sumChannels(Tensor self, long dim) {
    int d = self.dimension(dim);
    if (!self.dtype().isFloatingPoint()) {
      long[] sizes = new long[self.dim() - d];
      Arrays.fill(sizes, 1);
      sizes[0] = self.size(d);
      return ShapeForward.reshape(
          Tensor.wrap(Sums.sumTo(self.strided(), sizes)), new long[] {self.size(d)});
    }
    long before = 1;
    for (int e = 0; e < d; e++) {
      before *= self.size(e);
    }
    long after = 1;
    for (int e = d + 1; e < self.dim(); e++) {
      after *= self.size(e);
    }
    Operands operands = Operands.reals("sum_channels", self);
    double[] sums = new double[(int) self.size(d)];
    Strided x = operands.plain(self);
    long[] sizes = {before, self.size(d), after};
    BatchNorm.sums(x.view(sizes, Strided.contiguousStrides(sizes), 0), sums);
    return vector(operands, sums);
  }

  /**
   * One element per channel, expanded to the sizes of {@code like}, whose dimension {@code dim} are
   * the channels; the number {@code otherwise} if there is none.
   */
  public static Tensor expandChannels(
      @Nullable Tensor self, Tensor like, long dim, double otherwise) {
    if (self == null) {
      return ShapeForward.expand(tensorOr(null, like, otherwise), like.sizes(), false);
    }
    int d = like.dimension(dim);
    long[] sizes = new long[like.dim() - d];
    Arrays.fill(sizes, 1);
    sizes[0] = self.numel();
    return ShapeForward.expand(ShapeForward.reshape(self, sizes), like.sizes(), false);
  }

  /** {@code self}, or if there is none a number in the dtype of {@code like}. */
  public static Tensor tensorOr(@Nullable Tensor self, Tensor like, double otherwise) {
    return self != null ? self : Memory.fill(Memory.zeros(like.dtype(), like.device()), otherwise);
  }

  /** Which dimension of a convolution's result its channels are, from the filters' sizes. */
  public static long channelDim(long[] weightSize) {
    return 1L - weightSize.length;
  }

  /** The dimensions from the end that {@code shape} names. */
  public static long[] trailingDims(long[] shape) {
    long[] dims = new long[shape.length];
    for (int d = 0; d < dims.length; d++) {
      dims[d] = (long) d - dims.length;
    }
    return dims;
  }

  private static @Nullable Strided plain(Operands operands, @Nullable Tensor x) {
    return x == null ? null : operands.plain(x);
  }

  private static Tensor vector(Operands operands, double[] values) {
    return shaped(operands, values, values.length);
  }

  private static Tensor shaped(Operands operands, double[] values, long... sizes) {
    Strided exact = Strided.contiguous(HeapStorage.of(values), sizes.clone());
    return operands.out(exact);
  }

  private static void checkChannels(String op, Tensor input) {
    if (input.dim() < 2) {
      throw new ShapeException(
          "%s: input must have batch and channels, but it is %s"
              .formatted(op, Arrays.toString(input.sizes())));
    }
  }

  private static void checkCount(String name, @Nullable Tensor x, long channels) {
    if (x != null && x.numel() != channels) {
      throw new ShapeException(
          "batch_norm: %s should contain %d elements not %d".formatted(name, channels, x.numel()));
    }
  }

  private static void checkShape(String name, @Nullable Tensor x, long[] shape) {
    if (x != null && !Arrays.equals(x.sizes(), shape)) {
      throw new ShapeException(
          "layer_norm: Expected %s to be of same shape as normalized_shape, but got %s of shape %s and normalized_shape = %s"
              .formatted(name, name, Arrays.toString(x.sizes()), Arrays.toString(shape)));
    }
  }
}
