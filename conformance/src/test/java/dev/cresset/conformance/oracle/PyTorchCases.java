package dev.cresset.conformance.oracle;

import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cresset.Tensor;
import dev.cresset.ir.graph.TupleConstant;
import dev.cresset.ir.reference.NdArray;
import dev.cresset.ir.type.DType;
import dev.cresset.ir.type.None;
import dev.cresset.serialize.Safetensors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Cases that PyTorch has computed, as values of plain arrays; {@code golden.dir} names another
 * folder.
 */
final class PyTorchCases {
  private static final Path FOLDER =
      Path.of(System.getProperty("golden.dir", "../../shared/golden/torch"));

  private final JsonNode cases;
  private final Map<String, Map<String, Tensor>> files = new HashMap<>();

  private PyTorchCases(JsonNode cases) {
    this.cases = cases;
  }

  /** Those of one manifest; the test is skipped where the folder is not there. */
  static PyTorchCases of(String manifest) {
    Path file = FOLDER.resolve(manifest);
    assumeThat(file).exists();
    try {
      return new PyTorchCases(new ObjectMapper().readTree(file.toFile()).get("cases"));
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }

  /** The cases of this kind. */
  List<JsonNode> ofKind(String kind) {
    List<JsonNode> all = new ArrayList<>();
    cases.forEach(
        each -> {
          if (each.get("kind").asText().equals(kind)) {
            all.add(each);
          }
        });
    return all;
  }

  /** The tensor of this name, as an array of its own. */
  NdArray array(JsonNode golden, String name) {
    Tensor tensor =
        files
            .computeIfAbsent(
                golden.get("file").asText(), file -> Safetensors.load(FOLDER.resolve(file)))
            .get(name);
    return tensor.dtype().isFloatingPoint()
        ? NdArray.of(tensor.dtype(), tensor.sizes(), tensor.toDoubleArray())
        : NdArray.ofWholes(tensor.dtype(), tensor.sizes(), tensor.toLongArray());
  }

  /** The value that this JSON stands for. */
  Object value(JsonNode golden, JsonNode node) {
    if (node.isNull()) {
      return None.NONE;
    } else if (node.isBoolean()) {
      return node.asBoolean();
    } else if (node.isIntegralNumber()) {
      return node.asLong();
    } else if (node.isNumber()) {
      return node.asDouble();
    } else if (node.isTextual()) {
      return node.asText();
    } else if (node.isArray()) {
      return values(golden, node);
    } else if (node.has("tensor")) {
      return array(golden, node.get("tensor").asText());
    } else if (node.has("float")) {
      String text = node.get("float").asText().replace("inf", "Infinity").replace("nan", "NaN");
      return Double.valueOf(text);
    } else if (node.has("dtype")) {
      return (long) DType.ofTorchName(node.get("dtype").asText()).code();
    } else if (node.has("tuple")) {
      return new TupleConstant(values(golden, node.get("tuple")));
    } else if (node.has("dict")) {
      Map<Object, Object> dictionary = new LinkedHashMap<>();
      node.get("dict")
          .forEach(pair -> dictionary.put(value(golden, pair.get(0)), value(golden, pair.get(1))));
      return dictionary;
    }
    throw new UnsupportedOperationException("a value like " + node);
  }

  /** The values of a list. */
  List<Object> values(JsonNode golden, JsonNode list) {
    List<Object> all = new ArrayList<>();
    list.forEach(each -> all.add(value(golden, each)));
    return all;
  }
}
