package dev.cresset.ir.reference;

import dev.cresset.ir.type.DType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Ops that fold dimensions: all that falls into one element is taken out as a line, then folded.
 */
public final class ReductionReference {
  private ReductionReference() {}

  /** {@code self} with the dimensions {@code dims} (none is all) in one line at the end. */
  private static NdArray lines(NdArray self, long[] dims) {
    int[] folded = folded(self, dims);
    int[] kept =
        IntStream.range(0, self.rank())
            .filter(dim -> Arrays.binarySearch(folded, dim) < 0)
            .toArray();
    long[] keptSizes = IntStream.of(kept).mapToLong(self::size).toArray();
    long length = IntStream.of(folded).mapToLong(self::size).reduce(1, (a, b) -> a * b);
    int[] order = IntStream.concat(IntStream.of(kept), IntStream.of(folded)).toArray();
    NdArray turned =
        self.view(
            IntStream.of(order).mapToLong(dim -> self.sizes()[dim]).toArray(),
            IntStream.of(order).mapToLong(dim -> self.strides()[dim]).toArray(),
            0);
    return turned.copy().reshape(Index.join(keptSizes, length));
  }

  private static int[] folded(NdArray self, long[] dims) {
    return dims.length == 0
        ? IntStream.range(0, self.rank()).toArray()
        : LongStream.of(dims)
            .mapToInt(self::dim)
            .filter(dim -> dim < self.rank())
            .sorted()
            .toArray();
  }

  private static long[] sizes(NdArray self, long[] dims, boolean keep) {
    int[] folded = folded(self, dims);
    return IntStream.range(0, self.rank())
        .filter(dim -> keep || Arrays.binarySearch(folded, dim) < 0)
        .mapToLong(dim -> Arrays.binarySearch(folded, dim) < 0 ? self.size(dim) : 1)
        .toArray();
  }

  /** Each line of {@code self} along {@code dims}, folded by {@code fold} to a Long or Double. */
  static NdArray fold(
      NdArray self, long[] dims, boolean keep, DType dtype, Function<NdArray, Number> fold) {
    NdArray lines = lines(self, dims);
    NdArray result = NdArray.zeros(dtype, sizes(self, dims, keep));
    long length = lines.size(-1);
    for (long i = 0; i < result.count(); i++) {
      NdArray line = lines.view(new long[] {length}, new long[] {1}, i * length);
      Number value = fold.apply(line);
      if (value instanceof Long whole) {
        result.setWhole(i, whole);
      } else {
        result.set(i, value.doubleValue());
      }
    }
    return result;
  }

  private static DoubleStream reals(NdArray line) {
    return LongStream.range(0, line.count()).mapToDouble(line::real);
  }

  private static LongStream wholes(NdArray line) {
    return LongStream.range(0, line.count()).map(line::whole);
  }

  private static DType summed(NdArray self, @Nullable DType wanted) {
    return wanted != null ? wanted : self.dtype().isFloatingPoint() ? self.dtype() : DType.I64;
  }

  static NdArray sum(NdArray self, long[] dims, boolean keep, DType dtype) {
    return fold(
        self.as(dtype),
        dims,
        keep,
        dtype,
        line -> dtype.isFloatingPoint() ? (Number) plainSum(line) : (Number) wholes(line).sum());
  }

  private static double plainSum(NdArray line) {
    double sum = 0;
    for (long i = 0; i < line.count(); i++) {
      sum += line.real(i);
    }
    return sum;
  }

  /** {@code sum(self, dtype)}. */
  public static NdArray sumAll(Arguments in) {
    return sum(in.array(0), new long[0], false, summed(in.array(0), in.dtype(1)));
  }

  /** {@code sum(self, dim, keepdim, dtype)}. */
  public static NdArray sum(Arguments in) {
    return sum(in.array(0), in.integers(1), in.flag(2), summed(in.array(0), in.dtype(3)));
  }

