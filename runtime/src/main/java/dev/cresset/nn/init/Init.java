package dev.cresset.nn.init;

import dev.cresset.Generator;
import dev.cresset.Tensor;
import dev.cresset.tensor.Draws;
import dev.cresset.tensor.Memory;
import java.util.Arrays;

/**
 * Fills tensors in place, without a trace on the tape, and returns them. As {@code torch.nn.init}.
 * Random numbers come from the global generator.
 */
public final class Init {

  private Init() {}

  /** Numbers spread evenly over {@code [from, to)}. As {@code uniform_}. */
  public static Tensor uniform_(Tensor tensor, double from, double to) {
    return Draws.uniform(tensor, from, to, Generator.global());
  }

  /** Numbers spread as a normal distribution. As {@code normal_}. */
  public static Tensor normal_(Tensor tensor, double mean, double std) {
    return Draws.normal(tensor, mean, std, Generator.global());
  }

  /** The same number everywhere. As {@code constant_}. */
  public static Tensor constant_(Tensor tensor, double value) {
    return Memory.fill(tensor, value);
  }

  /** Ones. As {@code ones_}. */
  public static Tensor ones_(Tensor tensor) {
    return constant_(tensor, 1);
  }

  /** Zeros. As {@code zeros_}. */
  public static Tensor zeros_(Tensor tensor) {
    return constant_(tensor, 0);
  }

  /** Ones on the diagonal of a matrix, else zeros. As {@code eye_}. */
  public static Tensor eye_(Tensor tensor) {
    long[] sizes = tensor.sizes();
    require(sizes.length == 2, "eye_ needs a matrix", sizes);
    float[] values = new float[Math.toIntExact(tensor.numel())];
    for (int i = 0; i < Math.min(sizes[0], sizes[1]); i++) {
      values[(int) (i * sizes[1]) + i] = 1;
    }
    return copy_(tensor, values);
  }

  /** A convolution that gives its input back, as far as the channels go. As {@code dirac_}. */
  public static Tensor dirac_(Tensor tensor) {
    return dirac_(tensor, 1);
  }

  /** A convolution that gives its input back in each of {@code groups}. As {@code dirac_}. */
  public static Tensor dirac_(Tensor tensor, long groups) {
    long[] sizes = tensor.sizes();
    require(
        sizes.length >= 3 && sizes.length <= 5, "dirac_ needs weights [out, in, window...]", sizes);
    require(sizes[0] % groups == 0, "dirac_ in " + groups + " groups needs as many outputs", sizes);
    int window = 1;
    int middle = 0;
    for (int i = 2; i < sizes.length; i++) {
      middle = middle * (int) sizes[i] + (int) sizes[i] / 2;
      window *= (int) sizes[i];
    }
    float[] values = new float[Math.toIntExact(tensor.numel())];
    long outOfGroup = sizes[0] / groups;
    for (int out = 0; out < sizes[0]; out++) {
      long in = out % outOfGroup;
      if (in < sizes[1]) {
        values[(int) (out * sizes[1] + in) * window + middle] = 1;
      }
    }
    return copy_(tensor, values);
  }

  /** Glorot's initialisation, evenly spread. As {@code xavier_uniform_}. */
  public static Tensor xavierUniform_(Tensor tensor, double gain) {
    double bound = Math.sqrt(3) * xavierStd(tensor, gain);
    return uniform_(tensor, -bound, bound);
  }

  /** Glorot's initialisation, normal. As {@code xavier_normal_}. */
  public static Tensor xavierNormal_(Tensor tensor, double gain) {
    return normal_(tensor, 0, xavierStd(tensor, gain));
  }

  /**
   * He's initialisation, evenly spread. As {@code kaiming_uniform_}.
   *
   * @param a the slope below zero of the leaky ReLU that follows
   */
  public static Tensor kaimingUniform_(
      Tensor tensor, double a, Fan mode, Nonlinearity nonlinearity) {
    double bound = Math.sqrt(3) * nonlinearity.gain(a) / Math.sqrt(mode.of(tensor));
    return uniform_(tensor, -bound, bound);
  }

  /**
   * He's initialisation, normal. As {@code kaiming_normal_}.
   *
   * @param a the slope below zero of the leaky ReLU that follows
   */
  public static Tensor kaimingNormal_(
      Tensor tensor, double a, Fan mode, Nonlinearity nonlinearity) {
    return normal_(tensor, 0, nonlinearity.gain(a) / Math.sqrt(mode.of(tensor)));
  }

  /** What keeps the size of signals through a function. As {@code calculate_gain}. */
  public static double calculateGain(Nonlinearity nonlinearity) {
    return nonlinearity.gain();
  }

  /** What keeps the size of signals through a leaky ReLU. As {@code calculate_gain}. */
  public static double calculateGain(Nonlinearity nonlinearity, double slope) {
    return nonlinearity.gain(slope);
  }

  /**
   * A random matrix whose rows (or columns, if there are fewer) are orthogonal and of length {@code
   * gain}; sizes after the first count as columns. As {@code orthogonal_}.
   */
  public static Tensor orthogonal_(Tensor tensor, double gain) {
    long[] sizes = tensor.sizes();
    require(sizes.length >= 2, "orthogonal_ needs two sizes or more", sizes);
    int rows = Math.toIntExact(sizes[0]);
    int columns = Math.toIntExact(tensor.numel() / Math.max(1, rows));
    int count = Math.min(rows, columns);
    int length = Math.max(rows, columns);
    double[][] vectors = new double[count][length];
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < length; j++) {
        vectors[i][j] = Generator.global().normal();
      }
    }
    Orthogonal.orthonormalize(vectors);
    float[] values = new float[rows * columns];
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < length; j++) {
        int at = rows <= columns ? i * columns + j : j * columns + i;
        values[at] = (float) (gain * vectors[i][j]);
      }
    }
    return copy_(tensor, values);
  }

  private static double xavierStd(Tensor tensor, double gain) {
    return gain * Math.sqrt(2.0 / (Fan.IN.of(tensor) + Fan.OUT.of(tensor)));
  }

  private static Tensor copy_(Tensor tensor, float[] values) {
    Memory.copy(Tensor.fromBlob(values, tensor.sizes()), tensor);
    return tensor;
  }

  private static void require(boolean holds, String what, long[] sizes) {
    if (!holds) {
      throw new IllegalArgumentException(what + ", given " + Arrays.toString(sizes));
    }
  }
}
