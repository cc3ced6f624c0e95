package dev.cresset.conformance.golden;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cresset.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One case: the JSON of the manifest and the tensors it names. */
final class GoldenCase {
  private final JsonNode node;
  private final GoldenFolder folder;
  private final Map<String, Tensor> copies = new LinkedHashMap<>();

  GoldenCase(JsonNode node, GoldenFolder folder) {
    this.node = node;
    this.folder = folder;
  }

  String id() {
    return node.get("id").asText();
  }

  String kind() {
    return node.get("kind").asText();
  }

  /** The field named like the kind: which function, module, optimizer it is. */
  String name() {
    return node.path(kind()).asText();
  }

  JsonNode get(String field) {
    return node.path(field);
  }

  boolean has(String field) {
    return node.has(field) && !node.get(field).isNull();
  }

  double rtol() {
    return node.path("rtol").asDouble(1.3e-6);
  }

  double atol() {
    return node.path("atol").asDouble(1e-5);
  }

  /** The constructor's or function's arguments. */
  Arguments args() {
    return new Arguments(node.path("args"), this);
  }

  /** What the file holds under {@code name}, to compare with. */
  Tensor expected(String name) {
    return folder.tensor(node.get("file").asText(), name);
  }

  /** A copy of its own of what the file holds under {@code name}; the same one each time. */
  Tensor input(String name) {
    return copies.computeIfAbsent(name, n -> Tensors.copy(expected(n)));
  }

  /** The strings of a list field. */
  List<String> names(String field) {
    List<String> names = new ArrayList<>();
    node.path(field).forEach(each -> names.add(each.asText()));
    return names;
  }

  /** The entries of an object field; null where the value is null. */
  Map<String, @Nullable String> map(String field) {
    Map<String, @Nullable String> map = new LinkedHashMap<>();
    node.path(field)
        .fields()
        .forEachRemaining(
            e -> map.put(e.getKey(), e.getValue().isNull() ? null : e.getValue().asText()));
    return map;
  }
}
