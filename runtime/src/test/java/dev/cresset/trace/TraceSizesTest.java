package dev.cresset.trace;

import static dev.cresset.trace.TraceTest.assertSame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cresset.Tensor;
import dev.cresset.script.Trace;
import dev.cresset.script.TraceException;
import dev.cresset.script.Traced;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Sizes that Java asks for are guarded; with a second run, what follows from them is computed. */
class TraceSizesTest {
  private static final Tensor X = Tensor.arange(24).reshape(2, 3, 4).mul(0.5);
  private static final Tensor OTHER = Tensor.arange(5 * 8 * 12).reshape(5, 8, 12).mul(0.5);

  @Test
  void aSizeOfOneRunIsGuarded() {
    Traced traced = Trace.of(x -> x.reshape(x.size(0), -1), X);
    assertSame(traced.call(X.neg()), X.neg().reshape(2, 12));
    assertThatThrownBy(() -> traced.call(OTHER))
        .hasMessageMatching("TraceSizesTest.java:\\d+: .* is for size\\(0\\) = 2.*");
  }

  @Test
  void aSizeOfTwoRunsIsComputed() {
    assertFollows(x -> x.reshape(x.size(0), -1));
    assertFollows(x -> x.reshape(x.size(0) * x.size(1), x.size(2)));
    assertFollows(x -> x.reshape(x.size(0), 1, x.size(1), x.size(2) / 2, 2));
    assertFollows(x -> x.reshape(x.numel()));
    assertFollows(x -> x.narrow(1, 1, x.size(1) - 1));
    assertFollows(x -> x.sum(1).div(x.size(1)));
    assertFollows(x -> x.mul(1.0 / Math.sqrt(x.size(2))));
    assertFollows(x -> x.mul((float) Math.sqrt(x.size(2))));
    assertFollows(x -> x.mul(1f / x.size(0)));
    assertFollows(x -> x.add(Tensor.arange(x.size(2))));
    assertFollows(x -> x.expand(3, x.size(0), x.size(1), x.size(2)).reshape(3 * x.numel()));
    assertFollows(
        x -> {
          long[] sizes = x.sizes();
          return x.reshape(sizes[0], sizes[1] * sizes[2]);
        });
  }

  private static void assertFollows(Function<Tensor, Tensor> function) {
    Traced traced = Trace.of(function, X, Trace.again(OTHER));
    for (long[] sizes : new long[][] {{2, 3, 4}, {5, 7, 12}, {1, 2, 6}, {3, 9, 2}}) {
      Tensor x = Tensor.randn(sizes);
      assertSame(traced.call(x), function.apply(x));
    }
  }

  @Test
  void whatDidNotVaryIsStillGuarded() {
    Traced traced =
        Trace.of(
            x -> x.reshape(x.size(0), x.size(1) * 2, -1), X, Trace.again(Tensor.randn(5, 3, 8)));
    assertThatThrownBy(() -> traced.call(OTHER)).hasMessageContaining("size(1) = 3");
  }

  @Test
  void sizesThatWereNeverToldApartMustBeEqual() {
    Function<Tensor, Tensor> function = x -> x.reshape(x.size(0) + 0 * x.size(1), -1);
    Traced traced = Trace.of(function, Tensor.randn(2, 2, 3), Trace.again(Tensor.randn(4, 4, 5)));
    Tensor square = Tensor.randn(3, 3, 2);
    assertSame(traced.call(square), function.apply(square));
    assertThatThrownBy(() -> traced.call(X))
        .hasMessageMatching(".*size\\(\\d\\) .* and size\\(\\d\\) .* were the same in each run.*");
    Traced told =
        Trace.of(
            function, Tensor.randn(2, 2, 3), Trace.again(Tensor.randn(4, 4, 5)), Trace.again(X));
    assertSame(told.call(OTHER), function.apply(OTHER));
  }

  @Test
  void whatFollowsFromNothingIsNamed() {
    long[] turn = {0};
    assertThatThrownBy(() -> Trace.of(x -> x.add(turn[0]++ == 0 ? 17 : 23), X, Trace.again(OTHER)))
        .isInstanceOf(TraceException.class)
        .hasMessageMatching("TraceSizesTest.java:\\d+: Java computed \\[17, 23] in the runs.*");
    assertThatThrownBy(
            () ->
                Trace.of(
                    x -> {
                      Tensor y = x;
                      for (int i = 0; i < x.size(0); i++) {
                        y = y.add(1);
                      }
                      return y.mul(2);
                    },
                    X,
                    Trace.again(OTHER)))
        .hasMessageMatching(
            "the runs part: one does aten::mul.Scalar at TraceSizesTest.java:\\d+, another does"
                + " aten::add.Scalar at TraceSizesTest.java:\\d+");
    assertThatThrownBy(
            () ->
                Trace.of(
                    x -> x.add(Tensor.of(turn[0]++, 1)),
                    Tensor.ones(2),
                    Trace.again(Tensor.ones(3, 2))))
        .hasMessageContaining("Java made a tensor of numbers that were not the same in all runs");
  }

  @Test
  void numbersThatMayFollowInTwoWaysAskForOneMoreRun() {
    Function<Tensor, Tensor> function =
        x -> x.narrow(0, 0, 2 * (x.size(1) - 1) / x.size(2) * 0 + x.size(1) - 1);
    Tensor x = Tensor.randn(9, 3, 4);
    Tensor other = Tensor.randn(9, 7, 12);
    assertThatThrownBy(() -> Trace.of(function, x, Trace.again(other)))
        .isInstanceOf(TraceException.class)
        .hasMessageContaining("size(1) of TraceSizesTest")
        .hasMessageContaining("or size(2) of TraceSizesTest")
        .hasMessageContaining("give one more run");
    Tensor third = Tensor.randn(9, 5, 6);
    Tensor fourth = Tensor.randn(9, 8, 2);
    Traced told = Trace.of(function, x, Trace.again(other), Trace.again(third));
    assertSame(told.call(fourth), function.apply(fourth));
  }

  @Test
  void valuesThatDifferFlowOn() {
    Function<Tensor, Tensor> function = x -> x.div(x.max().item());
    Traced traced = Trace.of(function, X, Trace.guarded(), Trace.again(OTHER));
    Tensor x = Tensor.rand(2, 5).mul(100);
    assertSame(traced.call(x), function.apply(x));
    assertThat(traced.graph().toString()).doesNotContain("RaiseException");
  }
}
