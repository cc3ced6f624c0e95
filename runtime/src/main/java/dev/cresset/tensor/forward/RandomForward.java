package dev.cresset.tensor.forward;

import dev.cresset.Generator;
import dev.cresset.ShapeException;
import dev.cresset.Tensor;
import dev.cresset.backend.Backends;
import dev.cresset.backend.Device;
import dev.cresset.backend.HeapStorage;
import dev.cresset.backend.Strided;
import dev.cresset.ir.type.DType;
import dev.cresset.tensor.Draws;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Random tensors, drawn in the order of their elements: what the family of random ops computes. */
public final class RandomForward {
  private RandomForward() {}

  /** Uniform numbers of {@code [0, 1)}. */
  public static Tensor rand(
      long[] size,
      @Nullable DType dtype,
      @Nullable Long layout,
      @Nullable Device device,
      @Nullable Boolean pinMemory) {
    return uniform(empty(size, dtype, device), 0, 1, null);
  }

  /** Uniform numbers of {@code [0, 1)} in the sizes of {@code self}. */
  public static Tensor randLike(
      Tensor self,
      @Nullable DType dtype,
      @Nullable Long layout,
      @Nullable Device device,
      @Nullable Boolean pinMemory,
      @Nullable Long memoryFormat) {
    return uniform(like(self, dtype, device), 0, 1, null);
  }

  /** Normal numbers of mean 0 and variance 1. */
  public static Tensor randn(
      long[] size,
      @Nullable DType dtype,
      @Nullable Long layout,
      @Nullable Device device,
      @Nullable Boolean pinMemory) {
    return normal(empty(size, dtype, device), 0, 1, null);
  }

  /** Normal numbers of mean 0 and variance 1 in the sizes of {@code self}. */
  public static Tensor randnLike(
      Tensor self,
      @Nullable DType dtype,
      @Nullable Long layout,
      @Nullable Device device,
      @Nullable Boolean pinMemory,
      @Nullable Long memoryFormat) {
    return normal(like(self, dtype, device), 0, 1, null);
  }

  /** Whole numbers of {@code [0, high)}. */
  public static Tensor randint(
      long high,
      long[] size,
      @Nullable DType dtype,
      @Nullable Long layout,
      @Nullable Device device,
      @Nullable Boolean pinMemory) {
    return randint(0, high, size, dtype, layout, device, pinMemory);
  }

  /** Whole numbers of {@code [low, high)}. */
  public static Tensor randint(
      long low,
      long high,
      long[] size,
      @Nullable DType dtype,
      @Nullable Long layout,
      @Nullable Device device,
      @Nullable Boolean pinMemory) {
    if (low >= high) {
      throw new IllegalArgumentException(
          "random_ expects 'from' to be less than 'to', but got from=" + low + " >= to=" + high);
    }
    Generator generator = Generator.global();
    long[] values = new long[Math.toIntExact(Strided.count(size))];
    synchronized (generator) {
      for (int i = 0; i < values.length; i++) {
        values[i] = low + below(generator, high - low);
      }
    }
    return placed(HeapStorage.of(values), size, dtype == null ? DType.I64 : dtype, device);
  }

  private static long below(Generator generator, long bound) {
    return bound >= 1L << 32
        ? Long.remainderUnsigned(generator.random64(), bound)
        : Integer.toUnsignedLong(generator.random()) % bound;
  }

  /** The numbers below {@code n} in random order. */
  public static Tensor randperm(
      long n,
      @Nullable DType dtype,
      @Nullable Long layout,
      @Nullable Device device,
      @Nullable Boolean pinMemory) {
    return randperm(n, null, dtype, layout, device, pinMemory);
  }

  /** The numbers below {@code n} in random order, drawn from {@code generator}. */
  public static Tensor randperm(
      long n,
      @Nullable Generator generator,
      @Nullable DType dtype,
      @Nullable Long layout,
      @Nullable Device device,
      @Nullable Boolean pinMemory) {
    long[] order = Draws.permutation(n, source(generator));
    return placed(HeapStorage.of(order), new long[] {n}, dtype == null ? DType.I64 : dtype, device);
  }

