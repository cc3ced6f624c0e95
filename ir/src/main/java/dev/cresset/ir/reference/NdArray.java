package dev.cresset.ir.reference;

import dev.cresset.ir.type.DType;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * An array of any number of dimensions, as simple as it can be: reals as doubles that are rounded
 * to the dtype when they are set, all others as longs. Elements are known by their number in
 * row-major order, or by their index. A view shares its elements with what it was taken of.
 */
public final class NdArray {
  private final DType dtype;
  private final long[] sizes;
  private final long[] strides;
  private final int offset;
  private final double @Nullable [] reals;
  private final long @Nullable [] wholes;

  private NdArray(
      DType dtype,
      long[] sizes,
      long[] strides,
      int offset,
      double @Nullable [] reals,
      long @Nullable [] wholes) {
    this.dtype = dtype;
    this.sizes = sizes.clone();
    this.strides = strides.clone();
    this.offset = offset;
    this.reals = reals;
    this.wholes = wholes;
  }

  /** Zeros. */
  public static NdArray zeros(DType dtype, long... sizes) {
    int count = Math.toIntExact(count(sizes));
    boolean real = dtype.isFloatingPoint();
    return new NdArray(
        dtype,
        sizes,
        rowMajor(sizes),
        0,
        real ? new double[count] : null,
        real ? null : new long[count]);
  }

  /** Reals in row-major order. */
  public static NdArray of(DType dtype, long[] sizes, double... values) {
    NdArray made = zeros(dtype, sizes);
    for (int i = 0; i < values.length; i++) {
      made.set(i, values[i]);
    }
    return made;
  }

  /** Whole numbers in row-major order. */
  public static NdArray ofWholes(DType dtype, long[] sizes, long... values) {
    NdArray made = zeros(dtype, sizes);
    for (int i = 0; i < values.length; i++) {
      made.setWhole(i, values[i]);
    }
    return made;
  }

  /** One element without a dimension: of a Long, Double or Boolean, in PyTorch's dtype for it. */
  public static NdArray scalar(Object value) {
    if (value instanceof Double real) {
      return of(DType.F32, new long[0], real);
    }
    return value instanceof Boolean truth
        ? ofWholes(DType.BOOL, new long[0], truth ? 1 : 0)
        : ofWholes(DType.I64, new long[0], (Long) value);
  }

  /** How many elements an array of these sizes has. */
  public static long count(long... sizes) {
    return LongStream.of(sizes).reduce(1, Math::multiplyExact);
  }

  static long[] rowMajor(long... sizes) {
    long[] strides = new long[sizes.length];
    long stride = 1;
    for (int i = sizes.length - 1; i >= 0; i--) {
      strides[i] = stride;
      stride *= Math.max(1, sizes[i]);
    }
    return strides;
  }

  /** The elements' dtype. */
  public DType dtype() {
    return dtype;
  }

  /** How many dimensions it has. */
  public int rank() {
    return sizes.length;
  }

  /** How many elements it has. */
  public long count() {
    return count(sizes);
  }

  /** The sizes. */
  public long[] sizes() {
    return sizes.clone();
  }

  /** The strides, in elements. */
  public long[] strides() {
    return strides.clone();
  }

  /** The size of dimension {@code dim}; −1 is the last. */
  public long size(int dim) {
    return sizes[dim(dim)];
  }

  /**
   * The dimension {@code dim}, counted from the end if below 0; an array without dimensions has
   * one.
   *
   * @throws IndexOutOfBoundsException if there is none
   */
  public int dim(long dim) {
    return dim(dim, sizes.length);
  }

  static int dim(long dim, int rank) {
    int most = Math.max(1, rank);
    if (dim < -most || dim >= most) {
      throw new IndexOutOfBoundsException(
          "Dimension out of range (expected to be in range of [%d, %d], but got %d)"
              .formatted(-most, most - 1, dim));
    }
    return (int) (dim < 0 ? dim + most : dim);
  }

  private int place(long number) {
    long place = offset;
    long rest = number;
    for (int i = sizes.length - 1; i >= 0; i--) {
      place += rest % sizes[i] * strides[i];
      rest /= sizes[i];
    }
    return (int) place;
  }

  private int place(long[] index) {
    long place = offset;
    for (int i = 0; i < index.length; i++) {
      place += index[i] * strides[i];
    }
    return (int) place;
  }

  /** Element number {@code number} as a real. */
  public double real(long number) {
    return realAt(place(number));
  }

  /** The element at {@code index} as a real. */
  public double real(long... index) {
    return realAt(place(index));
  }

  private double realAt(int place) {
    return reals != null ? reals[place] : wholes()[place];
  }

  /** Element number {@code number} as a whole number; a real is truncated. */
  public long whole(long number) {
    return wholeAt(place(number));
  }

  /** The element at {@code index} as a whole number. */
  public long whole(long... index) {
    return wholeAt(place(index));
  }

  private long wholeAt(int place) {
    return reals != null ? (long) reals[place] : wholes()[place];
  }

  private long[] wholes() {
    if (wholes == null) {
      throw new IllegalStateException(dtype + " has no whole numbers");
    }
    return wholes;
  }

