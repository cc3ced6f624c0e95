package dev.cresset.autograd;

import static dev.cresset.autograd.GradCheck.gradCheck;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cresset.Tensor;
import dev.cresset.ir.type.DType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GradCheckTest {
  private Tensor x;
  private Tensor y;

  @BeforeEach
  void inputs() {
    Tensor.manualSeed(4);
    x = Tensor.randn(2, 3).to(DType.F64).requiresGrad_(true);
    y = Tensor.randn(3, 2).to(DType.F64).requiresGrad_(true);
  }

  @Test
  void rightGradientsPass() {
    assertThatCode(() -> gradCheck(in -> in[0].matmul(in[1]).tanh().softmax(1), x, y))
        .doesNotThrowAnyException();
  }

  @Test
  void inputsWithoutGradientAreLeftAlone() {
    Tensor mask = Tensor.of(true, false, true);
    assertThatCode(() -> gradCheck(in -> in[0].maskedFill(in[1], 0).square(), x, mask))
        .doesNotThrowAnyException();
  }

  @Test
  void aFunctionMayWriteToWhatItIsGiven() {
    assertThatCode(() -> gradCheck(in -> in[0].mul_(2).square(), x)).doesNotThrowAnyException();
  }

  @Test
  void aGradientThatIsLostIsToldWithBothNumbers() {
    assertThatThrownBy(() -> gradCheck(in -> in[0].mul(in[0].detach()), x))
        .isInstanceOf(ArithmeticException.class)
        .hasMessageMatching(
            "gradCheck: the gradient of element 0 of the result by element 0 of input 0 is .* by"
                + " backward and .* by steps of 1.0E-6");
  }

  @Test
  void singlePrecisionIsRefused() {
    Tensor single = Tensor.randn(2).requiresGrad_(true);
    assertThatThrownBy(() -> gradCheck(in -> in[0].exp(), single))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("input 0 is")
        .hasMessageContaining("F64");
  }

  @Test
  void nothingToCheckIsRefused() {
    assertThatThrownBy(() -> gradCheck(in -> in[0].exp(), x.detach()))
        .hasMessageContaining("none of the inputs requires a gradient");
  }
}
