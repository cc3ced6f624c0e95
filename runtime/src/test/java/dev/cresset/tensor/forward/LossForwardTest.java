package dev.cresset.tensor.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cresset.Tensor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LossForwardTest {
  private static final Tensor SCORES =
      Tensor.of(new float[] {-1, -2, -3}, new float[] {-4, -5, -6});

  @Test
  void aMeanIsWeightedAndLeavesOutWhatIsIgnored() {
    Tensor weight = Tensor.of(1.0, 3.0, 5.0);
    Tensor[] loss = LossForward.nllLossForward(SCORES, Tensor.of(1L, 0L), weight, 1, -100);
    assertThat(loss[0].item()).isEqualTo((2 * 3 + 4) / 4.0);
    assertThat(loss[1].item()).isEqualTo(4);
    assertThat(nll(SCORES, Tensor.of(1L, -100L), null, 1, -100).item()).isEqualTo(2);
    assertThat(nll(SCORES, Tensor.of(7L, 7L), null, 1, 7).item()).isNaN();
  }

  @Test
  void picturesHaveATargetForEachPixel() {
    Tensor x = Tensor.fromBlob(new float[] {-1, -2, -3, -4, -5, -6, -7, -8}, 1, 2, 2, 2);
    Tensor target = Tensor.fromBlob(new long[] {0, 1, 1, 0}, 1, 2, 2);
    assertThat(nll(x, target, null, 0, -100).toFloatArray()).containsExactly(1, 6, 7, 4);
    Tensor grad =
        LossForward.nllLossBackward(
            Tensor.scalar(8.0), x, target, null, 1, -100, Tensor.scalar(4.0));
    assertThat(grad.toFloatArray()).containsExactly(-2, 0, 0, -2, 0, -2, -2, 0);
  }

  @Test
  void aTargetIsAClass() {
    assertThatThrownBy(() -> nll(SCORES, Tensor.of(1L, 3L), null, 1, -100))
        .hasMessageContaining("Target 3 is out of bounds");
    assertThatThrownBy(() -> nll(SCORES, Tensor.of(1L), null, 1, -100))
        .hasMessageContaining("Expected target size [2], got [1]");
  }

  @Test
  void aSmoothedTargetIsSharedByAllClasses() {
    Tensor weight = Tensor.of(1.0, 3.0, 5.0);
    Tensor target = Tensor.of(1L, -100L);
    double loss = LossForward.crossEntropy(SCORES, target, weight, 1, -100, 0.3).item();
    assertThat(loss).isCloseTo((0.7 * 3 * 2 + 0.1 * (1 + 6 + 15)) / 3, within(1e-6));
    Tensor dy = Tensor.scalar(1.0);
    float[] grad =
        LossForward.crossEntropyBackward(dy, target, weight, SCORES.sizes(), 1, -100, 0.3)
            .toFloatArray();
    double again = 0;
    for (int i = 0; i < grad.length; i++) {
      again += grad[i] * SCORES.toFloatArray()[i]; // the loss is linear in the scores
    }
    assertThat(again).isCloseTo(loss, within(1e-6));
    assertThat(grad[5]).isZero();
  }

  @Test
  void lossesAreReducedAndTheirGradientSpreadAgain() {
    Tensor losses = Tensor.of(1.0, 3.0);
    assertThat(LossForward.reduceLoss(losses, 0)).isSameAs(losses);
    assertThat(LossForward.reduceLoss(losses, 1).item()).isEqualTo(2);
    assertThat(LossForward.reduceLoss(losses, 2).item()).isEqualTo(4);
    assertThat(LossForward.expandLoss(Tensor.scalar(3.0), new long[] {2}, 1).toFloatArray())
        .containsExactly(1.5f, 1.5f);
  }

  private static Tensor nll(
      Tensor scores, Tensor target, @Nullable Tensor weight, long reduction, long ignoreIndex) {
    return LossForward.nllLossForward(scores, target, weight, reduction, ignoreIndex)[0];
  }
}