  /** {@code nansum(self, dim, keepdim, dtype)}. */
  public static NdArray nansum(Arguments in) {
    DType dtype = summed(in.array(0), in.dtype(3));
    NdArray self = in.array(0).as(dtype);
    return fold(
        self,
        in.integers(1),
        in.flag(2),
        dtype,
        line ->
            dtype.isFloatingPoint()
                ? (Number) reals(line).filter(value -> !Double.isNaN(value)).sum()
                : (Number) wholes(line).sum());
  }

  /** {@code mean(self, dtype)}. */
  public static NdArray meanAll(Arguments in) {
    return mean(in.array(0), new long[0], false, in.dtype(1));
  }

  /** {@code mean(self, dim, keepdim, dtype)}. */
  public static NdArray mean(Arguments in) {
    return mean(in.array(0), in.integers(1), in.flag(2), in.dtype(3));
  }

  private static NdArray mean(NdArray self, long[] dims, boolean keep, @Nullable DType wanted) {
    DType dtype = wanted != null ? wanted : self.dtype();
    if (!dtype.isFloatingPoint()) {
      throw new IllegalArgumentException(
          "mean(): could not infer output dtype. Input dtype must be either a floating point or"
              + " complex dtype. Got: "
              + dtype.printName());
    }
    return fold(self.as(dtype), dims, keep, dtype, line -> plainSum(line) / line.count());
  }

  /** {@code prod(self, dtype)}. */
  public static NdArray prodAll(Arguments in) {
    return prod(in.array(0), new long[0], false, summed(in.array(0), in.dtype(1)));
  }

  /** {@code prod(self, dim, keepdim, dtype)}. */
  public static NdArray prod(Arguments in) {
    long[] dim = {in.integer(1)};
    return prod(in.array(0), dim, in.flag(2), summed(in.array(0), in.dtype(3)));
  }

  private static NdArray prod(NdArray self, long[] dims, boolean keep, DType dtype) {
    return fold(
        self.as(dtype),
        dims,
        keep,
        dtype,
        line ->
            dtype.isFloatingPoint()
                ? (Number) reals(line).reduce(1, (a, b) -> a * b)
                : (Number) wholes(line).reduce(1, (a, b) -> a * b));
  }

  /** {@code amax(self, dim, keepdim)}. */
  public static NdArray amax(Arguments in) {
    return extreme(in.array(0), in.integers(1), in.flag(2), true);
  }

  /** {@code amin(self, dim, keepdim)}. */
  public static NdArray amin(Arguments in) {
    return extreme(in.array(0), in.integers(1), in.flag(2), false);
  }

  /** {@code max(self)}. */
  public static NdArray maxAll(Arguments in) {
    return extreme(in.array(0), new long[0], false, true);
  }

  /** {@code min(self)}. */
  public static NdArray minAll(Arguments in) {
    return extreme(in.array(0), new long[0], false, false);
  }

  private static NdArray extreme(NdArray self, long[] dims, boolean keep, boolean greatest) {
    return fold(self, dims, keep, self.dtype(), line -> number(line, extremeIndex(line, greatest)));
  }

  private static Number number(NdArray line, long at) {
    return line.dtype().isFloatingPoint() ? (Number) line.real(at) : (Number) line.whole(at);
  }

  /** Where the first greatest or least is; NaN is greater and less than all. */
  private static long extremeIndex(NdArray line, boolean greatest) {
    if (line.count() == 0) {
      throw new IllegalArgumentException(
          "Expected reduction dim to be specified for input.numel() == 0. Specify the reduction"
              + " dim with the 'dim' argument.");
    }
    long best = 0;
    for (long i = 1; i < line.count(); i++) {
      boolean better =
          line.dtype().isFloatingPoint()
              ? !Double.isNaN(line.real(best))
                  && (Double.isNaN(line.real(i))
                      || (greatest
                          ? line.real(i) > line.real(best)
                          : line.real(i) < line.real(best)))
              : greatest ? line.whole(i) > line.whole(best) : line.whole(i) < line.whole(best);
      best = better ? i : best;
    }
    return best;
  }

