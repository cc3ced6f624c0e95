package dev.cresset.nn;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.backend.Device;
import dev.cresset.ir.type.DType;
import dev.cresset.nn.init.Init;
import dev.cresset.tensor.Memory;
import org.jspecify.annotations.Nullable;

/** An encoder and a decoder (Vaswani and others, 2017). As {@code torch.nn.Transformer}. */
public final class Transformer extends TransformerModule {
  /** The encoder. */
  public final TransformerEncoder encoder;

  /** The decoder. */
  public final TransformerDecoder decoder;

  /**
   * For vectors of {@code dModel}, with {@code nhead} attentions in each layer.
   *
   * @param options numEncoderLayers and numDecoderLayers (6 if absent), dimFeedforward (2048),
   *     dropoutRate (0.1), geluActivation, eps (1e-5), batchFirst, normFirst
   */
  public Transformer(long dModel, long nhead, Option.ForTransformer... options) {
    TransformerSettings settings = new TransformerSettings(options);
    encoder =
        new TransformerEncoder(
            () -> new TransformerEncoderLayer(dModel, nhead, settings.ofLayer()),
            settings.encoderLayers,
            settings.norm(dModel));
    decoder =
        new TransformerDecoder(
            () -> new TransformerDecoderLayer(dModel, nhead, settings.ofLayer()),
            settings.decoderLayers,
            settings.norm(dModel));
    encoder.parameters().forEach(Transformer::spread);
    decoder.parameters().forEach(Transformer::spread);
  }

  private static void spread(Tensor parameter) {
    if (parameter.dim() > 1) {
      Init.xavierUniform_(parameter, 1);
    }
  }

  /**
   * A mask that keeps each place from looking at later ones: −∞ there, else 0. As {@code
   * generate_square_subsequent_mask}.
   */
  public static Tensor generateSquareSubsequentMask(long size) {
    Tensor mask = Memory.zeros(DType.F32, Device.CPU, size, size);
    Memory.fill(mask, Double.NEGATIVE_INFINITY);
    return mask.triu(1);
  }

  /**
   * Encodes {@code src}, and decodes {@code tgt} with it; {@code [t, n, dModel]} each, or {@code
   * [n, t, dModel]} if {@code batchFirst}. Masks are as those of the layers.
   */
  @Script
  public Tensor forward(
      Tensor src,
      Tensor tgt,
      @Nullable Tensor srcMask,
      @Nullable Tensor tgtMask,
      @Nullable Tensor memoryMask,
      @Nullable Tensor srcKeyPaddingMask,
      @Nullable Tensor tgtKeyPaddingMask,
      @Nullable Tensor memoryKeyPaddingMask) {
    Tensor memory = encoder.call(src, srcMask, srcKeyPaddingMask);
    return decoder.call(tgt, memory, tgtMask, memoryMask, tgtKeyPaddingMask, memoryKeyPaddingMask);
  }
}
