package dev.cresset.tensor.forward;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cresset.Generator;
import dev.cresset.Tensor;
import dev.cresset.ir.type.DType;
import org.junit.jupiter.api.Test;

/** What PyTorch gives after {@code torch.manual_seed(0)}, as it prints it. */
class RandomForwardTest {
  @Test
  void uniformNumbersAreTorchs() {
    Generator.global().manualSeed(0);
    assertThat(RandomForward.rand(new long[] {3}, null, null, null, null))
        .hasToString("tensor([0.4963, 0.7682, 0.0885])");
  }

  @Test
  void fewNormalNumbersAreDrawnOneByOne() {
    Generator.global().manualSeed(0);
    assertThat(RandomForward.randn(new long[] {3}, null, null, null, null))
        .hasToString("tensor([ 1.5410, -0.2934, -2.1788])");
  }

  @Test
  void manyNormalNumbersAreDrawnSixteenAtATime() {
    Generator.global().manualSeed(0);
    Tensor drawn = RandomForward.randn(new long[] {4, 4}, null, null, null, null);
    assertThat(ShapeForward.select(drawn, 0, 0))
        .hasToString("tensor([-1.1258, -1.1524, -0.2506, -0.4339])");
    assertThat(ShapeForward.select(drawn, 0, 1))
        .hasToString("tensor([ 0.8487,  0.6920, -0.3160, -2.1152])");
  }

  @Test
  void wholeNumbersAndPermutationsAreTorchs() {
    Generator.global().manualSeed(0);
    assertThat(RandomForward.randint(10, new long[] {5}, null, null, null, null))
        .hasToString("tensor([4, 9, 3, 0, 3])");
    Generator.global().manualSeed(0);
    assertThat(RandomForward.randperm(10, null, null, null, null))
        .hasToString("tensor([4, 1, 7, 5, 3, 9, 0, 8, 6, 2])");
  }

  @Test
  void dropoutKeepsTheMean() {
    Tensor x = Tensor.fromBlob(new float[100_000], 100_000);
    float[] mask = RandomForward.dropoutMask(x, 0.25).toFloatArray();
    double sum = 0;
    for (float value : mask) {
      assertThat(value == 0 || value == 4f / 3).isTrue();
      sum += value;
    }
    assertThat(sum / mask.length).isBetween(0.98, 1.02);
  }

  @Test
  void oddLengthsAndDoublePrecisionAreNormalToo() {
    Tensor drawn = RandomForward.randn(new long[] {10_003}, DType.F64, null, null, null);
    double sum = 0;
    double squares = 0;
    for (double value : drawn.toDoubleArray()) {
      sum += value;
      squares += value * value;
    }
    assertThat(sum / 10_003).isBetween(-0.05, 0.05);
    assertThat(squares / 10_003).isBetween(0.95, 1.05);
  }
}
