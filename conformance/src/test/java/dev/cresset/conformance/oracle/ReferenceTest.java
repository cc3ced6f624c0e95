package dev.cresset.conformance.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cresset.ir.interpret.Meaning;
import dev.cresset.ir.reference.Arguments;
import dev.cresset.ir.reference.NdArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the op table says an op means is what PyTorch computes. */
class ReferenceTest {

  @Test
  void referencesGiveWhatPyTorchGives() {
    PyTorchCases cases = PyTorchCases.of("manifest.json");
    List<String> wrong = new ArrayList<>();
    Set<String> uncovered = new TreeSet<>();
    int right = 0;
    for (JsonNode golden : cases.ofKind("function")) {
      String function = golden.get("function").asText();
      try {
        CallOfCase call = CallOfCase.of(golden, cases);
        if (call == null || golden.has("note")) {
          uncovered.add(function);
          continue;
        }
        List<Object> given = flat(Meaning.of(call.op(), new Arguments(call.arguments())));
        List<Object> wanted = new ArrayList<>();
        golden.get("outputs").forEach(name -> wanted.add(cases.array(golden, name.asText())));
        if (Closeness.of(golden).same(given, wanted)) {
          right++;
        } else {
          wrong.add("%s is %s, not %s".formatted(golden.get("id").asText(), given, wanted));
        }
      } catch (UnsupportedOperationException absent) {
        uncovered.add(function + ": " + absent.getMessage());
      } catch (RuntimeException refused) {
        wrong.add(golden.get("id").asText() + " is refused: " + refused);
      }
    }
    assertThat(wrong).as("uncovered: %s", uncovered).isEmpty();
    assertThat(right).as("uncovered: %s", uncovered).isGreaterThan(800);
  }

  private static List<Object> flat(Object result) {
    if (result instanceof List<?> all) {
      return new ArrayList<>(all);
    }
    return result instanceof NdArray ? List.of(result) : List.of(NdArray.scalar(result));
  }
}
