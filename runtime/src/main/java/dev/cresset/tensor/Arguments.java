package dev.cresset.tensor;

import dev.cresset.Moments;
import dev.cresset.Tensor;
import dev.cresset.ValuesIndices;

/** Between the forms of arguments and results that users write and those that ops have. */
final class Arguments {

  private Arguments() {}

  /** Dimensions as ops take them. */
  static long[] longs(int[] dims) {
    long[] longs = new long[dims.length];
    for (int i = 0; i < dims.length; i++) {
      longs[i] = dims[i];
    }
    return longs;
  }

  /** The two results of an op that measures how elements differ. */
  static Moments moments(Tensor[] results) {
    return new Moments(results[0], results[1]);
  }

  /** The two results of an op that picks values. */
  static ValuesIndices pair(Tensor[] results) {
    return new ValuesIndices(results[0], results[1]);
  }
}
