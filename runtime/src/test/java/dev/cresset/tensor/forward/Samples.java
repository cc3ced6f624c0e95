package dev.cresset.tensor.forward;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cresset.Tensor;
import dev.cresset.ir.type.DType;
import java.util.Random;

/** Random tensors, and comparison with what plain loops in double precision give. */
final class Samples {
  private final Random random;

  Samples(long seed) {
    random = new Random(seed);
  }

  /** Between −1 and 1, row by row; whole numbers between −9 and 9. */
  Tensor tensor(DType dtype, long... sizes) {
    long count = 1;
    for (long size : sizes) {
      count *= size;
    }
    double[] values = new double[(int) count];
    for (int i = 0; i < values.length; i++) {
      values[i] = dtype.isFloatingPoint() ? random.nextDouble() * 2 - 1 : random.nextInt(19) - 9;
    }
    return MemoryForward.to(Tensor.fromBlob(values, sizes), dtype, null, false);
  }

  /**
   * As {@link #tensor}, but the memory lies otherwise: transposed, with gaps, or with an offset.
   */
  Tensor view(DType dtype, long... sizes) {
    int last = sizes.length - 1;
    return switch (sizes.length == 0 ? 3 : random.nextInt(4)) {
      case 0 -> { // the first size lies innermost
        long[] turned = new long[sizes.length];
        long[] order = new long[sizes.length];
        for (int d = 0; d <= last; d++) {
          turned[d] = sizes[last - d];
          order[d] = last - d;
        }
        yield ShapeForward.permute(tensor(dtype, turned), order);
      }
      case 1 -> { // each second element of the last size
        long[] wide = sizes.clone();
        wide[last] = 2 * sizes[last] + 1;
        yield ShapeForward.slice(tensor(dtype, wide), last, 1L, 2 * sizes[last] + 1, 2);
      }
      case 2 -> { // a part of the first size
        long[] tall = sizes.clone();
        tall[0] += 2;
        yield ShapeForward.narrow(tensor(dtype, tall), 0, 1, sizes[0]);
      }
      default -> tensor(dtype, sizes);
    };
  }

  int size(int most) {
    return 1 + random.nextInt(most);
  }

  boolean flag() {
    return random.nextBoolean();
  }

  /** Compares with PyTorch's tolerances for the dtype. */
  static void assertClose(String what, Tensor actual, long[] sizes, double[] expected) {
    assertClose(what, actual, sizes, expected, 1);
  }

  /** As above, for sums of so many terms, whose rounding errors grow with their root. */
  static void assertClose(
      String what, Tensor actual, long[] sizes, double[] expected, double terms) {
    assertThat(actual.sizes()).as(what).isEqualTo(sizes);
    boolean single = actual.dtype() == DType.F32;
    double relative = single ? 1.3e-6 : 1e-12;
    double absolute = (single ? 1e-5 : 1e-12) * Math.max(1, Math.sqrt(terms / 100));
    double[] values = actual.toDoubleArray();
    assertThat(values).as(what).hasSameSizeAs(expected);
    for (int i = 0; i < values.length; i++) {
      double bound = absolute + relative * Math.abs(expected[i]);
      if (Double.isNaN(expected[i])
          ? !Double.isNaN(values[i])
          : !(Math.abs(values[i] - expected[i]) <= bound)) {
        assertThat(values[i]).as("%s, element %d", what, i).isEqualTo(expected[i]);
      }
    }
  }
}
