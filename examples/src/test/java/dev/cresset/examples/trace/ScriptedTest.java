package dev.cresset.examples.trace;

import static dev.cresset.script.ScriptCheck.scriptCheck;

import dev.cresset.Tensor;
import org.junit.jupiter.api.Test;

class ScriptedTest {

  @Test
  void bothWaysAreCompiledAsWritten() {
    for (double sign : new double[] {1, -1}) {
      Tensor x = Tensor.of(3 * sign, -1).requiresGrad_(true);
      scriptCheck(
          in -> Scripted.sumOrProduct(in[0], in[1]),
          in -> Scripted_Graph.sumOrProduct(in[0], in[1]),
          x,
          Tensor.of(2f, 5));
    }
  }
}
