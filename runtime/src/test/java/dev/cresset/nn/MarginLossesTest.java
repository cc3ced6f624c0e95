package dev.cresset.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import dev.cresset.ShapeException;
import dev.cresset.Tensor;
import org.junit.jupiter.api.Test;

/** Losses of several labels, and of predicted spreads. */
class MarginLossesTest {
  private static final Tensor SCORES = Tensor.of(new double[][] {{0.1, 0.2, 0.4, 0.8}});

  @Test
  void labelsEndAtTheFirstNegativeNumber() {
    Tensor labels = Tensor.of(new long[][] {{3, 0, -1, 1}});
    // (1 − (0.8 − 0.2)) + (1 − (0.8 − 0.4)) + (1 − (0.1 − 0.2)) + (1 − (0.1 − 0.4)), over 4 classes
    assertThat(new MultiLabelMarginLoss().call(SCORES, labels).item())
        .isCloseTo(0.85, offset(1e-6));
  }

  @Test
  void noLabelIsNoLossAndNoGradient() {
    Tensor scores = SCORES.clone().requiresGrad_(true);
    Tensor loss = new MultiLabelMarginLoss().call(scores, Tensor.of(new long[][] {{-1, 0, 1, 2}}));
    loss.backward();
    assertThat(loss.item()).isZero();
    assertThat(scores.grad().toFloatArray()).containsOnly(0);
  }

  @Test
  void aLabelThatIsNoClassIsRefused() {
    assertThatThrownBy(
            () -> new MultiLabelMarginLoss().call(SCORES, Tensor.of(new long[][] {{4, 0, 0, 0}})))
        .hasMessageContaining("label 4 is out of the range of 4 classes");
  }

  @Test
  void aVarianceBelowEpsCountsAsEpsAndKeepsItsGradient() {
    Tensor input = Tensor.of(1.0);
    Tensor variance = Tensor.of(0.0).requiresGrad_(true);
    Tensor loss = new GaussianNLLLoss(Options.eps(0.5)).call(input, Tensor.of(2.0), variance);
    loss.backward();
    assertThat(loss.item()).isCloseTo(0.5 * (Math.log(0.5) + 1 / 0.5), offset(1e-6));
    assertThat(variance.grad().item()).isCloseTo(0.5 * (1 / 0.5 - 1 / 0.25), offset(1e-6));
  }

  @Test
  void aVarianceMayBeOneForEachRow() {
    Tensor input = Tensor.zeros(2, 3);
    Tensor target = Tensor.ones(2, 3);
    GaussianNLLLoss loss = new GaussianNLLLoss(Options.reduction(Reduction.NONE));
    assertThat(loss.call(input, target, Tensor.of(1.0, 4.0)).toFloatArray())
        .containsExactly(
            new float[] {.5f, .5f, .5f, .8181472f, .8181472f, .8181472f}, offset(1e-6f));
    assertThatThrownBy(() -> loss.call(input, target, Tensor.ones(3)))
        .isInstanceOf(ShapeException.class)
        .hasMessageContaining("var is of incorrect size, [3] for an input of [2, 3]");
    assertThatThrownBy(() -> loss.call(input, target, Tensor.of(1.0, -1.0)))
        .hasMessageContaining("negative");
  }
}
