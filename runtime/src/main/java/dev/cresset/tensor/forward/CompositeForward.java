package dev.cresset.tensor.forward;

import dev.cresset.Generator;
import dev.cresset.ShapeException;
import dev.cresset.Tensor;
import dev.cresset.autograd.InPlace;
import dev.cresset.ir.type.DType;
import dev.cresset.tensor.Broadcast;
import dev.cresset.tensor.eager.Elementwise;
import dev.cresset.tensor.eager.Join;
import dev.cresset.tensor.eager.Matrix;
import dev.cresset.tensor.eager.Norm;
import dev.cresset.tensor.eager.Random;
import dev.cresset.tensor.eager.Reduction;
import dev.cresset.tensor.eager.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ops that are programs of recorded ops, whose gradients are theirs. */
public final class CompositeForward {
  /** What selu gives for very small inputs, with the other sign. */
  private static final double SELU_FLOOR = 1.7580993408473766;

  private CompositeForward() {}

  /**
   * Products summed over the letters that the result does not have; any {@code path} is as good.
   */
  public static Tensor einsum(String equation, List<Tensor> tensors, long @Nullable [] path) {
    return Einsum.of(equation, tensors);
  }

  /** Sums over dimensions of both; those of {@code self} that are left come first. */
  public static Tensor tensordot(Tensor self, Tensor other, long[] dimsSelf, long[] dimsOther) {
    if (dimsSelf.length != dimsOther.length) {
      throw new ShapeException("both dimension lists should have same length");
    }
    Tensor left = self;
    Tensor right = other;
    long terms = 1;
    for (int i = 0; i < dimsSelf.length; i++) {
      int a = self.dimension(dimsSelf[i]);
      int b = other.dimension(dimsOther[i]);
      if (left.size(a) == 1) {
        right = Reduction.sum(right, new long[] {b}, true, null);
      } else if (right.size(b) == 1) {
        left = Reduction.sum(left, new long[] {a}, true, null);
      } else if (left.size(a) != right.size(b)) {
        throw new ShapeException(
            "contracted dimensions need to match, but first has size %d in dim %d and second has size %d in dim %d"
                .formatted(left.size(a), a, right.size(b), b));
      }
      terms *= Math.min(left.size(a), right.size(b));
    }
    long[] leftFree = others(self, dimsSelf);
    long[] rightFree = others(other, dimsOther);
    Tensor rows = Shape.permute(left, joined(leftFree, dimsSelf));
    Tensor columns = Shape.permute(right, joined(dimsOther, rightFree));
    long[] sizes = joined(sizes(self, leftFree), sizes(other, rightFree));
    return Shape.reshape(
        Matrix.mm(
            Shape.reshape(rows, new long[] {product(sizes(self, leftFree)), terms}),
            Shape.reshape(columns, new long[] {terms, product(sizes(other, rightFree))})),
        sizes);
  }

  private static long[] others(Tensor x, long[] named) {
    boolean[] gone = new boolean[x.dim()];
    for (long dim : named) {
      gone[x.dimension(dim)] = true;
    }
    List<Long> free = new ArrayList<>();
    for (int d = 0; d < gone.length; d++) {
      if (!gone[d]) {
        free.add((long) d);
      }
    }
    return free.stream().mapToLong(Long::longValue).toArray();
  }

  private static long[] joined(long[] first, long[] second) {
    long[] all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }

  private static long[] sizes(Tensor x, long[] dims) {
    return Arrays.stream(dims).map(d -> x.size((int) d)).toArray();
  }

  private static long product(long[] sizes) {
    return Arrays.stream(sizes).reduce(1, (a, b) -> a * b);
  }

  /** The products of the last sizes' vectors, each with each; a scalar multiplies. */
  public static Tensor inner(Tensor self, Tensor other) {
    if (self.dim() == 0 || other.dim() == 0) {
      return Elementwise.mul(self, other);
    }
    if (self.size(-1) != other.size(-1)) {
      throw new ShapeException(
          "inner() the last dimension must match on both input tensors but got shapes %s and %s"
              .formatted(Arrays.toString(self.sizes()), Arrays.toString(other.sizes())));
    }
    return tensordot(self, other, new long[] {-1}, new long[] {-1});
  }

