package dev.cresset.backend.cpu;

import java.util.Arrays;

/**
 * Which elements along one dimension go into each result, and with what weights: {@code count} of
 * them for result {@code o}, from place {@code o · count} on. Its arrays are not to be written.
 *
 * @param size how many elements there are
 * @param count how many go into each result
 * @param from the elements
 * @param weights their weights
 */
@SuppressWarnings("ArrayRecordComponent") // read in inner loops
public record Taps(int size, int count, int[] from, double[] weights) {

  /** One element for each result. */
  public static Taps single(int size, int[] from) {
    double[] weights = new double[from.length];
    Arrays.fill(weights, 1);
    return new Taps(size, 1, from, weights);
  }

  /** How many results there are. */
  public int results() {
    return from.length / count;
  }

  /** The weights in single precision. */
  float[] floats() {
    float[] floats = new float[weights.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) weights[i];
    }
    return floats;
  }
}
