package dev.cresset.conformance.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cresset.Tensor;
import dev.cresset.serialize.Safetensors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A folder of cases: manifests in JSON, tensors in safetensors files that are read once. */
final class GoldenFolder {
  private static final List<String> MANIFESTS = List.of("manifest.json", "script_cases.json");

  private final Path path;
  private final Map<String, Map<String, Tensor>> files = new HashMap<>();

  private GoldenFolder(Path path) {
    this.path = path;
  }

  /** All cases of the folder, in the manifests' order. */
  static List<GoldenCase> read(Path path) {
    GoldenFolder folder = new GoldenFolder(path);
    List<GoldenCase> cases = new ArrayList<>();
    for (String manifest : MANIFESTS) {
      Path file = path.resolve(manifest);
      if (Files.exists(file)) {
        for (JsonNode node : folder.json(file).get("cases")) {
          cases.add(new GoldenCase(node, folder));
        }
      }
    }
    if (cases.isEmpty()) {
      throw new IllegalArgumentException(
          path.toAbsolutePath() + " holds no golden cases: there is no manifest.json");
    }
    return cases;
  }

  private JsonNode json(Path file) {
    try {
      return new ObjectMapper().readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }

  /** The tensor {@code name} of {@code file}; the same one each time. */
  Tensor tensor(String file, String name) {
    Tensor tensor = files.computeIfAbsent(file, f -> Safetensors.load(path.resolve(f))).get(name);
    if (tensor == null) {
      throw new IllegalArgumentException(file + " holds no tensor '" + name + "'");
    }
    return tensor;
  }
}
