package dev.cresset.nn;

import static dev.cresset.Functional.embeddingBag;
import static dev.cresset.Functional.embeddingRenorm_;

import dev.cresset.Tensor;
import dev.cresset.annotations.Param;
import dev.cresset.annotations.Script;
import dev.cresset.nn.init.Init;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Looks vectors up by index, and folds those of a bag into one. As {@code torch.nn.EmbeddingBag}.
 */
public final class EmbeddingBag extends EmbeddingBagModule {
  /** What becomes of a bag's vectors. */
  public enum Mode {
    /** Their sum. */
    SUM,
    /** Their mean. */
    MEAN,
    /** The greatest element of each column. */
    MAX
  }

  /** The vectors, {@code [numEmbeddings, embeddingDim]}. */
  @Param public final Tensor weight;

  /** What becomes of a bag, as ops take it: 0 for the sum, 1 for the mean, 2 for the greatest. */
  public final long mode;

  /** The index that counts for nothing, counted from 0; −1 if there is none. */
  public final long paddingIdx;

  /** Whether vectors that are looked up are cut to a largest norm, in place. */
  public final boolean renorms;

  /** That norm. */
  public final double maxNorm;

  /** Which norm. */
  public final double normType;

  /** Whether gradients are divided by how often an index occurs. */
  public final boolean scaleGradByFreq;

  /** Whether the last offset is the end of the last bag. */
  public final boolean includeLastOffset;

  /** Of means. */
  public EmbeddingBag(long numEmbeddings, long embeddingDim, Option.ForEmbeddingBag... options) {
    this(Mode.MEAN, numEmbeddings, embeddingDim, options);
  }

  /** The first values are normal; the vector of the padding index is 0. */
  public EmbeddingBag(
      Mode mode, long numEmbeddings, long embeddingDim, Option.ForEmbeddingBag... options) {
    long padding = -1;
    double largest = Double.POSITIVE_INFINITY;
    double kind = 2;
    boolean byFrequency = false;
    boolean last = false;
    for (Option.ForEmbeddingBag option : options) {
      if (option instanceof Option.PaddingIdx o) {
        padding = Embedding.index(o.index(), numEmbeddings);
      } else if (option instanceof Option.MaxNorm o) {
        largest = o.norm();
        kind = o.kind();
      } else if (option instanceof Option.ScaleGradByFreq o) {
        byFrequency = o.on();
      } else if (option instanceof Option.IncludeLastOffset o) {
        last = o.on();
      }
    }
    weight = param(Init.normal_(Weights.zeros(numEmbeddings, embeddingDim), 0, 1));
    if (padding >= 0) {
      Weights.zeroRow(weight, padding);
    }
    this.mode = mode.ordinal();
    paddingIdx = padding;
    maxNorm = largest;
    renorms = largest < Double.POSITIVE_INFINITY;
    normType = kind;
    scaleGradByFreq = byFrequency;
    includeLastOffset = last;
  }

  /**
   * Indices to vectors {@code [bags, embeddingDim]}.
   *
   * @param input {@code [bags, n]}, or all indices one after the other
   * @param offsets where each bag begins; null if {@code input} has a row for each
   * @param perSampleWeights what vectors are multiplied with, for sums alone; null for 1
   */
  @Script
  public Tensor forward(Tensor input, @Nullable Tensor offsets, @Nullable Tensor perSampleWeights) {
    if (renorms) {
      embeddingRenorm_(weight.detach(), input, maxNorm, normType);
    }
    return embeddingBag(
        weight,
        input,
        offsets,
        scaleGradByFreq,
        mode,
        perSampleWeights,
        includeLastOffset,
        paddingIdx);
  }

  @Override
  protected String extraRepr() {
    StringBuilder text = new StringBuilder();
    text.append(weight.size(0)).append(", ").append(weight.size(1));
    if (renorms) {
      text.append(", max_norm=").append(ModuleText.text(maxNorm));
    }
    if (normType != 2) {
      text.append(", norm_type=").append(ModuleText.text(normType));
    }
    if (scaleGradByFreq) {
      text.append(", scale_grad_by_freq=True");
    }
    text.append(", mode=").append(Mode.values()[(int) mode].name().toLowerCase(Locale.ROOT));
    if (paddingIdx >= 0) {
      text.append(", padding_idx=").append(paddingIdx);
    }
    return text.toString();
  }
}
