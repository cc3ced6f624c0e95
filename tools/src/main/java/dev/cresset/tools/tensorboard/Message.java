package dev.cresset.tools.tensorboard;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A message of protocol buffers that is being written, field after field. See <a
 * href="https://protobuf.dev/programming-guides/encoding/">their encoding</a>.
 */
final class Message {
  private static final int VARINT = 0;
  private static final int EIGHT_BYTES = 1;
  private static final int LENGTH = 2;
  private static final int FOUR_BYTES = 5;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** A whole number: int32, int64, bool or an enum. */
  Message number(int field, long value) {
    tag(field, VARINT);
    varint(value);
    return this;
  }

  /** A double. */
  Message real(int field, double value) {
    tag(field, EIGHT_BYTES);
    fixed(Double.doubleToLongBits(value), 8);
    return this;
  }

  /** A float. */
  Message single(int field, float value) {
    tag(field, FOUR_BYTES);
    fixed(Float.floatToIntBits(value), 4);
    return this;
  }

  /** Doubles of one field, packed. */
  Message reals(int field, double... values) {
    tag(field, LENGTH);
    varint(8L * values.length);
    for (double value : values) {
      fixed(Double.doubleToLongBits(value), 8);
    }
    return this;
  }

  /** A string. */
  Message text(int field, String value) {
    return bytes(field, value.getBytes(StandardCharsets.UTF_8));
  }

  /** A message in this one. */
  Message message(int field, Message value) {
    return bytes(field, value.toByteArray());
  }

  /** Bytes as they are. */
  Message bytes(int field, byte[] value) {
    tag(field, LENGTH);
    varint(value.length);
    bytes.writeBytes(value);
    return this;
  }

  /** What was written. */
  byte[] toByteArray() {
    return bytes.toByteArray();
  }

  private void tag(int field, int wireType) {
    varint((long) field << 3 | wireType);
  }

  /** Seven bits a byte, the lowest first; a further byte follows where the eighth is set. */
  private void varint(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes.write((int) (rest & 0x7F | 0x80));
      rest >>>= 7;
    }
    bytes.write((int) rest);
  }

  /** The lowest byte first. */
  private void fixed(long bits, int count) {
    for (int i = 0; i < count; i++) {
      bytes.write((int) (bits >>> 8 * i));
    }
  }
}
