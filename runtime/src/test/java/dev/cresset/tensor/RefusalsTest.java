package dev.cresset.tensor;

import static dev.cresset.Functional.at;
import static dev.cresset.Functional.cat;
import static dev.cresset.Functional.crossEntropy;
import static dev.cresset.Functional.sub;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import dev.cresset.ShapeException;
import dev.cresset.Tensor;
import dev.cresset.nn.BatchNorm1d;
import java.util.List;
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

  @Test
  void classesAreWholeNumbersAndProbabilitiesAreOfTheScoresSizes() {
    assertThatThrownBy(() -> crossEntropy(Tensor.zeros(1, 3), Tensor.of(1.0)))
        .hasMessage("expected scalar type Long but found Float");
    assertThat(crossEntropy(Tensor.zeros(1, 3), Tensor.ones(1, 3)).item())
        .isEqualTo(3 * Math.log(3), offset(1e-6));
  }

  @Test
  void aTensorWithoutDimensionsHasNoneToName() {
    Tensor scalar = Tensor.scalar(3.0);
    assertThatThrownBy(() -> scalar.size(0))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("Dimension specified as 0 but tensor has no dimensions");
    assertThatThrownBy(() -> scalar.unbind(0)).hasMessageContaining("tensor has no dimensions");
    assertThatThrownBy(() -> scalar.get(at(0)))
        .hasMessageContaining("invalid index of a 0-dim tensor");
    assertThatThrownBy(() -> cat(List.of(scalar), 0)).hasMessageContaining("(at position 0)");
    assertThatThrownBy(() -> Tensor.ones(3).get(at(3)))
        .hasMessage("index 3 is out of bounds for dimension 0 with size 3");
    assertThatThrownBy(() -> cat(List.of(Tensor.ones(1, 2), Tensor.ones(1, 3)), 0))
        .hasMessageContaining("Expected size 2 but got size 3 for tensor number 1 in the list");
  }
}
