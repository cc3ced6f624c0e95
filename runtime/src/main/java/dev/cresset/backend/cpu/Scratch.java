package dev.cresset.backend.cpu;

import dev.cresset.backend.PointwiseKernel;

/** Tiles that a thread keeps for itself, so that elementwise work allocates nothing. */
final class Scratch {
  private static final ThreadLocal<Scratch> HERE = ThreadLocal.withInitial(Scratch::new);

  private float[][] floats = new float[0][];
  private double[][] doubles = new double[0][];
  private long[][] longs = new long[0][];

  private final float[] floatLane = new float[PointwiseKernel.TILE];
  private final double[] doubleLane = new double[PointwiseKernel.TILE];
  private final long[] longLane = new long[PointwiseKernel.TILE];

  private Scratch() {}

  /** The current thread's. */
  static Scratch here() {
    return HERE.get();
  }

  /** A tile for conversions alone. */
  float[] floatLane() {
    return floatLane;
  }

  /** A tile for conversions alone. */
  double[] doubleLane() {
    return doubleLane;
  }

  /** A tile for conversions alone. */
  long[] longLane() {
    return longLane;
  }

  /** At least {@code count} tiles. */
  float[][] floats(int count) {
    if (floats.length < count) {
      floats = new float[count][PointwiseKernel.TILE];
    }
    return floats;
  }

  /** At least {@code count} tiles. */
  double[][] doubles(int count) {
    if (doubles.length < count) {
      doubles = new double[count][PointwiseKernel.TILE];
    }
    return doubles;
  }

  /** At least {@code count} tiles. */
  long[][] longs(int count) {
    if (longs.length < count) {
      longs = new long[count][PointwiseKernel.TILE];
    }
    return longs;
  }
}
