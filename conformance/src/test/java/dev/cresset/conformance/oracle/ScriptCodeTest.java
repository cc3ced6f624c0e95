package dev.cresset.conformance.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.render.PythonCode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * TorchScript's graphs print as TorchScript's code. A few lines break elsewhere, or carry a name
 * that the graph does not tell.
 */
class ScriptCodeTest {

  @Test
  void graphsPrintAsTheirCode() {
    List<String> other = new ArrayList<>();
    int same = 0;
    for (JsonNode golden : PyTorchCases.of("script_cases.json").ofKind("script")) {
      if (golden.path("graph").isTextual()) {
        String code = golden.get("code").asText();
        String name = code.substring("def ".length(), code.indexOf('('));
        Graph graph = Graph.parse(golden.get("graph").asText());
        if (PythonCode.print(name, graph).text().strip().equals(code.strip())) {
          same++;
        } else {
          other.add(golden.get("id").asText());
        }
      }
    }
    assertThat(same).as("others: %s", other).isGreaterThanOrEqualTo(102);
  }
}
