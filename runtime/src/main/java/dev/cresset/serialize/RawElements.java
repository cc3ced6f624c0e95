package dev.cresset.serialize;

import dev.cresset.backend.HeapStorage;
import dev.cresset.backend.Storage;
import dev.cresset.ir.type.DType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Elements as the little-endian bytes of files, and back, piece by piece. */
final class RawElements {
  /** Large enough that calls cost nothing, small enough to stay in cache; 8 divides it. */
  private static final int PIECE = 1 << 16;

  private RawElements() {}

  /** Reads from or writes to a file until the buffer has nothing remaining. */
  @FunctionalInterface
  interface Transfer {
    void all(ByteBuffer bytes) throws IOException;
  }

  /** New memory with the {@code count} elements that {@code source} gives. */
  static HeapStorage read(DType dtype, long count, Transfer source) throws IOException {
    HeapStorage storage = HeapStorage.zeros(dtype, count);
    pieces(
        dtype,
        (int) count,
        (bytes, from, n) -> {
          source.all(bytes);
          bytes.flip();
          get(storage, bytes, from, n);
        });
    return storage;
  }

  /** Gives {@code count} elements from {@code start} on to {@code target}. */
  static void write(Storage storage, int start, long count, Transfer target) throws IOException {
    pieces(
        storage.dtype(),
        (int) count,
        (bytes, from, n) -> {
          put(storage, bytes, start + from, n);
          bytes.rewind();
          target.all(bytes);
        });
  }

  private interface Piece {
    void run(ByteBuffer bytes, int from, int count) throws IOException;
  }

  private static void pieces(DType dtype, int count, Piece piece) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(PIECE).order(ByteOrder.LITTLE_ENDIAN);
    int step = PIECE / dtype.size();
    for (long from = 0; from < count; from += step) {
      int n = (int) Math.min(step, count - from);
      bytes.clear().limit(n * dtype.size());
      piece.run(bytes, (int) from, n);
    }
  }

  private static void get(Storage to, ByteBuffer bytes, int from, int count) {
    switch (to.dtype()) {
      case F32 -> bytes.asFloatBuffer().get(to.floats(), from, count);
      case F64 -> bytes.asDoubleBuffer().get(to.doubles(), from, count);
      case I64 -> bytes.asLongBuffer().get(to.longs(), from, count);
      case I32 -> bytes.asIntBuffer().get(to.ints(), from, count);
      case I16, F16, BF16 -> bytes.asShortBuffer().get(to.shorts(), from, count);
      case I8, U8 -> bytes.get(to.bytes(), from, count);
      case BOOL -> {
        for (int i = from; i < from + count; i++) { // any byte but 0 is true in a file, 1 in memory
          to.bytes()[i] = (byte) (bytes.get() == 0 ? 0 : 1);
        }
      }
    }
  }

  private static void put(Storage of, ByteBuffer bytes, int from, int count) {
    switch (of.dtype()) {
      case F32 -> bytes.asFloatBuffer().put(of.floats(), from, count);
      case F64 -> bytes.asDoubleBuffer().put(of.doubles(), from, count);
      case I64 -> bytes.asLongBuffer().put(of.longs(), from, count);
      case I32 -> bytes.asIntBuffer().put(of.ints(), from, count);
      case I16, F16, BF16 -> bytes.asShortBuffer().put(of.shorts(), from, count);
      case I8, U8, BOOL -> bytes.put(of.bytes(), from, count);
    }
  }
}
