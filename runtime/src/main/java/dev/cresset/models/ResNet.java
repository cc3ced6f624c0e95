package dev.cresset.models;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.annotations.Shape;
import dev.cresset.nn.AdaptiveAvgPool2d;
import dev.cresset.nn.BatchNorm2d;
import dev.cresset.nn.Conv2d;
import dev.cresset.nn.Layer;
import dev.cresset.nn.Linear;
import dev.cresset.nn.MaxPool2d;
import dev.cresset.nn.ReLU;
import dev.cresset.nn.Sequential;
import org.jspecify.annotations.Nullable;

/**
 * Residual networks (He and others, 2015) over colour images, usually of 224×224, with wider and
 * grouped ones. As {@code torchvision.models.ResNet}, in names, state dict and initialisation.
 */
public final class ResNet extends ResNetModule {
  /** What is known as one of them. */
  private record Plan(boolean bottleneck, int[] blocks, long groups, long widthPerGroup) {
    static Plan basic(int... blocks) {
      return new Plan(false, blocks, 1, 64);
    }

    static Plan bottleneck(int... blocks) {
      return new Plan(true, blocks, 1, 64);
    }

    Plan with(long newGroups, long newWidth) {
      return new Plan(bottleneck, blocks, newGroups, newWidth);
    }

    long expansion() {
      return bottleneck ? Bottleneck.EXPANSION : BasicBlock.EXPANSION;
    }

    Layer block(long inplanes, long planes, long stride, @Nullable Sequential downsample) {
      return bottleneck
          ? new Bottleneck(inplanes, planes, stride, downsample, groups, widthPerGroup)
          : new BasicBlock(inplanes, planes, stride, downsample);
    }
  }

  /** How many classes ImageNet has. */
  private static final long IMAGENET = 1000;

  public final Conv2d conv1;
  public final BatchNorm2d bn1;
  public final ReLU relu;
  public final MaxPool2d maxpool;
  public final Sequential layer1;
  public final Sequential layer2;
  public final Sequential layer3;
  public final Sequential layer4;
  public final AdaptiveAvgPool2d avgpool;
  public final Linear fc;

  private ResNet(Plan plan, long numClasses) {
    conv1 = new Conv2d(3, 64, 7, stride(2), padding(3), bias(false));
    bn1 = new BatchNorm2d(64);
    relu = new ReLU(inplace(true));
    maxpool = new MaxPool2d(3, stride(2), padding(1));
    long expansion = plan.expansion();
    layer1 = stage(plan, 0, 64, 64, 1);
    layer2 = stage(plan, 1, 64 * expansion, 128, 2);
    layer3 = stage(plan, 2, 128 * expansion, 256, 2);
    layer4 = stage(plan, 3, 256 * expansion, 512, 2);
    avgpool = new AdaptiveAvgPool2d(1, 1);
    fc = new Linear(512 * expansion, numClasses);
    Beginnings.convolutions(this);
  }

  private static Sequential stage(Plan plan, int index, long inplanes, long planes, long stride) {
    long out = planes * plan.expansion();
    Sequential downsample = null;
    if (stride != 1 || inplanes != out) {
      downsample =
          new Sequential(
              new Conv2d(inplanes, out, 1, stride(stride), bias(false)), new BatchNorm2d(out));
    }
    Sequential blocks = new Sequential(plan.block(inplanes, planes, stride, downsample));
    for (int i = 1; i < plan.blocks()[index]; i++) {
      blocks.add(plan.block(out, planes, 1, null));
    }
    return blocks;
  }

  /**
   * The classes' scores.
   *
   * @param x images, {@code [n, 3, h, w]}
   * @return {@code [n, numClasses]}
   */
  @Override
  @Script
  public Tensor forward(@Shape("N, 3, H, W") Tensor x) {
    Tensor out = maxpool.call(relu.call(bn1.call(conv1.call(x))));
    out = layer4.call(layer3.call(layer2.call(layer1.call(out))));
    return fc.call(avgpool.call(out).flatten(1));
  }

  /** 18 layers, 11.7 million parameters. As {@code torchvision.models.resnet18}. */
  public static ResNet resnet18() {
    return resnet18(IMAGENET);
  }

  /** As {@link #resnet18()}, for so many classes. */
  public static ResNet resnet18(long numClasses) {
    return new ResNet(Plan.basic(2, 2, 2, 2), numClasses);
  }

  /** 34 layers, 21.8 million parameters. As {@code torchvision.models.resnet34}. */
  public static ResNet resnet34() {
    return resnet34(IMAGENET);
  }

  /** As {@link #resnet34()}, for so many classes. */
  public static ResNet resnet34(long numClasses) {
    return new ResNet(Plan.basic(3, 4, 6, 3), numClasses);
  }

  /** 50 layers, 25.6 million parameters. As {@code torchvision.models.resnet50}. */
  public static ResNet resnet50() {
    return resnet50(IMAGENET);
  }

  /** As {@link #resnet50()}, for so many classes. */
  public static ResNet resnet50(long numClasses) {
    return new ResNet(Plan.bottleneck(3, 4, 6, 3), numClasses);
  }

  /** 101 layers, 44.5 million parameters. As {@code torchvision.models.resnet101}. */
  public static ResNet resnet101() {
    return resnet101(IMAGENET);
  }

  /** As {@link #resnet101()}, for so many classes. */
  public static ResNet resnet101(long numClasses) {
    return new ResNet(Plan.bottleneck(3, 4, 23, 3), numClasses);
  }

  /** 152 layers, 60.2 million parameters. As {@code torchvision.models.resnet152}. */
  public static ResNet resnet152() {
    return resnet152(IMAGENET);
  }

  /** As {@link #resnet152()}, for so many classes. */
  public static ResNet resnet152(long numClasses) {
    return new ResNet(Plan.bottleneck(3, 8, 36, 3), numClasses);
  }

  /** 50 layers in 32 groups of 4 channels. As {@code torchvision.models.resnext50_32x4d}. */
  public static ResNet resnext50_32x4d() {
    return new ResNet(Plan.bottleneck(3, 4, 6, 3).with(32, 4), IMAGENET);
  }

  /** 101 layers in 32 groups of 8 channels. As {@code torchvision.models.resnext101_32x8d}. */
  public static ResNet resnext101_32x8d() {
    return new ResNet(Plan.bottleneck(3, 4, 23, 3).with(32, 8), IMAGENET);
  }

  /** 50 layers, twice as wide inside. As {@code torchvision.models.wide_resnet50_2}. */
  public static ResNet wideResnet50_2() {
    return new ResNet(Plan.bottleneck(3, 4, 6, 3).with(1, 128), IMAGENET);
  }

  /** 101 layers, twice as wide inside. As {@code torchvision.models.wide_resnet101_2}. */
  public static ResNet wideResnet101_2() {
    return new ResNet(Plan.bottleneck(3, 4, 23, 3).with(1, 128), IMAGENET);
  }
}
