package dev.cresset.data;

import dev.cresset.FormatException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A file in IDX, the format of MNIST: big-endian, two zero bytes, the elements' type, the number of
 * sizes, the sizes, the elements. Plain or under gzip, which its first bytes tell.
 *
 * @param sizes the sizes, slowest first
 * @param bytes the elements, unsigned bytes
 */
record Idx(int[] sizes, byte[] bytes) {
  private static final int UNSIGNED_BYTE = 8;
  private static final int MAX_SIZES = 8;

  /**
   * Reads a file.
   *
   * @param rank how many sizes are expected: 3 for images, 1 for labels
   * @throws FormatException if it is no IDX file of unsigned bytes with as many sizes, or its
   *     length is not what the sizes say
   * @throws UncheckedIOException if it cannot be read
   */
  static Idx read(Path file, int rank) {
    try (InputStream in = open(file)) {
      return read(file, in, rank);
    } catch (ZipException e) {
      throw new FormatException(file, "not a whole gzip file: " + e.getMessage());
    } catch (EOFException e) {
      throw new FormatException(file, "the gzip stream ends too early");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private static InputStream open(Path file) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file));
    try {
      in.mark(2);
      boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
      in.reset();
      return gzip ? new GZIPInputStream(in, 1 << 16) : in;
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  private static Idx read(Path file, InputStream in, int rank) throws IOException {
    byte[] magic = in.readNBytes(4);
    if (magic.length < 4 || magic[0] != 0 || magic[1] != 0 || magic[3] > MAX_SIZES) {
      throw new FormatException(
          file,
          "bytes 0 to 3 are " + hex(magic) + "; expected IDX's magic number 00 00 08 0" + rank);
    }
    if (magic[2] != UNSIGNED_BYTE || magic[3] != rank) {
      throw new FormatException(
          file,
          "IDX of type "
              + magic[2]
              + " with "
              + magic[3]
              + " sizes; expected unsigned bytes (8)"
              + " with "
              + rank);
    }
    int[] sizes = new int[rank];
    long count = 1;
    for (int i = 0; i < rank; i++) {
      byte[] size = in.readNBytes(4);
      if (size.length < 4) {
        throw new FormatException(
            file, "ends at byte " + (4 + 4 * i + size.length) + ", within its " + rank + " sizes");
      }
      for (byte b : size) {
        sizes[i] = sizes[i] << 8 | (b & 0xff);
      }
      count = sizes[i] < 0 ? -1 : count * sizes[i];
      if (count < 0 || count > Integer.MAX_VALUE - 8) {
        throw new FormatException(
            file,
            "size "
                + Integer.toUnsignedString(sizes[i])
                + " at byte "
                + (4 + 4 * i)
                + " makes more elements than fit one tensor");
      }
    }
    byte[] bytes = in.readNBytes((int) count); // grows as bytes arrive: sizes may lie
    int header = 4 + 4 * rank;
    if (bytes.length < count) {
      throw new FormatException(
          file,
          "ends at byte "
              + (header + bytes.length)
              + "; sizes "
              + Arrays.toString(sizes)
              + " need "
              + (header + count));
    }
    if (in.read() >= 0) {
      throw new FormatException(
          file,
          "goes on after byte "
              + (header + count)
              + ", where sizes "
              + Arrays.toString(sizes)
              + " end");
    }
    return new Idx(sizes, bytes);
  }

  private static String hex(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    for (byte b : bytes) {
      text.append(text.isEmpty() ? "" : " ").append("%02x".formatted(b));
    }
    return text.isEmpty() ? "missing" : text.toString();
  }
}
