package dev.cresset.ir.reference;

import dev.cresset.ir.type.DType;
import dev.cresset.ir.type.None;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ops that make arrays of nothing but sizes and numbers. */
public final class FactoryReference {
  private FactoryReference() {}

  /**
   * One number everywhere: zeros, ones, empty.
   *
   * @param dtypeAt which argument is the dtype
   */
  public static Reference constant(double value, int dtypeAt) {
    return in -> filled(in.integers(0), value, in.dtype(dtypeAt), DType.F32);
  }

  /** As {@link #constant}, with the sizes of the first argument, and its dtype if none is given. */
  public static Reference like(double value) {
    return in -> filled(in.array(0).sizes(), value, in.dtype(1), in.array(0).dtype());
  }

  /** As {@link #constant}, with the dtype of the first argument if none is given. */
  public static Reference ofDtypeOf(double value) {
    return in -> filled(in.integers(1), value, in.dtype(2), in.array(0).dtype());
  }

  private static NdArray filled(
      long[] sizes, Object value, @Nullable DType wanted, DType otherwise) {
    NdArray result = NdArray.zeros(wanted == null ? otherwise : wanted, sizes);
    NdArray one = NdArray.scalar(value).as(result.dtype());
    for (long i = 0; i < result.count(); i++) {
      result.set(i, one, 0);
    }
    return result;
  }

  /** {@code full(size, fill_value, dtype)}. */
  public static NdArray full(Arguments in) {
    return filled(in.integers(0), in.get(1), in.dtype(2), NdArray.scalar(in.get(1)).dtype());
  }

  /** {@code full_like(self, fill_value, dtype)}. */
  public static NdArray fullLike(Arguments in) {
    return filled(in.array(0).sizes(), in.get(1), in.dtype(2), in.array(0).dtype());
  }

  /** {@code new_full(self, size, fill_value, dtype)}. */
  public static NdArray newFull(Arguments in) {
    return filled(in.integers(1), in.get(2), in.dtype(3), in.array(0).dtype());
  }

  /** {@code fill(self, value)}. */
  public static NdArray fill(Arguments in) {
    return filled(in.array(0).sizes(), in.get(1), null, in.array(0).dtype());
  }

  /** {@code tensor(data, dtype)} of a list, whose elements may be lists. */
  public static NdArray tensorOfList(Arguments in) {
    List<Object> elements = new ArrayList<>();
    List<Long> sizes = new ArrayList<>();
    gather(in.get(0), elements, sizes, 0);
    DType own = elements.isEmpty() ? DType.F32 : NdArray.scalar(elements.get(0)).dtype();
    DType wanted = in.dtype(1);
    NdArray result =
        NdArray.zeros(
            wanted == null ? own : wanted, sizes.stream().mapToLong(Long::longValue).toArray());
    for (int i = 0; i < elements.size(); i++) {
      result.set(i, NdArray.scalar(elements.get(i)).as(result.dtype()), 0);
    }
    return result;
  }

  private static void gather(Object value, List<Object> elements, List<Long> sizes, int depth) {
    if (!(value instanceof List<?> list)) {
      elements.add(value);
      return;
    }
    if (depth == sizes.size()) {
      sizes.add((long) list.size());
    } else if (sizes.get(depth) != list.size()) {
      throw new IllegalArgumentException(
          "expected sequence of length %d at dim %d (got %d)"
              .formatted(sizes.get(depth), depth, list.size()));
    }
    list.forEach(each -> gather(each, elements, sizes, depth + 1));
  }

  /** A number as a tensor without a dimension, a float of double precision. */
  public static NdArray tensorOfNumber(Arguments in) {
    NdArray one = NdArray.scalar(in.get(0));
    return one.dtype() == DType.F32 ? NdArray.of(DType.F64, new long[0], in.real(0)) : one;
  }

  /** {@code tensor(t, dtype)}. */
  public static NdArray tensor(Arguments in) {
    return filled(new long[0], in.get(0), in.dtype(1), NdArray.scalar(in.get(0)).dtype());
  }

  /** {@code scalar_tensor(s, dtype)}. */
  public static NdArray scalarTensor(Arguments in) {
    return filled(new long[0], in.get(0), in.dtype(1), DType.F32);
  }

  /** {@code arange(end, dtype)}. */
  public static NdArray arange(Arguments in) {
    return arange(0L, in.get(0), 1L, in.dtype(1));
  }

  /** {@code arange(start, end, dtype)}. */
  public static NdArray arangeFrom(Arguments in) {
    return arange(in.get(0), in.get(1), 1L, in.dtype(2));
  }

  /** {@code arange(start, end, step, dtype)}. */
  public static NdArray arangeBy(Arguments in) {
    return arange(in.get(0), in.get(1), in.get(2), in.dtype(3));
  }

  private static NdArray arange(Object start, Object end, Object step, @Nullable DType wanted) {
    boolean whole = start instanceof Long && end instanceof Long && step instanceof Long;
    double from = ((Number) start).doubleValue();
    double by = ((Number) step).doubleValue();
    long count = (long) Math.max(0, Math.ceil((((Number) end).doubleValue() - from) / by));
    NdArray result = NdArray.zeros(wanted != null ? wanted : whole ? DType.I64 : DType.F32, count);
    for (long i = 0; i < count; i++) {
      result.set(i, from + i * by);
    }
    return result;
  }

  /** {@code linspace(start, end, steps, dtype)}. */
  public static NdArray linspace(Arguments in) {
    long steps = in.integer(2);
    NdArray result = filled(new long[] {steps}, 0L, in.dtype(3), DType.F32);
    for (long i = 0; i < steps; i++) {
      double part = steps == 1 ? 0 : (double) i / (steps - 1);
      result.set(i, in.real(0) + part * (in.real(1) - in.real(0)));
    }
    return result;
  }

  /** {@code eye(n, m, dtype)}. */
  public static NdArray eye(Arguments in) {
    return eye(in.integer(0), in.integer(1), in.dtype(2));
  }

  /** {@code eye(n, dtype)}. */
  public static NdArray square(Arguments in) {
    return eye(in.integer(0), in.integer(0), in.dtype(1));
  }

  private static NdArray eye(long rows, long columns, @Nullable DType wanted) {
    NdArray result = filled(new long[] {rows, columns}, 0L, wanted, DType.F32);
    for (long i = 0; i < Math.min(rows, columns); i++) {
      result.setWhole(i * columns + i, 1);
    }
    return result;
  }

  /** {@code self}, or an array of {@code otherwise} in the dtype of {@code like}. */
  public static NdArray tensorOr(Arguments in) {
    return in.get(0) == None.NONE
        ? NdArray.of(in.array(1).dtype(), new long[0], in.real(2))
        : in.array(0);
  }
}
