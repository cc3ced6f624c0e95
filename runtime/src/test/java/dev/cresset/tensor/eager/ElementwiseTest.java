package dev.cresset.tensor.eager;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cresset.IValue;
import dev.cresset.Tensor;
import dev.cresset.ir.type.DType;
import java.util.List;
import org.junit.jupiter.api.Test;

class ElementwiseTest {
  private static Tensor reals(double... values) {
    return Tensor.fromBlob(values, values.length);
  }

  @Test
  void gradientsAgreeWithDifferences() {
    Tensor a = Tensor.fromBlob(new double[] {0.3, -0.7, 1.9, 0.8, -1.1, 2.5}, 2, 3);
    Tensor row = reals(1.4, 0.6, -0.9);
    FiniteDifferences.check("add", x -> Elementwise.add(x[0], x[1], 3), a, row);
    FiniteDifferences.check("sub", x -> Elementwise.sub(x[0], x[1], 2.5), a, row);
    FiniteDifferences.check("mul", x -> Elementwise.mul(x[0], x[1]), a, row);
    FiniteDifferences.check("div", x -> Elementwise.div(x[0], x[1]), a, row);
    FiniteDifferences.check("tanh", x -> Elementwise.tanh(x[0]), a);
    FiniteDifferences.check("sigmoid", x -> Elementwise.sigmoid(x[0]), a);
    FiniteDifferences.check("exp", x -> Elementwise.exp(x[0]), a);
    FiniteDifferences.check("relu", x -> Elementwise.relu(x[0]), a);
    FiniteDifferences.check("rsub", x -> Elementwise.rsub(x[0], 1, 1), a);
    FiniteDifferences.check("log", x -> Elementwise.log(x[0]), reals(0.4, 1.7, 3));
  }

  @Test
  void reluKeepsNanAndHasNoGradientAtZeroWhateverArrives() {
    Tensor x = reals(-1, 0, 2, Double.NaN).requiresGrad_();
    Tensor y = Elementwise.relu(x);
    assertThat(y.toDoubleArray()).containsExactly(0, 0, 2, Double.NaN);
    y.backward(reals(Double.POSITIVE_INFINITY, 1, 1, 1));
    assertThat(x.grad().add(0).toDoubleArray()).containsExactly(0, 0, 1, Double.NaN); // −0 + 0 is 0
  }

  @Test
  void wholeNumbersStayWholeButNotInQuotients() {
    Tensor x = Tensor.of(7L, -3L);
    assertThat(Elementwise.add(x, 2, 3).toLongArray()).containsExactly(13, 3);
    assertThat(Elementwise.add(x, 0.5, 1).dtype()).isEqualTo(DType.F32);
    assertThat(Elementwise.div(x, 2).toDoubleArray()).containsExactly(3.5, -1.5);
  }

  @Test
  void inPlaceWritesTheResultAndKeepsTheHistory() {
    Tensor x = reals(1, 2).requiresGrad_();
    Tensor y = Elementwise.mul(x, 3);
    assertThat(Elementwise.mul_(y, x)).isSameAs(y);
    assertThat(y.toDoubleArray()).containsExactly(3, 12);
    y.backward(reals(1, 1));
    assertThat(x.grad().toDoubleArray()).containsExactly(6, 12);
  }

  @Test
  void opsAreCalledByName() {
    IValue x = IValue.from(Tensor.of(1.0, 2.0));
    IValue y = Dispatch.call("aten::add.Scalar", List.of(x, IValue.from(2L), IValue.from(1L)));
    assertThat(y.toTensor().toFloatArray()).containsExactly(3, 4);
    assertThat(Dispatch.names()).contains("aten::relu_", "aten::where.self");
  }
}
