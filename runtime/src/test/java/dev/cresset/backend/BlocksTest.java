package dev.cresset.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cresset.ir.scalar.Numbers;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class BlocksTest {
  private interface Block {
    void run(float[] from, float[] to, int n);
  }

  @Test
  void expIsWithinTwoUlpsOverTheWholeRange() {
    assertUlps(Blocks::exp, StrictMath::exp, -103, 88.7, 2);
  }

  @Test
  void expGivesZeroAndInfinityBeyondTheRangeAndKeepsNan() {
    float[] x = {-200, 89, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.NaN, 0};
    Blocks.exp(x, x, x.length);
    assertThat(x)
        .containsExactly(0f, Float.POSITIVE_INFINITY, Float.POSITIVE_INFINITY, 0f, Float.NaN, 1f);
  }

  @Test
  void sigmoidTanhAndErfAreWithinTheirStatedErrors() {
    assertUlps(Blocks::sigmoid, x -> 1 / (1 + StrictMath.exp(-x)), -80, 80, 4);
    assertUlps(Blocks::tanh, StrictMath::tanh, -12, 12, 6);
    assertUlps(Blocks::erf, Numbers::erf, -5, 5, 7);
  }

  @Test
  void functionsOfDoublePrecisionRoundOnce() {
    assertUlps(Blocks::log, StrictMath::log, 1e-30, 1e30, 1);
    assertUlps(Blocks::expm1, StrictMath::expm1, -20, 80, 1);
    assertUlps(Blocks::sin, StrictMath::sin, -100, 100, 1);
  }

  @Test
  void theErrorFunctionHasItsTabulatedValues() { // Abramowitz and Stegun, table 7.1
    assertThat(Numbers.erf(0.5)).isCloseTo(0.5204998778130465, within(1e-15));
    assertThat(Numbers.erf(-1)).isCloseTo(-0.8427007929497149, within(1e-15));
    assertThat(Numbers.erfc(2)).isCloseTo(0.004677734981047266, within(1e-17));
  }

  @Test
  void wholeNumbersDivideAsInPython() {
    assertThat(Numbers.floorDiv(-7L, 2L)).isEqualTo(-4);
    assertThat(Numbers.remainder(-7L, 2L)).isEqualTo(1);
    assertThat(Numbers.floorDiv(-7.0, 2.0)).isEqualTo(-4);
    assertThat(Numbers.remainder(7f, -2f)).isEqualTo(-1);
    assertThat(Numbers.pow(2L, 10L)).isEqualTo(1024);
    assertThat(Numbers.pow(-1L, -3L)).isEqualTo(-1);
    assertThat(Numbers.log2(8)).isEqualTo(3);
  }

  private static void assertUlps(
      Block block, DoubleUnaryOperator exact, double from, double to, int ulps) {
    Random random = new Random(1);
    float[] x = new float[100_000];
    float[] y = new float[x.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = (float) (from + (to - from) * random.nextDouble());
    }
    block.run(x, y, x.length);
    for (int i = 0; i < x.length; i++) {
      double want = exact.applyAsDouble(x[i]);
      double ulp = Math.max(Math.ulp((float) want), Float.MIN_VALUE);
      assertThat(Math.abs(y[i] - want) / ulp)
          .as("at %s: %s, not %s", x[i], y[i], want)
          .isLessThanOrEqualTo(ulps);
    }
  }
}
