package dev.cresset;

import dev.cresset.annotations.Aten;
import dev.cresset.backend.Device;
import dev.cresset.ir.type.DType;
import dev.cresset.tensor.eager.Factory;
import dev.cresset.tensor.eager.Random;

/**
 * Tensors that make up their own values, F32 where nothing else is said; dtype and device come
 * first. The statics of {@link Tensor}.
 */
public abstract sealed class TensorFactories permits Tensor {

  /** Holds factories alone. */
  protected TensorFactories() {}

  /** Zeros; nobody may rely on it. As {@code torch.empty}. */
  @Aten("empty.memory_format")
  public static Tensor empty(long... size) {
    return Factory.empty(size, null, null, null, null, null);
  }

  /** Zeros; nobody may rely on it. As {@code torch.empty}. */
  @Aten("empty.memory_format")
  public static Tensor empty(DType dtype, long... size) {
    return Factory.empty(size, dtype, null, null, null, null);
  }

  /** Zeros. As {@code torch.zeros}. */
  @Aten("zeros")
  public static Tensor zeros(long... size) {
    return Factory.zeros(size, null, null, null, null);
  }

  /** Zeros. As {@code torch.zeros}. */
  @Aten("zeros")
  public static Tensor zeros(DType dtype, long... size) {
    return Factory.zeros(size, dtype, null, null, null);
  }

  /** Zeros. As {@code torch.zeros}. */
  @Aten("zeros")
  public static Tensor zeros(Device device, long... size) {
    return Factory.zeros(size, null, null, device, null);
  }

  /** Zeros. As {@code torch.zeros}. */
  @Aten("zeros")
  public static Tensor zeros(DType dtype, Device device, long... size) {
    return Factory.zeros(size, dtype, null, device, null);
  }

  /** Ones. As {@code torch.ones}. */
  @Aten("ones")
  public static Tensor ones(long... size) {
    return Factory.ones(size, null, null, null, null);
  }

  /** Ones. As {@code torch.ones}. */
  @Aten("ones")
  public static Tensor ones(DType dtype, long... size) {
    return Factory.ones(size, dtype, null, null, null);
  }

  /** Ones. As {@code torch.ones}. */
  @Aten("ones")
  public static Tensor ones(Device device, long... size) {
    return Factory.ones(size, null, null, device, null);
  }

  /** Ones. As {@code torch.ones}. */
  @Aten("ones")
  public static Tensor ones(DType dtype, Device device, long... size) {
    return Factory.ones(size, dtype, null, device, null);
  }

  /** One number everywhere; a whole one gives I64. As {@code torch.full}. */
  @Aten("full")
  public static Tensor full(long[] size, long fillValue) {
    return Factory.full(size, fillValue, null, null, null, null);
  }

  /** One number everywhere; a whole one gives I64. As {@code torch.full}. */
  @Aten("full")
  public static Tensor full(long[] size, double fillValue) {
    return Factory.full(size, fillValue, null, null, null, null);
  }

  /** One number everywhere. As {@code torch.full}. */
  @Aten("full")
  public static Tensor full(DType dtype, long[] size, long fillValue) {
    return Factory.full(size, fillValue, dtype, null, null, null);
  }

  /** One number everywhere. As {@code torch.full}. */
  @Aten("full")
  public static Tensor full(DType dtype, long[] size, double fillValue) {
    return Factory.full(size, fillValue, dtype, null, null, null);
  }

  /** Random numbers, evenly spread over {@code [0, 1)}. As {@code torch.rand}. */
  @Aten("rand")
  public static Tensor rand(long... size) {
    return Random.rand(size, null, null, null, null);
  }

  /** Random numbers, evenly spread over {@code [0, 1)}. As {@code torch.rand}. */
  @Aten("rand")
  public static Tensor rand(DType dtype, long... size) {
    return Random.rand(size, dtype, null, null, null);
  }

  /** Random numbers, normal of mean 0 and deviation 1. As {@code torch.randn}. */
  @Aten("randn")
  public static Tensor randn(long... size) {
    return Random.randn(size, null, null, null, null);
  }

  /** Random numbers, normal of mean 0 and deviation 1. As {@code torch.randn}. */
  @Aten("randn")
  public static Tensor randn(DType dtype, long... size) {
    return Random.randn(size, dtype, null, null, null);
  }

  /** Random whole numbers from {@code low} to below {@code high}, I64. As {@code torch.randint}. */
  @Aten("randint.low")
  public static Tensor randint(long low, long high, long... size) {
    return Random.randint(low, high, size, DType.I64, null, null, null);
  }

  /** Random whole numbers from {@code low} to below {@code high}. As {@code torch.randint}. */
  @Aten("randint.low")
  public static Tensor randint(DType dtype, long low, long high, long... size) {
    return Random.randint(low, high, size, dtype, null, null, null);
  }

  /** The numbers below {@code n} in a random order, I64. As {@code torch.randperm}. */
  @Aten("randperm")
  public static Tensor randperm(long n) {
    return Random.randperm(n, DType.I64, null, null, null);
  }

  /** The numbers from 0 to before {@code end}. As {@code torch.arange}. */
  @Aten("arange")
  public static Tensor arange(long end) {
    return Factory.arange(end, null, null, null, null);
  }

  /** The numbers from 0 to before {@code end}. As {@code torch.arange}. */
  @Aten("arange")
  public static Tensor arange(double end) {
    return Factory.arange(end, null, null, null, null);
  }

