package dev.cresset.ir.scalar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScalarTest {
  private final Scalar x = Scalar.input(0);
  private final Scalar z = Scalar.input(1);

  @Test
  void readsAsOneWouldWriteIt() {
    Scalar body = x.add(z).mul(Scalar.parameter(0)).max(0);
    assertThat(body).hasToString("max((x0 + x1) · s0, 0)");
    assertThat(ScalarText.of(body, List.of("x", "y"), List.of("scale")))
        .isEqualTo("max((x + y) · scale, 0)");
    assertThat(x.sub(z.sub(x))).hasToString("x0 − (x1 − x0)");
    assertThat(x.lessThan(0).and(z.atLeast(1)).select(x, 0.5))
        .hasToString("x0 if x0 < 0 and x1 ≥ 1 else 0.5");
  }

  @Test
  void aTextThatWouldBeTooLongIsLeftOut() {
    Scalar doubled = x;
    for (int i = 0; i < 60; i++) {
      doubled = doubled.add(doubled); // 2^60 parts if written out
    }
    assertThat(ScalarText.of(doubled, List.of("x"), List.of(), 80)).isEqualTo("…");
    assertThat(doubled.evaluate(new double[] {1}, new double[0])).isEqualTo(0x1p60);
  }

  @Test
  void onlyLawsThatAreTrueOfEveryFloatAreUsed() {
    assertThat(x.mul(1)).isSameAs(x);
    assertThat(x.div(1)).isSameAs(x);
    assertThat(x.sub(0)).isSameAs(x);
    assertThat(x.neg().neg()).isSameAs(x);
    assertThat(z.select(x, x)).isSameAs(x);
    assertThat(x.add(0)).as("−0 + 0 is 0").isNotSameAs(x);
    assertThat(x.sub(-0.0)).as("−0 − −0 is 0").isNotSameAs(x);
    assertThat(x.mul(0)).as("NaN stays").hasToString("x0 · 0");
  }

  @Test
  void evaluatesInRealsAndInWholeNumbers() {
    Scalar body = x.div(z).add(x.remainder(z));
    assertThat(body.evaluate(new double[] {-7, 2}, new double[0])).isEqualTo(-2.5);
    assertThat(body.evaluate(new long[] {-7, 2}, new long[0])).isEqualTo(-3 + 1);
    assertThatThrownBy(() -> x.exp().evaluate(new long[] {1}, new long[0]))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void derivativesUseTheResultWhereTheyCan() {
    Scalar y = Scalar.input(1);
    Scalar dy = Scalar.input(2);
    assertThat(Derivative.of(x.exp(), y, dy, 0)).hasToString("x2 · x1");
    assertThat(Derivative.of(x.tanh(), y, dy, 0)).hasToString("x2 · (1 − x1 · x1)");
    assertThat(Derivative.of(x.floor(), y, dy, 0)).hasToString("0");
    assertThat(
            Derivative.of(x.mul(x).mul(x), y, dy, 0)
                .evaluate(new double[] {3, 27, 1}, new double[0]))
        .isCloseTo(27, within(1e-12));
  }

  @Test
  void equalNumbersShareTheGradientOfTheLarger() {
    Scalar gradient = Derivative.of(x.max(z), Scalar.input(2), Scalar.input(3), 0);
    double[] none = {};
    assertThat(gradient.evaluate(new double[] {2, 1, 2, 8}, none)).isEqualTo(8);
    assertThat(gradient.evaluate(new double[] {1, 1, 1, 8}, none)).isEqualTo(4);
    assertThat(gradient.evaluate(new double[] {0, 1, 1, 8}, none)).isEqualTo(0);
  }
}
