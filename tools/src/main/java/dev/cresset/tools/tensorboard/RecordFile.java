package dev.cresset.tools.tensorboard;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/** A file of TFRecords: each its length, the length's checksum, its bytes and their checksum. */
final class RecordFile implements AutoCloseable {
  private static final int MASK = 0xa282ead8;

  private final Path file;
  private final OutputStream out;

  /**
   * Begins a new file.
   *
   * @throws UncheckedIOException if it is there already, or cannot be written
   */
  RecordFile(Path file) {
    this.file = file;
    try {
      this.out =
          new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW));
    } catch (IOException e) {
      throw new UncheckedIOException(file + " could not be written", e);
    }
  }

  void write(byte[] record) {
    ByteBuffer head = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    head.putLong(record.length);
    try {
      out.write(head.array());
      out.write(checksum(head.array()));
      out.write(record);
      out.write(checksum(record));
    } catch (IOException e) {
      throw new UncheckedIOException(file + " could not be written", e);
    }
  }

  /** CRC-32C, turned and moved, as the format wants: records may hold checksums themselves. */
  private static byte[] checksum(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, bytes.length);
    int masked = Integer.rotateRight((int) crc.getValue(), 15) + MASK;
    return ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(masked).array();
  }

  void flush() {
    try {
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(file + " could not be written", e);
    }
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw new UncheckedIOException(file + " could not be written", e);
    }
  }
}