  /** The numbers from 0 to before {@code end}. As {@code torch.arange}. */
  @Aten("arange")
  public static Tensor arange(DType dtype, long end) {
    return Factory.arange(end, dtype, null, null, null);
  }

  /** The numbers from 0 to before {@code end}. As {@code torch.arange}. */
  @Aten("arange")
  public static Tensor arange(DType dtype, double end) {
    return Factory.arange(end, dtype, null, null, null);
  }

  /** The numbers from {@code start} to before {@code end}. As {@code torch.arange}. */
  @Aten("arange.start")
  public static Tensor arange(long start, long end) {
    return Factory.arange(start, end, null, null, null, null);
  }

  /** The numbers from {@code start} to before {@code end}. As {@code torch.arange}. */
  @Aten("arange.start")
  public static Tensor arange(double start, double end) {
    return Factory.arange(start, end, null, null, null, null);
  }

  /**
   * Every {@code step}-th number from {@code start} to before {@code end}. As {@code torch.arange}.
   */
  @Aten("arange.start_step")
  public static Tensor arange(long start, long end, long step) {
    return Factory.arange(start, end, step, null, null, null, null);
  }

  /**
   * Every {@code step}-th number from {@code start} to before {@code end}. As {@code torch.arange}.
   */
  @Aten("arange.start_step")
  public static Tensor arange(double start, double end, double step) {
    return Factory.arange(start, end, step, null, null, null, null);
  }

  /**
   * So many numbers from {@code start} to {@code end}, both among them. As {@code torch.linspace}.
   */
  @Aten("linspace")
  public static Tensor linspace(long start, long end, long steps) {
    return Factory.linspace(start, end, steps, null, null, null, null);
  }

  /**
   * So many numbers from {@code start} to {@code end}, both among them. As {@code torch.linspace}.
   */
  @Aten("linspace")
  public static Tensor linspace(double start, double end, long steps) {
    return Factory.linspace(start, end, steps, null, null, null, null);
  }

  /** Ones on the diagonal of a square matrix, else zeros. As {@code torch.eye}. */
  @Aten("eye")
  public static Tensor eye(long n) {
    return Factory.eye(n, null, null, null, null);
  }

  /** Ones on the diagonal of a matrix, else zeros. As {@code torch.eye}. */
  @Aten("eye.m")
  public static Tensor eye(long n, long m) {
    return Factory.eye(n, m, null, null, null, null);
  }

  /** Ones on the diagonal of a square matrix, else zeros. As {@code torch.eye}. */
  @Aten("eye")
  public static Tensor eye(DType dtype, long n) {
    return Factory.eye(n, dtype, null, null, null);
  }

  /** Zeros, with sizes, dtype and device of another tensor. As {@code torch.zeros_like}. */
  @Aten("zeros_like")
  public static Tensor zerosLike(Tensor self) {
    return Factory.zerosLike(self, null, null, null, null, null);
  }

  /** Zeros, with sizes and device of another tensor. As {@code torch.zeros_like}. */
  @Aten("zeros_like")
  public static Tensor zerosLike(DType dtype, Tensor self) {
    return Factory.zerosLike(self, dtype, null, null, null, null);
  }

  /** Ones, with sizes, dtype and device of another tensor. As {@code torch.ones_like}. */
  @Aten("ones_like")
  public static Tensor onesLike(Tensor self) {
    return Factory.onesLike(self, null, null, null, null, null);
  }

  /** Ones, with sizes and device of another tensor. As {@code torch.ones_like}. */
  @Aten("ones_like")
  public static Tensor onesLike(DType dtype, Tensor self) {
    return Factory.onesLike(self, dtype, null, null, null, null);
  }

  /**
   * Zeros, on which nobody may rely, with sizes, dtype and device of another tensor. As {@code
   * torch.empty_like}.
   */
  @Aten("empty_like")
  public static Tensor emptyLike(Tensor self) {
    return Factory.emptyLike(self, null, null, null, null, null);
  }

  /** One number, with sizes, dtype and device of another tensor. As {@code torch.full_like}. */
  @Aten("full_like")
  public static Tensor fullLike(Tensor self, long fillValue) {
    return Factory.fullLike(self, fillValue, null, null, null, null, null);
  }

  /** One number, with sizes, dtype and device of another tensor. As {@code torch.full_like}. */
  @Aten("full_like")
  public static Tensor fullLike(Tensor self, double fillValue) {
    return Factory.fullLike(self, fillValue, null, null, null, null, null);
  }

  /**
   * Random numbers, evenly spread over {@code [0, 1)}, with sizes, dtype and device of another
   * tensor. As {@code torch.rand_like}.
   */
  @Aten("rand_like")
  public static Tensor randLike(Tensor self) {
    return Random.randLike(self, null, null, null, null, null);
  }

  /**
   * Random numbers, normal, with sizes, dtype and device of another tensor. As {@code
   * torch.randn_like}.
   */
  @Aten("randn_like")
  public static Tensor randnLike(Tensor self) {
    return Random.randnLike(self, null, null, null, null, null);
  }

  /**
   * Starts the global generator again, so that the random numbers that follow are known. As {@code
   * torch.manual_seed}.
   */
  public static Generator manualSeed(long seed) {
    return Generator.global().manualSeed(seed);
  }
}