  /** {@code max(self, dim, keepdim)}: values and indices. */
  public static List<NdArray> max(Arguments in) {
    return withIndices(in, line -> extremeIndex(line, true));
  }

  /** {@code min(self, dim, keepdim)}: values and indices. */
  public static List<NdArray> min(Arguments in) {
    return withIndices(in, line -> extremeIndex(line, false));
  }

  private static List<NdArray> withIndices(Arguments in, Function<NdArray, Long> index) {
    NdArray self = in.array(0);
    long[] dim = {in.integer(1)};
    return List.of(
        fold(self, dim, in.flag(2), self.dtype(), line -> number(line, index.apply(line))),
        fold(self, dim, in.flag(2), DType.I64, index::apply));
  }

  /** {@code argmax(self, dim, keepdim)}. */
  public static NdArray argmax(Arguments in) {
    return argument(in, true);
  }

  /** {@code argmin(self, dim, keepdim)}. */
  public static NdArray argmin(Arguments in) {
    return argument(in, false);
  }

  private static NdArray argument(Arguments in, boolean greatest) {
    long[] dims = in.isNone(1) ? new long[0] : new long[] {in.integer(1)};
    return fold(in.array(0), dims, in.flag(2), DType.I64, line -> extremeIndex(line, greatest));
  }

  /** {@code median(self)}. */
  public static NdArray medianAll(Arguments in) {
    NdArray self = in.array(0);
    return fold(self, new long[0], false, self.dtype(), line -> number(line, middle(line)));
  }

  /** {@code median(self, dim, keepdim)}: values and indices. */
  public static List<NdArray> median(Arguments in) {
    return withIndices(in, ReductionReference::middle);
  }

  /** Where the lower middle is; the first NaN if there is one. */
  private static long middle(NdArray line) {
    for (long i = 0; i < line.count(); i++) {
      if (Double.isNaN(line.real(i))) {
        return i;
      }
    }
    List<Long> order = new ArrayList<>(LongStream.range(0, line.count()).boxed().toList());
    order.sort(
        line.dtype().isFloatingPoint()
            ? Comparator.comparingDouble(line::real)
            : Comparator.comparingLong(line::whole));
    return order.get((order.size() - 1) / 2);
  }

  /** {@code all(self)}. */
  public static NdArray allOfAll(Arguments in) {
    return truth(in.array(0), new long[0], false, true);
  }

  /** {@code all(self, dim, keepdim)}. */
  public static NdArray all(Arguments in) {
    return truth(in.array(0), new long[] {in.integer(1)}, in.flag(2), true);
  }

  /** {@code any(self)}. */
  public static NdArray anyOfAll(Arguments in) {
    return truth(in.array(0), new long[0], false, false);
  }

  /** {@code any(self, dim, keepdim)}. */
  public static NdArray any(Arguments in) {
    return truth(in.array(0), new long[] {in.integer(1)}, in.flag(2), false);
  }

  private static NdArray truth(NdArray self, long[] dims, boolean keep, boolean all) {
    DType dtype = self.dtype() == DType.U8 ? DType.U8 : DType.BOOL;
    return fold(
        self,
        dims,
        keep,
        dtype,
        line -> (all ? nonzero(line) == line.count() : nonzero(line) > 0) ? 1L : 0L);
  }

  private static long nonzero(NdArray line) {
    return reals(line).filter(value -> value != 0).count();
  }

  /** {@code count_nonzero(self, dim)}: one dimension, several, or all. */
  public static NdArray countNonzero(Arguments in) {
    long[] dims = in.get(1) instanceof Long dim ? new long[] {dim} : in.integers(1);
    return fold(in.array(0), dims, false, DType.I64, ReductionReference::nonzero);
  }

