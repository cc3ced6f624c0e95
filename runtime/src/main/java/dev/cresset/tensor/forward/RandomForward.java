package dev.cresset.tensor.forward;

import dev.cresset.Generator;
import dev.cresset.Tensor;
import dev.cresset.backend.Backends;
import dev.cresset.backend.Device;
import dev.cresset.backend.HeapStorage;
import dev.cresset.backend.Strided;
import dev.cresset.ir.type.DType;
import org.jspecify.annotations.Nullable;

/** Random tensors, drawn in the order of their elements: what the family of random ops computes. */
public final class RandomForward {
  /** From so many elements on torch draws normal numbers sixteen at a time. */
  private static final int FILL = 16;

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
        values[i] = low + generator.below(high - low);
      }
    }
    return placed(HeapStorage.of(values), size, dtype == null ? DType.I64 : dtype, device);
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
    Generator from = generator == null ? Generator.global() : generator;
    long[] order = new long[Math.toIntExact(n)];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    synchronized (from) {
      for (int i = 0; i < order.length - 1; i++) {
        int other = i + (int) (from.random() % (order.length - i));
        long kept = order[i];
        order[i] = order[other];
        order[other] = kept;
      }
    }
    return placed(HeapStorage.of(order), new long[] {n}, dtype == null ? DType.I64 : dtype, device);
  }

  /** Uniform numbers of {@code [from, to)} in the sizes and dtype of {@code self}. */
  public static Tensor uniform(Tensor self, double from, double to, @Nullable Generator generator) {
    Generator source = generator == null ? Generator.global() : generator;
    int n = Math.toIntExact(self.numel());
    synchronized (source) {
      if (self.dtype() == DType.F64) {
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
          values[i] = source.uniformDouble() * (to - from) + from;
        }
        return placed(HeapStorage.of(values), self.sizes(), self.dtype(), self.device());
      }
      int bits = self.dtype() == DType.F16 ? 11 : self.dtype() == DType.BF16 ? 8 : 24;
      float width = (float) to - (float) from;
      float[] values = new float[n];
      for (int i = 0; i < n; i++) {
        long word = source.random() & (1L << bits) - 1;
        values[i] = word / (float) (1L << bits) * width + (float) from;
      }
      return placed(HeapStorage.of(values), self.sizes(), self.dtype(), self.device());
    }
  }

  /** Normal numbers in the sizes and dtype of {@code self}. */
  public static Tensor normal(Tensor self, double mean, double std, @Nullable Generator generator) {
    if (std < 0) {
      throw new IllegalArgumentException("normal expects std >= 0.0, but found std " + std);
    }
    Generator source = generator == null ? Generator.global() : generator;
    int n = Math.toIntExact(self.numel());
    synchronized (source) {
      if (n < FILL) {
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
          values[i] = source.normal() * std + mean;
        }
        return placed(HeapStorage.of(values), self.sizes(), self.dtype(), self.device());
      }
      if (self.dtype() == DType.F64) {
        double[] values = new double[n];
        fill(values, mean, std, source);
        return placed(HeapStorage.of(values), self.sizes(), self.dtype(), self.device());
      }
      float[] values = new float[n];
      fill(values, (float) mean, (float) std, source);
      return placed(HeapStorage.of(values), self.sizes(), self.dtype(), self.device());
    }
  }

  private static void fill(float[] values, float mean, float std, Generator source) {
    for (int i = 0; i < values.length; i++) {
      values[i] = source.uniformFloat();
    }
    for (int i = 0; i + FILL <= values.length; i += FILL) {
      pairs(values, i, mean, std);
    }
    if (values.length % FILL != 0) { // the last sixteen are drawn again
      int last = values.length - FILL;
      for (int i = last; i < values.length; i++) {
        values[i] = source.uniformFloat();
      }
      pairs(values, last, mean, std);
    }
  }

  private static void pairs(float[] values, int at, float mean, float std) {
    for (int j = at; j < at + 8; j++) {
      float u1 = 1 - values[j];
      float radius = (float) Math.sqrt(-2 * (float) Math.log(u1));
      float theta = (float) (2 * Math.PI * values[j + 8]);
      values[j] = radius * (float) Math.cos(theta) * std + mean;
      values[j + 8] = radius * (float) Math.sin(theta) * std + mean;
    }
  }

  private static void fill(double[] values, double mean, double std, Generator source) {
    for (int i = 0; i < values.length; i++) {
      values[i] = source.uniformDouble();
    }
    for (int i = 0; i + FILL <= values.length; i += FILL) {
      pairs(values, i, mean, std);
    }
    if (values.length % FILL != 0) {
      int last = values.length - FILL;
      for (int i = last; i < values.length; i++) {
        values[i] = source.uniformDouble();
      }
      pairs(values, last, mean, std);
    }
  }

  private static void pairs(double[] values, int at, double mean, double std) {
    for (int j = at; j < at + 8; j++) {
      double radius = Math.sqrt(-2 * Math.log(1 - values[j]));
      double theta = 2 * Math.PI * values[j + 8];
      values[j] = radius * Math.cos(theta) * std + mean;
      values[j + 8] = radius * Math.sin(theta) * std + mean;
    }
  }

  /** 1 with probability {@code p}, else 0, in the sizes and dtype of {@code self}. */
  public static Tensor bernoulli(Tensor self, double p, @Nullable Generator generator) {
    checkProbability(p);
    Generator source = generator == null ? Generator.global() : generator;
    float[] values = new float[Math.toIntExact(self.numel())];
    synchronized (source) {
      for (int i = 0; i < values.length; i++) {
        values[i] = source.uniformDouble() < p ? 1 : 0;
      }
    }
    return placed(HeapStorage.of(values), self.sizes(), self.dtype(), self.device());
  }

  /** 1 with the probability that each element of {@code self} is, else 0. */
  public static Tensor bernoulli(Tensor self, @Nullable Generator generator) {
    Generator source = generator == null ? Generator.global() : generator;
    double[] probabilities = self.toDoubleArray();
    boolean wide = self.dtype() == DType.F64;
    synchronized (source) {
      for (int i = 0; i < probabilities.length; i++) {
        checkProbability(probabilities[i]);
        double drawn = wide ? source.uniformDouble() : source.uniformFloat();
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
        values[i] = source.uniformDouble() < 1 - p ? kept : 0;
      }
    }
    return placed(HeapStorage.of(values), input.sizes(), input.dtype(), input.device());
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
