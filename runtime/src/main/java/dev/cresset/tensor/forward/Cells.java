package dev.cresset.tensor.forward;

import dev.cresset.Tensor;
import dev.cresset.backend.Storage;

/** Moves single elements and runs of them between CPU arrays of one dtype. */
final class Cells {

  /** Adds a run of one array to another. */
  private interface Adder {
    void add(int from, int to, int count);
  }

  private final Object from;
  private final Object to;
  private final Adder adder;

  /** Between two tensors, which are of the same dtype. */
  Cells(Tensor source, Tensor target) {
    if (source.dtype() != target.dtype()) {
      throw new IllegalArgumentException(
          "Expected self.dtype to be equal to src.dtype, but they are %s and %s"
              .formatted(target.dtype(), source.dtype()));
    }
    from = array(source.strided().storage());
    to = array(target.strided().storage());
    adder = adder();
  }

  /** Copies a run. */
  void copy(int source, int target, int count) {
    System.arraycopy(from, source, to, target, count);
  }

  /** Adds a run; the dtype is F32, F64, I64 or I32. */
  void add(int source, int target, int count) {
    adder.add(source, target, count);
  }

  private Adder adder() {
    if (from instanceof float[] a && to instanceof float[] b) {
      return (p, q, n) -> {
        for (int i = 0; i < n; i++) {
          b[q + i] += a[p + i];
        }
      };
    }
    if (from instanceof double[] a && to instanceof double[] b) {
      return (p, q, n) -> {
        for (int i = 0; i < n; i++) {
          b[q + i] += a[p + i];
        }
      };
    }
    if (from instanceof long[] a && to instanceof long[] b) {
      return (p, q, n) -> {
        for (int i = 0; i < n; i++) {
          b[q + i] += a[p + i];
        }
      };
    }
    return (p, q, n) -> {
      throw new IllegalStateException("sums are made in F32, F64 or I64");
    };
  }

  private static Object array(Storage storage) {
    return switch (storage.dtype()) {
      case F32 -> storage.floats();
      case F64 -> storage.doubles();
      case I64 -> storage.longs();
      case I32 -> storage.ints();
      case I16, F16, BF16 -> storage.shorts();
      case I8, U8, BOOL -> storage.bytes();
    };
  }
}