  /**
   * Each element less the one before it along {@code dim}, {@code n} times; {@code prepend} and
   * {@code append} are put around first. Truths give whether they differ.
   */
  public static Tensor diff(
      Tensor self, long n, long dim, @Nullable Tensor prepend, @Nullable Tensor append) {
    if (self.dim() == 0) {
      throw new ShapeException("diff expects input to be at least one-dimensional");
    }
    if (n < 0) {
      throw new IllegalArgumentException("order must be non-negative but got " + n);
    }
    int d = self.dimension(dim);
    List<Tensor> parts = new ArrayList<>();
    if (prepend != null) {
      parts.add(prepend);
    }
    parts.add(self);
    if (append != null) {
      parts.add(append);
    }
    Tensor x = parts.size() == 1 ? self : Join.cat(parts, d);
    for (long i = 0; i < n && x.size(d) > 0; i++) {
      Tensor later = Shape.narrow(x, d, 1, x.size(d) - 1);
      Tensor earlier = Shape.narrow(x, d, 0, x.size(d) - 1);
      x =
          x.dtype() == DType.BOOL
              ? Elementwise.logicalXor(later, earlier)
              : Elementwise.sub(later, earlier, 1L);
    }
    return x == self ? Shape.clone(self, null) : x;
  }

  /** {@code length} entries from the one on that {@code start}, a tensor without sizes, names. */
  public static Tensor narrow(Tensor self, long dim, Tensor start, long length) {
    if (start.dim() != 0 || start.isFloatingPoint() || start.dtype() == DType.BOOL) {
      throw new ShapeException("start must be an 0-dim integral Tensor.");
    }
    return Shape.narrow(self, dim, (long) start.item(), length);
  }

  /** Normalised by sample and channel: as a batch norm of one sample with all their channels. */
  public static Tensor instanceNorm(
      Tensor input,
      @Nullable Tensor weight,
      @Nullable Tensor bias,
      @Nullable Tensor runningMean,
      @Nullable Tensor runningVar,
      boolean useInputStats,
      double momentum,
      double eps,
      boolean cudnnEnabled) {
    if (!useInputStats && (runningMean == null || runningVar == null)) {
      throw new IllegalArgumentException(
          "Expected running_mean and running_var to be defined when use_input_stats is false");
    }
    long samples = input.size(0);
    long channels = input.size(1);
    if (useInputStats && samples * channels > 0 && input.numel() == samples * channels) {
      throw new ShapeException(
          "Expected more than 1 spatial element when training, got input size "
              + Arrays.toString(input.sizes()));
    }
    long[] sizes = input.sizes();
    long[] together = sizes.clone();
    together[0] = 1;
    together[1] = samples * channels;
    Tensor mean = repeated(runningMean, samples);
    Tensor variance = repeated(runningVar, samples);
    Tensor normal =
        Norm.batchNorm(
            Shape.reshape(Shape.contiguous(input, 0), together),
            repeated(weight, samples),
            repeated(bias, samples),
            mean,
            variance,
            useInputStats,
            momentum,
            eps,
            cudnnEnabled);
    follow(runningMean, mean, samples, channels);
    follow(runningVar, variance, samples, channels);
    return Shape.reshape(normal, sizes);
  }

  private static @Nullable Tensor repeated(@Nullable Tensor x, long times) {
    return x == null ? null : Join.repeat(x, new long[] {times});
  }

  /** The running statistics become the mean of what they are after each sample. */
  private static void follow(
      @Nullable Tensor running, @Nullable Tensor repeated, long samples, long channels) {
    if (running != null && repeated != null) {
      Tensor bySample = Shape.view(repeated, new long[] {samples, channels});
      InPlace.copy(running, Reduction.mean(bySample, new long[] {0}, false, null));
    }
  }

  /** In training, elements replaced by what selu ends at, and all scaled so that moments stay. */
  public static Tensor alphaDropout(Tensor input, double p, boolean train) {
    return alphaDropout(input, input.sizes(), p, train);
  }

