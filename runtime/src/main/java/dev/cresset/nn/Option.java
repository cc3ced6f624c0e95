package dev.cresset.nn;

import dev.cresset.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * What a layer, a loss or an optimizer takes after its sizes. The nested interfaces are the
 * families: a constructor takes those of its own, so that a wrong option is an error of javac. Made
 * by the static methods of {@link Options}.
 */
public sealed interface Option {

  /** Options of {@link Linear} and {@link Bilinear}. */
  sealed interface ForLinear extends Option {}

  /** Options of convolutions over one size. */
  sealed interface ForConv1d extends Option {}

  /** Options of convolutions over images. */
  sealed interface ForConv2d extends Option {}

  /** Options of convolutions over volumes. */
  sealed interface ForConv3d extends Option {}

  /** Options of transposed convolutions over one size. */
  sealed interface ForConvTranspose1d extends Option {}

  /** Options of transposed convolutions over images. */
  sealed interface ForConvTranspose2d extends Option {}

  /** Options of transposed convolutions over volumes. */
  sealed interface ForConvTranspose3d extends Option {}

  /** Options of the largest value in windows over one size. */
  sealed interface ForMaxPool1d extends Option {}

  /** Options of the largest value in windows over images. */
  sealed interface ForMaxPool2d extends Option {}

  /** Options of the largest value in windows over volumes. */
  sealed interface ForMaxPool3d extends Option {}

  /** Options of means over windows of one size. */
  sealed interface ForAvgPool1d extends Option {}

  /** Options of means over windows of images. */
  sealed interface ForAvgPool2d extends Option {}

  /** Options of means over windows of volumes. */
  sealed interface ForAvgPool3d extends Option {}

  /** Options of {@link LPPool1d}. */
  sealed interface ForLpPool1d extends Option {}

  /** Options of {@link LPPool2d}. */
  sealed interface ForLpPool2d extends Option {}

  /** Options of {@link MaxUnpool1d}. */
  sealed interface ForUnpool1d extends Option {}

  /** Options of {@link MaxUnpool2d}. */
  sealed interface ForUnpool2d extends Option {}

  /** Options of {@link MaxUnpool3d}. */
  sealed interface ForUnpool3d extends Option {}

  /** Options of {@link Unfold} and {@link Fold}. */
  sealed interface ForUnfold extends Option {}

  /** Options of {@link Upsample}. */
  sealed interface ForUpsample extends Option {}

  /** What every window has, the same on every size. */
  sealed interface ForWindow
      extends ForConv1d,
          ForConv2d,
          ForConv3d,
          ForConvTranspose1d,
          ForConvTranspose2d,
          ForConvTranspose3d,
          ForMaxPool1d,
          ForMaxPool2d,
          ForMaxPool3d,
          ForAvgPool1d,
          ForAvgPool2d,
          ForAvgPool3d,
          ForUnpool1d,
          ForUnpool2d,
          ForUnpool3d,
          ForUnfold {}

  /** What every window over images has, for each size. */
  sealed interface ForWindow2d
      extends ForConv2d, ForConvTranspose2d, ForMaxPool2d, ForAvgPool2d, ForUnpool2d, ForUnfold {}

  /** What every window over volumes has, for each size. */
  sealed interface ForWindow3d
      extends ForConv3d, ForConvTranspose3d, ForMaxPool3d, ForAvgPool3d, ForUnpool3d {}

  /** Options of batch normalisation, also by instance. */
  sealed interface ForBatchNorm extends Option {}

  /** Options of {@link LayerNorm}. */
  sealed interface ForLayerNorm extends Option {}

  /** Options of {@link GroupNorm}. */
  sealed interface ForGroupNorm extends Option {}

  /** Options of {@link Embedding}. */
  sealed interface ForEmbedding extends Option {}

  /** Options of activations that may overwrite their input. */
  sealed interface ForActivation extends Option {}

  /** Options of losses that only reduce. */
  sealed interface ForLoss extends Option {}

