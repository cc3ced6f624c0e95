package dev.cresset.serialize;

import dev.cresset.FormatException;
import dev.cresset.Tensor;
import dev.cresset.backend.Strided;
import dev.cresset.tensor.Memory;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Reads and writes {@code .safetensors}: eight bytes with the header's length, a JSON header, the
 * elements row by row, little-endian. Reading is strict: the whole header is checked before any
 * tensor is made.
 */
public final class Safetensors {
  /** The format's own limit of the header, in bytes. */
  static final long MAX_HEADER = 100_000_000;

  private Safetensors() {}

  /**
   * Reads all tensors of a file, in the header's order.
   *
   * @throws FormatException if the file is not as the format says
   * @throws UncheckedIOException if it cannot be read
   */
  public static Map<String, Tensor> load(Path file) {
    try (FileChannel channel = FileChannel.open(file)) {
      long length = headerLength(file, channel);
      SafetensorsHeader header = header(file, channel, length);
      Map<String, Tensor> tensors = new LinkedHashMap<>();
      for (Map.Entry<String, SafetensorsHeader.Entry> e : header.entries().entrySet()) {
        SafetensorsHeader.Entry entry = e.getValue();
        channel.position(8 + length + entry.begin());
        long count = (entry.end() - entry.begin()) / entry.dtype().size();
        tensors.put(
            e.getKey(),
            Tensor.wrap(
                Strided.contiguous(
                    RawElements.read(entry.dtype(), count, bytes -> readAll(channel, bytes)),
                    entry.sizes())));
      }
      return tensors;
    } catch (IOException e) {
      throw unread(file, e);
    }
  }

  /**
   * Reads the notes that a file carries under {@code __metadata__}; empty if it has none.
   *
   * @throws FormatException if the file is not as the format says
   * @throws UncheckedIOException if it cannot be read
   */
  public static Map<String, String> metadata(Path file) {
    try (FileChannel channel = FileChannel.open(file)) {
      return header(file, channel, headerLength(file, channel)).metadata();
    } catch (IOException e) {
      throw unread(file, e);
    }
  }

  /** Writes tensors to a file, as {@link #save(Map, Map, Path)} without notes. */
  public static void save(Map<String, Tensor> tensors, Path file) {
    save(tensors, Map.of(), file);
  }

  /**
   * Writes tensors and notes to a file, which is replaced in one step if it is there.
   *
   * @throws UncheckedIOException if it cannot be written; an old file stays as it was
   */
  public static void save(Map<String, Tensor> tensors, Map<String, String> metadata, Path file) {
    // Wide elements first, so that every tensor lies at a multiple of its element's size.
    List<Map.Entry<String, Tensor>> inOrder = new ArrayList<>(tensors.entrySet());
    inOrder.sort(
        Comparator.comparing((Map.Entry<String, Tensor> e) -> -e.getValue().dtype().size()));
    byte[] header = header(tensors, inOrder, metadata);
    AtomicFile.write(
        file,
        channel -> {
          ByteBuffer length = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
          writeAll(channel, length.putLong(0, header.length));
          writeAll(channel, ByteBuffer.wrap(header));
          for (Map.Entry<String, Tensor> e : inOrder) {
            Strided elements = Memory.plain(e.getValue(), e.getValue().dtype());
            RawElements.write(
                elements.storage(),
                elements.start(),
                elements.numel(),
                bytes -> writeAll(channel, bytes));
          }
        });
  }

  private static long headerLength(Path file, FileChannel channel) throws IOException {
    long size = channel.size();
    if (size < 10) {
      throw new FormatException(
          file, size + " bytes are no safetensors file; expected a length of 8 bytes and a header");
    }
    ByteBuffer bytes = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    readAll(channel, bytes);
    long length = bytes.getLong(0);
    if (length < 0 || length > MAX_HEADER) {
      throw new FormatException(
          file,
          "the header's length is "
              + Long.toUnsignedString(length)
              + " bytes; expected at most "
              + MAX_HEADER);
    }
    if (length > size - 8) {
      throw new FormatException(
          file, "the header's length is " + length + " bytes, but only " + (size - 8) + " follow");
    }
    return length;
  }

  private static SafetensorsHeader header(Path file, FileChannel channel, long length)
      throws IOException {
    ByteBuffer json = ByteBuffer.allocate((int) length);
    readAll(channel, json);
    if (length == 0 || json.get(0) != '{') {
      throw new FormatException(file, "the header does not begin with '{'");
    }
    return SafetensorsHeader.parse(file, json.array(), channel.size() - 8 - length);
  }

  private static byte[] header(
      Map<String, Tensor> tensors,
      List<Map.Entry<String, Tensor>> inOrder,
      Map<String, String> metadata) {
    Map<String, Long> begins = new LinkedHashMap<>();
    long end = 0;
    for (Map.Entry<String, Tensor> e : inOrder) {
      begins.put(e.getKey(), end);
      end += bytes(e.getValue());
    }
    List<String> members = new ArrayList<>();
    if (!metadata.isEmpty()) {
      List<String> notes = new ArrayList<>();
      metadata.forEach((key, value) -> notes.add(Json.quote(key) + ":" + Json.quote(value)));
      members.add("\"__metadata__\":{" + String.join(",", notes) + "}");
    }
    tensors.forEach(
        (name, tensor) ->
            members.add(member(name, tensor, Objects.requireNonNull(begins.get(name)))));
    byte[] json = ("{" + String.join(",", members) + "}").getBytes(StandardCharsets.UTF_8);
    byte[] padded = Arrays.copyOf(json, (json.length + 7) / 8 * 8);
    Arrays.fill(padded, json.length, padded.length, (byte) ' ');
    return padded;
  }

  private static String member(String name, Tensor tensor, long begin) {
    if (name.equals("__metadata__")) {
      throw new IllegalArgumentException("a tensor cannot be named __metadata__ in safetensors");
    }
    return "%s:{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":[%d,%d]}"
        .formatted(
            Json.quote(name),
            SafetensorsHeader.nameOf(tensor.dtype()),
            Arrays.toString(tensor.sizes()).replace(" ", ""),
            begin,
            begin + bytes(tensor));
  }

  private static long bytes(Tensor tensor) {
    return Math.multiplyExact(tensor.numel(), tensor.dtype().size());
  }

  private static void readAll(FileChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      if (channel.read(bytes) < 0) {
        throw new EOFException("it became shorter while it was read");
      }
    }
  }

  private static void writeAll(FileChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  private static UncheckedIOException unread(Path file, IOException e) {
    String why = e instanceof NoSuchFileException ? "there is no such file" : e.getMessage();
    return new UncheckedIOException("cannot read " + file + ": " + why, e);
  }
}
