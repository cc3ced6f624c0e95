package dev.cresset.models;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.BatchNorm2d;
import dev.cresset.nn.Conv2d;
import dev.cresset.nn.ReLU;
import dev.cresset.nn.Sequential;
import org.jspecify.annotations.Nullable;

/**
 * Convolutions of 1×1, 3×3 and 1×1 and a way around them: the block of {@link ResNet#resnet50}. The
 * stride is that of the 3×3 (ResNet v1.5). As {@code torchvision.models.resnet.Bottleneck}.
 */
public final class Bottleneck extends BottleneckModule {
  /** How many times {@code planes} channels it gives. */
  static final int EXPANSION = 4;

  public final Conv2d conv1;
  public final BatchNorm2d bn1;
  public final Conv2d conv2;
  public final BatchNorm2d bn2;
  public final Conv2d conv3;
  public final BatchNorm2d bn3;
  public final ReLU relu;

  /** Brings the input to the sizes of the result; null where it has them. */
  public final @Nullable Sequential downsample;

  /**
   * A block from {@code inplanes} channels to {@code 4 · planes}.
   *
   * @param groups into how many parts the channels of the 3×3 are split
   * @param widthPerGroup how many channels each part has where {@code planes} is 64
   */
  Bottleneck(
      long inplanes,
      long planes,
      long stride,
      @Nullable Sequential downsample,
      long groups,
      long widthPerGroup) {
    long width = planes * widthPerGroup / 64 * groups;
    conv1 = new Conv2d(inplanes, width, 1, bias(false));
    bn1 = new BatchNorm2d(width);
    conv2 = new Conv2d(width, width, 3, stride(stride), padding(1), groups(groups), bias(false));
    bn2 = new BatchNorm2d(width);
    conv3 = new Conv2d(width, planes * EXPANSION, 1, bias(false));
    bn3 = new BatchNorm2d(planes * EXPANSION);
    relu = new ReLU(inplace(true));
    this.downsample = downsample;
  }

  @Override
  @Script
  public Tensor forward(Tensor x) {
    Tensor identity = x;
    Tensor out = relu.call(bn1.call(conv1.call(x)));
    out = relu.call(bn2.call(conv2.call(out)));
    out = bn3.call(conv3.call(out));
    if (downsample != null) {
      identity = downsample.call(x);
    }
    return relu.call(out.add(identity));
  }
}
