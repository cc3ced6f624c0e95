package dev.cresset.backend;

/**
 * A function of each element, over arrays: one loop whose one index serves all arrays, the form
 * that the virtual machine vectorises. Subclasses are generated, also into users' programs.
 *
 * <p>There is a form for each kind of number that a device computes with; what has no form for
 * {@code long} is not asked for one. Truth is 0 and 1.
 */
public abstract class PointwiseKernel {
  private final String name;
  private final int inputs;
  private final int scalars;
  private final int outputs;
  private final int temps;
  private final boolean blocked;

  /**
   * A kernel.
   *
   * @param name what profiles and errors call it
   * @param inputs how many arrays it reads
   * @param scalars how many numbers it takes
   * @param outputs how many arrays it writes
   * @param temps how many arrays of {@link #TILE} elements it needs for itself
   * @param blocked whether it calls {@link Blocks} or needs temps: it is then run on tiles of at
   *     most {@link #TILE} elements, from index 0
   */
  protected PointwiseKernel(
      String name, int inputs, int scalars, int outputs, int temps, boolean blocked) {
    this.name = name;
    this.inputs = inputs;
    this.scalars = scalars;
    this.outputs = outputs;
    this.temps = temps;
    this.blocked = blocked || temps > 0;
  }

  /** Elements of a tile: small enough that a handful of tiles stays in the first-level cache. */
  public static final int TILE = 512;

  /** What profiles and errors call it. */
  public final String name() {
    return name;
  }

  /** How many arrays it reads. */
  public final int inputs() {
    return inputs;
  }

  /** How many numbers it takes. */
  public final int scalars() {
    return scalars;
  }

  /** How many arrays it writes. */
  public final int outputs() {
    return outputs;
  }

  /** How many arrays it needs for itself. */
  public final int temps() {
    return temps;
  }

  /** Whether it is run on tiles, from index 0. */
  public final boolean blocked() {
    return blocked;
  }

  /**
   * Computes elements {@code from} to {@code to} in single precision. An output may be an input.
   */
  public abstract void f32(
      float[][] in, float[] scalars, float[][] out, float[][] temps, int from, int to);

  /** Computes elements {@code from} to {@code to} in double precision. */
  public void f64(
      double[][] in, double[] scalars, double[][] out, double[][] temps, int from, int to) {
    throw new UnsupportedOperationException(name + " has no form in double precision");
  }

  /** Computes elements {@code from} to {@code to} in whole numbers. */
  public void i64(long[][] in, long[] scalars, long[][] out, long[][] temps, int from, int to) {
    throw new UnsupportedOperationException(name + " has no form in whole numbers");
  }

  @Override
  public final String toString() {
    return name;
  }
}
