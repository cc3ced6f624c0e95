package dev.cresset.nn.utils;

import static dev.cresset.tensor.Tensors.zeros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cresset.Tensor;
import dev.cresset.ir.type.DType;
import dev.cresset.tensor.Memory;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClipGradTest {
  private final Tensor first = parameter(3, 0);
  private final Tensor second = parameter(-4);
  private final List<Tensor> all = List.of(first, zeros(5).requiresGrad_(true), second);

  @Test
  void scalesToTheCommonNorm() {
    assertThat(ClipGrad.clipGradNorm(all, 1)).isEqualTo(5);
    check(first, 0.6, 0);
    check(second, -0.8);
  }

  @Test
  void leavesWhatIsSmallEnough() {
    assertThat(ClipGrad.clipGradNorm(all, 6)).isEqualTo(5);
    check(first, 3, 0);
  }

  @Test
  void knowsOtherNorms() {
    assertThat(ClipGrad.clipGradNorm(all, 100, 1)).isEqualTo(7);
    assertThat(ClipGrad.clipGradNorm(all, 100, Double.POSITIVE_INFINITY)).isEqualTo(4);
    assertThat(ClipGrad.clipGradNorm(all, 100, 0.5))
        .isCloseTo(Math.pow(Math.sqrt(3) + 2, 2), within(1e-6));
  }

  @Test
  void aNormThatIsNoNumberShows() {
    first.grad().strided().storage().floats()[1] = Float.NaN;
    assertThat(ClipGrad.clipGradNorm(all, 1)).isNaN();
    assertThat(second.grad().item()).isNaN();
    first.setGrad(parameter(1, Float.POSITIVE_INFINITY).grad());
    second.setGrad(parameter(-4).grad());
    ClipGrad.clipGradNorm(all, 1);
    assertThat(second.grad().item()).isEqualTo(-0.0);
  }

  @Test
  void withoutGradientsTheNormIsZero() {
    assertThat(ClipGrad.clipGradNorm(List.of(zeros(3)), 1)).isEqualTo(0);
  }

  @Test
  void cutsValuesInBothPrecisions() {
    Tensor wide = Memory.copy(first, DType.F64, first.device());
    wide.setGrad(Memory.copy(first.grad(), DType.F64, first.device()));
    ClipGrad.clipGradValue(List.of(first, second, wide), 0.5);
    check(first, 0.5, 0);
    check(second, -0.5);
    check(wide, 0.5, 0);
  }

  private static Tensor parameter(float... gradient) {
    Tensor parameter = zeros(gradient.length).requiresGrad_(true);
    parameter.setGrad(Tensor.fromBlob(gradient, gradient.length));
    return parameter;
  }

  private static void check(Tensor parameter, double... gradient) {
    assertThat(parameter.grad().toDoubleArray()).containsExactly(gradient, within(1e-6));
  }
}
