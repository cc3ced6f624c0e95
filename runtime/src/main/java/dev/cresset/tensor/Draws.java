package dev.cresset.tensor;

import dev.cresset.Generator;
import dev.cresset.Tensor;
import dev.cresset.backend.HeapStorage;
import dev.cresset.backend.Strided;
import dev.cresset.ir.type.DType;

/**
 * Fills tensors with random numbers, in the order and by the formulas of PyTorch's CPU, so that the
 * same seed gives the same tensor. Nothing is recorded.
 */
public final class Draws {
  /** From so many elements on, normal numbers are made in blocks. */
  private static final int BLOCK = 16;

  private Draws() {}

  /** Evenly spread over {@code [from, to)}. */
  public static Tensor uniform(Tensor tensor, double from, double to, Generator generator) {
    if (tensor.dtype() == DType.F64) {
      double[] drawn = new double[Math.toIntExact(tensor.numel())];
      for (int i = 0; i < drawn.length; i++) {
        drawn[i] = generator.uniform() * (to - from) + from;
      }
      return put(HeapStorage.of(drawn), tensor);
    }
    float width = (float) to - (float) from;
    float[] drawn = new float[Math.toIntExact(tensor.numel())];
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = generator.uniformFloat() * width + (float) from;
    }
    return put(HeapStorage.of(drawn), tensor);
  }

  /** Normal, of this mean and standard deviation. */
  public static Tensor normal(Tensor tensor, double mean, double std, Generator generator) {
    if (tensor.dtype() == DType.F64) {
      double[] drawn = normals(Math.toIntExact(tensor.numel()), mean, std, generator);
      return put(HeapStorage.of(drawn), tensor);
    }
    float[] drawn =
        floatNormals(Math.toIntExact(tensor.numel()), (float) mean, (float) std, generator);
    return put(HeapStorage.of(drawn), tensor);
  }

  /** The numbers below {@code n} in a random order. As {@code torch.randperm}. */
  public static long[] permutation(long n, Generator generator) {
    long[] order = new long[Math.toIntExact(n)];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    for (int i = 0; i < order.length - 1; i++) {
      int j = i + Integer.remainderUnsigned(generator.random(), order.length - i);
      long swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
    return order;
  }

  private static float[] floatNormals(int n, float mean, float std, Generator generator) {
    float[] drawn = new float[n];
    if (n < BLOCK) {
      for (int i = 0; i < n; i++) {
        drawn[i] = (float) (generator.normal() * std + mean);
      }
      return drawn;
    }
    for (int i = 0; i < n; i++) {
      drawn[i] = generator.uniformFloat();
    }
    for (int i = 0; i + BLOCK <= n; i += BLOCK) {
      block(drawn, i, mean, std);
    }
    if (n % BLOCK != 0) { // the last block is drawn anew, over the end of the one before
      for (int i = n - BLOCK; i < n; i++) {
        drawn[i] = generator.uniformFloat();
      }
      block(drawn, n - BLOCK, mean, std);
    }
    return drawn;
  }

  /** Sixteen even numbers made normal in pairs (Box and Muller, 1958). */
  private static void block(float[] drawn, int from, float mean, float std) {
    for (int j = from; j < from + BLOCK / 2; j++) {
      float radius = (float) Math.sqrt(-2 * (float) Math.log(1 - drawn[j]));
      float angle = 2 * (float) Math.PI * drawn[j + BLOCK / 2];
      drawn[j] = radius * (float) Math.cos(angle) * std + mean;
      drawn[j + BLOCK / 2] = radius * (float) Math.sin(angle) * std + mean;
    }
  }

  private static double[] normals(int n, double mean, double std, Generator generator) {
    double[] drawn = new double[n];
    if (n < BLOCK) {
      for (int i = 0; i < n; i++) {
        drawn[i] = generator.normal() * std + mean;
      }
      return drawn;
    }
    for (int i = 0; i < n; i++) {
      drawn[i] = generator.uniform();
    }
    for (int i = 0; i + BLOCK <= n; i += BLOCK) {
      block(drawn, i, mean, std);
    }
    if (n % BLOCK != 0) {
      for (int i = n - BLOCK; i < n; i++) {
        drawn[i] = generator.uniform();
      }
      block(drawn, n - BLOCK, mean, std);
    }
    return drawn;
  }

  private static void block(double[] drawn, int from, double mean, double std) {
    for (int j = from; j < from + BLOCK / 2; j++) {
      double radius = Math.sqrt(-2 * Math.log(1 - drawn[j]));
      double angle = 2 * Math.PI * drawn[j + BLOCK / 2];
      drawn[j] = radius * Math.cos(angle) * std + mean;
      drawn[j + BLOCK / 2] = radius * Math.sin(angle) * std + mean;
    }
  }

  private static Tensor put(HeapStorage drawn, Tensor tensor) {
    Tensor source = Tensor.wrap(Strided.contiguous(drawn, tensor.sizes()));
    Memory.copy(source, tensor);
    return tensor;
  }
}
