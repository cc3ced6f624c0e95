package dev.cresset.nn;

import static dev.cresset.Functional.gelu;
import static dev.cresset.Functional.relu;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import org.jspecify.annotations.Nullable;

/**
 * Attention of a sequence to itself and two linear layers, each added to what came in (Vaswani and
 * others, 2017). As {@code torch.nn.TransformerEncoderLayer}.
 */
public final class TransformerEncoderLayer extends TransformerEncoderLayerModule {
  /** The attention. */
  public final MultiheadAttention selfAttn;

  /** The first linear layer. */
  public final Linear linear1;

  /** Dropout between the linear layers. */
  public final Dropout dropout;

  /** The second linear layer. */
  public final Linear linear2;

  /** The normalisation of the attention. */
  public final LayerNorm norm1;

  /** The normalisation of the linear layers. */
  public final LayerNorm norm2;

  /** Dropout after the attention. */
  public final Dropout dropout1;

  /** Dropout after the linear layers. */
  public final Dropout dropout2;

  /** Whether gelu, not relu, stands between the linear layers. */
  public final boolean geluActivation;

  /** Whether normalisation comes first. */
  public final boolean normFirst;

  /**
   * For vectors of {@code dModel}, with {@code nhead} attentions.
   *
   * @param options dimFeedforward (2048 if absent), dropoutRate (0.1), geluActivation, eps (1e-5),
   *     batchFirst, normFirst
   */
  public TransformerEncoderLayer(long dModel, long nhead, Option.ForTransformerLayer... options) {
    TransformerSettings settings = new TransformerSettings(options);
    selfAttn = settings.attention(dModel, nhead);
    linear1 = new Linear(dModel, settings.dimFeedforward);
    dropout = new Dropout(settings.dropout);
    linear2 = new Linear(settings.dimFeedforward, dModel);
    norm1 = settings.norm(dModel);
    norm2 = settings.norm(dModel);
    dropout1 = new Dropout(settings.dropout);
    dropout2 = new Dropout(settings.dropout);
    geluActivation = settings.gelu;
    normFirst = settings.normFirst;
  }

  /**
   * Of a sequence {@code [t, n, dModel]}, or {@code [n, t, dModel]} if {@code batchFirst}.
   *
   * @param srcMask where no place may look, {@code [t, t]}, or what is added
   * @param srcKeyPaddingMask which places are padding, {@code [n, t]}
   */
  @Script
  public Tensor forward(Tensor src, @Nullable Tensor srcMask, @Nullable Tensor srcKeyPaddingMask) {
    if (normFirst) {
      Tensor x = src.add(attention(norm1.call(src), srcMask, srcKeyPaddingMask));
      return x.add(feedForward(norm2.call(x)));
    }
    Tensor x = norm1.call(src.add(attention(src, srcMask, srcKeyPaddingMask)));
    return norm2.call(x.add(feedForward(x)));
  }

  private Tensor attention(Tensor x, @Nullable Tensor mask, @Nullable Tensor padding) {
    return dropout1.call(selfAttn.call(x, x, x, padding, false, mask, true).output());
  }

  private Tensor feedForward(Tensor x) {
    Tensor wide = linear1.call(x);
    Tensor active = geluActivation ? gelu(wide) : relu(wide);
    return dropout2.call(linear2.call(dropout.call(active)));
  }
}
