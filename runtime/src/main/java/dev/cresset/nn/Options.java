package dev.cresset.nn;

import dev.cresset.Tensor;

/**
 * Options by name, read like Python's keywords: {@code new Conv2d(3, 64, 7, stride(2),
 * padding(3))}. Modules inherit these methods; other classes import them with {@code import static
 * dev.cresset.nn.Options.*}.
 */
public abstract sealed class Options permits NnModule {

  Options() {}

  /** Window of another height than width, for layers over images. */
  public static Option.Kernel2d kernel(long height, long width) {
    return new Option.Kernel2d(height, width);
  }

  /** Window over volumes. As {@code kernel_size}. */
  public static Option.Kernel3d kernel(long depth, long height, long width) {
    return new Option.Kernel3d(depth, height, width);
  }

  /**
   * The window's step. As {@code stride}; 1 for convolutions and the window's size for pooling if
   * absent.
   */
  public static Option.Stride stride(long size) {
    return new Option.Stride(size);
  }

  /** The window's step down and right. As {@code stride}. */
  public static Option.Stride2d stride(long height, long width) {
    return new Option.Stride2d(height, width);
  }

  /** The window's step in, down and right. As {@code stride}. */
  public static Option.Stride3d stride(long depth, long height, long width) {
    return new Option.Stride3d(depth, height, width);
  }

  /** What is added on each side, in elements. As {@code padding}. */
  public static Option.Padding padding(long size) {
    return new Option.Padding(size);
  }

  /** What is added above and below, and left and right, in elements. As {@code padding}. */
  public static Option.Padding2d padding(long height, long width) {
    return new Option.Padding2d(height, width);
  }

  /** What is added on both sides of each size, in elements. As {@code padding}. */
  public static Option.Padding3d padding(long depth, long height, long width) {
    return new Option.Padding3d(depth, height, width);
  }

  /** What a transposed convolution adds at the end of each size. As {@code output_padding}. */
  public static Option.OutputPadding outputPadding(long size) {
    return new Option.OutputPadding(size);
  }

  /** What a transposed convolution adds below and right. As {@code output_padding}. */
  public static Option.OutputPadding2d outputPadding(long height, long width) {
    return new Option.OutputPadding2d(height, width);
  }

  /** What a transposed convolution adds behind, below and right. As {@code output_padding}. */
  public static Option.OutputPadding3d outputPadding(long depth, long height, long width) {
    return new Option.OutputPadding3d(depth, height, width);
  }

  /** As much padding as keeps the size, with stride 1. As {@code padding='same'}. */
  public static Option.SamePadding samePadding() {
    return new Option.SamePadding();
  }

  /** What padding consists of. As {@code padding_mode}. */
  public static Option.PaddingModeOption paddingMode(PaddingMode mode) {
    return new Option.PaddingModeOption(mode);
  }

  /** The distance between a window's elements. As {@code dilation}. */
  public static Option.Dilation dilation(long size) {
    return new Option.Dilation(size);
  }

  /** The distance between a window's elements, down and right. As {@code dilation}. */
  public static Option.Dilation2d dilation(long height, long width) {
    return new Option.Dilation2d(height, width);
  }

  /** The distance between a window's elements, in, down and right. As {@code dilation}. */
  public static Option.Dilation3d dilation(long depth, long height, long width) {
    return new Option.Dilation3d(depth, height, width);
  }

  /** Splits the channels into so many groups, each convolved by itself. As {@code groups}. */
  public static Option.Groups groups(long count) {
    return new Option.Groups(count);
  }

  /** Whether a learned bias is added. As {@code bias}; true if absent. */
  public static Option.Bias bias(boolean present) {
    return new Option.Bias(present);
  }

  /** Whether the last window may hang over the edge. As {@code ceil_mode}. */
  public static Option.CeilMode ceilMode(boolean on) {
    return new Option.CeilMode(on);
  }

  /** Whether padding counts in the mean. As {@code count_include_pad}; true if absent. */
  public static Option.CountIncludePad countIncludePad(boolean on) {
    return new Option.CountIncludePad(on);
  }

  /** What a window's sum is divided by, instead of its size. As {@code divisor_override}. */
  public static Option.DivisorOverride divisorOverride(long divisor) {
    return new Option.DivisorOverride(divisor);
  }