  /** Options of {@link NLLLoss}. */
  sealed interface ForNllLoss extends Option {}

  /** Options of {@link CrossEntropyLoss}. */
  sealed interface ForCrossEntropy extends Option {}

  /** Options of {@link BCELoss}. */
  sealed interface ForBce extends Option {}

  /** Options of {@link BCEWithLogitsLoss}. */
  sealed interface ForBceWithLogits extends Option {}

  /** Options of {@link KLDivLoss}. */
  sealed interface ForKlDiv extends Option {}

  /** Options of {@link TripletMarginLoss}. */
  sealed interface ForTripletMargin extends Option {}

  /** Options of {@link PoissonNLLLoss}. */
  sealed interface ForPoissonNll extends Option {}

  /** Options of {@link GaussianNLLLoss}. */
  sealed interface ForGaussianNll extends Option {}

  /** Options of {@link CTCLoss}. */
  sealed interface ForCtc extends Option {}

  /** Options of {@link EmbeddingBag}. */
  sealed interface ForEmbeddingBag extends Option {}

  /** Options of {@link MultiMarginLoss}. */
  sealed interface ForMultiMargin extends Option {}

  /** Options of {@link MultiLabelSoftMarginLoss}. */
  sealed interface ForMultiLabel extends Option {}

  /** Options of {@link RNN}. */
  sealed interface ForRnn extends Option {}

  /** Options of {@link LSTM}. */
  sealed interface ForLstm extends Option {}

  /** Options of {@link GRU}. */
  sealed interface ForGru extends Option {}

  /** Options of {@link RNNCell}. */
  sealed interface ForRnnCell extends Option {}

  /** Options of {@link LSTMCell} and {@link GRUCell}. */
  sealed interface ForCell extends Option {}

  /** Options of {@link MultiheadAttention}. */
  sealed interface ForAttention extends Option {}

  /** Options of {@link TransformerEncoderLayer} and {@link TransformerDecoderLayer}. */
  sealed interface ForTransformerLayer extends Option {}

  /** Options of {@link Transformer}. */
  sealed interface ForTransformer extends Option {}

  /** Options of the optimizer SGD. */
  sealed interface ForSgd extends Option {}

  /** Options of the optimizers Adam and AdamW. */
  sealed interface ForAdam extends Option {}

  /** Options of the optimizer RMSprop. */
  sealed interface ForRmsprop extends Option {}

  /** Options of the optimizer Adagrad. */
  sealed interface ForAdagrad extends Option {}

  /** Options of the optimizer Adadelta. */
  sealed interface ForAdadelta extends Option {}

  /** Options of the optimizer Adamax. */
  sealed interface ForAdamax extends Option {}

  /** Options of the optimizer NAdam. */
  sealed interface ForNadam extends Option {}

  /** Options of the optimizer RAdam. */
  sealed interface ForRadam extends Option {}

  /** Options of the optimizer Rprop. */
  sealed interface ForRprop extends Option {}

  /** Options of the optimizer ASGD. */
  sealed interface ForAsgd extends Option {}

  /** Options of the optimizer LBFGS. */
  sealed interface ForLbfgs extends Option {}

  /** The same window on every size. Height and width come first and second. */
  record Kernel2d(long height, long width) {}

  /** A window over volumes. */
  record Kernel3d(long depth, long height, long width) {
    long[] sizes() {
      return new long[] {depth, height, width};
    }
  }

  /** The window's step, the same on every size. */
  record Stride(long size) implements ForWindow, ForLpPool1d, ForLpPool2d {}

  /** The window's step down and right. */
  record Stride2d(long height, long width) implements ForWindow2d, ForLpPool2d {}

  /** The window's step in, down and right. */
  record Stride3d(long depth, long height, long width) implements ForWindow3d {}

  /** What is added on each side, the same on every size. */
  record Padding(long size) implements ForWindow {}

  /** What is added above and below, left and right. */
  record Padding2d(long height, long width) implements ForWindow2d {}

