package dev.cresset.nn;

import static dev.cresset.Functional.embedding;
import static dev.cresset.Functional.embeddingRenorm_;

import dev.cresset.Tensor;
import dev.cresset.annotations.Param;
import dev.cresset.annotations.Script;
import dev.cresset.nn.init.Init;

/** A learned vector for each of so many indices. As {@code torch.nn.Embedding}. */
public final class Embedding extends EmbeddingModule {
  /** The vectors, {@code [numEmbeddings, embeddingDim]}. */
  @Param public final Tensor weight;

  /** The index whose vector is no part of training, counted from 0; −1 if there is none. */
  public final long paddingIdx;

  /** Whether vectors that are looked up are cut to a largest norm, in place. */
  public final boolean renorms;

  /** That norm. */
  public final double maxNorm;

  /** Which norm. */
  public final double normType;

  /** Whether gradients are divided by how often an index occurs. */
  public final boolean scaleGradByFreq;

  /** The first values are normal; the vector of the padding index is 0. */
  public Embedding(long numEmbeddings, long embeddingDim, Option.ForEmbedding... options) {
    long padding = -1;
    double largest = Double.POSITIVE_INFINITY;
    double kind = 2;
    boolean byFrequency = false;
    for (Option.ForEmbedding option : options) {
      if (option instanceof Option.PaddingIdx o) {
        padding = index(o.index(), numEmbeddings);
      } else if (option instanceof Option.MaxNorm o) {
        largest = o.norm();
        kind = o.kind();
      } else if (option instanceof Option.ScaleGradByFreq o) {
        byFrequency = o.on();
      }
    }
    weight = param(Init.normal_(Weights.zeros(numEmbeddings, embeddingDim), 0, 1));
    if (padding >= 0) {
      Weights.zeroRow(weight, padding);
    }
    paddingIdx = padding;
    maxNorm = largest;
    renorms = largest < Double.POSITIVE_INFINITY;
    normType = kind;
    scaleGradByFreq = byFrequency;
  }

  static long index(long index, long size) {
    if (index < -size || index >= size) {
      throw new IllegalArgumentException(
          "padding_idx must be within num_embeddings: " + index + " of " + size);
    }
    return index < 0 ? index + size : index;
  }

  /** Indices {@code [*]} to vectors {@code [*, embeddingDim]}. */
  @Script
  @Override
  public Tensor forward(Tensor input) {
    if (renorms) {
      embeddingRenorm_(weight.detach(), input, maxNorm, normType);
    }
    return embedding(input, weight, paddingIdx, scaleGradByFreq);
  }

  @Override
  protected String extraRepr() {
    StringBuilder text = new StringBuilder();
    text.append(weight.size(0)).append(", ").append(weight.size(1));
    if (paddingIdx >= 0) {
      text.append(", padding_idx=").append(paddingIdx);
    }
    if (renorms) {
      text.append(", max_norm=").append(ModuleText.text(maxNorm));
    }
    if (normType != 2) {
      text.append(", norm_type=").append(ModuleText.text(normType));
    }
    if (scaleGradByFreq) {
      text.append(", scale_grad_by_freq=True");
    }
    return text.toString();
  }
}
