package dev.cresset.nn;

import static dev.cresset.Functional.conv3d;
import static dev.cresset.Functional.pad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Param;
import dev.cresset.annotations.Script;
import org.jspecify.annotations.Nullable;

/** Slides learned filters over volumes. As {@code torch.nn.Conv3d}. */
public final class Conv3d extends Conv3dModule {
  /** The filters, {@code [outChannels, inChannels / groups, kd, kh, kw]}. */
  @Param public final Tensor weight;

  /** What is added to each output channel, {@code [outChannels]}; null if nothing is. */
  @Param public final @Nullable Tensor bias;

  /** The window's step. */
  public final long[] stride;

  /** Zeros that the convolution itself adds on each side. */
  public final long[] padding;

  /** The distance between the window's elements. */
  public final long[] dilation;

  /** In how many groups the channels are convolved. */
  public final long groups;

  /** What is put around the input first, in the order of {@code pad}; empty if nothing is. */
  public final long[] around;

  /** What that consists of, in the words of {@code pad}. */
  public final String padMode;

  private final String text;

  /** With a cubic window of {@code kernelSize}. */
  public Conv3d(long inChannels, long outChannels, long kernelSize, Option.ForConv3d... options) {
    this(inChannels, outChannels, new long[] {kernelSize, kernelSize, kernelSize}, options);
  }

  /** With a window of {@code kernelSize}. */
  public Conv3d(
      long inChannels, long outChannels, Option.Kernel3d kernelSize, Option.ForConv3d... options) {
    this(inChannels, outChannels, kernelSize.sizes(), options);
  }

  private Conv3d(long inChannels, long outChannels, long[] kernel, Option.ForConv3d... options) {
    ConvSettings settings = ConvSettings.of(inChannels, outChannels, kernel, options);
    long in = inChannels / settings.groups();
    long fanIn = in * kernel[0] * kernel[1] * kernel[2];
    weight = param(Weights.uniform(fanIn, outChannels, in, kernel[0], kernel[1], kernel[2]));
    bias = settings.bias() ? param(Weights.uniform(fanIn, outChannels)) : null;
    stride = settings.stride();
    padding = settings.padding();
    dilation = settings.dilation();
    groups = settings.groups();
    around = settings.around();
    padMode = settings.padMode();
    text = settings.text();
  }

  /** {@code [n, inChannels, d, h, w]} to {@code [n, outChannels, d′, h′, w′]}. */
  @Script
  @Override
  public Tensor forward(Tensor input) {
    Tensor padded = around.length == 0 ? input : pad(input, around, padMode);
    return conv3d(padded, weight, bias, stride, padding, dilation, groups);
  }

  @Override
  protected String extraRepr() {
    return text;
  }
}
