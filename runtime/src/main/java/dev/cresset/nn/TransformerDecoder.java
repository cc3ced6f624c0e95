package dev.cresset.nn;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decoder layers one after the other. As {@code torch.nn.TransformerDecoder}. */
public final class TransformerDecoder extends TransformerDecoderModule {
  /** The layers. */
  public final ModuleList<TransformerDecoderLayer> layers;

  /** The normalisation at the end; null if there is none. */
  public final @Nullable LayerNorm norm;

  /**
   * So many layers, each made anew and with first values of its own.
   *
   * @param norm the normalisation at the end; null for none
   */
  public TransformerDecoder(
      Supplier<TransformerDecoderLayer> layer, long numLayers, @Nullable LayerNorm norm) {
    layers = new ModuleList<>(Stream.generate(layer).limit(numLayers).toList());
    this.norm = norm;
  }

  /** Of a sequence and the encoder's; see {@link TransformerDecoderLayer#forward}. */
  @Script
  public Tensor forward(
      Tensor tgt,
      Tensor memory,
      @Nullable Tensor tgtMask,
      @Nullable Tensor memoryMask,
      @Nullable Tensor tgtKeyPaddingMask,
      @Nullable Tensor memoryKeyPaddingMask) {
    Tensor x = tgt;
    for (TransformerDecoderLayer layer : layers) {
      x = layer.call(x, memory, tgtMask, memoryMask, tgtKeyPaddingMask, memoryKeyPaddingMask);
    }
    if (norm != null) {
      x = norm.call(x);
    }
    return x;
  }
}
