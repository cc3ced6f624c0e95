package dev.cresset.nn;

import static dev.cresset.Functional.batchNorm;

import dev.cresset.Tensor;
import dev.cresset.annotations.Buffer;
import dev.cresset.annotations.Param;
import dev.cresset.annotations.Script;
import org.jspecify.annotations.Nullable;

/**
 * Each channel brought to mean 0 and variance 1 over the batch, then scaled and shifted; in
 * evaluation by the statistics seen in training. As {@code torch.nn.BatchNorm3d}.
 */
public final class BatchNorm3d extends BatchNorm3dModule {
  /** Keeps the division finite. */
  public final double eps;

  /** How much the newest batch counts in the statistics. */
  public final double momentum;

  /** Whether the statistics are the mean over all batches so far, whatever the momentum. */
  public final boolean cumulative;

  /** The scale, {@code [numFeatures]}; null if there is none. */
  @Param public final @Nullable Tensor weight;

  /** The shift, {@code [numFeatures]}; null if there is none. */
  @Param public final @Nullable Tensor bias;

  /** The mean seen so far, {@code [numFeatures]}; null if none is kept. */
  @Buffer public final @Nullable Tensor runningMean;

  /** The variance seen so far, {@code [numFeatures]}; null if none is kept. */
  @Buffer public final @Nullable Tensor runningVar;

  /** How many batches were seen, I64; null if they are not counted. */
  @Buffer public final @Nullable Tensor numBatchesTracked;

  private final String text;

  /** Over {@code numFeatures} channels. */
  public BatchNorm3d(long numFeatures, Option.ForBatchNorm... options) {
    BatchNormSettings settings = BatchNormSettings.of(options);
    this.text = settings.text(numFeatures);
    this.eps = settings.eps();
    this.momentum = settings.momentum();
    this.cumulative = settings.cumulative();
    this.weight = settings.affine() ? param(Weights.ones(numFeatures)) : null;
    this.bias = settings.affine() ? param(Weights.zeros(numFeatures)) : null;
    this.runningMean = settings.tracking() ? Weights.zeros(numFeatures) : null;
    this.runningVar = settings.tracking() ? Weights.ones(numFeatures) : null;
    this.numBatchesTracked = settings.tracking() ? Weights.count() : null;
  }

  /** {@code [n, c, d, h, w]}, and the same out. */
  @Script
  @Override
  public Tensor forward(Tensor input) {
    double newest = momentum;
    if (training && numBatchesTracked != null) {
      numBatchesTracked.add_(1);
      if (cumulative) {
        newest = 1.0 / numBatchesTracked.item();
      }
    }
    boolean ofBatch = training || runningMean == null;
    return batchNorm(input, weight, bias, runningMean, runningVar, ofBatch, newest, eps, true);
  }

  @Override
  protected String extraRepr() {
    return text;
  }
}
