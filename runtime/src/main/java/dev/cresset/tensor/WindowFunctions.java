package dev.cresset.tensor;

import dev.cresset.Tensor;
import dev.cresset.annotations.Aten;
import dev.cresset.tensor.eager.Composite;
import dev.cresset.tensor.eager.Convolution;
import dev.cresset.tensor.eager.Norm;
import dev.cresset.tensor.eager.Reduction;
import org.jspecify.annotations.Nullable;

/** Windows over volumes, and what regroups channels; see {@link ConvolutionFunctions}. */
public abstract class WindowFunctions extends LabelLossFunctions {

  /** Holds functions alone. */
  protected WindowFunctions() {}

  /**
   * Slides filters over volumes. As {@code torch.nn.functional.conv3d}.
   *
   * @param input volumes, {@code [n, in, d, h, w]} or {@code [in, d, h, w]}
   * @param weight filters, {@code [out, in / groups, kd, kh, kw]}
   */
  @Aten("conv3d")
  public static Tensor conv3d(
      Tensor input,
      Tensor weight,
      @Nullable Tensor bias,
      long[] stride,
      long[] padding,
      long[] dilation,
      long groups) {
    return Convolution.conv3d(input, weight, bias, stride, padding, dilation, groups);
  }

  /**
   * Slides filters over volumes; padding is {@code "same"}, which keeps the size, or {@code
   * "valid"}, none. As {@code torch.nn.functional.conv3d}.
   */
  @Aten("conv3d.padding")
  public static Tensor conv3d(
      Tensor input,
      Tensor weight,
      @Nullable Tensor bias,
      long[] stride,
      String padding,
      long[] dilation,
      long groups) {
    return Convolution.conv3d(input, weight, bias, stride, padding, dilation, groups);
  }

  /** The gradient of {@code conv3d} as a layer. As {@code torch.nn.functional.conv_transpose3d}. */
  @Aten("conv_transpose3d.input")
  public static Tensor convTranspose3d(
      Tensor input,
      Tensor weight,
      @Nullable Tensor bias,
      long[] stride,
      long[] padding,
      long[] outputPadding,
      long groups,
      long[] dilation) {
    return Convolution.convTranspose3d(
        input, weight, bias, stride, padding, outputPadding, groups, dilation);
  }

  /**
   * Each element divided by a power of the mean square of its neighbours in other channels. As
   * {@code torch.nn.functional.local_response_norm}.
   *
   * @param input {@code [n, c, ..]}, of three sizes at least
   * @param size how many channels are neighbours
   */
  @Aten("cresset::local_response_norm")
  public static Tensor localResponseNorm(
      Tensor input, long size, double alpha, double beta, double k) {
    return Norm.localResponseNorm(input, size, alpha, beta, k);
  }

  /**
   * Channels of groups one after the other as channels one from each group. As {@code
   * torch.nn.functional.channel_shuffle}.
   */
  @Aten("channel_shuffle")
  public static Tensor channelShuffle(Tensor self, long groups) {
    return Composite.channelShuffle(self, groups);
  }

  /**
   * While {@code train} is true, sets channels with probability p to what keeps mean and variance
   * of {@code selu}. As {@code torch.nn.functional.feature_alpha_dropout}.
   */
  @Aten("feature_alpha_dropout")
  public static Tensor featureAlphaDropout(Tensor input, double p, boolean train) {
    return Composite.featureAlphaDropout(input, p, train);
  }

  /**
   * The p-norm of the difference of vectors along the last dimension, which stays as 1 with {@code
   * keepdim}. As {@code torch.nn.functional.pairwise_distance}.
   */
  @Aten("pairwise_distance")
  public static Tensor pairwiseDistance(
      Tensor x1, Tensor x2, double p, double eps, boolean keepdim) {
    return Reduction.pairwiseDistance(x1, x2, p, eps, keepdim);
  }

  /**
   * What is not positive times a slope: while {@code training} is true one drawn for each between
   * {@code lower} and {@code upper}, else the one in the middle. As {@code
   * torch.nn.functional.rrelu}.
   */
  @Aten("rrelu")
  public static Tensor rrelu(Tensor self, double lower, double upper, boolean training) {
    return Composite.rrelu(self, lower, upper, training, null);
  }
}
