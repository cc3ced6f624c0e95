package dev.cresset.backend.cpu;

import dev.cresset.backend.PointwiseKernel;

/** Tiles and rows that a thread keeps for itself, so that elementwise work allocates nothing. */
final class Scratch {
  private static final ThreadLocal<Scratch> HERE = ThreadLocal.withInitial(Scratch::new);

  private float[][] floats = new float[0][];
  private double[][] doubles = new double[0][];
  private long[][] longs = new long[0][];

  private float[] floatLane = new float[PointwiseKernel.TILE];
  private double[] doubleLane = new double[PointwiseKernel.TILE];
  private long[] longLane = new long[PointwiseKernel.TILE];

  private Scratch() {}

  /** The current thread's. */
  static Scratch here() {
    return HERE.get();
  }

  /** At least {@code length} elements for conversions alone. */
  float[] floatLane(int length) {
    if (floatLane.length < length) {
      floatLane = new float[length];
    }
    return floatLane;
  }

  /** At least {@code length} elements for conversions alone. */
  double[] doubleLane(int length) {
    if (doubleLane.length < length) {
      doubleLane = new double[length];
    }
    return doubleLane;
  }

  /** At least {@code length} elements for conversions alone. */
  long[] longLane(int length) {
    if (longLane.length < length) {
      longLane = new long[length];
    }
    return longLane;
  }

  /** At least {@code count} arrays of at least {@code length} elements. */
  float[][] floats(int count, int length) {
    if (floats.length < count || count > 0 && floats[0].length < length) {
      floats = new float[Math.max(count, floats.length)][Math.max(length, PointwiseKernel.TILE)];
    }
    return floats;
  }

  /** At least {@code count} arrays of at least {@code length} elements. */
  double[][] doubles(int count, int length) {
    if (doubles.length < count || count > 0 && doubles[0].length < length) {
      doubles = new double[Math.max(count, doubles.length)][Math.max(length, PointwiseKernel.TILE)];
    }
    return doubles;
  }

  /** At least {@code count} arrays of at least {@code length} elements. */
  long[][] longs(int count, int length) {
    if (longs.length < count || count > 0 && longs[0].length < length) {
      longs = new long[Math.max(count, longs.length)][Math.max(length, PointwiseKernel.TILE)];
    }
    return longs;
  }
}