  /** {@code logsumexp(self, dim, keepdim)}. */
  public static NdArray logsumexp(Arguments in) {
    NdArray self = in.array(0);
    DType dtype = self.dtype().isFloatingPoint() ? self.dtype() : DType.F32;
    return fold(self, in.integers(1), in.flag(2), dtype, ReductionReference::logsumexp);
  }

  private static double logsumexp(NdArray line) {
    double most = reals(line).max().orElse(0);
    double base = Double.isInfinite(most) ? 0 : most;
    return Math.log(reals(line).map(value -> Math.exp(value - base)).sum()) + base;
  }

  /** {@code var(self, dim, correction, keepdim)}. */
  public static NdArray variance(Arguments in) {
    return spread(in, value -> value);
  }

  /** {@code std(self, dim, correction, keepdim)}. */
  public static NdArray deviation(Arguments in) {
    return spread(in, Math::sqrt);
  }

  private static NdArray spread(Arguments in, ToDoubleFunction<Double> of) {
    double correction = in.real(2, 1);
    return fold(
        in.array(0),
        in.integers(1),
        in.flag(3),
        in.array(0).dtype(),
        line -> of.applyAsDouble(variance(line, correction)));
  }

  static double variance(NdArray line, double correction) {
    double mean = plainSum(line) / line.count();
    double squares = reals(line).map(value -> (value - mean) * (value - mean)).sum();
    return squares / Math.max(0, line.count() - correction);
  }

  /** {@code softmax(self, dim, dtype)}. */
  public static NdArray softmax(Arguments in) {
    return alongLines(
        converted(in),
        in.integer(1),
        line -> {
          double whole = logsumexp(line);
          return reals(line).map(value -> Math.exp(value - whole)).toArray();
        });
  }

  /** {@code log_softmax(self, dim, dtype)}. */
  public static NdArray logSoftmax(Arguments in) {
    return alongLines(
        converted(in),
        in.integer(1),
        line -> {
          double whole = logsumexp(line);
          return reals(line).map(value -> value - whole).toArray();
        });
  }

  /** The array in the dtype of the third argument, if that is one; a flag there changes nothing. */
  private static NdArray converted(Arguments in) {
    return in.get(2) instanceof Long ? in.array(0).as(DType.ofCode(in.integer(2))) : in.array(0);
  }

  /** {@code cumsum(self, dim, dtype)}. */
  public static NdArray cumsum(Arguments in) {
    return running(in, (a, b) -> a + b);
  }

  /** {@code cumprod(self, dim, dtype)}. */
  public static NdArray cumprod(Arguments in) {
    return running(in, (a, b) -> a * b);
  }

  private static NdArray running(Arguments in, DoubleBinaryOperator of) {
    return alongLines(
        in.array(0).as(summed(in.array(0), in.dtype(2))),
        in.integer(1),
        line -> {
          double[] values = reals(line).toArray();
          for (int i = 1; i < values.length; i++) {
            values[i] = of.applyAsDouble(values[i - 1], values[i]);
          }
          return values;
        });
  }

  /** Each line along {@code dim}, put through {@code of}. */
  static NdArray alongLines(NdArray self, long dim, Function<NdArray, double[]> of) {
    NdArray result = self.copy();
    if (self.rank() == 0) {
      result.set(0L, of.apply(self.reshape(1))[0]);
      return result;
    }
    NdArray lines = ShapeReference.transpose(result, dim, -1);
    long[] outer = Arrays.copyOf(lines.sizes(), lines.rank() - 1);
    Index.forEach(
        outer,
        at -> {
          NdArray line = lines;
          for (long index : at) {
            line = ShapeReference.select(line, 0, index);
          }
          double[] values = of.apply(line);
          for (int i = 0; i < values.length; i++) {
            line.set((long) i, values[i]);
          }
        });
    return result;
  }
}
