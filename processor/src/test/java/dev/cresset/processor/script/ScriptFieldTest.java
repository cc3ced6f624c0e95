package dev.cresset.processor.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptFieldTest {

  @ParameterizedTest
  @CsvSource({
    "weight, weight",
    "conv1, conv1",
    "runningMean, running_mean",
    "numBatchesTracked, num_batches_tracked",
    "weightIhL0, weight_ih_l0",
    "running_var, running_var",
    "expand3x3_activation, expand3x3_activation",
    "useBCELoss, use_bce_loss",
    "layer2A, layer2_a"
  })
  void theStateDictKnowsAFieldInPyTorchsCase(String javaName, String key) {
    assertThat(ScriptField.key(javaName)).isEqualTo(key);
  }
}
