package dev.cresset.backend;

import dev.cresset.ir.type.DType;

/**
 * Memory of one dtype on one device, shared by all views of it. On the CPU it is one heap array:
 * {@code float[]} for F32, {@code double[]} for F64, {@code long[]} for I64, {@code int[]} for I32,
 * {@code short[]} for I16, F16 and BF16, {@code byte[]} for I8, U8 and BOOL.
 */
public abstract class Storage {
  private final DType dtype;
  private final long length;
  private final Device device;
  private volatile int version;

  /** Memory for {@code length} elements. */
  protected Storage(DType dtype, long length, Device device) {
    this.dtype = dtype;
    this.length = length;
    this.device = device;
  }

  /** The elements' type. */
  public final DType dtype() {
    return dtype;
  }

  /** How many elements there are. */
  public final long length() {
    return length;
  }

  /** Where it lies. */
  public final Device device() {
    return device;
  }

  /** How often it was written to in place, by which autograd sees that a saved value is gone. */
  public final int version() {
    return version;
  }

  /** Says that it was written to in place. */
  public final synchronized void written() {
    version++;
  }

  /** The array of an F32 storage on the CPU. */
  public float[] floats() {
    throw wrong("float[]");
  }

  /** The array of an F64 storage on the CPU. */
  public double[] doubles() {
    throw wrong("double[]");
  }

  /** The array of an I64 storage on the CPU. */
  public long[] longs() {
    throw wrong("long[]");
  }

  /** The array of an I32 storage on the CPU. */
  public int[] ints() {
    throw wrong("int[]");
  }

  /** The array of an I16, F16 or BF16 storage on the CPU. */
  public short[] shorts() {
    throw wrong("short[]");
  }

  /** The array of an I8, U8 or BOOL storage on the CPU. */
  public byte[] bytes() {
    throw wrong("byte[]");
  }

  private IllegalStateException wrong(String array) {
    return new IllegalStateException(
        "a storage of "
            + dtype
            + " on "
            + device
            + " is no "
            + array
            + "; convert the tensor first");
  }
}
