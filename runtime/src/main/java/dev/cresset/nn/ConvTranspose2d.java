package dev.cresset.nn;

import static dev.cresset.Functional.convTranspose2d;

import dev.cresset.Tensor;
import dev.cresset.annotations.Param;
import dev.cresset.annotations.Script;
import org.jspecify.annotations.Nullable;

/**
 * Spreads each element of images by learned filters: the gradient of {@link Conv2d} as a layer. As
 * {@code torch.nn.ConvTranspose2d}.
 */
public final class ConvTranspose2d extends ConvTranspose2dModule {
  /** The filters, {@code [inChannels, outChannels / groups, kh, kw]}. */
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
  public ConvTranspose2d(
      long inChannels, long outChannels, long kernelSize, Option.ForConvTranspose2d... options) {
    this(inChannels, outChannels, new long[] {kernelSize, kernelSize}, options);
  }

  /** With a window of {@code kernelSize}. */
  public ConvTranspose2d(
      long inChannels,
      long outChannels,
      Option.Kernel2d kernelSize,
      Option.ForConvTranspose2d... options) {
    this(inChannels, outChannels, new long[] {kernelSize.height(), kernelSize.width()}, options);
  }

  private ConvTranspose2d(
      long inChannels, long outChannels, long[] kernel, Option.ForConvTranspose2d... options) {
    ConvSettings settings = ConvSettings.of(inChannels, outChannels, kernel, options);
    long out = outChannels / settings.groups();
    long fan = out * kernel[0] * kernel[1];
    weight = param(Weights.uniform(fan, inChannels, out, kernel[0], kernel[1]));
    bias = settings.bias() ? param(Weights.uniform(fan, outChannels)) : null;
    stride = settings.stride();
    padding = settings.padding();
    outputPadding = settings.outputPadding();
    groups = settings.groups();
    dilation = settings.dilation();
    text = settings.text();
  }

  /** {@code [n, inChannels, h, w]} to {@code [n, outChannels, h′, w′]}. */
  @Script
  @Override
  public Tensor forward(Tensor input) {
    return convTranspose2d(input, weight, bias, stride, padding, outputPadding, groups, dilation);
  }

  @Override
  protected String extraRepr() {
    return text;
  }
}
