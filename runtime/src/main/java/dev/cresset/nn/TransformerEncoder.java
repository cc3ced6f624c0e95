package dev.cresset.nn;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Encoder layers one after the other. As {@code torch.nn.TransformerEncoder}.
 *
 * <pre>new TransformerEncoder(() -> new TransformerEncoderLayer(256, 4), 6, null)</pre>
 */
public final class TransformerEncoder extends TransformerEncoderModule {
  /** The layers. */
  public final ModuleList<TransformerEncoderLayer> layers;

  /** The normalisation at the end; null if there is none. */
  public final @Nullable LayerNorm norm;

  /**
   * So many layers, each made anew and with first values of its own.
   *
   * @param norm the normalisation at the end; null for none
   */
  public TransformerEncoder(
      Supplier<TransformerEncoderLayer> layer, long numLayers, @Nullable LayerNorm norm) {
    layers = new ModuleList<>(Stream.generate(layer).limit(numLayers).toList());
    this.norm = norm;
  }

  /**
   * Of a sequence; see {@link TransformerEncoderLayer#forward}.
   *
   * @param mask where no place may look, {@code [t, t]}, or what is added
   * @param srcKeyPaddingMask which places are padding, {@code [n, t]}
   */
  @Script
  public Tensor forward(Tensor src, @Nullable Tensor mask, @Nullable Tensor srcKeyPaddingMask) {
    Tensor x = src;
    for (TransformerEncoderLayer layer : layers) {
      x = layer.call(x, mask, srcKeyPaddingMask);
    }
    if (norm != null) {
      x = norm.call(x);
    }
    return x;
  }
}
