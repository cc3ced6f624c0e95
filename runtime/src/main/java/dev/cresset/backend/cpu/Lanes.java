package dev.cresset.backend.cpu;

import dev.cresset.backend.PointwiseKernel;
import dev.cresset.backend.Storage;
import dev.cresset.backend.Strided;
import dev.cresset.ir.type.DType;

/**
 * One of the three kinds of numbers that the CPU computes with, and how memory of any dtype comes
 * into its tiles and back.
 *
 * @param <A> its arrays: {@code float[]}, {@code double[]} or {@code long[]}
 */
abstract class Lanes<A> {
  static final FloatLanes FLOATS = new FloatLanes();
  static final DoubleLanes DOUBLES = new DoubleLanes();
  static final LongLanes LONGS = new LongLanes();

  /** The kind that holds every value of {@code dtype}. */
  static Lanes<?> of(DType dtype) {
    return switch (dtype) {
      case F32, F16, BF16 -> FLOATS;
      case F64 -> DOUBLES;
      default -> LONGS;
    };
  }

  /** The dtype whose storage is such an array. */
  abstract DType dtype();

  /** A storage's own array, if it is of {@link #dtype}. */
  abstract A array(Storage storage);

  /** Room for so many arrays. */
  abstract A[] arrays(int count);

  /** At least {@code count} tiles of the current thread. */
  final A[] tiles(int count) {
    return scratch(count, PointwiseKernel.TILE);
  }

  /** At least {@code count} arrays of {@code length} elements of the current thread. */
  abstract A[] scratch(int count, int length);

  /** Scalars as these numbers. */
  abstract A numbers(Number[] scalars);

  /** Reads elements {@code from} to {@code from + count} of {@code view} into {@code tile}. */
  abstract void load(Strided view, Walk walk, int from, int count, A tile);

  /** Writes {@code tile} to elements {@code from} to {@code from + count} of {@code view}. */
  abstract void store(A tile, Strided view, Walk walk, int from, int count);

  /** Runs the kernel's form for these numbers. */
  abstract void run(
      PointwiseKernel kernel, A[] in, A scalars, A[] out, A[] temps, int from, int to);
}