  /** Uniform numbers of {@code [from, to)} in the sizes and dtype of {@code self}. */
  public static Tensor uniform(Tensor self, double from, double to, @Nullable Generator generator) {
    return Draws.uniform(like(self, null, null), from, to, source(generator));
  }

  /** Normal numbers in the sizes and dtype of {@code self}. */
  public static Tensor normal(Tensor self, double mean, double std, @Nullable Generator generator) {
    if (std < 0) {
      throw new IllegalArgumentException("normal expects std >= 0.0, but found std " + std);
    }
    return Draws.normal(like(self, null, null), mean, std, source(generator));
  }

  private static Generator source(@Nullable Generator generator) {
    return generator == null ? Generator.global() : generator;
  }

  /** 1 with probability {@code p}, else 0, in the sizes and dtype of {@code self}. */
  public static Tensor bernoulli(Tensor self, double p, @Nullable Generator generator) {
    checkProbability(p);
    Generator source = source(generator);
    float[] values = new float[Math.toIntExact(self.numel())];
    synchronized (source) {
      for (int i = 0; i < values.length; i++) {
        values[i] = source.uniform() < p ? 1 : 0;
      }
    }
    return placed(HeapStorage.of(values), self.sizes(), self.dtype(), self.device());
  }

  /** 1 with the probability that each element of {@code self} is, else 0. */
  public static Tensor bernoulli(Tensor self, @Nullable Generator generator) {
    Generator source = source(generator);
    double[] probabilities = self.toDoubleArray();
    boolean wide = self.dtype() == DType.F64;
    synchronized (source) {
      for (int i = 0; i < probabilities.length; i++) {
        checkProbability(probabilities[i]);
        double drawn = wide ? source.uniform() : source.uniformFloat();
        probabilities[i] = drawn < probabilities[i] ? 1 : 0;
      }
    }
    return placed(HeapStorage.of(probabilities), self.sizes(), self.dtype(), self.device());
  }

  /** What dropout multiplies by: {@code 1 / (1 − p)} where an element stays, else 0. */
  public static Tensor dropoutMask(Tensor input, double p) {
    checkProbability(p);
    Generator source = Generator.global();
    float[] values = new float[Math.toIntExact(input.numel())];
    float kept = p == 1 ? 0 : (float) (1 / (1 - p));
    synchronized (source) {
      for (int i = 0; i < values.length; i++) {
        values[i] = source.uniform() < 1 - p ? kept : 0;
      }
    }
    return placed(HeapStorage.of(values), input.sizes(), input.dtype(), input.device());
  }

  /** As {@link #dropoutMask}, of whole channels: of sizes 1 behind the first two. */
  public static Tensor featureDropoutMask(Tensor input, double p) {
    if (input.dim() < 2) {
      throw new ShapeException(
          "Feature dropout requires at least 2 dimensions in the input, but it has " + input.dim());
    }
    long[] sizes = input.sizes();
    Arrays.fill(sizes, 2, sizes.length, 1);
    return dropoutMask(Views.zeros(input, sizes), p);
  }

  private static void checkProbability(double p) {
    if (!(p >= 0 && p <= 1)) {
      throw new IllegalArgumentException("a probability has to be between 0 and 1, but got " + p);
    }
  }

  private static Tensor empty(long[] size, @Nullable DType dtype, @Nullable Device device) {
    DType type = dtype == null ? DType.F32 : dtype;
    return Tensor.wrap(Strided.allocate(type, device == null ? Device.CPU : device, size.clone()));
  }

  private static Tensor like(Tensor self, @Nullable DType dtype, @Nullable Device device) {
    return empty(
        self.sizes(),
        dtype == null ? self.dtype() : dtype,
        device == null ? self.device() : device);
  }

  /** What was drawn, in the dtype and on the device that were asked for. */
  private static Tensor placed(
      HeapStorage drawn, long[] size, DType dtype, @Nullable Device device) {
    Strided values = Strided.contiguous(drawn, size.clone());
    Device place = device == null ? Device.CPU : device;
    if (dtype == drawn.dtype() && place.isCpu()) {
      return Tensor.wrap(values);
    }
    Strided result = Strided.allocate(dtype, place, size.clone());
    Backends.of(place).copy(values, result);
    return Tensor.wrap(result);
  }
}
