package dev.cresset.models;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.BatchNorm2d;
import dev.cresset.nn.Conv2d;
import dev.cresset.nn.ReLU6;
import dev.cresset.nn.Sequential;

/**
 * More channels, a convolution of each by itself, and fewer channels again, with a way around where
 * sizes stay. As {@code torchvision.models.mobilenetv2.InvertedResidual}.
 */
public final class InvertedResidual extends InvertedResidualModule {
  public final Sequential conv;
  final boolean useResConnect;

  /** From {@code inp} channels over {@code inp · expandRatio} to {@code oup}. */
  InvertedResidual(long inp, long oup, long stride, long expandRatio) {
    long hidden = inp * expandRatio;
    Sequential layers = new Sequential();
    if (expandRatio != 1) {
      layers.add(normed(inp, hidden, 1, 1, 1));
    }
    layers.add(normed(hidden, hidden, 3, stride, hidden));
    layers.add(new Conv2d(hidden, oup, 1, bias(false)));
    layers.add(new BatchNorm2d(oup));
    conv = layers;
    useResConnect = stride == 1 && inp == oup;
  }

  /** A convolution, its batch norm and its activation. */
  static Sequential normed(long inp, long oup, long kernel, long stride, long groups) {
    return new Sequential(
        new Conv2d(
            inp,
            oup,
            kernel,
            stride(stride),
            padding((kernel - 1) / 2),
            groups(groups),
            bias(false)),
        new BatchNorm2d(oup),
        new ReLU6(inplace(true)));
  }

  @Override
  @Script
  public Tensor forward(Tensor x) {
    if (useResConnect) {
      return x.add(conv.call(x));
    }
    return conv.call(x);
  }
}
