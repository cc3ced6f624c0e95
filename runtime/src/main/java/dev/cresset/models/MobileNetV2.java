package dev.cresset.models;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.annotations.Shape;
import dev.cresset.nn.Dropout;
import dev.cresset.nn.Linear;
import dev.cresset.nn.Sequential;

/**
 * A network for small devices (Sandler and others, 2018) over colour images of at least 32×32. As
 * {@code torchvision.models.MobileNetV2}, in names of the state dict and initialisation.
 */
public final class MobileNetV2 extends MobileNetV2Module {
  /** Expansion, channels, blocks, and the first one's stride. */
  private static final long[][] STAGES = {
    {1, 16, 1, 1},
    {6, 24, 2, 2},
    {6, 32, 3, 2},
    {6, 64, 4, 2},
    {6, 96, 3, 1},
    {6, 160, 3, 2},
    {6, 320, 1, 1}
  };

  public final Sequential features;
  public final Sequential classifier;

  private MobileNetV2(long numClasses, double width) {
    long channels = eights(32 * width);
    long last = eights(1280 * Math.max(1, width));
    features = new Sequential(InvertedResidual.normed(3, channels, 3, 2, 1));
    for (long[] stage : STAGES) {
      long out = eights(stage[1] * width);
      for (long i = 0; i < stage[2]; i++) {
        features.add(new InvertedResidual(channels, out, i == 0 ? stage[3] : 1, stage[0]));
        channels = out;
      }
    }
    features.add(InvertedResidual.normed(channels, last, 1, 1, 1));
    classifier = new Sequential(new Dropout(0.2), new Linear(last, numClasses));
    Beginnings.convolutionsAndLinear(this);
  }

  /** The nearest multiple of eight that is not more than a tenth smaller. */
  private static long eights(double channels) {
    long near = Math.max(8, (long) (channels + 4) / 8 * 8);
    return near < 0.9 * channels ? near + 8 : near;
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
    return classifier.call(features.call(x).mean(2, 3));
  }

  /** 3.5 million parameters, for ImageNet's classes. As {@code torchvision.models.mobilenet_v2}. */
  public static MobileNetV2 mobilenetV2() {
    return mobilenetV2(1000, 1);
  }

  /**
   * As {@link #mobilenetV2()}.
   *
   * @param width by how much the numbers of channels are multiplied
   */
  public static MobileNetV2 mobilenetV2(long numClasses, double width) {
    return new MobileNetV2(numClasses, width);
  }
}
