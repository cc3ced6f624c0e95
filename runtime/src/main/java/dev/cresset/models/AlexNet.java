package dev.cresset.models;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.annotations.Shape;
import dev.cresset.nn.AdaptiveAvgPool2d;
import dev.cresset.nn.Conv2d;
import dev.cresset.nn.Dropout;
import dev.cresset.nn.Linear;
import dev.cresset.nn.MaxPool2d;
import dev.cresset.nn.ReLU;
import dev.cresset.nn.Sequential;

/**
 * AlexNet on one device (Krizhevsky, 2014) over colour images of at least 63×63. As {@code
 * torchvision.models.AlexNet}, in names, state dict and initialisation.
 */
public final class AlexNet extends AlexNetModule {
  public final Sequential features;
  public final AdaptiveAvgPool2d avgpool;
  public final Sequential classifier;

  private AlexNet(long numClasses, double dropout) {
    features =
        new Sequential(
            new Conv2d(3, 64, 11, stride(4), padding(2)),
            new ReLU(inplace(true)),
            new MaxPool2d(3, stride(2)),
            new Conv2d(64, 192, 5, padding(2)),
            new ReLU(inplace(true)),
            new MaxPool2d(3, stride(2)),
            new Conv2d(192, 384, 3, padding(1)),
            new ReLU(inplace(true)),
            new Conv2d(384, 256, 3, padding(1)),
            new ReLU(inplace(true)),
            new Conv2d(256, 256, 3, padding(1)),
            new ReLU(inplace(true)),
            new MaxPool2d(3, stride(2)));
    avgpool = new AdaptiveAvgPool2d(6, 6);
    classifier =
        new Sequential(
            new Dropout(dropout),
            new Linear(256 * 6 * 6, 4096),
            new ReLU(inplace(true)),
            new Dropout(dropout),
            new Linear(4096, 4096),
            new ReLU(inplace(true)),
            new Linear(4096, numClasses));
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

  /** 61.1 million parameters, for ImageNet's classes. As {@code torchvision.models.alexnet}. */
  public static AlexNet alexnet() {
    return alexnet(1000);
  }

  /** As {@link #alexnet()}, for so many classes. */
  public static AlexNet alexnet(long numClasses) {
    return new AlexNet(numClasses, 0.5);
  }
}
