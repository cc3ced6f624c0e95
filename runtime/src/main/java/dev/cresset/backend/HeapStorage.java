package dev.cresset.backend;

import dev.cresset.ir.type.DType;

/** A heap array as memory of the CPU. */
public final class HeapStorage extends Storage {
  private final Object array;

  private HeapStorage(DType dtype, int length, Object array) {
    super(dtype, length, Device.CPU);
    this.array = array;
  }

  /**
   * New memory, all zero.
   *
   * @throws IllegalArgumentException if {@code length} is negative or no array is that long
   */
  public static HeapStorage zeros(DType dtype, long length) {
    if (length < 0 || length > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          "a tensor of "
              + length
              + " elements: the CPU's tensors hold fewer than 2^31 - 8 elements");
    }
    int n = (int) length;
    Object array =
        switch (dtype) {
          case F32 -> new float[n];
          case F64 -> new double[n];
          case I64 -> new long[n];
          case I32 -> new int[n];
          case I16, F16, BF16 -> new short[n];
          case I8, U8, BOOL -> new byte[n];
        };
    return new HeapStorage(dtype, n, array);
  }

  /** {@code array} itself as memory; no copy is made. */
  public static HeapStorage of(float[] array) {
    return new HeapStorage(DType.F32, array.length, array);
  }

  /** {@code array} itself as memory; no copy is made. */
  public static HeapStorage of(double[] array) {
    return new HeapStorage(DType.F64, array.length, array);
  }

  /** {@code array} itself as memory; no copy is made. */
  public static HeapStorage of(long[] array) {
    return new HeapStorage(DType.I64, array.length, array);
  }

  /** {@code array} itself as memory; no copy is made. */
  public static HeapStorage of(int[] array) {
    return new HeapStorage(DType.I32, array.length, array);
  }

  /** {@code array} itself as memory of I16, F16 or BF16; no copy is made. */
  public static HeapStorage of(DType dtype, short[] array) {
    if (dtype.size() != 2) {
      throw new IllegalArgumentException("a short[] holds I16, F16 or BF16, not " + dtype);
    }
    return new HeapStorage(dtype, array.length, array);
  }

  /** {@code array} itself as memory of I8, U8 or BOOL; no copy is made. */
  public static HeapStorage of(DType dtype, byte[] array) {
    if (dtype.size() != 1) {
      throw new IllegalArgumentException("a byte[] holds I8, U8 or BOOL, not " + dtype);
    }
    return new HeapStorage(dtype, array.length, array);
  }

  @Override
  public float[] floats() {
    return array instanceof float[] floats ? floats : super.floats();
  }

  @Override
  public double[] doubles() {
    return array instanceof double[] doubles ? doubles : super.doubles();
  }

  @Override
  public long[] longs() {
    return array instanceof long[] longs ? longs : super.longs();
  }

  @Override
  public int[] ints() {
    return array instanceof int[] ints ? ints : super.ints();
  }

  @Override
  public short[] shorts() {
    return array instanceof short[] shorts ? shorts : super.shorts();
  }

  @Override
  public byte[] bytes() {
    return array instanceof byte[] bytes ? bytes : super.bytes();
  }
}
