package dev.cresset.tensor.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cresset.Tensor;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class EmbeddingForwardTest {
  private static final Tensor TABLE =
      Tensor.of(new float[] {3, 4}, new float[] {0.5f, 0}, new float[] {5, 12});

  @Test
  void rowsAreLookedUpByNumber() {
    Tensor rows = EmbeddingForward.embedding(TABLE, Tensor.of(2L, 0L), -1, false, false);
    assertThat(rows.toFloatArray()).containsExactly(5, 12, 3, 4);
    assertThat(rows.sizes()).containsExactly(2, 2);
    assertThatThrownBy(() -> EmbeddingForward.embedding(TABLE, Tensor.of(3L), -1, false, false))
        .hasMessageContaining("index out of range in self");
  }

  @Test
  void gradientsAddUpButNotForPadding() {
    Tensor dy = Tensor.of(new float[] {1, 2}, new float[] {3, 4}, new float[] {5, 6});
    Tensor index = Tensor.of(1L, 2L, 1L);
    assertThat(EmbeddingForward.embeddingDenseBackward(dy, index, 3, 2, false).toFloatArray())
        .containsExactly(0, 0, 6, 8, 0, 0);
    assertThat(EmbeddingForward.embeddingDenseBackward(dy, index, 3, -1, true).toFloatArray())
        .containsExactly(0, 0, 3, 4, 3, 4);
  }

  @Test
  void onlyLongRowsThatAreNamedAreShortened() {
    Tensor short1 =
        EmbeddingForward.embeddingRenorm_(Views.copy(TABLE), Tensor.of(0L, 1L, 0L), 1, 2);
    float[] values = short1.toFloatArray();
    assertThat(values[0]).isBetween(0.599f, 0.601f);
    assertThat(values[1]).isBetween(0.799f, 0.801f);
    assertThat(Arrays.copyOfRange(values, 2, 6)).containsExactly(0.5f, 0, 5, 12);
  }
}
