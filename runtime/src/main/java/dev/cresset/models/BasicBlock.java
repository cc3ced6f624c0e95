package dev.cresset.models;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.BatchNorm2d;
import dev.cresset.nn.Conv2d;
import dev.cresset.nn.ReLU;
import dev.cresset.nn.Sequential;
import org.jspecify.annotations.Nullable;

/**
 * Two convolutions of 3×3 and a way around them: the block of {@link ResNet#resnet18}. As {@code
 * torchvision.models.resnet.BasicBlock}.
 */
public final class BasicBlock extends BasicBlockModule {
  /** How many times {@code planes} channels it gives. */
  static final int EXPANSION = 1;

  public final Conv2d conv1;
  public final BatchNorm2d bn1;
  public final ReLU relu;
  public final Conv2d conv2;
  public final BatchNorm2d bn2;

  /** Brings the input to the sizes of the result; null where it has them. */
  public final @Nullable Sequential downsample;

  /** A block from {@code inplanes} channels to {@code planes}. */
  BasicBlock(long inplanes, long planes, long stride, @Nullable Sequential downsample) {
    conv1 = new Conv2d(inplanes, planes, 3, stride(stride), padding(1), bias(false));
    bn1 = new BatchNorm2d(planes);
    relu = new ReLU(inplace(true));
    conv2 = new Conv2d(planes, planes, 3, padding(1), bias(false));
    bn2 = new BatchNorm2d(planes);
    this.downsample = downsample;
  }

  @Override
  @Script
  public Tensor forward(Tensor x) {
    Tensor identity = x;
    Tensor out = relu.call(bn1.call(conv1.call(x)));
    out = bn2.call(conv2.call(out));
    if (downsample != null) {
      identity = downsample.call(x);
    }
    return relu.call(out.add(identity));
  }
}