  /** Element number {@code number}: a Double, a Long, or a Boolean. */
  public Object get(long number) {
    if (reals != null) {
      return real(number);
    }
    return dtype == DType.BOOL ? (Object) (whole(number) != 0) : (Object) whole(number);
  }

  /** Sets element number {@code number}, rounded to the dtype. */
  public void set(long number, double value) {
    setAt(place(number), value);
  }

  /** Sets the element at {@code index}, rounded to the dtype. */
  public void set(long[] index, double value) {
    setAt(place(index), value);
  }

  /** Adds to the element at {@code index}. */
  public void add(long[] index, double value) {
    int place = place(index);
    setAt(place, realAt(place) + value);
  }

  private void setAt(int place, double value) {
    if (reals != null) {
      reals[place] = Rounding.to(dtype, value);
    } else {
      wholes()[place] =
          dtype == DType.BOOL ? (value != 0 ? 1 : 0) : Rounding.to(dtype, (long) value);
    }
  }

  /** Sets element number {@code number}, wrapped to the dtype. */
  public void setWhole(long number, long value) {
    int place = place(number);
    if (reals != null) {
      reals[place] = Rounding.to(dtype, (double) value);
    } else {
      wholes()[place] = Rounding.to(dtype, value);
    }
  }

  /** Sets element number {@code number} to element {@code from} of {@code other}, converted. */
  public void set(long number, NdArray other, long from) {
    if (other.dtype.isFloatingPoint()) {
      set(number, other.real(from));
    } else {
      setWhole(number, other.whole(from));
    }
  }

  /** Sets all elements to those of {@code other}, which broadcasts, converted. */
  public void copyFrom(NdArray other) {
    NdArray source = other.copy().expand(sizes); // a copy, as the two may share elements
    for (long i = 0; i < count(); i++) {
      set(i, source, i);
    }
  }

  /** An array of its own, of the same elements. */
  public NdArray copy() {
    return as(dtype);
  }

  /** An array of its own, of the same elements in another dtype. */
  public NdArray as(DType other) {
    NdArray made = zeros(other, sizes);
    for (long i = 0; i < count(); i++) {
      made.set(i, this, i);
    }
    return made;
  }

  /** A view of other sizes and strides, {@code start} elements on. */
  public NdArray view(long[] newSizes, long[] newStrides, long start) {
    return new NdArray(dtype, newSizes, newStrides, Math.toIntExact(offset + start), reals, wholes);
  }

  /** The same elements under other sizes: a view where the strides allow, else a copy. */
  public NdArray reshape(long... newSizes) {
    if (count(newSizes) != count()) {
      throw new IllegalArgumentException(
          "shape '%s' is invalid for input of size %d"
              .formatted(Arrays.toString(newSizes), count()));
    }
    long[] viewed = Views.strides(sizes, strides, newSizes);
    return viewed == null ? copy().reshape(newSizes) : view(newSizes, viewed, 0);
  }

  /** A view in which dimensions of size 1 are as large as in {@code newSizes}. */
  public NdArray expand(long... newSizes) {
    return Views.expand(this, newSizes);
  }

  /** Whether both have the same dtype, sizes and elements; NaN is itself, and −0 is 0. */
  public boolean sameAs(NdArray other) {
    if (dtype != other.dtype || !Arrays.equals(sizes, other.sizes)) {
      return false;
    }
    for (long i = 0; i < count(); i++) {
      boolean same =
          reals == null
              ? whole(i) == other.whole(i)
              : real(i) == other.real(i) || Double.isNaN(real(i)) && Double.isNaN(other.real(i));
      if (!same) {
        return false;
      }
    }
    return true;
  }

  /** Dtype, sizes and elements, {@code f32[2] {1.0, 2.0}}. */
  @Override
  public String toString() {
    String elements =
        LongStream.range(0, Math.min(count(), 20))
            .mapToObj(i -> String.valueOf(get(i)))
            .collect(Collectors.joining(", ", "{", count() > 20 ? ", ..}" : "}"));
    return dtype + Arrays.toString(sizes) + " " + elements;
  }

  /** Sizes in which arrays of these sizes meet. */
  public static long[] broadcast(Iterable<NdArray> arrays) {
    long[] met = new long[0];
    for (NdArray array : arrays) {
      met = broadcast(met, array.sizes);
    }
    return met;
  }

  /**
   * Sizes in which both meet.
   *
   * @throws IllegalArgumentException if they do not
   */
  public static long[] broadcast(long[] a, long[] b) {
    long[] met = new long[Math.max(a.length, b.length)];
    for (int i = 1; i <= met.length; i++) {
      long first = i <= a.length ? a[a.length - i] : 1;
      long second = i <= b.length ? b[b.length - i] : 1;
      if (first != second && first != 1 && second != 1) {
        throw new IllegalArgumentException(
            "%s and %s do not broadcast".formatted(Arrays.toString(a), Arrays.toString(b)));
      }
      met[met.length - i] = first == 1 ? second : first;
    }
    return met;
  }
}