  /** As {@link #alphaDropout}, of whole channels. */
  public static Tensor featureAlphaDropout(Tensor input, double p, boolean train) {
    if (input.dim() < 2) {
      throw new ShapeException(
          "Feature dropout requires at least 2 dimensions in the input, but it has " + input.dim());
    }
    long[] sizes = input.sizes();
    Arrays.fill(sizes, 2, sizes.length, 1);
    return alphaDropout(input, sizes, p, train);
  }

  private static Tensor alphaDropout(Tensor input, long[] noiseSizes, double p, boolean train) {
    if (!(p >= 0 && p <= 1)) {
      throw new IllegalArgumentException(
          "dropout probability has to be between 0 and 1, but got " + p);
    }
    if (p == 0 || !train || input.numel() == 0) {
      return input;
    }
    if (p == 1) {
      return Elementwise.mul(input, 0L);
    }
    Tensor kept = Random.bernoulli(Views.zeros(input, noiseSizes), 1 - p, null);
    double scale = 1 / Math.sqrt((SELU_FLOOR * SELU_FLOOR * p + 1) * (1 - p));
    Tensor dropped = Elementwise.mul(Elementwise.add(kept, -1L, 1L), SELU_FLOOR * scale);
    Tensor shift = Elementwise.add(dropped, SELU_FLOOR * scale * p, 1L);
    return Elementwise.add(Elementwise.mul(input, Elementwise.mul(kept, scale)), shift, 1L);
  }

  /** What is not positive times a slope, drawn for each in training. */
  public static Tensor rrelu(
      Tensor self, Number lower, Number upper, boolean training, @Nullable Generator generator) {
    double low = lower.doubleValue();
    double high = upper.doubleValue();
    if (!(low <= high)) {
      throw new IllegalArgumentException(
          "Lower bound should be less than or equal to the upper bound, but they are %s and %s"
              .formatted(low, high));
    }
    if (!training) {
      return Elementwise.leakyRelu(self, (low + high) / 2);
    }
    Tensor slopes = Random.uniform(Views.zeros(self, self.sizes()), low, high, generator);
    Tensor positive = Elementwise.gt(Shape.detach(self), 0);
    return Elementwise.mul(self, Elementwise.maskedFill(slopes, positive, 1));
  }

  /** {@code [.., c r², h, w]} as {@code [.., c, h r, w r]}. */
  public static Tensor pixelShuffle(Tensor self, long upscaleFactor) {
    checkImages("pixel_shuffle", self);
    int d = self.dim();
    long r = upscaleFactor;
    if (r <= 0) {
      throw new IllegalArgumentException(
          "pixel_shuffle expects a positive upscale_factor, but got " + r);
    }
    long channels = self.size(d - 3);
    if (channels % (r * r) != 0) {
      throw new ShapeException(
          "pixel_shuffle expects its input's 'channel' dimension to be divisible by the square of upscale_factor, but input.size(-3)=%d is not divisible by %d"
              .formatted(channels, r * r));
    }
    long h = self.size(d - 2);
    long w = self.size(d - 1);
    Tensor apart = Shape.reshape(self, last(self, 3, channels / (r * r), r, r, h, w));
    Tensor beside = Shape.permute(apart, lastOrder(d - 3, 0, 3, 1, 4, 2));
    return Shape.reshape(beside, last(self, 3, channels / (r * r), h * r, w * r));
  }

  /** {@code [.., c, h r, w r]} as {@code [.., c r², h, w]}. */
  public static Tensor pixelUnshuffle(Tensor self, long downscaleFactor) {
    checkImages("pixel_unshuffle", self);
    int d = self.dim();
    long r = downscaleFactor;
    if (r <= 0) {
      throw new IllegalArgumentException(
          "pixel_unshuffle expects a positive downscale_factor, but got " + r);
    }
    long h = self.size(d - 2);
    long w = self.size(d - 1);
    if (h % r != 0 || w % r != 0) {
      throw new ShapeException(
          "pixel_unshuffle expects height and width to be divisible by downscale_factor, but %d and %d are not divisible by %d"
              .formatted(h, w, r));
    }
    long channels = self.size(d - 3);
    Tensor apart = Shape.reshape(self, last(self, 3, channels, h / r, r, w / r, r));
    Tensor behind = Shape.permute(apart, lastOrder(d - 3, 0, 2, 4, 1, 3));
    return Shape.reshape(behind, last(self, 3, channels * r * r, h / r, w / r));
  }