  /** The sizes of the result, one for each or one for all of them. As {@code size}. */
  public static Option.OutputSize outputSize(long... sizes) {
    return new Option.OutputSize(sizes);
  }

  /** What sizes are multiplied with, one for each or one for all. As {@code scale_factor}. */
  public static Option.ScaleFactor scaleFactor(double... factors) {
    return new Option.ScaleFactor(factors);
  }

  /** Whether the corners stay where they are, not the edges. As {@code align_corners}. */
  public static Option.AlignCorners alignCorners(boolean on) {
    return new Option.AlignCorners(on);
  }

  /** The small number that keeps a division finite. As {@code eps}. */
  public static Option.Eps eps(double value) {
    return new Option.Eps(value);
  }

  /**
   * How much the newest counts: the newest batch in running statistics (0.1 if absent), the
   * gradients so far in SGD (0 if absent). As {@code momentum}.
   */
  public static Option.Momentum momentum(double value) {
    return new Option.Momentum(value);
  }

  /** Running statistics are the mean over all batches so far. As {@code momentum=None}. */
  public static Option.Momentum cumulativeAverage() {
    return new Option.Momentum(null);
  }

  /**
   * Whether there is a learned scale and shift. As {@code affine}, {@code elementwise_affine}; true
   * if absent.
   */
  public static Option.Affine affine(boolean on) {
    return new Option.Affine(on);
  }

  /**
   * Whether running statistics are kept for evaluation. As {@code track_running_stats}; true if
   * absent.
   */
  public static Option.TrackRunningStats trackRunningStats(boolean on) {
    return new Option.TrackRunningStats(on);
  }

  /** The index whose vector starts as zeros and is no part of training. As {@code padding_idx}. */
  public static Option.PaddingIdx paddingIdx(long index) {
    return new Option.PaddingIdx(index);
  }

  /** Looked-up vectors of a larger 2-norm are cut to this one, in place. As {@code max_norm}. */
  public static Option.MaxNorm maxNorm(double norm) {
    return new Option.MaxNorm(norm, 2);
  }

  /**
   * Looked-up vectors whose norm of this kind is larger are cut to it, in place. As {@code
   * max_norm}, {@code norm_type}.
   */
  public static Option.MaxNorm maxNorm(double norm, double kind) {
    return new Option.MaxNorm(norm, kind);
  }

  /** Whether gradients are divided by how often an index occurs. As {@code scale_grad_by_freq}. */
  public static Option.ScaleGradByFreq scaleGradByFreq(boolean on) {
    return new Option.ScaleGradByFreq(on);
  }

  /** Whether the last offset is the end of the last bag. As {@code include_last_offset}. */
  public static Option.IncludeLastOffset includeLastOffset(boolean on) {
    return new Option.IncludeLastOffset(on);
  }

  /** The class that stands for none. As {@code blank}; 0 if absent. */
  public static Option.Blank blank(long label) {
    return new Option.Blank(label);
  }

  /** Whether losses without any alignment count as 0. As {@code zero_infinity}. */
  public static Option.ZeroInfinity zeroInfinity(boolean on) {
    return new Option.ZeroInfinity(on);
  }

  /** Whether the input is overwritten. As {@code inplace}. */
  public static Option.Inplace inplace(boolean on) {
    return new Option.Inplace(on);
  }

  /** How a loss becomes one number. As {@code reduction}; the mean if absent. */
  public static Option.ReductionOption reduction(Reduction reduction) {
    return new Option.ReductionOption(reduction);
  }

  /** Weights of classes, or of elements. As {@code weight}. */
  public static Option.Weight weight(Tensor weight) {
    return new Option.Weight(weight);
  }

  /** Weights of the positive examples, one per class. As {@code pos_weight}. */
  public static Option.PosWeight posWeight(Tensor weight) {
    return new Option.PosWeight(weight);
  }

  /** The class that counts for nothing. As {@code ignore_index}; −100 if absent. */
  public static Option.IgnoreIndex ignoreIndex(long index) {
    return new Option.IgnoreIndex(index);
  }

  /** How much of the target is spread over all classes, 0 to 1. As {@code label_smoothing}. */
  public static Option.LabelSmoothing labelSmoothing(double amount) {
    return new Option.LabelSmoothing(amount);
  }

