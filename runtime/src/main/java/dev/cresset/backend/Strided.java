package dev.cresset.backend;

import dev.cresset.ir.type.DType;
import java.util.Arrays;

/**
 * A view of memory: element {@code [i, j, ..]} lies at {@code offset + i·strides[0] + j·strides[1]
 * + ..}, counted in elements. What kernels and exporters get. Immutable; its arrays are its own and
 * are not to be written.
 */
public final class Strided {
  private final Storage storage;
  private final long[] sizes;
  private final long[] strides;
  private final long offset;
  private final long numel;
  private final boolean contiguous;

  /**
   * A view.
   *
   * @throws IllegalArgumentException if it would reach outside of the memory
   */
  public Strided(Storage storage, long[] sizes, long[] strides, long offset) {
    this.storage = storage;
    this.sizes = sizes;
    this.strides = strides;
    this.offset = offset;
    long count = 1;
    long lowest = offset;
    long highest = offset;
    boolean dense = true;
    for (int d = sizes.length - 1; d >= 0; d--) {
      dense &= sizes[d] == 1 || strides[d] == count;
      count = Math.multiplyExact(count, sizes[d]);
      long reach = (sizes[d] - 1) * strides[d];
      lowest += Math.min(reach, 0);
      highest += Math.max(reach, 0);
    }
    this.numel = count;
    this.contiguous = dense || count == 0;
    if (count != 0 && (lowest < 0 || highest >= storage.length())) {
      throw new IllegalArgumentException(
          "a view of sizes %s, strides %s, offset %d reaches elements %d to %d of a storage of %d"
              .formatted(
                  Arrays.toString(sizes),
                  Arrays.toString(strides),
                  offset,
                  lowest,
                  highest,
                  storage.length()));
    }
  }

  /** All of {@code storage}, row by row. */
  public static Strided contiguous(Storage storage, long... sizes) {
    return new Strided(storage, sizes, contiguousStrides(sizes), 0);
  }

  /** New memory on {@code device}, for a tensor of these sizes; all zero on the CPU. */
  public static Strided allocate(DType dtype, Device device, long... sizes) {
    Storage storage = Backends.of(device).allocate(dtype, count(sizes), device);
    return contiguous(storage, sizes);
  }

  /** The strides of a tensor that lies row by row. */
  public static long[] contiguousStrides(long[] sizes) {
    long[] strides = new long[sizes.length];
    long step = 1;
    for (int d = sizes.length - 1; d >= 0; d--) {
      strides[d] = step;
      step *= Math.max(sizes[d], 1);
    }
    return strides;
  }

  /**
   * How many elements a tensor of these sizes has.
   *
   * @throws IllegalArgumentException if a size is negative or the count passes 64 bits
   */
  public static long count(long[] sizes) {
    long count = 1;
    for (long size : sizes) {
      if (size < 0) {
        throw new IllegalArgumentException(
            "sizes " + Arrays.toString(sizes) + ": none may be negative");
      }
      try {
        count = Math.multiplyExact(count, size);
      } catch (ArithmeticException e) {
        throw new IllegalArgumentException(
            "sizes " + Arrays.toString(sizes) + ": more elements than 64 bits count", e);
      }
    }
    return count;
  }

  /** The memory. */
  public Storage storage() {
    return storage;
  }

  /** The elements' type. */
  public DType dtype() {
    return storage.dtype();
  }

  /** Where the memory lies. */
  public Device device() {
    return storage.device();
  }

  /** The sizes; not to be written. */
  public long[] sizes() {
    return sizes;
  }

  /** The strides in elements; not to be written. */
  public long[] strides() {
    return strides;
  }

  /** Where the first element lies. */
  public long offset() {
    return offset;
  }

  /** Where the first element lies in the heap array. */
  public int start() {
    return Math.toIntExact(offset);
  }

  /** How many sizes there are. */
  public int dim() {
    return sizes.length;
  }

  /** Size number {@code d}, from 0. */
  public long size(int d) {
    return sizes[d];
  }

  /** How many elements there are. */
  public long numel() {
    return numel;
  }

  /** Whether the elements lie row by row without gaps. */
  public boolean isContiguous() {
    return contiguous;
  }

  /** The same memory seen with other sizes, strides and offset. */
  public Strided view(long[] newSizes, long[] newStrides, long newOffset) {
    return new Strided(storage, newSizes, newStrides, newOffset);
  }

  /**
   * This view with {@code wanted} sizes: sizes of 1 and missing leading ones are repeated.
   *
   * @throws IllegalArgumentException if it does not broadcast to them
   */
  public Strided expand(long[] wanted) {
    if (Arrays.equals(sizes, wanted)) {
      return this;
    }
    int extra = wanted.length - sizes.length;
    long[] newStrides = new long[wanted.length];
    for (int d = 0; d < wanted.length; d++) {
      int from = d - extra;
      if (from >= 0 && sizes[from] == wanted[d]) {
        newStrides[d] = strides[from];
      } else if (extra < 0 || from >= 0 && sizes[from] != 1) {
        throw new IllegalArgumentException(
            "sizes " + Arrays.toString(sizes) + " do not expand to " + Arrays.toString(wanted));
      }
    }
    return new Strided(storage, wanted, newStrides, offset);
  }

  /** As {@code f32[2, 3]}. */
  @Override
  public String toString() {
    return dtype().name().toLowerCase(java.util.Locale.ROOT) + Arrays.toString(sizes);
  }
}
