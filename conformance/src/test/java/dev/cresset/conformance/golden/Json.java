package dev.cresset.conformance.golden;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cresset.Tensor;
import dev.cresset.ir.type.DType;

/** The values of the goldens' README, read from JSON. */
final class Json {
  private Json() {}

  static boolean isNumber(JsonNode node) {
    return node.isNumber() || node.has("float");
  }

  static double number(JsonNode node) {
    if (node.has("float")) {
      return switch (node.get("float").asText()) {
        case "inf" -> Double.POSITIVE_INFINITY;
        case "-inf" -> Double.NEGATIVE_INFINITY;
        default -> Double.NaN;
      };
    }
    return node.asDouble();
  }

  static long[] integers(JsonNode node) {
    if (!node.isArray()) {
      return new long[] {node.asLong()};
    }
    long[] all = new long[node.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = node.get(i).asLong();
    }
    return all;
  }

  static DType dtype(JsonNode node) {
    return DType.ofTorchName(node.get("dtype").asText());
  }

  static Tensor tensor(JsonNode node, GoldenCase golden) {
    return golden.input(node.get("tensor").asText());
  }
}
