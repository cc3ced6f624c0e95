package dev.cresset.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cresset.Tensor;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Texts are what PyTorch prints for the same tensors. */
class TensorTextTest {
  @Test
  void realsHaveFourDigits() {
    assertThat(Tensor.of(1.5, -2.25, 3.0)).hasToString("tensor([ 1.5000, -2.2500,  3.0000])");
    assertThat(Tensor.scalar(3.14159)).hasToString("tensor(3.1416)");
  }

  @Test
  void wholeRealsHaveAPointAlone() {
    assertThat(Tensor.of(1.0, 2.0, 30.0)).hasToString("tensor([ 1.,  2., 30.])");
    assertThat(Tensor.of(0.0, 0.0)).hasToString("tensor([0., 0.])");
  }

  @Test
  void wholeNumbersAndTruthsAlign() {
    assertThat(Tensor.of(1, -20, 3)).hasToString("tensor([  1, -20,   3])");
    assertThat(Tensor.of(true, false)).hasToString("tensor([ True, False])");
  }

  @Test
  void rowsStandUnderEachOther() {
    assertThat(Tensor.of(new double[] {1, 2}, new double[] {3, 4.5}))
        .hasToString("tensor([[1.0000, 2.0000],\n        [3.0000, 4.5000]])");
    assertThat(Tensor.fromBlob(new long[] {1, 2, 3, 4}, 2, 1, 2))
        .hasToString("tensor([[[1, 2]],\n\n        [[3, 4]]])");
  }

  @Test
  void farApartValuesAreScientific() {
    assertThat(Tensor.of(1e-5, 1.0)).hasToString("tensor([1.0000e-05, 1.0000e+00])");
    assertThat(Tensor.of(1e10, 1.0)).hasToString("tensor([1.0000e+10, 1.0000e+00])");
  }

  @Test
  void whatIsNotFiniteDecidesNothing() {
    assertThat(Tensor.of(1.5, Double.NaN, Double.NEGATIVE_INFINITY))
        .hasToString("tensor([1.5000,    nan,   -inf])");
  }

  @Test
  void otherDtypesAreNamed() {
    assertThat(Tensor.fromBlob(new double[] {1, 2}, 2))
        .hasToString("tensor([1., 2.], dtype=torch.float64)");
    assertThat(Tensor.fromBlob(new int[] {1, 2}, 2))
        .hasToString("tensor([1, 2], dtype=torch.int32)");
    assertThat(Tensor.fromBlob(new float[0], 0)).hasToString("tensor([])");
    assertThat(Tensor.fromBlob(new long[0], 0, 3))
        .hasToString("tensor([], size=(0, 3), dtype=torch.int64)");
  }

  @Test
  void gradientsAreNamed() {
    assertThat(Tensor.of(1.0, 2.0).requiresGrad_())
        .hasToString("tensor([1., 2.], requires_grad=True)");
  }

  @Test
  void longTensorsAreCut() {
    assertThat(Tensor.of(LongStream.range(0, 1001).toArray()))
        .hasToString("tensor([   0,    1,    2,  ...,  998,  999, 1000])");
  }

  @Test
  void linesBreakAtEighty() {
    assertThat(Tensor.of(LongStream.range(0, 30).toArray()))
        .hasToString(
            "tensor([ 0,  1,  2,  3,  4,  5,  6,  7,  8,  9, 10, 11, 12, 13, 14, 15, 16, 17,\n"
                + "        18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29])");
  }
}