  /** Whether the target, too, is given as logarithms. As {@code log_target}. */
  public static Option.LogTarget logTarget(boolean on) {
    return new Option.LogTarget(on);
  }

  /** By how much something is to lie apart. As {@code margin}. */
  public static Option.Margin margin(double value) {
    return new Option.Margin(value);
  }

  /** Which norm distances are taken in, or which power. As {@code p}, {@code norm_type}. */
  public static Option.NormDegree p(double value) {
    return new Option.NormDegree(value);
  }

  /** Whether the negative counts as the nearer of anchor and positive. As {@code swap}. */
  public static Option.Swap swap(boolean on) {
    return new Option.Swap(on);
  }

  /** Whether rates are given as logarithms. As {@code log_input}; true if absent. */
  public static Option.LogInput logInput(boolean on) {
    return new Option.LogInput(on);
  }

  /** Whether a loss has its constant term. As {@code full}, which is the name of an op. */
  public static Option.FullLoss fullLoss(boolean on) {
    return new Option.FullLoss(on);
  }

  /** The learning rate. As {@code lr}. */
  public static Option.LearningRate lr(double value) {
    return new Option.LearningRate(value);
  }

  /** What the momentum's newest gradient is damped by. As {@code dampening}. */
  public static Option.Dampening dampening(double value) {
    return new Option.Dampening(value);
  }

  /** Whether Nesterov's momentum is taken. As {@code nesterov}. */
  public static Option.Nesterov nesterov(boolean on) {
    return new Option.Nesterov(on);
  }

  /** The decay of weights. As {@code weight_decay}. */
  public static Option.WeightDecay weightDecay(double value) {
    return new Option.WeightDecay(value);
  }

  /** Whether steps go up the gradient. As {@code maximize}. */
  public static Option.Maximize maximize(boolean on) {
    return new Option.Maximize(on);
  }

  /** The decay of Adam's running means of gradients and of their squares. As {@code betas}. */
  public static Option.Betas betas(double first, double second) {
    return new Option.Betas(first, second);
  }

  /** Whether Adam keeps the largest second moment. As {@code amsgrad}. */
  public static Option.Amsgrad amsgrad(boolean on) {
    return new Option.Amsgrad(on);
  }

  /** The decay of RMSprop's running mean of squares; the power of ASGD's rate. As {@code alpha}. */
  public static Option.Alpha alpha(double value) {
    return new Option.Alpha(value);
  }

  /** Whether squares are taken about the running mean of gradients. As {@code centered}. */
  public static Option.Centered centered(boolean on) {
    return new Option.Centered(on);
  }

  /** How the rate falls with the steps. As {@code lr_decay}. */
  public static Option.LrDecay lrDecay(double value) {
    return new Option.LrDecay(value);
  }

  /** What Adagrad's sums of squares begin with. As {@code initial_accumulator_value}. */
  public static Option.InitialAccumulatorValue initialAccumulatorValue(double value) {
    return new Option.InitialAccumulatorValue(value);
  }

  /** The decay of Adadelta's running means of squares. As {@code rho}. */
  public static Option.Rho rho(double value) {
    return new Option.Rho(value);
  }

  /** How NAdam's momentum grows with the steps. As {@code momentum_decay}. */
  public static Option.MomentumDecay momentumDecay(double value) {
    return new Option.MomentumDecay(value);
  }

  /**
   * Whether weights decay apart from the gradient, as in AdamW. As {@code decoupled_weight_decay}.
   */
  public static Option.DecoupledWeightDecay decoupledWeightDecay(boolean on) {
    return new Option.DecoupledWeightDecay(on);
  }

  /**
   * What Rprop's step is multiplied by where the gradient's sign changed, and where it stayed. As
   * {@code etas}.
   */
  public static Option.Etas etas(double smaller, double greater) {
    return new Option.Etas(smaller, greater);
  }

  /** The smallest and the largest step of Rprop. As {@code step_sizes}. */
  public static Option.StepSizes stepSizes(double min, double max) {
    return new Option.StepSizes(min, max);
  }

  /** The decay of ASGD's weights and rate. As {@code lambd}. */
  public static Option.Lambd lambd(double value) {
    return new Option.Lambd(value);
  }

