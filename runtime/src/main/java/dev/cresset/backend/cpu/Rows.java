package dev.cresset.backend.cpu;

import dev.cresset.backend.Strided;
import dev.cresset.ir.type.DType;

/**
 * Arrays of one kind of number, and the loops over rows of them that matrix products and
 * convolutions are made of. Every sum is made in the order of its terms, each rounded once, however
 * rows and columns are cut among calls; so results do not depend on the number of threads.
 *
 * @param <A> {@code float[]}, {@code double[]} or {@code long[]}
 */
abstract class Rows<A> {
  /** How many rows of the right factor are worked on together: they stay in the nearest cache. */
  static final int DEPTH = 8;

  /** The most columns worked on together. */
  static final int WIDTH = 1024;

  /** The most sums, in rows, that are kept at a time: they stay in the next cache. */
  static final int HEIGHT = 128;

  /** The most terms added up one by one; longer sums are sums of sums, whose error grows less. */
  static final int CHAIN = 256;

  private static final FloatRows FLOATS = new FloatRows();
  private static final DoubleRows DOUBLES = new DoubleRows();
  private static final LongRows LONGS = new LongRows();

  private final ThreadLocal<Scratch<A>> scratch = ThreadLocal.withInitial(this::newScratch);

  /** The kind whose arrays are the storage of {@code dtype}: F32, F64 or I64. */
  static Rows<?> of(DType dtype) {
    return switch (dtype) {
      case F32 -> FLOATS;
      case F64 -> DOUBLES;
      case I64 -> LONGS;
      default -> throw new IllegalArgumentException("products are not computed in " + dtype);
    };
  }

  /** Rows of a thread's own: the right factor's at hand, and sums. */
  static final class Scratch<A> {
    private final Rows<A> kind;
    private final A[] panel;
    private A[] sums;
    private A[] totals;
    private A buffer;

    private Scratch(Rows<A> kind) {
      this.kind = kind;
      this.panel = kind.arrays(DEPTH, WIDTH);
      this.sums = kind.arrays(0, 0);
      this.totals = kind.arrays(0, 0);
      this.buffer = kind.array(0);
    }

    /** {@link #DEPTH} rows of {@link #WIDTH}. */
    A[] panel() {
      return panel;
    }

    /** At least {@code count} rows of {@link #WIDTH}. */
    A[] sums(int count) {
      if (sums.length < count) {
        sums = kind.arrays(count, WIDTH);
      }
      return sums;
    }

    /** As many others. */
    A[] totals(int count) {
      if (totals.length < count) {
        totals = kind.arrays(count, WIDTH);
      }
      return totals;
    }

    /** An array of at least {@code length}, its first {@code length} elements 0. */
    A zeros(int length) {
      if (kind.length(buffer) < length) {
        buffer = kind.array(length);
      } else {
        kind.zero(buffer, length);
      }
      return buffer;
    }
  }

  private Scratch<A> newScratch() {
    return new Scratch<>(this);
  }

  /** The current thread's rows. */
  final Scratch<A> scratch() {
    return scratch.get();
  }

  /** The array under a view. */
  abstract A array(Strided view);

  /** A new array of zeros. */
  abstract A array(int length);

  /** New arrays of zeros. */
  abstract A[] arrays(int count, int length);

  abstract int length(A array);

  /** Adds the first {@code rows} sums to the totals, and begins them anew. */
  final void flush(A[] sums, A[] totals, int rows, int n) {
    for (int i = 0; i < rows; i++) {
      add(sums[i], totals[i], n);
      zero(sums[i], n);
    }
  }

  /** Sets the first {@code n} elements to 0. */
  abstract void zero(A row, int n);

  /** Copies {@code n} elements {@code step} apart to the beginning of {@code to}. */
  abstract void read(A from, int position, int step, A to, int n);

  /** Copies {@code n} elements, {@code step} apart, to places {@code toStep} apart. */
  abstract void copy(A from, int position, int step, A to, int at, int toStep, int n);

  /**
   * Copies {@code depth} rows of {@code n} elements to the beginnings of {@code panel}'s rows; rows
   * lie {@code rowStep} apart, their elements {@code step}.
   */
  abstract void gather(A from, int position, int rowStep, int step, A[] panel, int depth, int n);

  /**
   * Adds to row {@code first + i} of {@code sums} each row q of {@code panel}, times the factor at
   * {@code start + i · rowStep + q · step} in {@code a}.
   */
  abstract void addProducts(
      A a,
      int start,
      int rowStep,
      int step,
      A[] panel,
      int depth,
      A[] sums,
      int first,
      int rows,
      int n);

  /** Adds the first {@code n} elements of {@code from} to those of {@code to}. */
  abstract void add(A from, A to, int n);

  /**
   * The same sums one by one, for matrices too small or too thin to copy: {@code to[j] += Σ a[k] ·
   * b[k, j]}, where {@code to} holds the sums' beginnings.
   */
  abstract void dots(
      A a, int start, int step, A b, int bStart, int bRowStep, int bStep, int depth, A to, int n);
}
