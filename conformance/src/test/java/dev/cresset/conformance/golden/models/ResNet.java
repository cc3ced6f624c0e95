package dev.cresset.conformance.golden.models;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.AdaptiveAvgPool2d;
import dev.cresset.nn.BatchNorm2d;
import dev.cresset.nn.Conv2d;
import dev.cresset.nn.Linear;
import dev.cresset.nn.MaxPool2d;
import dev.cresset.nn.ReLU;
import dev.cresset.nn.Sequential;

/** The seed's ResNet. */
public class ResNet extends ResNetModule {
  final Conv2d conv1;
  final BatchNorm2d bn1;
  final ReLU relu;
  final MaxPool2d maxpool;
  final Sequential layers;
  final AdaptiveAvgPool2d avgpool;
  final Linear fc;

  /** A network of so many blocks. */
  public ResNet(long numBlocks, long numClasses, long channels) {
    conv1 = new Conv2d(3, channels, 7, stride(2), padding(3), bias(false));
    bn1 = new BatchNorm2d(channels);
    relu = new ReLU();
    maxpool = new MaxPool2d(3, stride(2), padding(1));
    layers = new Sequential();
    for (long i = 0; i < numBlocks; i++) {
      layers.add(new BasicBlock(channels));
    }
    avgpool = new AdaptiveAvgPool2d(1, 1);
    fc = new Linear(channels, numClasses);
  }

  @Override
  @Script
  public Tensor forward(Tensor x) {
    x = maxpool.call(relu.call(bn1.call(conv1.call(x))));
    x = layers.call(x);
    x = avgpool.call(x);
    x = x.flatten(1);
    return fc.call(x);
  }
}
