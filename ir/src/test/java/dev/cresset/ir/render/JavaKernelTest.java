package dev.cresset.ir.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cresset.ir.plan.KernelPlan;
import dev.cresset.ir.scalar.Scalar;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class JavaKernelTest {
  private final Scalar x = Scalar.input(0);
  private final Scalar y = Scalar.input(1);

  private static String f32(List<String> inputs, List<String> numbers, Scalar... results) {
    KernelPlan plan = KernelPlan.of(inputs.size(), numbers.size(), List.of(results));
    List<String> outputs = results.length == 1 ? List.of("out") : List.of("a", "b");
    return KernelMethod.render(
        plan, new JavaKernel.Names("K", "f", inputs, numbers, outputs, "f"), Form.F32);
  }

  @Test
  void arithmeticIsOneLoopWithOneIndex() {
    assertThat(f32(List.of("x", "y", "z"), List.of(), x.add(y).mul(Scalar.input(2)).max(0)))
        .isEqualTo(
            """
            private static void f(
                float[] x, float[] y, float[] z, float[] out, int from, int to) {
              for (int i = from; i < to; i++) {
                out[i] = Math.max((x[i] + y[i]) * z[i], 0f);
              }
            }
            """);
  }

  @Test
  void whatIsTheSameForAllElementsIsComputedOnce() {
    Scalar s = Scalar.parameter(0);
    assertThat(f32(List.of("x"), List.of("s"), x.mul(s.exp().add(1))))
        .isEqualTo(
            """
            private static void f(
                float[] x, float s, float[] out, int from, int to) {
              float u0 = (float) Math.exp(s) + 1f;
              for (int i = from; i < to; i++) {
                out[i] = x[i] * u0;
              }
            }
            """);
  }

  @Test
  void functionsThatAreNotVectorisedAreCallsBetweenLoops() {
    assertThat(f32(List.of("x", "y"), List.of(), x.mul(y.neg().exp()).tanh()))
        .isEqualTo(
            """
            private static void f(
                float[] x, float[] y, float[] out, float[] t0, int from, int to) {
              for (int i = from; i < to; i++) {
                t0[i] = -y[i];
              }
              Blocks.exp(t0, t0, to);
              for (int i = from; i < to; i++) {
                t0[i] = x[i] * t0[i];
              }
              Blocks.tanh(t0, out, to);
            }
            """);
  }

  @Test
  void choicesAreNoBranches() {
    Scalar inside = x.greaterThan(0).and(x.lessThan(6));
    assertThat(f32(List.of("x", "dy"), List.of(), inside.select(y, 0)))
        .contains("out[i] = Numbers.select(x[i] > 0f & x[i] < 6f, dy[i], 0f);");
  }

  @Test
  void equalPartsAreComputedOnceAndResultsWrittenLast() {
    assertThat(f32(List.of("x", "y"), List.of(), x.add(y).abs(), x.add(y).sqrt()))
        .isEqualTo(
            """
            private static void f(
                float[] x, float[] y, float[] a, float[] b, int from, int to) {
              for (int i = from; i < to; i++) {
                float v0 = x[i] + y[i];
                float v1 = Math.abs(v0);
                float v2 = (float) Math.sqrt(v0);
                a[i] = v1;
                b[i] = v2;
              }
            }
            """);
  }

  @Test
  void wholeNumbersNeedNoBlocks() {
    KernelPlan plan = KernelPlan.of(2, 0, List.of(x.floorDivide(y).pow(2).floor()));
    String text =
        JavaKernel.render(
            plan,
            new JavaKernel.Names("K", "f", List.of("x", "y"), List.of(), List.of("out"), "f"),
            EnumSet.of(Form.I64));
    assertThat(text).contains("out[i] = Numbers.pow(Numbers.floorDiv(x[i], y[i]), 2L);");
    assertThat(text)
        .contains("throw new UnsupportedOperationException(\"f takes whole numbers\");");
  }

  @Test
  void aPlanKnowsItsForms() {
    assertThat(JavaKernel.forms(KernelPlan.of(1, 0, List.of(x.exp()))))
        .containsExactly(Form.F32, Form.F64);
    assertThat(JavaKernel.forms(KernelPlan.of(2, 0, List.of(x.bitAnd(y)))))
        .containsExactly(Form.I64);
    assertThat(JavaKernel.forms(KernelPlan.of(1, 0, List.of(x.mul(0.5)))))
        .containsExactly(Form.F32, Form.F64);
  }

  @Test
  void aFoldOfTheRowIsANumberForTheLoopBehindIt() {
    Scalar e = x.sub(x.rowMax()).exp();
    assertThat(f32(List.of("x", "y"), List.of(), e.div(e.rowSum()).mul(y)))
        .isEqualTo(
            """
            private static void f(
                float[] x, float[] y, float[] out, float[] t0, int from, int to) {
              float r0 = RowFolds.max(x, to);
              for (int i = from; i < to; i++) {
                t0[i] = x[i] - r0;
              }
              Blocks.exp(t0, t0, to);
              float r1 = RowFolds.sum(t0, to);
              for (int i = from; i < to; i++) {
                out[i] = t0[i] / r1 * y[i];
              }
            }
            """);
  }

  @Test
  void arithmeticOnFoldsIsDoneOnceForTheRow() {
    assertThat(
            f32(
                List.of("x"),
                List.of("eps"),
                x.div(x.square().rowMean().add(Scalar.parameter(0)).sqrt())))
        .isEqualTo(
            """
            private static void f(
                float[] x, float eps, float[] out, float[] t0, int from, int to) {
              for (int i = from; i < to; i++) {
                t0[i] = x[i] * x[i];
              }
              float r0 = RowFolds.sum(t0, to);
              float u0 = (float) Math.sqrt(r0 / to + eps);
              for (int i = from; i < to; i++) {
                out[i] = x[i] / u0;
              }
            }
            """);
  }
}
