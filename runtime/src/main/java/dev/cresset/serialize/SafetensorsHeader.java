package dev.cresset.serialize;

import dev.cresset.FormatException;
import dev.cresset.ir.type.DType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The checked header of a safetensors file. Once one exists, every entry is of a known dtype, its
 * range is as long as its sizes say, and the ranges tile the data without hole or overlap.
 *
 * @param entries the tensors, in the header's order
 * @param metadata the file's own notes, strings by string
 */
record SafetensorsHeader(Map<String, Entry> entries, Map<String, String> metadata) {

  /** Where one tensor lies: bytes {@code begin} to {@code end} of the data. */
  record Entry(DType dtype, long[] sizes, long begin, long end) {}

  /** The format's names of our dtypes. */
  static final Map<String, DType> DTYPES = names();

  /**
   * Reads and checks a header.
   *
   * @param json the header's bytes
   * @param dataLength bytes of the file after the header
   * @throws FormatException if anything is not as the format says
   */
  static SafetensorsHeader parse(Path file, byte[] json, long dataLength) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    Map<String, String> metadata = new LinkedHashMap<>();
    for (Map.Entry<String, @Nullable Object> member :
        object(file, Json.parse(file, json), "the header").entrySet()) {
      if (member.getKey().equals("__metadata__")) {
        metadata = metadata(file, object(file, member.getValue(), "__metadata__"));
      } else {
        String tensor = "tensor " + Json.quote(member.getKey());
        Map<String, @Nullable Object> fields = object(file, member.getValue(), tensor);
        entries.put(member.getKey(), entry(file, tensor, fields));
      }
    }
    checkTiling(file, entries, dataLength);
    return new SafetensorsHeader(entries, metadata);
  }

  /** The format's name of {@code dtype}. */
  static String nameOf(DType dtype) {
    return dtype.name(); // U8, F32, BOOL, BF16: the same words
  }

  private static Map<String, DType> names() {
    Map<String, DType> names = new LinkedHashMap<>();
    for (DType dtype : DType.values()) {
      names.put(nameOf(dtype), dtype);
    }
    return names;
  }

  private static Entry entry(Path file, String tensor, Map<String, @Nullable Object> fields) {
    for (String field : fields.keySet()) {
      if (!List.of("dtype", "shape", "data_offsets").contains(field)) {
        throw new FormatException(
            file,
            tensor
                + " has the field "
                + Json.quote(field)
                + "; expected dtype, shape and data_offsets alone");
      }
    }
    DType dtype = fields.get("dtype") instanceof String name ? DTYPES.get(name) : null;
    if (dtype == null) {
      throw new FormatException(
          file,
          tensor + " is of dtype " + fields.get("dtype") + "; expected one of " + DTYPES.keySet());
    }
    long[] sizes = numbers(file, fields.get("shape"), tensor + ": shape");
    long[] range = numbers(file, fields.get("data_offsets"), tensor + ": data_offsets");
    if (range.length != 2 || range[0] > range[1]) {
      throw new FormatException(
          file,
          tensor + ": data_offsets are " + fields.get("data_offsets") + "; expected [begin, end]");
    }
    long bytes;
    try {
      bytes = bytes(dtype, sizes);
    } catch (ArithmeticException e) {
      throw new FormatException(
          file, tensor + ": shape " + fields.get("shape") + " has more bytes than 64 bits count");
    }
    if (range[1] - range[0] != bytes) {
      throw new FormatException(
          file,
          tensor
              + ": "
              + nameOf(dtype)
              + fields.get("shape")
              + " takes "
              + bytes
              + " bytes, but data_offsets "
              + fields.get("data_offsets")
              + " hold "
              + (range[1] - range[0]));
    }
    return new Entry(dtype, sizes, range[0], range[1]);
  }

  /** How many bytes a tensor takes; what it would take without its sizes of 0 must fit, too. */
  private static long bytes(DType dtype, long[] sizes) {
    long bytes = dtype.size();
    boolean empty = false;
    for (long size : sizes) {
      empty |= size == 0;
      bytes = Math.multiplyExact(bytes, Math.max(size, 1)); // strides count so, from the last on
    }
    return empty ? 0 : bytes;
  }

  private static void checkTiling(Path file, Map<String, Entry> entries, long dataLength) {
    List<Map.Entry<String, Entry>> inOrder = new ArrayList<>(entries.entrySet());
    inOrder.sort(
        Comparator.comparingLong((Map.Entry<String, Entry> e) -> e.getValue().begin())
            .thenComparingLong(e -> e.getValue().end()));
    long reached = 0;
    for (Map.Entry<String, Entry> e : inOrder) {
      if (e.getValue().begin() != reached) {
        throw new FormatException(
            file,
            "tensor "
                + Json.quote(e.getKey())
                + " begins at byte "
                + e.getValue().begin()
                + " of the data, but the one before it ends at "
                + reached
                + "; ranges must follow each other without hole or overlap");
      }
      reached = e.getValue().end();
    }
    if (reached != dataLength) {
      throw new FormatException(
          file, "the tensors take " + reached + " bytes, but " + dataLength + " follow the header");
    }
  }

  private static Map<String, String> metadata(Path file, Map<String, @Nullable Object> members) {
    Map<String, String> metadata = new LinkedHashMap<>();
    for (Map.Entry<String, @Nullable Object> member : members.entrySet()) {
      if (!(member.getValue() instanceof String text)) {
        throw new FormatException(
            file, "__metadata__ " + Json.quote(member.getKey()) + ": expected a string");
      }
      metadata.put(member.getKey(), text);
    }
    return metadata;
  }

  @SuppressWarnings("unchecked") // Json's maps have string keys
  private static Map<String, @Nullable Object> object(
      Path file, @Nullable Object value, String what) {
    if (value instanceof Map<?, ?> map) {
      return (Map<String, @Nullable Object>) map;
    }
    throw new FormatException(file, what + ": expected a JSON object");
  }

  private static long[] numbers(Path file, @Nullable Object value, String what) {
    if (!(value instanceof List<?> list)) {
      throw new FormatException(file, what + ": expected a list of whole numbers, found " + value);
    }
    long[] numbers = new long[list.size()];
    for (int i = 0; i < numbers.length; i++) {
      if (!(list.get(i) instanceof Long number) || number < 0) {
        throw new FormatException(
            file, what + ": expected whole numbers from 0 up, found " + list.get(i));
      }
      numbers[i] = number;
    }
    return numbers;
  }
}
