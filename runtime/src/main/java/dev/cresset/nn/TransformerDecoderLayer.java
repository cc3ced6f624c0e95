package dev.cresset.nn;

import static dev.cresset.Functional.gelu;
import static dev.cresset.Functional.relu;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import org.jspecify.annotations.Nullable;

/**
 * Attention of a sequence to itself and then to another, and two linear layers, each added to what
 * came in (Vaswani and others, 2017). As {@code torch.nn.TransformerDecoderLayer}.
 */
public final class TransformerDecoderLayer extends TransformerDecoderLayerModule {
  /** The attention to itself. */
  public final MultiheadAttention selfAttn;

  /** The attention to the other sequence. */
  public final MultiheadAttention multiheadAttn;

  /** The first linear layer. */
  public final Linear linear1;

  /** Dropout between the linear layers. */
  public final Dropout dropout;

  /** The second linear layer. */
  public final Linear linear2;

  /** The normalisation of the attention to itself. */
  public final LayerNorm norm1;

  /** The normalisation of the attention to the other sequence. */
  public final LayerNorm norm2;

  /** The normalisation of the linear layers. */
  public final LayerNorm norm3;

  /** Dropout after the attention to itself. */
  public final Dropout dropout1;

  /** Dropout after the attention to the other sequence. */
  public final Dropout dropout2;

  /** Dropout after the linear layers. */
  public final Dropout dropout3;

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
  public TransformerDecoderLayer(long dModel, long nhead, Option.ForTransformerLayer... options) {
    TransformerSettings settings = new TransformerSettings(options);
    selfAttn = settings.attention(dModel, nhead);
    multiheadAttn = settings.attention(dModel, nhead);
    linear1 = new Linear(dModel, settings.dimFeedforward);
    dropout = new Dropout(settings.dropout);
    linear2 = new Linear(settings.dimFeedforward, dModel);
    norm1 = settings.norm(dModel);
    norm2 = settings.norm(dModel);
    norm3 = settings.norm(dModel);
    dropout1 = new Dropout(settings.dropout);
    dropout2 = new Dropout(settings.dropout);
    dropout3 = new Dropout(settings.dropout);
    geluActivation = settings.gelu;
    normFirst = settings.normFirst;
  }

  /**
   * Of a sequence {@code [t, n, dModel]}, or {@code [n, t, dModel]} if {@code batchFirst}.
   *
   * @param memory the encoder's sequence
   * @param tgtMask where no place of the sequence may look in it, {@code [t, t]}
   * @param memoryMask where none may look in the other, {@code [t, s]}
   * @param tgtKeyPaddingMask which places of the sequence are padding, {@code [n, t]}
   * @param memoryKeyPaddingMask which places of the other are, {@code [n, s]}
   */
  @Script
  public Tensor forward(
      Tensor tgt,
      Tensor memory,
      @Nullable Tensor tgtMask,
      @Nullable Tensor memoryMask,
      @Nullable Tensor tgtKeyPaddingMask,
      @Nullable Tensor memoryKeyPaddingMask) {
    if (normFirst) {
      Tensor x = tgt.add(toItself(norm1.call(tgt), tgtMask, tgtKeyPaddingMask));
      x = x.add(toMemory(norm2.call(x), memory, memoryMask, memoryKeyPaddingMask));
      return x.add(feedForward(norm3.call(x)));
    }
    Tensor x = norm1.call(tgt.add(toItself(tgt, tgtMask, tgtKeyPaddingMask)));
    x = norm2.call(x.add(toMemory(x, memory, memoryMask, memoryKeyPaddingMask)));
    return norm3.call(x.add(feedForward(x)));
  }

  private Tensor toItself(Tensor x, @Nullable Tensor mask, @Nullable Tensor padding) {
    return dropout1.call(selfAttn.call(x, x, x, padding, false, mask, true).output());
  }

  private Tensor toMemory(
      Tensor x, Tensor memory, @Nullable Tensor mask, @Nullable Tensor padding) {
    return dropout2.call(
        multiheadAttn.call(x, memory, memory, padding, false, mask, true).output());
  }

  private Tensor feedForward(Tensor x) {
    Tensor wide = linear1.call(x);
    Tensor active = geluActivation ? gelu(wide) : relu(wide);
    return dropout3.call(linear2.call(dropout.call(active)));
  }
}
