package dev.cresset.backend.cpu;

import dev.cresset.backend.Strided;
import dev.cresset.ir.type.DType;

/**
 * Arrays of reals, and the loops over them that normalisation is made of. A loop goes over {@code
 * runs} runs of {@code n} elements, whose beginnings lie {@code step} apart; all its arrays lie
 * alike. Sums are made in double precision.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
abstract class Reals<A> {
  private static final FloatReals FLOATS = new FloatReals();
  private static final DoubleReals DOUBLES = new DoubleReals();

  /** The kind whose arrays are the storage of {@code dtype}: F32 or F64. */
  static Reals<?> of(DType dtype) {
    return switch (dtype) {
      case F32 -> FLOATS;
      case F64 -> DOUBLES;
      default -> throw new IllegalArgumentException("norms are not computed in " + dtype);
    };
  }

  /** The array under a view, which begins with it. */
  abstract A array(Strided view);

  /** A new array of zeros. */
  abstract A array(int length);

  abstract double get(A x, int i);

  abstract void set(A x, int i, double value);

  /** {@code Σ x}. */
  abstract double sum(A x, int start, int runs, int step, int n);

  /** {@code Σ (x − mean)²}. */
  abstract double squares(A x, double mean, int start, int runs, int step, int n);

  /** {@code Σ dy · (x − mean)}. */
  abstract double products(A dy, A x, double mean, int start, int runs, int step, int n);

  /** {@code to = x · factor + shift}. */
  abstract void scale(A x, double factor, double shift, A to, int start, int runs, int step, int n);

  /** {@code x = x + value}. */
  abstract void raise(A x, double value, int start, int runs, int step, int n);

  /** {@code to[at + i · step] += from[position + i]}. */
  abstract void add(A from, int position, A to, int at, int step, int n);

  /** {@code to = dy · byDy + (x − mean) · byX + shift}. */
  abstract void combine(
      A dy,
      double byDy,
      A x,
      double mean,
      double byX,
      double shift,
      A to,
      int start,
      int runs,
      int step,
      int n);

  /** {@code row = row · weight + bias}, from the arrays' beginnings. */
  abstract void weigh(A row, A weight, A bias, int n);

  /** {@code row = row · weight}, from the arrays' beginnings. */
  abstract void multiply(A row, A weight, int n);

  /** {@code weight += dy · (x − mean) · factor} and {@code bias += dy}, for one row. */
  abstract void addProducts(
      A dy, A x, int start, double mean, double factor, double[] weight, double[] bias);
}