  /** What is added before and behind, above and below, left and right. */
  record Padding3d(long depth, long height, long width) implements ForWindow3d {}

  /** What a transposed convolution adds at the end of every size. */
  record OutputPadding(long size)
      implements ForConvTranspose1d, ForConvTranspose2d, ForConvTranspose3d {}

  /** What a transposed convolution adds below and right. */
  record OutputPadding2d(long height, long width) implements ForConvTranspose2d {}

  /** What a transposed convolution adds behind, below and right. */
  record OutputPadding3d(long depth, long height, long width) implements ForConvTranspose3d {}

  /** As much padding as keeps the size. */
  record SamePadding() implements ForConv1d, ForConv2d, ForConv3d {}

  /** What padding consists of. */
  record PaddingModeOption(PaddingMode mode) implements ForConv1d, ForConv2d, ForConv3d {}

  /** The distance between a window's elements, the same on every size. */
  record Dilation(long size)
      implements ForUnfold,
          ForConv1d,
          ForConv2d,
          ForConv3d,
          ForConvTranspose1d,
          ForConvTranspose2d,
          ForConvTranspose3d,
          ForMaxPool1d,
          ForMaxPool2d,
          ForMaxPool3d {}

  /** The distance between a window's elements, down and right. */
  record Dilation2d(long height, long width)
      implements ForUnfold, ForConv2d, ForConvTranspose2d, ForMaxPool2d {}

  /** The distance between a window's elements, in, down and right. */
  record Dilation3d(long depth, long height, long width)
      implements ForConv3d, ForConvTranspose3d, ForMaxPool3d {}

  /** Channels in so many groups, each by itself. */
  record Groups(long count)
      implements ForConv1d,
          ForConv2d,
          ForConv3d,
          ForConvTranspose1d,
          ForConvTranspose2d,
          ForConvTranspose3d {}

  /** Whether a bias is added. */
  record Bias(boolean present)
      implements ForLinear,
          ForConv1d,
          ForConv2d,
          ForConv3d,
          ForConvTranspose1d,
          ForConvTranspose2d,
          ForConvTranspose3d,
          ForRnn,
          ForLstm,
          ForGru,
          ForRnnCell,
          ForCell,
          ForAttention {}

  /** Whether the last window may hang over the edge. */
  record CeilMode(boolean on)
      implements ForLpPool1d,
          ForLpPool2d,
          ForMaxPool1d,
          ForMaxPool2d,
          ForMaxPool3d,
          ForAvgPool1d,
          ForAvgPool2d,
          ForAvgPool3d {}

  /** Whether padding counts in the mean. */
  record CountIncludePad(boolean on) implements ForAvgPool1d, ForAvgPool2d, ForAvgPool3d {}

  /** What a window's sum is divided by. */
  record DivisorOverride(long divisor) implements ForAvgPool2d, ForAvgPool3d {}

  /** The sizes after samples and channels. */
  record OutputSize(long... sizes) implements ForUpsample {}

  /** What the sizes after samples and channels are multiplied with. */
  record ScaleFactor(double... factors) implements ForUpsample {}

  /** Whether the corners stay where they are, not the edges. */
  record AlignCorners(boolean on) implements ForUpsample {}

  /** The small number that keeps a division finite. */
  record Eps(double value)
      implements ForBatchNorm,
          ForLayerNorm,
          ForGroupNorm,
          ForTripletMargin,
          ForPoissonNll,
          ForGaussianNll,
          ForAdam,
          ForRmsprop,
          ForAdagrad,
          ForAdadelta,
          ForAdamax,
          ForNadam,
          ForRadam,
          ForTransformerLayer,
          ForTransformer {}

  /** How much the newest counts; absent for the mean over all batches so far. */
  record Momentum(@Nullable Double value) implements ForBatchNorm, ForSgd, ForRmsprop {}

  /** Whether there is a learned scale and shift. */
  record Affine(boolean on) implements ForBatchNorm, ForLayerNorm, ForGroupNorm {}

