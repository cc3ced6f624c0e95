package dev.cresset.tensor.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cresset.Tensor;
import dev.cresset.ir.type.DType;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ScanForwardTest {
  private static final Tensor X = Tensor.of(new float[] {1, 2, 3}, new float[] {4, 5, 6});

  @Test
  void sumsAndProductsSoFar() {
    assertThat(ScanForward.cumsum(X, 0, null).toFloatArray()).containsExactly(1, 2, 3, 5, 7, 9);
    assertThat(ScanForward.cumsum(X, -1, null).toFloatArray()).containsExactly(1, 3, 6, 4, 9, 15);
    assertThat(ScanForward.cumprod(X, 1, DType.I64).toLongArray())
        .containsExactly(1, 2, 6, 4, 20, 120);
    assertThat(ScanForward.cumsum(Tensor.of(true, true), 0, null)).hasToString("tensor([1, 2])");
  }

  @Test
  void theLastOfEqualsIsTheGreatestSoFar() {
    Tensor[] max = ScanForward.cummax(Tensor.of(1f, 3f, 3f, 2f, Float.NaN, 9f), 0);
    assertThat(max[0].toFloatArray()).containsExactly(1, 3, 3, 3, Float.NaN, Float.NaN);
    assertThat(max[1].toLongArray()).containsExactly(0, 1, 2, 2, 4, 4);
    assertThat(ScanForward.cummin(Tensor.of(2L, 1L, 1L), 0)[1].toLongArray())
        .containsExactly(0, 1, 2);
  }

  @Test
  void exponentialsSoFarDoNotOverflow() {
    double infinite = Double.NEGATIVE_INFINITY;
    Tensor x = Tensor.of(infinite, 1000, 1000);
    float[] y = ScanForward.logcumsumexp(x, 0).toFloatArray();
    assertThat(y[0]).isEqualTo(Float.NEGATIVE_INFINITY);
    assertThat(y[2]).isCloseTo(1000.6931f, within(1e-3f));
  }

  @Test
  void differencesShrinkUntilNothingIsLeft() {
    assertThat(CompositeForward.diff(X, 1, 1, null, null).toFloatArray())
        .containsExactly(1, 1, 1, 1);
    assertThat(CompositeForward.diff(X, 5, 1, null, null).sizes()).containsExactly(2, 0);
    assertThat(CompositeForward.diff(Tensor.of(true, false, false), 1, 0, null, null))
        .hasToString("tensor([ True, False])");
    assertThat(
            CompositeForward.diff(Tensor.of(3L), 1, 0, Tensor.of(1L), Tensor.of(9L)).toLongArray())
        .containsExactly(2, 6);
  }

  @Test
  void zerosInAProductCountInItsGradient() {
    for (double[] values : new double[][] {{2, 3, 4}, {2, 0, 4, 5}, {0, 3, 0}, {0, 0, 1}}) {
      Tensor x = Tensor.fromBlob(values, values.length);
      double[] dy = {1, 10, 100, 1000};
      Tensor grad = Tensor.fromBlob(Arrays.copyOf(dy, values.length), values.length);
      double[] dx =
          ScanForward.cumprodBackward(grad, x, 0, ScanForward.cumprod(x, 0, null)).toDoubleArray();
      for (int k = 0; k < values.length; k++) {
        double expected = 0;
        for (int i = k; i < values.length; i++) {
          double product = 1;
          for (int j = 0; j <= i; j++) {
            product *= j == k ? 1 : values[j];
          }
          expected += dy[i] * product;
        }
        assertThat(dx[k]).isCloseTo(expected, within(1e-9));
      }
    }
  }
}
