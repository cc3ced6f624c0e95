package dev.cresset.nn.init;

import dev.cresset.Tensor;
import java.util.Arrays;

/** Which way the size of signals is kept: forward, by the inputs of a unit, or backward. */
public enum Fan {
  /** By the inputs of each output. */
  IN,
  /** By the outputs of each input. */
  OUT;

  /**
   * How many connections: for weights {@code [out, in, ...]} the last sizes are a window's, and
   * count as often as it has elements.
   *
   * @throws IllegalArgumentException if {@code weight} has fewer than two sizes
   */
  public long of(Tensor weight) {
    long[] sizes = weight.sizes();
    if (sizes.length < 2) {
      throw new IllegalArgumentException(
          "fan in and fan out need a tensor of two sizes or more, given " + Arrays.toString(sizes));
    }
    long window = 1;
    for (int i = 2; i < sizes.length; i++) {
      window *= sizes[i];
    }
    return window * sizes[this == IN ? 1 : 0];
  }
}
