package dev.cresset.nn.init;

import static dev.cresset.tensor.Tensors.zeros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cresset.Generator;
import dev.cresset.Tensor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InitTest {

  @BeforeEach
  void seed() {
    Generator.global().manualSeed(7);
  }

  @Test
  void kaimingKeepsTheSizeOfSignals() {
    double std = Math.sqrt(2 / (1 + 0.2 * 0.2));
    checkNormal(
        Init.kaimingNormal_(zeros(200, 300), 0.2, Fan.IN, Nonlinearity.LEAKY_RELU),
        std / Math.sqrt(300));
    checkNormal(
        Init.kaimingNormal_(zeros(80, 60, 3, 3), 0.2, Fan.OUT, Nonlinearity.LEAKY_RELU),
        std / Math.sqrt(80 * 9));
    checkUniform(
        Init.kaimingUniform_(zeros(200, 300), 0, Fan.IN, Nonlinearity.RELU), Math.sqrt(6.0 / 300));
  }

  @Test
  void xavierStandsBetweenInputsAndOutputs() {
    checkNormal(Init.xavierNormal_(zeros(200, 300), 1.5), 1.5 * Math.sqrt(2.0 / 500));
    checkUniform(Init.xavierUniform_(zeros(40, 50, 5, 5), 1), Math.sqrt(6.0 / (90 * 25)));
  }

  @Test
  void gainsArePyTorchs() {
    assertThat(Init.calculateGain(Nonlinearity.RELU)).isEqualTo(Math.sqrt(2));
    assertThat(Init.calculateGain(Nonlinearity.TANH)).isEqualTo(5.0 / 3);
    assertThat(Init.calculateGain(Nonlinearity.LEAKY_RELU)).isCloseTo(1.41414, within(1e-5));
    assertThat(Init.calculateGain(Nonlinearity.LEAKY_RELU, 0.2)).isCloseTo(1.38675, within(1e-5));
    assertThat(Init.calculateGain(Nonlinearity.SELU)).isEqualTo(0.75);
    assertThat(Init.calculateGain(Nonlinearity.LINEAR)).isEqualTo(1);
  }

  @Test
  void constantsFill() {
    assertThat(Init.constant_(zeros(2, 2), -7).toFloatArray()).containsOnly(-7);
    assertThat(Init.ones_(zeros(3)).toFloatArray()).containsOnly(1);
    assertThat(Init.zeros_(Init.ones_(zeros(3))).toFloatArray()).containsOnly(0);
    assertThat(Init.eye_(zeros(2, 3)).toFloatArray()).containsExactly(1, 0, 0, 0, 1, 0);
  }

  @Test
  void diracGivesTheInputBack() {
    assertThat(Init.dirac_(zeros(3, 2, 3)).toFloatArray())
        .containsExactly(0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0);
    float[] grouped = Init.dirac_(zeros(4, 1, 1, 3), 2).toFloatArray();
    assertThat(grouped).containsExactly(0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0);
  }

  @Test
  void orthogonalRowsOrColumnsAre() {
    for (long[] sizes : new long[][] {{6, 3}, {5, 5}, {3, 2, 4}}) {
      Tensor tensor = Init.orthogonal_(zeros(sizes), 2);
      int rows = (int) sizes[0];
      int columns = (int) (tensor.numel() / rows);
      float[] w = tensor.toFloatArray();
      boolean wide = rows <= columns;
      int count = wide ? rows : columns;
      for (int i = 0; i < count; i++) {
        for (int j = 0; j < count; j++) {
          double dot = 0;
          for (int k = 0; k < (wide ? columns : rows); k++) {
            dot +=
                wide
                    ? w[i * columns + k] * w[j * columns + k]
                    : w[k * columns + i] * w[k * columns + j];
          }
          assertThat(dot).isCloseTo(i == j ? 4 : 0, within(1e-5));
        }
      }
    }
  }

  @Test
  void initialValuesLeaveNoTraceOnTheTape() {
    Tensor parameter = zeros(2, 2).requiresGrad_(true);
    Init.kaimingUniform_(parameter, 0, Fan.IN, Nonlinearity.RELU);
    assertThat(parameter.isLeaf()).isTrue();
    assertThat(parameter.requiresGrad()).isTrue();
  }

  @Test
  void wrongSizesAreNamed() {
    assertThatThrownBy(() -> Init.xavierNormal_(zeros(3), 1))
        .hasMessageContaining("need a tensor of two sizes or more, given [3]");
    assertThatThrownBy(() -> Init.eye_(zeros(3))).hasMessage("eye_ needs a matrix, given [3]");
    assertThatThrownBy(() -> Init.dirac_(zeros(3, 3))).hasMessageContaining("given [3, 3]");
  }

  private static void checkNormal(Tensor tensor, double std) {
    double squares = 0;
    for (float x : tensor.toFloatArray()) {
      squares += (double) x * x;
    }
    assertThat(Math.sqrt(squares / tensor.numel())).isCloseTo(std, within(std * 0.03));
  }

  private static void checkUniform(Tensor tensor, double bound) {
    checkNormal(tensor, bound / Math.sqrt(3));
    float largest = 0;
    for (float x : tensor.toFloatArray()) {
      largest = Math.max(largest, Math.abs(x));
    }
    assertThat((double) largest).isBetween(bound * 0.99, bound * (1 + 1e-6));
  }
}
