package dev.cresset.backend.cpu;

import dev.cresset.backend.HalfFloats;
import dev.cresset.backend.Storage;
import java.util.Arrays;

/**
 * Moves elements between memory of any dtype and tiles of the numbers that the CPU computes with:
 * single precision for F32, F16 and BF16, double precision for F64, whole numbers for the rest.
 */
final class Elements {
  private Elements() {}

  /** Reads F32, F16 or BF16. */
  static void read(Storage from, int position, int step, float[] to, int at, int count) {
    switch (from.dtype()) {
      case F32 -> {
        float[] array = from.floats();
        if (step == 1) {
          System.arraycopy(array, position, to, at, count);
        } else if (step == 0) {
          Arrays.fill(to, at, at + count, array[position]);
        } else {
          for (int i = 0, p = position; i < count; i++, p += step) {
            to[at + i] = array[p];
          }
        }
      }
      case F16 -> {
        short[] array = from.shorts();
        for (int i = 0, p = position; i < count; i++, p += step) {
          to[at + i] = HalfFloats.fromF16(array[p]);
        }
      }
      case BF16 -> {
        short[] array = from.shorts();
        for (int i = 0, p = position; i < count; i++, p += step) {
          to[at + i] = HalfFloats.fromBf16(array[p]);
        }
      }
      default -> throw notOf(from, "single precision");
    }
  }

  /** Reads F64. */
  static void read(Storage from, int position, int step, double[] to, int at, int count) {
    double[] array = from.doubles();
    if (step == 1) {
      System.arraycopy(array, position, to, at, count);
      return;
    }
    for (int i = 0, p = position; i < count; i++, p += step) {
      to[at + i] = array[p];
    }
  }

  /** Reads whole numbers and truth. */
  static void read(Storage from, int position, int step, long[] to, int at, int count) {
    switch (from.dtype()) {
      case I64 -> {
        long[] array = from.longs();
        for (int i = 0, p = position; i < count; i++, p += step) {
          to[at + i] = array[p];
        }
      }
      case I32 -> {
        int[] array = from.ints();
        for (int i = 0, p = position; i < count; i++, p += step) {
          to[at + i] = array[p];
        }
      }
      case I16 -> {
        short[] array = from.shorts();
        for (int i = 0, p = position; i < count; i++, p += step) {
          to[at + i] = array[p];
        }
      }
      case I8 -> {
        byte[] array = from.bytes();
        for (int i = 0, p = position; i < count; i++, p += step) {
          to[at + i] = array[p];
        }
      }
      case U8 -> {
        byte[] array = from.bytes();
        for (int i = 0, p = position; i < count; i++, p += step) {
          to[at + i] = array[p] & 0xff;
        }
      }
      case BOOL -> {
        byte[] array = from.bytes();
        for (int i = 0, p = position; i < count; i++, p += step) {
          to[at + i] = array[p] != 0 ? 1 : 0;
        }
      }
      default -> throw notOf(from, "whole numbers");
    }
  }

  /** Writes F32, F16 or BF16, rounding. */
  static void write(float[] from, int at, Storage to, int position, int step, int count) {
    switch (to.dtype()) {
      case F32 -> {
        float[] array = to.floats();
        if (step == 1) {
          System.arraycopy(from, at, array, position, count);
        } else {
          for (int i = 0, p = position; i < count; i++, p += step) {
            array[p] = from[at + i];
          }
        }
      }
      case F16 -> {
        short[] array = to.shorts();
        for (int i = 0, p = position; i < count; i++, p += step) {
          array[p] = HalfFloats.toF16(from[at + i]);
        }
      }
      case BF16 -> {
        short[] array = to.shorts();
        for (int i = 0, p = position; i < count; i++, p += step) {
          array[p] = HalfFloats.toBf16(from[at + i]);
        }
      }
      default -> throw notOf(to, "single precision");
    }
  }

  /** Writes F64. */
  static void write(double[] from, int at, Storage to, int position, int step, int count) {
    double[] array = to.doubles();
    for (int i = 0, p = position; i < count; i++, p += step) {
      array[p] = from[at + i];
    }
  }

  /** Writes whole numbers, wrapping, and truth. */
  static void write(long[] from, int at, Storage to, int position, int step, int count) {
    switch (to.dtype()) {
      case I64 -> {
        long[] array = to.longs();
        for (int i = 0, p = position; i < count; i++, p += step) {
          array[p] = from[at + i];
        }
      }
      case I32 -> {
        int[] array = to.ints();
        for (int i = 0, p = position; i < count; i++, p += step) {
          array[p] = (int) from[at + i];
        }
      }
      case I16 -> {
        short[] array = to.shorts();
        for (int i = 0, p = position; i < count; i++, p += step) {
          array[p] = (short) from[at + i];
        }
      }
      case I8, U8 -> {
        byte[] array = to.bytes();
        for (int i = 0, p = position; i < count; i++, p += step) {
          array[p] = (byte) from[at + i];
        }
      }
      case BOOL -> {
        byte[] array = to.bytes();
        for (int i = 0, p = position; i < count; i++, p += step) {
          array[p] = (byte) (from[at + i] != 0 ? 1 : 0);
        }
      }
      default -> throw notOf(to, "whole numbers");
    }
  }

  private static IllegalStateException notOf(Storage storage, String numbers) {
    return new IllegalStateException(storage.dtype() + " is not computed with in " + numbers);
  }
}
