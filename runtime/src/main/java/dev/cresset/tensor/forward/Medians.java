package dev.cresset.tensor.forward;

import dev.cresset.Tensor;
import dev.cresset.backend.cpu.Slabs;
import dev.cresset.ir.type.DType;

/** The element in the middle of those in order. */
final class Medians {
  private Medians() {}

  /** Of all elements. */
  static Tensor ofAll(Tensor self, boolean numbersOnly) {
    if (self.numel() == 0) {
      return FactoryForward.fill(Views.zeros(self), Double.NaN);
    }
    Tensor flat = ShapeForward.reshape(self, new long[] {-1});
    return along("median", flat, 0, false, numbersOnly)[0];
  }

  /**
   * Along a dimension, and where it was; NaN where there is one, or, if {@code numbersOnly}, where
   * there is nothing else.
   */
  static Tensor[] along(String op, Tensor self, long dim, boolean keepdim, boolean numbersOnly) {
    int d = self.dimension(dim);
    int n = (int) SortForward.size(self, dim);
    if (n == 0) {
      throw new IndexOutOfBoundsException(
          "%s(): Expected reduction dim %d to have non-zero size.".formatted(op, d));
    }
    Tensor places = SortForward.places(self, d, n, false);
    Slabs order = Slabs.along(IndexForward.gather(self, d, places, false).strided(), d);
    Slabs where = Slabs.along(places.strided(), d);
    long[] found = new long[order.outer() * order.inner()];
    for (int line = 0; line < found.length; line++) {
      int from = line / order.inner() * n * order.inner() + line % order.inner();
      int numbers = numbers(order, from, n);
      boolean nan = numbers < n && (!numbersOnly || numbers == 0);
      int rank = nan ? numbers : (numbers - 1) / 2;
      found[line] = ((long[]) where.array())[where.at() + from + rank * order.inner()];
    }
    Tensor indices = Reduced.of(self, new long[] {d}, true).tensor(found, DType.I64);
    Tensor middle = IndexForward.gather(self, d, indices, false);
    return keepdim || self.dim() == 0
        ? new Tensor[] {middle, indices}
        : new Tensor[] {ShapeForward.squeeze(middle, d), ShapeForward.squeeze(indices, d)};
  }

  /** How many of a sorted line are numbers: NaN comes last. */
  private static int numbers(Slabs order, int from, int n) {
    int numbers = n;
    while (numbers > 0 && isNan(order, order.at() + from + (numbers - 1) * order.inner())) {
      numbers--;
    }
    return numbers;
  }

  private static boolean isNan(Slabs order, int at) {
    return order.array() instanceof float[] floats
        ? Float.isNaN(floats[at])
        : order.array() instanceof double[] doubles && Double.isNaN(doubles[at]);
  }
}
