package dev.cresset.conformance.golden;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cresset.ir.type.DType;

/** The table of dtypes in which others meet. */
final class PromotionCases {
  private PromotionCases() {}

  static void run(GoldenCase golden) {
    DType first = Json.dtype(golden.args().get("type1"));
    for (JsonNode row : golden.get("table")) {
      DType second = DType.ofTorchName(row.get(0).asText());
      DType want = DType.ofTorchName(row.get(1).asText());
      Comparison.same(first + " with " + second, first.with(second), want);
      Comparison.same(second + " with " + first, second.with(first), want);
    }
  }
}
