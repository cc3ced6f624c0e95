package dev.cresset.tensor;

import static dev.cresset.Functional.sub;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cresset.ShapeException;
import dev.cresset.Tensor;
import dev.cresset.nn.BatchNorm1d;
import org.junit.jupiter.api.Test;

/** What PyTorch refuses is refused, in its words. */
class RefusalsTest {
  private final Tensor truths = Tensor.of(1, 0).gt(0);

  @Test
  void boolsAreNotSubtracted() {
    assertThatThrownBy(() -> truths.sub(truths))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("with two bool tensors is not supported. Use the `^` or");
    assertThatThrownBy(() -> truths.sub(Tensor.of(1.5, 2)))
        .hasMessageContaining("with a bool tensor is not supported. If you are trying to invert");
    assertThatThrownBy(() -> Tensor.of(1, 2).sub(truths)).hasMessageContaining("a bool tensor");
    assertThatThrownBy(() -> sub(1, truths)).hasMessageContaining("a bool tensor");
    assertThatThrownBy(() -> truths.sub(1)).hasMessageContaining("a bool tensor");
    assertThat(truths.add(truths).toBooleanArray()).containsExactly(true, false);
  }

  @Test
  void aBoolIsNotNegated() {
    assertThatThrownBy(truths::neg)
        .hasMessageStartingWith("Negation, the `-` operator, on a bool tensor is not supported.");
  }

  @Test
  void wholeNumbersAreNotAddedByARealFactor() {
    assertThatThrownBy(() -> Tensor.of(1, 2).add(Tensor.of(1, 2), 1.5))
        .hasMessage(
            "For integral input tensors, argument alpha must not be a floating point number.");
    assertThat(Tensor.of(1, 2).add(Tensor.of(1.0, 2), 1.5).toFloatArray()).containsExactly(2.5f, 5);
  }

  @Test
  void oneValuePerChannelHasNoVariance() {
    BatchNorm1d norm = new BatchNorm1d(3);
    assertThatThrownBy(() -> norm.call(Tensor.ones(1, 3)))
        .isInstanceOf(ShapeException.class)
        .hasMessageContaining(
            "Expected more than 1 value per channel when training, got input size [1, 3]");
    assertThat(norm.eval().call(Tensor.ones(1, 3)).sizes()).containsExactly(1, 3);
  }
}
