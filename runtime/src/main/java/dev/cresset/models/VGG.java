package dev.cresset.models;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.annotations.Shape;
import dev.cresset.nn.AdaptiveAvgPool2d;
import dev.cresset.nn.BatchNorm2d;
import dev.cresset.nn.Conv2d;
import dev.cresset.nn.Dropout;
import dev.cresset.nn.Linear;
import dev.cresset.nn.MaxPool2d;
import dev.cresset.nn.ReLU;
import dev.cresset.nn.Sequential;

/**
 * Deep networks of small convolutions (Simonyan and Zisserman, 2014) over colour images of at least
 * 32×32. As {@code torchvision.models.VGG}, in names, state dict and initialisation.
 */
public final class VGG extends VGGModule {
  /** The channels of the convolutions of each of the five stages; a pool ends it. */
  private static final long[][] A = {{64}, {128}, {256, 256}, {512, 512}, {512, 512}};

  private static final long[][] B = {{64, 64}, {128, 128}, {256, 256}, {512, 512}, {512, 512}};
  private static final long[][] D = {
    {64, 64}, {128, 128}, {256, 256, 256}, {512, 512, 512}, {512, 512, 512}
  };
  private static final long[][] E = {
    {64, 64}, {128, 128}, {256, 256, 256, 256}, {512, 512, 512, 512}, {512, 512, 512, 512}
  };

  /** How many classes ImageNet has. */
  private static final long IMAGENET = 1000;

  public final Sequential features;
  public final AdaptiveAvgPool2d avgpool;
  public final Sequential classifier;

  private VGG(long[][] stages, boolean norms, long numClasses) {
    features = features(stages, norms);
    avgpool = new AdaptiveAvgPool2d(7, 7);
    classifier =
        new Sequential(
            new Linear(512 * 7 * 7, 4096),
            new ReLU(inplace(true)),
            new Dropout(),
            new Linear(4096, 4096),
            new ReLU(inplace(true)),
            new Dropout(),
            new Linear(4096, numClasses));
    Beginnings.convolutionsAndLinear(this);
  }

  private static Sequential features(long[][] stages, boolean norms) {
    Sequential layers = new Sequential();
    long channels = 3;
    for (long[] stage : stages) {
      for (long out : stage) {
        layers.add(new Conv2d(channels, out, 3, padding(1)));
        if (norms) {
          layers.add(new BatchNorm2d(out));
        }
        layers.add(new ReLU(inplace(true)));
        channels = out;
      }
      layers.add(new MaxPool2d(2, stride(2)));
    }
    return layers;
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
    return classifier.call(avgpool.call(features.call(x)).flatten(1));
  }

  /** 11 layers, for ImageNet's classes. As {@code torchvision.models.vgg11}. */
  public static VGG vgg11() {
    return vgg11(IMAGENET);
  }

  /** As {@link #vgg11()}, for so many classes. */
  public static VGG vgg11(long numClasses) {
    return new VGG(A, false, numClasses);
  }

  /** As {@link #vgg11()} with batch norms. As {@code torchvision.models.vgg11_bn}. */
  public static VGG vgg11Bn() {
    return vgg11Bn(IMAGENET);
  }

  /** As {@link #vgg11Bn()}, for so many classes. */
  public static VGG vgg11Bn(long numClasses) {
    return new VGG(A, true, numClasses);
  }

  /** 13 layers, for ImageNet's classes. As {@code torchvision.models.vgg13}. */
  public static VGG vgg13() {
    return vgg13(IMAGENET);
  }

  /** As {@link #vgg13()}, for so many classes. */
  public static VGG vgg13(long numClasses) {
    return new VGG(B, false, numClasses);
  }

  /** As {@link #vgg13()} with batch norms. As {@code torchvision.models.vgg13_bn}. */
  public static VGG vgg13Bn() {
    return vgg13Bn(IMAGENET);
  }

  /** As {@link #vgg13Bn()}, for so many classes. */
  public static VGG vgg13Bn(long numClasses) {
    return new VGG(B, true, numClasses);
  }

  /** 16 layers, for ImageNet's classes. As {@code torchvision.models.vgg16}. */
  public static VGG vgg16() {
    return vgg16(IMAGENET);
  }

  /** As {@link #vgg16()}, for so many classes. */
  public static VGG vgg16(long numClasses) {
    return new VGG(D, false, numClasses);
  }

  /** As {@link #vgg16()} with batch norms. As {@code torchvision.models.vgg16_bn}. */
  public static VGG vgg16Bn() {
    return vgg16Bn(IMAGENET);
  }

  /** As {@link #vgg16Bn()}, for so many classes. */
  public static VGG vgg16Bn(long numClasses) {
    return new VGG(D, true, numClasses);
  }

  /** 19 layers, for ImageNet's classes. As {@code torchvision.models.vgg19}. */
  public static VGG vgg19() {
    return vgg19(IMAGENET);
  }

  /** As {@link #vgg19()}, for so many classes. */
  public static VGG vgg19(long numClasses) {
    return new VGG(E, false, numClasses);
  }

  /** As {@link #vgg19()} with batch norms. As {@code torchvision.models.vgg19_bn}. */
  public static VGG vgg19Bn() {
    return vgg19Bn(IMAGENET);
  }

  /** As {@link #vgg19Bn()}, for so many classes. */
  public static VGG vgg19Bn(long numClasses) {
    return new VGG(E, true, numClasses);
  }
}
