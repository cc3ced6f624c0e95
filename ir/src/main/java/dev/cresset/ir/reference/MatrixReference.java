package dev.cresset.ir.reference;

import dev.cresset.ir.type.DType;
import java.util.Arrays;
import java.util.List;

/** Products of matrices and vectors. */
public final class MatrixReference {
  private MatrixReference() {}

  /** {@code matmul(self, other)}: also mm, bmm, mv and dot. */
  public static NdArray matmul(Arguments in) {
    return matmul(in.array(0), in.array(1));
  }

  static NdArray matmul(NdArray a, NdArray b) {
    if (a.rank() == 0 || b.rank() == 0) {
      throw new IllegalArgumentException(
          "both arguments to matmul need to be at least 1D, but they are %dD and %dD"
              .formatted(a.rank(), b.rank()));
    }
    NdArray left = a.rank() == 1 ? a.reshape(1, a.size(0)) : a;
    NdArray right = b.rank() == 1 ? b.reshape(b.size(0), 1) : b;
    if (left.size(-1) != right.size(-2)) {
      throw new IllegalArgumentException(
          "matmul: %s and %s do not fit".formatted(a.toString(), b.toString()));
    }
    long[] batch = NdArray.broadcast(batch(left), batch(right));
    long rows = left.size(-2);
    long columns = right.size(-1);
    left = left.expand(Index.join(batch, rows, left.size(-1)));
    right = right.expand(Index.join(batch, right.size(-2), columns));
    NdArray result = products(left, right, batch);
    long[] sizes = batch;
    sizes = a.rank() == 1 ? sizes : Index.join(sizes, rows);
    sizes = b.rank() == 1 ? sizes : Index.join(sizes, columns);
    return result.reshape(sizes);
  }

  private static long[] batch(NdArray array) {
    return Arrays.copyOf(array.sizes(), array.rank() - 2);
  }

  private static NdArray products(NdArray left, NdArray right, long[] batch) {
    long inner = left.size(-1);
    NdArray result = NdArray.zeros(left.dtype(), Index.join(batch, left.size(-2), right.size(-1)));
    for (long number = 0; number < result.count(); number++) {
      long[] at = Index.of(number, result.sizes());
      int row = at.length - 2;
      int column = at.length - 1;
      double real = 0;
      long whole = 0;
      for (long k = 0; k < inner; k++) {
        long[] first = Index.put(at, column, k);
        long[] second = Index.put(at, row, k);
        if (left.dtype().isFloatingPoint()) {
          real += left.real(first) * right.real(second);
        } else {
          whole += left.whole(first) * right.whole(second);
        }
      }
      if (left.dtype().isFloatingPoint()) {
        result.set(number, real);
      } else {
        result.setWhole(number, whole);
      }
    }
    return result;
  }

  /** {@code linear(input, weight, bias)}: {@code input · weightᵀ + bias}. */
  public static NdArray linear(Arguments in) {
    NdArray weight = in.array(1);
    NdArray turned = weight.rank() == 1 ? weight : ShapeReference.transpose(weight, 0, 1);
    NdArray product = matmul(in.array(0), turned);
    NdArray bias = in.arrayOrNull(2);
    return bias == null ? product : sum(product, 1, bias, 1);
  }

  /** {@code outer(self, vec2)}. */
  public static NdArray outer(Arguments in) {
    return outer(in.array(0), in.array(1));
  }

  private static NdArray outer(NdArray a, NdArray b) {
    return matmul(a.reshape(a.count(), 1), b.reshape(1, b.count()));
  }

  /** {@code beta · self + alpha · (a · b)}: addmm, addmv and baddbmm. */
  public static NdArray addProduct(Arguments in) {
    return sum(matmul(in.array(1), in.array(2)), in.real(4), in.array(0), in.real(3));
  }

  /** {@code addbmm}: as {@link #addProduct}, with the products of the batch added up. */
  public static NdArray addBatch(Arguments in) {
    NdArray product = matmul(in.array(1), in.array(2));
    NdArray added = ReductionReference.sum(product, new long[] {0}, false, product.dtype());
    return sum(added, in.real(4), in.array(0), in.real(3));
  }

  /** {@code addr}: as {@link #addProduct}, of two vectors. */
  public static NdArray addOuter(Arguments in) {
    return sum(outer(in.array(1), in.array(2)), in.real(4), in.array(0), in.real(3));
  }

  /** {@code trace(self)}. */
  public static NdArray trace(Arguments in) {
    NdArray self = in.array(0);
    NdArray diagonal = ShapeReference.diagonal(self, 0, 0, 1);
    DType dtype = self.dtype().isFloatingPoint() ? self.dtype() : DType.I64;
    return ReductionReference.sum(diagonal, new long[0], false, dtype);
  }

  /** {@code a · x + b · y}; a factor {@code b} of 0 leaves {@code y} out, NaN and all. */
  private static NdArray sum(NdArray x, double a, NdArray y, double b) {
    return ElementwiseReference.map(
        List.of(x, y),
        x.dtype(),
        x.dtype(),
        in -> a * in[0] + (b == 0 ? 0 : b * in[1]),
        in -> (long) a * in[0] + (long) b * in[1]);
  }
}
