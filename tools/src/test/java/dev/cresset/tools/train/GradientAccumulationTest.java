package dev.cresset.tools.train;

import static dev.cresset.Functional.crossEntropy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cresset.Tensor;
import dev.cresset.nn.Linear;
import org.junit.jupiter.api.Test;

/** What docs/training.md writes for gradients of several batches needs no class of its own. */
class GradientAccumulationTest {

  @Test
  void gradientsOfPartsAddUpToThatOfTheWhole() {
    Tensor.manualSeed(2);
    Linear model = new Linear(6, 3);
    Tensor x = Tensor.randn(32, 6);
    Tensor target = Tensor.randint(0, 3, 32);
    crossEntropy(model.call(x), target).backward();
    Tensor whole = model.weight.grad().clone();
    model.zeroGrad();
    int parts = 4;
    for (int i = 0; i < parts; i++) {
      Tensor loss = crossEntropy(model.call(x.narrow(0, 8L * i, 8)), target.narrow(0, 8L * i, 8));
      loss.div(parts).backward();
    }
    assertThat(model.weight.grad().allClose(whole, 1e-5, 1e-6, false)).isTrue();
  }
}
