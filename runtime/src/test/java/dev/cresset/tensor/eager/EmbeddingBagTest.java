package dev.cresset.tensor.eager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cresset.Tensor;
import org.junit.jupiter.api.Test;

/** Bags of rows folded into one. */
class EmbeddingBagTest {
  private static final long SUM = 0;
  private static final long MEAN = 1;
  private static final long MAX = 2;

  private static Tensor table() {
    return Tensor.fromBlob(new double[] {1, 2, 3, -4, 5, 6, -7, 8}, 4, 2);
  }

  private static double[] bag(long mode, long padding) {
    Tensor rows = Tensor.of(0, 2, 1, 3, 3);
    Tensor offsets = Tensor.of(0, 2, 2);
    return Embedding.embeddingBag(table(), rows, offsets, false, mode, null, false, padding)
        .toDoubleArray();
  }

  @Test
  void aBagIsASumAMeanOrTheGreatest() {
    assertThat(bag(SUM, -1)).containsExactly(6, 8, 0, 0, -11, 12);
    assertThat(bag(MEAN, -1)).containsExactly(3, 4, 0, 0, -11 / 3.0, 4);
    assertThat(bag(MAX, -1)).containsExactly(5, 6, 0, 0, 3, 8);
  }

  @Test
  void thePaddingIndexCountsForNothing() {
    assertThat(bag(SUM, 3)).containsExactly(6, 8, 0, 0, 3, -4);
    assertThat(bag(MEAN, 3)).containsExactly(3, 4, 0, 0, 3, -4);
    assertThat(bag(MAX, 2)).containsExactly(1, 2, 0, 0, 3, 8);
  }

  @Test
  void rowsOfIndicesAreBagsAndWeightsMultiply() {
    Tensor rows = Tensor.of(new long[][] {{0, 1}, {2, 2}});
    Tensor weights = Tensor.fromBlob(new double[] {2, 1, 0.5, 0}, 2, 2);
    assertThat(
            Embedding.embeddingBag(table(), rows, null, false, SUM, weights, false, -1)
                .toDoubleArray())
        .containsExactly(5, 0, 2.5, 3);
    assertThatThrownBy(
            () -> Embedding.embeddingBag(table(), rows, null, false, MEAN, weights, false, -1))
        .hasMessageContaining("per_sample_weights is only supported for mode='sum'");
    assertThatThrownBy(
            () ->
                Embedding.embeddingBag(
                    table(), Tensor.of(1L), Tensor.of(0, 2), false, SUM, null, false, -1))
        .hasMessageContaining("offsets must grow and end within the 1 indices");
  }

  @Test
  void gradientsReachTableAndWeights() {
    Tensor rows = Tensor.of(0, 2, 1, 2);
    Tensor offsets = Tensor.of(0, 3, 4);
    Tensor weights = Tensor.fromBlob(new double[] {0.5, 1.5, -1, 2}, 4);
    FiniteDifferences.check(
        "embedding_bag",
        in -> Embedding.embeddingBag(in[0], rows, offsets, false, SUM, in[1], true, -1),
        table(),
        weights);
    FiniteDifferences.check(
        "embedding_bag",
        in -> Embedding.embeddingBag(in[0], rows, offsets, false, MAX, null, true, -1),
        table());
  }
}
