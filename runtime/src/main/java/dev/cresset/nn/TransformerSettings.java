package dev.cresset.nn;

/** What the options of transformers say. */
final class TransformerSettings {
  long dimFeedforward = 2048;
  double dropout = 0.1;
  boolean gelu;
  double eps = 1e-5;
  boolean batchFirst;
  boolean normFirst;
  long encoderLayers = 6;
  long decoderLayers = 6;

  TransformerSettings(Option... options) {
    for (Option option : options) {
      if (option instanceof Option.DimFeedforward o) {
        dimFeedforward = o.size();
      } else if (option instanceof Option.DropoutRate o) {
        dropout = o.rate();
      } else if (option instanceof Option.GeluActivation o) {
        gelu = o.on();
      } else if (option instanceof Option.Eps o) {
        eps = o.value();
      } else if (option instanceof Option.BatchFirst o) {
        batchFirst = o.on();
      } else if (option instanceof Option.NormFirst o) {
        normFirst = o.on();
      } else if (option instanceof Option.NumEncoderLayers o) {
        encoderLayers = o.count();
      } else if (option instanceof Option.NumDecoderLayers o) {
        decoderLayers = o.count();
      }
    }
  }

  MultiheadAttention attention(long dModel, long nhead) {
    return new MultiheadAttention(
        dModel, nhead, Options.dropoutRate(dropout), Options.batchFirst(batchFirst));
  }

  LayerNorm norm(long dModel) {
    return new LayerNorm(dModel, Options.eps(eps));
  }

  /** The options of one layer. */
  Option.ForTransformerLayer[] ofLayer() {
    return new Option.ForTransformerLayer[] {
      Options.dimFeedforward(dimFeedforward),
      Options.dropoutRate(dropout),
      Options.geluActivation(gelu),
      Options.eps(eps),
      Options.batchFirst(batchFirst),
      Options.normFirst(normFirst)
    };
  }
}
