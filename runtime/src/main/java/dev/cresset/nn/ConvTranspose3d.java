package dev.cresset.nn;

import static dev.cresset.Functional.convTranspose3d;

import dev.cresset.Tensor;
import dev.cresset.annotations.Param;
import dev.cresset.annotations.Script;
import org.jspecify.annotations.Nullable;

/**
 * Spreads each element of volumes by learned filters: the gradient of {@link Conv3d} as a layer. As
 * {@code torch.nn.ConvTranspose3d}.
 */
public final class ConvTranspose3d extends ConvTranspose3dModule {
  /** The filters, {@code [inChannels, outChannels / groups, kd, kh, kw]}. */
  @Param public final Tensor weight;

  /** What is added to each output channel, {@code [outChannels]}; null if nothing is. */
  @Param public final @Nullable Tensor bias;

  /** How far the filters' places lie apart in the result. */
  public final long[] stride;

  /** What is cut off on each side. */
  public final long[] padding;

  /** What is added at the end of each size, of the several that the convolution takes to one. */
  public final long[] outputPadding;

  /** In how many groups the channels are taken. */
  public final long groups;

  /** The distance between a filter's elements. */
  public final long[] dilation;

  private final String text;

  /** With a window of {@code kernelSize} on every size. */
  public ConvTranspose3d(
      long inChannels, long outChannels, long kernelSize, Option.ForConvTranspose3d... options) {
    this(inChannels, outChannels, new long[] {kernelSize, kernelSize, kernelSize}, options);
  }

  /** With a window of {@code kernelSize}. */
  public ConvTranspose3d(
      long inChannels,
      long outChannels,
      Option.Kernel3d kernelSize,
      Option.ForConvTranspose3d... options) {
    this(inChannels, outChannels, kernelSize.sizes(), options);
  }

  private ConvTranspose3d(
      long inChannels, long outChannels, long[] kernel, Option.ForConvTranspose3d... options) {
    ConvSettings settings = ConvSettings.of(inChannels, outChannels, kernel, options);
    long out = outChannels / settings.groups();
    long fan = out * kernel[0] * kernel[1] * kernel[2];
    weight = param(Weights.uniform(fan, inChannels, out, kernel[0], kernel[1], kernel[2]));
    bias = settings.bias() ? param(Weights.uniform(fan, outChannels)) : null;
    stride = settings.stride();
    padding = settings.padding();
    outputPadding = settings.outputPadding();
    groups = settings.groups();
    dilation = settings.dilation();
    text = settings.text();
  }

  /** {@code [n, inChannels, d, h, w]} to {@code [n, outChannels, d′, h′, w′]}. */
  @Script
  @Override
  public Tensor forward(Tensor input) {
    return convTranspose3d(input, weight, bias, stride, padding, outputPadding, groups, dilation);
  }

  @Override
  protected String extraRepr() {
    return text;
  }
}
