package dev.cresset.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cresset.ShapeException;
import dev.cresset.Tensor;
import dev.cresset.autograd.Autograd;
import dev.cresset.ir.type.DType;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Folds of rows, fused with what stands around them, compute what is written. */
class RowFusionTest {
  private static final double NEAR = 1e-5;

  /** A function of some tensors. */
  private interface Of {
    Tensor run(Tensor... in);
  }

  @BeforeEach
  void seed() {
    Tensor.manualSeed(3);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 5, 700})
  void rowsOfAnyLength(long n) {
    assertFused(
        in -> RowFunctions_Graph.attention(in[0], in[1]),
        in -> RowFunctions.attention(in[0], in[1]),
        Tensor.randn(3, 4, n),
        Tensor.rand(4, n).lt(0.3));
    assertFused(
        in -> RowFunctions_Graph.logarithms(in[0], in[1]),
        in -> RowFunctions.logarithms(in[0], in[1]),
        Tensor.randn(6, n),
        Tensor.randn(n));
    assertFused(
        in -> RowFunctions_Graph.rootMeanSquare(in[0], in[1]),
        in -> RowFunctions.rootMeanSquare(in[0], in[1]),
        Tensor.randn(3, 4, n),
        Tensor.randn(n));
    assertFused(
        in -> RowFunctions_Graph.twice(in[0]),
        in -> RowFunctions.twice(in[0]),
        Tensor.randn(n, 4).t());
  }

  @Test
  void normalisedRowsWithScaleAndShift() {
    assertFused(
        in -> RowFunctions_Graph.normed(in[0], in[1], in[2], in[3]),
        in -> RowFunctions.normed(in[0], in[1], in[2], in[3]),
        Tensor.randn(3, 4, 5),
        Tensor.randn(4, 5),
        Tensor.randn(5),
        Tensor.randn(5));
  }

  @Test
  void rowsManyEnoughForSeveralThreads() {
    assertFused(
        in -> RowFunctions_Graph.twice(in[0]),
        in -> RowFunctions.twice(in[0]),
        Tensor.randn(300, 200));
  }

  @Test
  void aDimensionThatIsNotTheLastIsComputedOpByOp() {
    assertOpByOp(
        in -> RowFunctions_Graph.logarithms(in[0], in[1]),
        in -> RowFunctions.logarithms(in[0], in[1]),
        Tensor.randn(2, 3, 4),
        Tensor.randn(4));
  }

  @Test
  void rowsShorterThanTheirNeighboursAreComputedOpByOp() {
    assertOpByOp(
        in -> RowFunctions_Graph.rootMeanSquare(in[0], in[1]),
        in -> RowFunctions.rootMeanSquare(in[0], in[1]),
        Tensor.randn(4, 1),
        Tensor.randn(5));
  }

  @Test
  void aResultThatIsOneNumberForARowStaysOutside() {
    assertAgrees(
        in -> RowFunctions_Graph.total(in[0], in[1]),
        in -> RowFunctions.total(in[0], in[1]),
        Tensor.randn(3, 4),
        Tensor.randn(4));
    assertAgrees(
        in -> RowFunctions_Graph.softmaxOfSums(in[0]),
        in -> RowFunctions.softmaxOfSums(in[0]),
        Tensor.randn(3, 4));
  }

  @Test
  void otherDtypesAndNoElementsAtAll() {
    Tensor doubles = Tensor.randn(3, 4).to(DType.F64);
    for (Tensor x : List.of(doubles, Tensor.randn(0, 3), Tensor.randn(3, 0), Tensor.randn())) {
      assertAgrees(in -> RowFunctions_Graph.twice(in[0]), in -> RowFunctions.twice(in[0]), x);
    }
  }

  @Test
  void whatIsWrongIsToldByTheOpAtFault() {
    assertThatThrownBy(
            () ->
                RowFunctions_Graph.normed(
                    Tensor.randn(2, 6), Tensor.randn(6), Tensor.randn(6), Tensor.randn(6)))
        .isInstanceOf(ShapeException.class)
        .hasMessageContaining("layer_norm");
  }

  @Test
  void gradientsOfGradients() {
    Tensor x = Tensor.randn(3, 4);
    assertThat(
            second(RowFunctions_Graph::twice, x)
                .allClose(second(RowFunctions::twice, x), 1e-4, 1e-4, false))
        .isTrue();
  }

  private static Tensor second(UnaryOperator<Tensor> function, Tensor at) {
    Tensor x = at.clone().requiresGrad_(true);
    Tensor first =
        Autograd.grad(
                List.of(function.apply(x).square().sum()),
                List.of(x),
                List.of(Tensor.scalar(1.0)),
                true,
                true,
                false)
            .get(0);
    return Autograd.grad(
            List.of(first.square().sum()),
            List.of(x),
            List.of(Tensor.scalar(1.0)),
            false,
            false,
            false)
        .get(0);
  }

  private static void assertFused(Of compiled, Of meant, Tensor... in) {
    assertThat(assertAgrees(compiled, meant, in)).isEqualTo("FusedBackward0");
  }

  private static void assertOpByOp(Of compiled, Of meant, Tensor... in) {
    assertThat(assertAgrees(compiled, meant, in)).isNotEqualTo("FusedBackward0");
  }

  /** What the tape calls the last op that ran. */
  private static String assertAgrees(Of compiled, Of meant, Tensor... in) {
    Tensor[] a = leaves(in);
    Tensor[] b = leaves(in);
    Tensor x = compiled.run(a);
    Tensor y = meant.run(b);
    assertThat(x.sizes()).isEqualTo(y.sizes());
    assertThat(x.allClose(y, NEAR, NEAR, true)).isTrue();
    String name = x.gradFn() == null ? "" : x.gradFn().name();
    Tensor weights = Tensor.randn(x.sizes()).to(x.dtype());
    x.mul(weights).sum().backward();
    y.mul(weights).sum().backward();
    for (int i = 0; i < in.length; i++) {
      if (a[i].requiresGrad()) {
        assertThat(a[i].grad().sizes()).isEqualTo(in[i].sizes());
        assertThat(a[i].grad().allClose(b[i].grad(), 1e-4, NEAR, true)).as("of %d", i).isTrue();
      }
    }
    return name;
  }

  private static Tensor[] leaves(Tensor[] in) {
    return Arrays.stream(in)
        .map(x -> x.dtype() == DType.BOOL ? x : x.clone().requiresGrad_(true))
        .toArray(Tensor[]::new);
  }
}