  /**
   * {@code [n, groups c, ..]} as {@code [n, c groups, ..]}: one channel from each group in turn.
   */
  public static Tensor channelShuffle(Tensor self, long groups) {
    if (self.dim() < 3) {
      throw new ShapeException(
          "channel_shuffle expects input with > 2 dims, but got input with sizes "
              + Arrays.toString(self.sizes()));
    }
    if (groups <= 0 || self.size(1) % groups != 0) {
      throw new ShapeException(
          "Number of channels must be divisible by groups. Got %d channels and %d groups."
              .formatted(self.size(1), groups));
    }
    long[] parts = {groups, self.size(1) / groups};
    Tensor apart = Shape.unflatten(self, 1, parts);
    return Shape.reshape(Shape.transpose(apart, 1, 2), self.sizes());
  }

  private static void checkImages(String op, Tensor self) {
    if (self.dim() < 3) {
      throw new ShapeException(
          "%s expects input to have at least 3 dimensions, but got input with %d dimension(s)"
              .formatted(op, self.dim()));
    }
  }

  /** The sizes of {@code x} with others for its last {@code count}. */
  private static long[] last(Tensor x, int count, long... sizes) {
    return joined(Arrays.copyOf(x.sizes(), x.dim() - count), sizes);
  }

  private static long[] lastOrder(int from, long... order) {
    long[] all = new long[from];
    Arrays.setAll(all, d -> d);
    return joined(all, Arrays.stream(order).map(d -> d + from).toArray());
  }

  /** As many parts as {@code sections} says; the first ones have one entry more if need be. */
  public static List<Tensor> tensorSplit(Tensor self, long sections, long dim) {
    if (sections <= 0) {
      throw new IllegalArgumentException(
          "number of sections must be larger than 0, got " + sections);
    }
    long size = self.size(self.dimension(dim));
    long[] parts = new long[Math.toIntExact(sections)];
    Arrays.setAll(parts, i -> size / sections + (i < size % sections ? 1 : 0));
    return Shape.splitWithSizes(self, parts, dim);
  }

  /** The parts before, between and behind {@code indices}, as slices take them. */
  public static List<Tensor> tensorSplit(Tensor self, long[] indices, long dim) {
    List<Tensor> parts = new ArrayList<>();
    long from = 0;
    for (long index : indices) {
      parts.add(Shape.slice(self, dim, from, index, 1));
      from = index;
    }
    parts.add(Shape.slice(self, dim, from, null, 1));
    return parts;
  }

  /** All of the size that they broadcast to. */
  public static List<Tensor> broadcastTensors(List<Tensor> tensors) {
    long[] sizes = Broadcast.sizes("broadcast_tensors", tensors.toArray(new Tensor[0]));
    return tensors.stream().map(x -> Shape.expand(x, sizes, false)).toList();
  }

  /** Beside each other along the second dimension; vectors are columns. */
  public static Tensor columnStack(List<Tensor> tensors) {
    List<Tensor> columns = new ArrayList<>();
    for (Tensor x : tensors) {
      columns.add(x.dim() <= 1 ? Shape.reshape(x, new long[] {x.numel(), 1}) : x);
    }
    return Join.hstack(columns);
  }

  /** Turned by {@code k} right angles from the first of {@code dims} towards the second. */
  public static Tensor rot90(Tensor self, long k, long[] dims) {
    if (dims.length != 2) {
      throw new IllegalArgumentException(
          "expected total rotation dims == 2, but got dims = " + dims.length);
    }
    if (self.dimension(dims[0]) == self.dimension(dims[1])) {
      throw new IllegalArgumentException(
          "expected rotation dims to be different, but got dim0 = %d and dim1 = %d"
              .formatted(dims[0], dims[1]));
    }
    return switch ((int) Math.floorMod(k, 4L)) {
      case 1 -> Shape.transpose(Join.flip(self, new long[] {dims[1]}), dims[0], dims[1]);
      case 2 -> Join.flip(self, dims);
      case 3 -> Shape.transpose(Join.flip(self, new long[] {dims[0]}), dims[0], dims[1]);
      default -> Shape.clone(self, null);
    };
  }
}