  /** The step from which ASGD averages. As {@code t0}. */
  public static Option.AverageFrom averageFrom(double step) {
    return new Option.AverageFrom(step);
  }

  /** How many iterations one step of LBFGS takes at most. As {@code max_iter}. */
  public static Option.MaxIter maxIter(long count) {
    return new Option.MaxIter(count);
  }

  /** How often one step of LBFGS computes the loss at most. As {@code max_eval}. */
  public static Option.MaxEval maxEval(long count) {
    return new Option.MaxEval(count);
  }

  /** The largest part of the gradient at which LBFGS stops. As {@code tolerance_grad}. */
  public static Option.ToleranceGrad toleranceGrad(double value) {
    return new Option.ToleranceGrad(value);
  }

  /** The change of loss or parameters at which LBFGS stops. As {@code tolerance_change}. */
  public static Option.ToleranceChange toleranceChange(double value) {
    return new Option.ToleranceChange(value);
  }

  /** How many steps LBFGS remembers. As {@code history_size}. */
  public static Option.HistorySize historySize(long count) {
    return new Option.HistorySize(count);
  }

  /** Whether LBFGS searches along its direction. As {@code line_search_fn='strong_wolfe'}. */
  public static Option.StrongWolfe strongWolfe(boolean on) {
    return new Option.StrongWolfe(on);
  }

  /** How many layers lie above each other. As {@code num_layers}. */
  public static Option.NumLayers numLayers(long count) {
    return new Option.NumLayers(count);
  }

  /** Whether batches come before steps, {@code [n, t, size]}. As {@code batch_first}. */
  public static Option.BatchFirst batchFirst(boolean on) {
    return new Option.BatchFirst(on);
  }

  /** Which part is dropped in training. As the argument {@code dropout}. */
  public static Option.DropoutRate dropoutRate(double rate) {
    return new Option.DropoutRate(rate);
  }

  /** Whether sequences are read from both ends. As {@code bidirectional}. */
  public static Option.Bidirectional bidirectional(boolean on) {
    return new Option.Bidirectional(on);
  }

  /** The size that states are projected to; 0 for none. As {@code proj_size}. */
  public static Option.ProjSize projSize(long size) {
    return new Option.ProjSize(size);
  }

  /** Whether plain recurrence goes through relu. As {@code nonlinearity='relu'}. */
  public static Option.ReluNonlinearity reluNonlinearity(boolean on) {
    return new Option.ReluNonlinearity(on);
  }

  /** Whether a learned key and value are added to all others. As {@code add_bias_kv}. */
  public static Option.AddBiasKv addBiasKv(boolean on) {
    return new Option.AddBiasKv(on);
  }

  /** Whether a key and a value of zeros are added to all others. As {@code add_zero_attn}. */
  public static Option.AddZeroAttn addZeroAttn(boolean on) {
    return new Option.AddZeroAttn(on);
  }

  /** The size of keys; that of queries if absent. As {@code kdim}. */
  public static Option.Kdim kdim(long size) {
    return new Option.Kdim(size);
  }

  /** The size of values; that of queries if absent. As {@code vdim}. */
  public static Option.Vdim vdim(long size) {
    return new Option.Vdim(size);
  }

  /** The size between the two linear layers. As {@code dim_feedforward}; 2048 if absent. */
  public static Option.DimFeedforward dimFeedforward(long size) {
    return new Option.DimFeedforward(size);
  }

  /** Whether gelu, not relu, stands between the linear layers. As {@code activation='gelu'}. */
  public static Option.GeluActivation geluActivation(boolean on) {
    return new Option.GeluActivation(on);
  }

  /** Whether normalisation comes before attention and linear layers. As {@code norm_first}. */
  public static Option.NormFirst normFirst(boolean on) {
    return new Option.NormFirst(on);
  }

  /** How many layers the encoder has. As {@code num_encoder_layers}; 6 if absent. */
  public static Option.NumEncoderLayers numEncoderLayers(long count) {
    return new Option.NumEncoderLayers(count);
  }

  /** How many layers the decoder has. As {@code num_decoder_layers}; 6 if absent. */
  public static Option.NumDecoderLayers numDecoderLayers(long count) {
    return new Option.NumDecoderLayers(count);
  }
}
