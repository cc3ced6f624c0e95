package dev.cresset.ir.reference;

import dev.cresset.ir.type.DType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/** Ops of ours on sizes, and those that undo what broadcasting and reductions do. */
public final class SizeReference {
  private SizeReference() {}

  private static List<Object> list(LongStream values) {
    return new ArrayList<>(values.boxed().toList());
  }

  private static long[] dims(Arguments in, int at, int rank) {
    return in.integers(at).length == 0
        ? LongStream.range(0, rank).toArray()
        : LongStream.of(in.integers(at)).map(dim -> NdArray.dim(dim, rank)).toArray();
  }

  /** {@code inverse_permutation(dims)}. */
  public static Object inversePermutation(Arguments in) {
    long[] dims = in.integers(0);
    long[] inverse = new long[dims.length];
    for (int i = 0; i < dims.length; i++) {
      inverse[NdArray.dim(dims[i], dims.length)] = i;
    }
    return list(LongStream.of(inverse));
  }

  /** {@code reduced_numel(size, dim)}. */
  public static Object reducedNumel(Arguments in) {
    long[] size = in.integers(0);
    return LongStream.of(dims(in, 1, size.length))
        .filter(dim -> dim < size.length)
        .map(dim -> size[(int) dim])
        .reduce(1, (a, b) -> a * b);
  }

  /** {@code degrees_of_freedom(size, dim, correction)}. */
  public static Object degreesOfFreedom(Arguments in) {
    return Math.max(0, (long) reducedNumel(in) - in.integer(2, 1));
  }

  /** {@code trailing_dims(shape)}. */
  public static Object trailingDims(Arguments in) {
    return list(LongStream.rangeClosed(-in.integers(0).length, -1));
  }

  /** {@code sizes_along(tensors, dim)}. */
  public static Object sizesAlong(Arguments in) {
    return list(in.arrays(0).stream().mapToLong(each -> each.size((int) in.integer(1))));
  }

  /** {@code pad_sizes(size, other)}. */
  public static Object padSizes(Arguments in) {
    long missing = Math.max(0, in.integers(1).length - in.integers(0).length);
    return list(
        LongStream.concat(
            LongStream.generate(() -> 1).limit(missing), LongStream.of(in.integers(0))));
  }

  /** {@code negated(numbers)}. */
  public static Object negated(Arguments in) {
    return list(LongStream.of(in.integers(0)).map(each -> -each));
  }

  /** {@code sum_to(self, size)}. */
  public static NdArray sumTo(Arguments in) {
    NdArray self = in.array(0);
    long[] sizes = in.integers(1);
    int extra = self.rank() - sizes.length;
    if (Arrays.equals(self.sizes(), sizes)) {
      return self;
    }
    NdArray result = NdArray.zeros(self.dtype(), sizes);
    Index.forEach(
        self.sizes(),
        at -> {
          long[] place = Arrays.copyOfRange(at, extra, at.length);
          for (int i = 0; i < place.length; i++) {
            place[i] = sizes[i] == 1 ? 0 : place[i];
          }
          result.add(place, self.real(at));
        });
    return result;
  }

  /** {@code expand_reduced(self, size, dim, keepdim)}. */
  public static NdArray expandReduced(Arguments in) {
    long[] sizes = in.integers(1);
    long[] kept = sizes.clone();
    for (long dim : dims(in, 2, sizes.length)) {
      if (dim < kept.length) {
        kept[(int) dim] = 1;
      }
    }
    return in.array(0).reshape(kept).expand(sizes);
  }

  /** {@code scale(self, factor)}. */
  public static NdArray scale(Arguments in) {
    NdArray self = in.array(0);
    return ElementwiseReference.map(
        List.of(self),
        self.dtype(),
        self.dtype(),
        each -> each[0] * in.real(1),
        each -> each[0] * (long) in.real(1));
  }

  /** {@code sum_channels(self, dim)}. */
  public static NdArray sumChannels(Arguments in) {
    NdArray self = in.array(0);
    int dim = self.dim(in.integer(1));
    long[] others = LongStream.range(0, self.rank()).filter(each -> each != dim).toArray();
    DType dtype = self.dtype();
    return others.length == 0 ? self : ReductionReference.sum(self, others, false, dtype);
  }
}
