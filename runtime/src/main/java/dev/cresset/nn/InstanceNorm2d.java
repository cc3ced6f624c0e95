package dev.cresset.nn;

import static dev.cresset.Functional.instanceNorm;

import dev.cresset.Tensor;
import dev.cresset.annotations.Buffer;
import dev.cresset.annotations.Param;
import dev.cresset.annotations.Script;
import org.jspecify.annotations.Nullable;

/**
 * Each channel of each example brought to mean 0 and variance 1. As {@code
 * torch.nn.InstanceNorm2d}: without scale, shift and statistics if options do not ask for them.
 */
public final class InstanceNorm2d extends InstanceNorm2dModule {
  /** Keeps the division finite. */
  public final double eps;

  /** How much the newest batch counts in the statistics; 0 if none is kept by options. */
  public final double momentum;

  /** The scale, {@code [numFeatures]}; null if there is none. */
  @Param public final @Nullable Tensor weight;

  /** The shift, {@code [numFeatures]}; null if there is none. */
  @Param public final @Nullable Tensor bias;

  /** The mean seen so far, {@code [numFeatures]}; null if none is kept. */
  @Buffer public final @Nullable Tensor runningMean;

  /** The variance seen so far, {@code [numFeatures]}; null if none is kept. */
  @Buffer public final @Nullable Tensor runningVar;

  /** A count that PyTorch has and leaves at 0; null if no statistics are kept. */
  @Buffer public final @Nullable Tensor numBatchesTracked;

  private final String text;

  /** Over {@code numFeatures} channels. */
  public InstanceNorm2d(long numFeatures, Option.ForBatchNorm... options) {
    BatchNormSettings settings = BatchNormSettings.ofInstances(options);
    this.text = settings.text(numFeatures);
    this.eps = settings.eps();
    this.momentum = settings.momentum();
    this.weight = settings.affine() ? param(Weights.ones(numFeatures)) : null;
    this.bias = settings.affine() ? param(Weights.zeros(numFeatures)) : null;
    this.runningMean = settings.tracking() ? Weights.zeros(numFeatures) : null;
    this.runningVar = settings.tracking() ? Weights.ones(numFeatures) : null;
    this.numBatchesTracked = settings.tracking() ? Weights.count() : null;
  }

  /** {@code [n, numFeatures, h, w]} or {@code [numFeatures, h, w]}, and the same out. */
  @Script
  @Override
  public Tensor forward(Tensor input) {
    boolean ofInput = training || runningMean == null;
    Tensor batch = input.dim() == 3 ? input.unsqueeze(0) : input;
    Tensor normal =
        instanceNorm(batch, weight, bias, runningMean, runningVar, ofInput, momentum, eps, true);
    return input.dim() == 3 ? normal.squeeze(0) : normal;
  }

  @Override
  protected String extraRepr() {
    return text;
  }
}