  /** Whether running statistics are kept for evaluation. */
  record TrackRunningStats(boolean on) implements ForBatchNorm {}

  /** The index whose vector is no part of training. */
  record PaddingIdx(long index) implements ForEmbedding, ForEmbeddingBag {}

  /** The norm that looked-up vectors are cut to, and its kind. */
  record MaxNorm(double norm, double kind) implements ForEmbedding, ForEmbeddingBag {}

  /** Whether gradients are divided by how often an index occurs. */
  record ScaleGradByFreq(boolean on) implements ForEmbedding, ForEmbeddingBag {}

  /** Whether the last offset is the end of the last bag. */
  record IncludeLastOffset(boolean on) implements ForEmbeddingBag {}

  /** The class that stands for none. */
  record Blank(long label) implements ForCtc {}

  /** Whether losses without any alignment count as 0. */
  record ZeroInfinity(boolean on) implements ForCtc {}

  /** Whether the input is overwritten. */
  record Inplace(boolean on) implements ForActivation {}

  /** How a loss becomes one number. */
  record ReductionOption(Reduction reduction)
      implements ForCtc,
          ForLoss,
          ForNllLoss,
          ForCrossEntropy,
          ForBce,
          ForBceWithLogits,
          ForKlDiv,
          ForTripletMargin,
          ForPoissonNll,
          ForGaussianNll,
          ForMultiMargin,
          ForMultiLabel {}

  /** Weights of classes or of elements. */
  record Weight(Tensor weight)
      implements ForNllLoss,
          ForCrossEntropy,
          ForBce,
          ForBceWithLogits,
          ForMultiMargin,
          ForMultiLabel {}

  /** Weights of the positive examples. */
  record PosWeight(Tensor weight) implements ForBceWithLogits {}

  /** The class that counts for nothing. */
  record IgnoreIndex(long index) implements ForNllLoss, ForCrossEntropy {}

  /** How much of the target is spread over all classes. */
  record LabelSmoothing(double amount) implements ForCrossEntropy {}

  /** Whether the target, too, is given as logarithms. */
  record LogTarget(boolean on) implements ForKlDiv {}

  /** By how much something is to lie apart. */
  record Margin(double value) implements ForTripletMargin, ForMultiMargin {}

  /** Which norm, or which power. */
  record NormDegree(double value) implements ForTripletMargin, ForMultiMargin {}

  /** Whether the negative counts as the nearer of anchor and positive. */
  record Swap(boolean on) implements ForTripletMargin {}

  /** Whether rates are given as logarithms. */
  record LogInput(boolean on) implements ForPoissonNll {}

  /** Whether a loss has its constant term. */
  record FullLoss(boolean on) implements ForPoissonNll, ForGaussianNll {}

  /** The learning rate. */
  record LearningRate(double value)
      implements ForSgd,
          ForAdam,
          ForRmsprop,
          ForAdagrad,
          ForAdadelta,
          ForAdamax,
          ForNadam,
          ForRadam,
          ForRprop,
          ForAsgd,
          ForLbfgs {}

  /** What the momentum's newest gradient is damped by. */
  record Dampening(double value) implements ForSgd {}

  /** Whether Nesterov's momentum is taken. */
  record Nesterov(boolean on) implements ForSgd {}

  /** The decay of weights. */
  record WeightDecay(double value)
      implements ForSgd,
          ForAdam,
          ForRmsprop,
          ForAdagrad,
          ForAdadelta,
          ForAdamax,
          ForNadam,
          ForRadam,
          ForAsgd {}

  /** Whether steps go up the gradient. */
  record Maximize(boolean on)
      implements ForSgd,
          ForAdam,
          ForRmsprop,
          ForAdagrad,
          ForAdadelta,
          ForAdamax,
          ForNadam,
          ForRadam,
          ForRprop,
          ForAsgd {}

  /** The decay of two running means. */
  record Betas(double first, double second) implements ForAdam, ForAdamax, ForNadam, ForRadam {}

