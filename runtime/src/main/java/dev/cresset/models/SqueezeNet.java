package dev.cresset.models;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.annotations.Shape;
import dev.cresset.nn.AdaptiveAvgPool2d;
import dev.cresset.nn.Conv2d;
import dev.cresset.nn.Dropout;
import dev.cresset.nn.MaxPool2d;
import dev.cresset.nn.NnModule;
import dev.cresset.nn.ReLU;
import dev.cresset.nn.Sequential;
import dev.cresset.nn.init.Fan;
import dev.cresset.nn.init.Init;
import dev.cresset.nn.init.Nonlinearity;

/**
 * AlexNet's accuracy with fifty times fewer parameters (Iandola and others, 2016), over colour
 * images of at least 21×21. As {@code torchvision.models.SqueezeNet}, in names, state dict and
 * initialisation.
 */
public final class SqueezeNet extends SqueezeNetModule {
  public final Sequential features;
  public final Sequential classifier;

  private SqueezeNet(Sequential features, long numClasses) {
    this.features = features;
    Conv2d last = new Conv2d(512, numClasses, 1);
    classifier =
        new Sequential(new Dropout(), last, new ReLU(inplace(true)), new AdaptiveAvgPool2d(1, 1));
    for (NnModule module : modules()) {
      if (module instanceof Conv2d conv) {
        if (conv == last) {
          Init.normal_(conv.weight, 0, 0.01);
        } else {
          Init.kaimingUniform_(conv.weight, 0, Fan.IN, Nonlinearity.LEAKY_RELU);
        }
        if (conv.bias != null) {
          Init.zeros_(conv.bias);
        }
      }
    }
  }

  private static MaxPool2d pool() {
    return new MaxPool2d(3, stride(2), ceilMode(true));
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
    return classifier.call(features.call(x)).flatten(1);
  }

  /** The first version, for ImageNet's classes. As {@code torchvision.models.squeezenet1_0}. */
  public static SqueezeNet squeezenet1_0() {
    return squeezenet1_0(1000);
  }

  /** As {@link #squeezenet1_0()}, for so many classes. */
  public static SqueezeNet squeezenet1_0(long numClasses) {
    return new SqueezeNet(
        new Sequential(
            new Conv2d(3, 96, 7, stride(2)),
            new ReLU(inplace(true)),
            pool(),
            new Fire(96, 16, 64),
            new Fire(128, 16, 64),
            new Fire(128, 32, 128),
            pool(),
            new Fire(256, 32, 128),
            new Fire(256, 48, 192),
            new Fire(384, 48, 192),
            new Fire(384, 64, 256),
            pool(),
            new Fire(512, 64, 256)),
        numClasses);
  }

  /**
   * 2.4 times less work than the first version, for ImageNet's classes. As {@code
   * torchvision.models.squeezenet1_1}.
   */
  public static SqueezeNet squeezenet1_1() {
    return squeezenet1_1(1000);
  }

  /** As {@link #squeezenet1_1()}, for so many classes. */
  public static SqueezeNet squeezenet1_1(long numClasses) {
    return new SqueezeNet(
        new Sequential(
            new Conv2d(3, 64, 3, stride(2)),
            new ReLU(inplace(true)),
            pool(),
            new Fire(64, 16, 64),
            new Fire(128, 16, 64),
            pool(),
            new Fire(128, 32, 128),
            new Fire(256, 32, 128),
            pool(),
            new Fire(256, 48, 192),
            new Fire(384, 48, 192),
            new Fire(384, 64, 256),
            new Fire(512, 64, 256)),
        numClasses);
  }
}
