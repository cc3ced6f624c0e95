package dev.cresset.nn;

import static dev.cresset.Functional.scaledDotProductAttention;
import static dev.cresset.nn.Options.addBiasKv;
import static dev.cresset.nn.Options.addZeroAttn;
import static dev.cresset.nn.Options.batchFirst;
import static dev.cresset.nn.Options.dimFeedforward;
import static dev.cresset.nn.Options.dropoutRate;
import static dev.cresset.nn.Options.numDecoderLayers;
import static dev.cresset.nn.Options.numEncoderLayers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cresset.Tensor;
import org.junit.jupiter.api.Test;

class AttentionTest {

  @Test
  void causalAttentionDoesNotSeeWhatComesLater() {
    Tensor q = Tensor.randn(2, 5, 4);
    Tensor k = Tensor.randn(2, 5, 4);
    Tensor v = Tensor.randn(2, 5, 3);
    Tensor whole = scaledDotProductAttention(q, k, v, null, 0, true);
    Tensor begin =
        scaledDotProductAttention(
            q.narrow(1, 0, 3), k.narrow(1, 0, 3), v.narrow(1, 0, 3), null, 0, true);
    assertThat(close(whole.narrow(1, 0, 3), begin)).isTrue();
    Tensor mask = Transformer.generateSquareSubsequentMask(5);
    assertThat(close(whole, scaledDotProductAttention(q, k, v, mask, 0, false))).isTrue();
    assertThat(close(whole, scaledDotProductAttention(q, k, v, mask.eq(0), 0, false))).isTrue();
    assertThatThrownBy(() -> scaledDotProductAttention(q, k, v, mask, 0, true))
        .hasMessageContaining("attn_mask should not be set when is_causal=True");
  }

  @Test
  void aQueryThatMayLookNowhereGivesZerosAndFiniteGradients() {
    Tensor q = Tensor.randn(2, 4).requiresGrad_(true);
    Tensor k = Tensor.randn(3, 4);
    Tensor mask = Tensor.of(new long[][] {{1, 0, 1}, {0, 0, 0}}).gt(0);
    Tensor y = scaledDotProductAttention(q, k, k, mask, 0, false);
    y.sum().backward();
    assertThat(y.select(0, 1).toFloatArray()).containsOnly(0);
    assertThat(q.grad().isfinite().all().to(dev.cresset.ir.type.DType.F32).item()).isEqualTo(1);
  }

  @Test
  void fewerHeadsOfKeysServeSeveralOfQueries() {
    Tensor q = Tensor.randn(1, 4, 3, 2);
    Tensor k = Tensor.randn(1, 2, 5, 2);
    Tensor y = scaledDotProductAttention(q, k, k, null, 0, false, null, true);
    Tensor alone = scaledDotProductAttention(q.select(1, 3), k.select(1, 1), k.select(1, 1));
    assertThat(close(y.select(1, 3), alone)).isTrue();
  }

  @Test
  void theWeightsDoNotChangeTheOutput() {
    MultiheadAttention attention =
        new MultiheadAttention(8, 2, batchFirst(true), addBiasKv(true), addZeroAttn(true));
    Tensor x = Tensor.randn(3, 4, 8);
    Tensor mask = Transformer.generateSquareSubsequentMask(4).lt(0);
    Tensor padding = Tensor.zeros(3, 4).gt(0);
    MultiheadAttention.Result with = attention.call(x, x, x, padding, true, mask, false);
    MultiheadAttention.Result without = attention.call(x, x, x, padding, false, mask, true);
    assertThat(close(with.output(), without.output())).isTrue();
    assertThat(without.weights()).isNull();
    assertThat(with.weights().sizes()).containsExactly(3, 2, 4, 6);
    assertThat(close(with.weights().sum(-1), Tensor.ones(3, 2, 4))).isTrue();
    assertThat(with.weights().select(2, 0).select(-1, 1).toFloatArray()).containsOnly(0);
  }

  @Test
  void paddingIsAsIfItWereNotThere() {
    TransformerEncoderLayer layer =
        new TransformerEncoderLayer(8, 2, dimFeedforward(16), dropoutRate(0));
    Tensor x = Tensor.randn(5, 2, 8);
    Tensor padding = Tensor.of(new long[][] {{0, 0, 0, 1, 1}, {0, 0, 0, 0, 0}}).gt(0);
    Tensor padded = layer.call(x, null, padding);
    Tensor alone = layer.call(x.narrow(0, 0, 3), null, null);
    assertThat(close(padded.narrow(0, 0, 3).select(1, 0), alone.select(1, 0))).isTrue();
    assertThat(close(layer.call(x, null, null).select(1, 1), padded.select(1, 1))).isTrue();
  }

  @Test
  void compiledAndWrittenTransformersAgree() {
    Tensor.manualSeed(5);
    Transformer transformer =
        new Transformer(
            8, 2, numEncoderLayers(1), numDecoderLayers(2), dimFeedforward(16), dropoutRate(0));
    Tensor src = Tensor.randn(4, 2, 8).requiresGrad_(true);
    Tensor tgt = Tensor.randn(3, 2, 8);
    Tensor mask = Transformer.generateSquareSubsequentMask(3);
    Tensor compiled = transformer.call(src, tgt, null, mask, null, null, null, null);
    Tensor written = transformer.forward(src, tgt, null, mask, null, null, null, null);
    assertThat(close(compiled, written)).isTrue();
    compiled.sum().backward();
    assertThat(transformer.parameters()).allMatch(p -> p.grad() != null);
    assertThatThrownBy(() -> new MultiheadAttention(8, 3))
        .hasMessageContaining("embedDim 8 must be divisible by numHeads 3");
  }

  private static boolean close(Tensor a, Tensor b) {
    return a.allClose(b, 1e-4, 1e-5, false);
  }
}