  /** Whether Adam keeps the largest second moment. */
  record Amsgrad(boolean on) implements ForAdam {}

  /** The decay of RMSprop's running mean of squares; the power of ASGD's falling rate. */
  record Alpha(double value) implements ForRmsprop, ForAsgd {}

  /** Whether squares are taken about the running mean of gradients. */
  record Centered(boolean on) implements ForRmsprop {}

  /** How the rate falls with the steps. */
  record LrDecay(double value) implements ForAdagrad {}

  /** What Adagrad's sums of squares begin with. */
  record InitialAccumulatorValue(double value) implements ForAdagrad {}

  /** The decay of Adadelta's running means of squares. */
  record Rho(double value) implements ForAdadelta {}

  /** How NAdam's momentum grows with the steps. */
  record MomentumDecay(double value) implements ForNadam {}

  /** Whether weights decay apart from the gradient. */
  record DecoupledWeightDecay(boolean on) implements ForNadam, ForRadam {}

  /** What Rprop's step is multiplied by where the gradient's sign changed, and where it stayed. */
  record Etas(double smaller, double greater) implements ForRprop {}

  /** The smallest and the largest step of Rprop. */
  record StepSizes(double min, double max) implements ForRprop {}

  /** The decay of ASGD's weights and rate. */
  record Lambd(double value) implements ForAsgd {}

  /** The step from which ASGD averages. */
  record AverageFrom(double step) implements ForAsgd {}

  /** How many iterations one step of LBFGS takes at most. */
  record MaxIter(long count) implements ForLbfgs {}

  /** How often one step of LBFGS computes the loss at most. */
  record MaxEval(long count) implements ForLbfgs {}

  /** The gradient at which LBFGS stops. */
  record ToleranceGrad(double value) implements ForLbfgs {}

  /** The change of loss or parameters at which LBFGS stops. */
  record ToleranceChange(double value) implements ForLbfgs {}

  /** How many steps LBFGS remembers. */
  record HistorySize(long count) implements ForLbfgs {}

  /** Whether LBFGS searches along its direction. */
  record StrongWolfe(boolean on) implements ForLbfgs {}

  /** How many layers lie above each other. */
  record NumLayers(long count) implements ForRnn, ForLstm, ForGru {}

  /** Whether batches come before steps. */
  record BatchFirst(boolean on)
      implements ForRnn, ForLstm, ForGru, ForAttention, ForTransformerLayer, ForTransformer {}

  /** Which part is dropped. */
  record DropoutRate(double rate)
      implements ForRnn, ForLstm, ForGru, ForAttention, ForTransformerLayer, ForTransformer {}

  /** Whether sequences are read from both ends. */
  record Bidirectional(boolean on) implements ForRnn, ForLstm, ForGru {}

  /** The size that states are projected to. */
  record ProjSize(long size) implements ForLstm {}

  /** Whether plain recurrence goes through relu. */
  record ReluNonlinearity(boolean on) implements ForRnn, ForRnnCell {}

  /** Whether a learned key and value are added. */
  record AddBiasKv(boolean on) implements ForAttention {}

  /** Whether a key and a value of zeros are added. */
  record AddZeroAttn(boolean on) implements ForAttention {}

  /** The size of keys. */
  record Kdim(long size) implements ForAttention {}

  /** The size of values. */
  record Vdim(long size) implements ForAttention {}

  /** The size between the two linear layers. */
  record DimFeedforward(long size) implements ForTransformerLayer, ForTransformer {}

  /** Whether gelu, not relu, stands between the two linear layers. */
  record GeluActivation(boolean on) implements ForTransformerLayer, ForTransformer {}

  /** Whether normalisation comes before attention and linear layers. */
  record NormFirst(boolean on) implements ForTransformerLayer, ForTransformer {}

  /** How many layers the encoder has. */
  record NumEncoderLayers(long count) implements ForTransformer {}

  /** How many layers the decoder has. */
  record NumDecoderLayers(long count) implements ForTransformer {}
}
