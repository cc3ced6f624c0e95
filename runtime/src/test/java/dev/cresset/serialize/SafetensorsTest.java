package dev.cresset.serialize;

import static dev.cresset.tensor.Tensors.ones;
import static dev.cresset.tensor.Tensors.zeros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cresset.FormatException;
import dev.cresset.Tensor;
import dev.cresset.backend.HeapStorage;
import dev.cresset.backend.Strided;
import dev.cresset.ir.type.DType;
import dev.cresset.nn.ParameterList;
import dev.cresset.nn.StateDictException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SafetensorsTest {
  @TempDir Path folder;

  @Test
  void readsAFileOfAllKindsOfTensors() {
    Path file = resource("model.safetensors");
    Map<String, Tensor> tensors = Safetensors.load(file);
    assertThat(tensors).containsOnlyKeys("w", "b", "h", "bf", "i", "flag", "empty", "scalar");
    Tensor w = tensors.get("w");
    assertThat(w.dtype()).isEqualTo(DType.F32);
    assertThat(w.sizes()).containsExactly(2, 3);
    assertThat(w.strided().storage().floats()).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(tensors.get("i").strided().storage().longs()).containsExactly(1, -1);
    assertThat(tensors.get("flag").strided().storage().bytes()).containsExactly(1, 0);
    assertThat(tensors.get("h").strided().storage().shorts())
        .containsExactly((short) 0x3c00, (short) 0xc000);
    assertThat(tensors.get("bf").strided().storage().shorts())
        .containsExactly((short) 0x3f80, (short) 0xc000);
    assertThat(tensors.get("empty").sizes()).containsExactly(0, 3);
    assertThat(tensors.get("scalar").sizes()).isEmpty();
    assertThat(tensors.get("scalar").strided().storage().doubles()).containsExactly(3.5);
    assertThat(Safetensors.metadata(file)).containsExactly(Map.entry("format", "pt"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "st_duplicate_key | each key once",
        "st_header_beyond_file | but only",
        "st_header_too_long | expected at most 100000000",
        "st_hole | without hole or overlap",
        "st_negative_shape | expected whole numbers from 0 up, found -1",
        "st_not_brace | does not begin with '{'",
        "st_offsets_overlap | without hole or overlap",
        "st_out_of_file | follow the header",
        "st_shape_overflow | more bytes than 64 bits count",
        "st_size_mismatch | but data_offsets",
        "st_trailing_bytes | follow the header",
        "st_unknown_dtype | expected one of [U8, I8",
      })
  void refusesABadFileAndSaysWhy(String name, String why) {
    Path file = resource(name + ".safetensors");
    assertThatThrownBy(() -> Safetensors.load(file))
        .isInstanceOf(FormatException.class)
        .hasMessageStartingWith(file + ": ")
        .hasMessageContaining(why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "{\"a\":5} | tensor \"a\": expected a JSON object",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[0]}} | data_offsets",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0],\"x\":1}} | the field"
            + " \"x\"",
        "{\"a\":{\"dtype\":7,\"shape\":[0],\"data_offsets\":[0,0]}} | dtype 7",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[0.5],\"data_offsets\":[0,0]}} | found 0.5",
        "{\"__metadata__\":{\"a\":1}} | expected a string",
        "{\"a\":{\"dtype\":\"U8\",\"shape\":[0,9223372036854775807,2],\"data_offsets\":[0,0]}}"
            + " | more bytes than 64 bits count",
        "{\"a\":{\"dtype\":\"U8\",\"shape\":[9223372036854775807,2,0],\"data_offsets\":[0,0]}}"
            + " | more bytes than 64 bits count",
      })
  void refusesABadHeader(String header, String why) throws IOException {
    Path file = file(header);
    assertThatThrownBy(() -> Safetensors.load(file))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining(why);
  }

  @ParameterizedTest
  @EnumSource(DType.class)
  void keepsEveryDtypeAndItsBits(DType dtype) {
    HeapStorage storage = HeapStorage.zeros(dtype, 70_000); // more than one piece
    fill(storage);
    Tensor tensor = Tensor.wrap(Strided.contiguous(storage, 7, 10_000));
    Path file = folder.resolve("one.safetensors");
    Safetensors.save(Map.of("x", tensor), file);
    Strided loaded = Safetensors.load(file).get("x").strided();
    assertThat(loaded.dtype()).isEqualTo(dtype);
    assertThat(loaded.sizes()).containsExactly(7, 10_000);
    assertThat(array(loaded)).isEqualTo(array(tensor.strided()));
  }

  @Test
  void keepsTheOrderOfNamesAndAlignsWideElements() throws IOException {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    tensors.put("z", Tensor.wrap(Strided.contiguous(HeapStorage.of(DType.U8, new byte[3]), 3)));
    tensors.put("a", Tensor.wrap(Strided.contiguous(HeapStorage.of(new double[] {1, 2}), 2)));
    tensors.put("\"q\"", Tensor.wrap(Strided.contiguous(HeapStorage.of(new float[] {5}), 1)));
    Path file = folder.resolve("order.safetensors");
    Safetensors.save(tensors, Map.of("epoch", "3"), file);
    assertThat(Safetensors.load(file).keySet()).containsExactly("z", "a", "\"q\"");
    assertThat(Safetensors.metadata(file)).containsExactly(Map.entry("epoch", "3"));
    String header = Files.readString(file, StandardCharsets.ISO_8859_1);
    assertThat(header).contains("\"a\":{\"dtype\":\"F64\",\"shape\":[2],\"data_offsets\":[0,16]}");
    assertThat(Files.size(file) % 8).isEqualTo((16 + 4 + 3) % 8);
  }

  @Test
  void leavesTheOldFileAndNothingElseWhenSavingFails() throws IOException {
    Path file = folder.resolve("kept.safetensors");
    Files.writeString(file, "old");
    Map<String, Tensor> bad = new LinkedHashMap<>();
    bad.put("__metadata__", zeros(1));
    assertThatThrownBy(() -> Safetensors.save(bad, file))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(Files.readString(file)).isEqualTo("old");
    assertThatThrownBy(() -> Safetensors.save(Map.of(), folder.resolve("no/such/x.safetensors")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("x.safetensors");
    Safetensors.save(Map.of("x", zeros(1)), file);
    assertThat(Safetensors.load(file)).containsOnlyKeys("x");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void savesAModelAndLoadsItIntoAnother() {
    Path file = folder.resolve("model.safetensors");
    StateDicts.save(new ParameterList(ones(2), ones(1, 3)), file);
    ParameterList other = new ParameterList(zeros(2), zeros(1, 3));
    StateDicts.load(other, file);
    assertThat(other.get(1).strided().storage().floats()).containsExactly(1, 1, 1);
    assertThat(other.get(1).requiresGrad()).isTrue();
  }

  @Test
  void changesNothingOfAModelWhenTheFileDoesNotFit() {
    Path file = folder.resolve("model.safetensors");
    StateDicts.save(Map.of("0", ones(2), "1", ones(4)), file);
    ParameterList model = new ParameterList(zeros(2), zeros(3));
    assertThatThrownBy(() -> StateDicts.load(model, file)).isInstanceOf(StateDictException.class);
    assertThatThrownBy(() -> StateDicts.load(model, resource("st_hole.safetensors")))
        .isInstanceOf(FormatException.class);
    assertThat(model.get(0).strided().storage().floats()).containsExactly(0, 0);
  }

  @Test
  void saysWhichEndingThereIs() {
    assertThatThrownBy(() -> StateDicts.load(Path.of("weights.bin")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(".safetensors");
  }

  private Path file(String header) throws IOException {
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    byte[] bytes = new byte[8 + json.length];
    bytes[0] = (byte) json.length;
    System.arraycopy(json, 0, bytes, 8, json.length);
    return Files.write(folder.resolve("bad.safetensors"), bytes);
  }

  private static Path resource(String name) {
    try {
      return Path.of(SafetensorsTest.class.getResource(name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void fill(HeapStorage storage) {
    for (int i = 0; i < storage.length(); i++) {
      switch (storage.dtype()) {
        case F32 -> storage.floats()[i] = i / 3f;
        case F64 -> storage.doubles()[i] = i / 3.0;
        case I64 -> storage.longs()[i] = i * 0x100000001L;
        case I32 -> storage.ints()[i] = i * 65_537;
        case I16, F16, BF16 -> storage.shorts()[i] = (short) (i * 31);
        case I8, U8 -> storage.bytes()[i] = (byte) (i * 7);
        case BOOL -> storage.bytes()[i] = (byte) (i % 3 == 0 ? 1 : 0);
      }
    }
  }

  private static List<Object> array(Strided s) {
    return switch (s.dtype()) {
      case F32 -> List.of(FloatBuffer.wrap(s.storage().floats()));
      case F64 -> List.of(Arrays.stream(s.storage().doubles()).boxed().toList());
      case I64 -> List.of(Arrays.stream(s.storage().longs()).boxed().toList());
      case I32 -> List.of(Arrays.stream(s.storage().ints()).boxed().toList());
      case I16, F16, BF16 -> List.of(ShortBuffer.wrap(s.storage().shorts()));
      case I8, U8, BOOL -> List.of(ByteBuffer.wrap(s.storage().bytes()));
    };
  }

  @Test
  void aLinkStaysAndTheFileBehindItIsWritten() throws IOException {
    Path there = Files.createDirectory(folder.resolve("there"));
    Path link = folder.resolve("model.safetensors");
    Files.createSymbolicLink(link, Path.of("there", "v1.safetensors"));
    StateDicts.save(Map.of("w", Tensor.of(1.0, 2)), link);
    assertThat(link).isSymbolicLink();
    assertThat(there.resolve("v1.safetensors")).isRegularFile();
    assertThat(StateDicts.load(link).get("w").toFloatArray()).containsExactly(1, 2);
    Path loop = Files.createSymbolicLink(folder.resolve("loop"), Path.of("loop"));
    assertThatThrownBy(() -> StateDicts.save(Map.of(), loop)).hasMessageContaining("loop");
  }
}
