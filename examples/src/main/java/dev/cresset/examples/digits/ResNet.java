package dev.cresset.examples.digits;

import static dev.cresset.Functional.relu;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.annotations.Shape;
import dev.cresset.nn.AdaptiveAvgPool2d;
import dev.cresset.nn.BatchNorm2d;
import dev.cresset.nn.Conv2d;
import dev.cresset.nn.Linear;
import dev.cresset.nn.MaxPool2d;
import dev.cresset.nn.ModuleList;

/** A residual network for grey pictures. */
public class ResNet extends ResNetModule {
  final Conv2d conv1;
  final BatchNorm2d bn1;
  final MaxPool2d maxpool;
  final ModuleList<ResNetBlock> blocks = new ModuleList<>();
  final AdaptiveAvgPool2d avgpool;
  final Linear fc;

  /**
   * A network with weights drawn anew.
   *
   * @param numBlocks residual blocks
   * @param channels channels of each of them
   * @param numClasses classes that it tells apart
   */
  public ResNet(long numBlocks, long channels, long numClasses) {
    conv1 = new Conv2d(1, channels, 7, stride(2), padding(3));
    bn1 = new BatchNorm2d(channels);
    maxpool = new MaxPool2d(3, stride(2), padding(1));
    for (long i = 0; i < numBlocks; i++) {
      blocks.add(new ResNetBlock(channels));
    }
    avgpool = new AdaptiveAvgPool2d(1, 1);
    fc = new Linear(channels, numClasses);
  }

  @Override
  @Script
  public Tensor forward(@Shape("N, 1, H, W") Tensor x) {
    x = relu(bn1.call(conv1.call(x)));
    x = maxpool.call(x);
    for (var block : blocks) {
      x = block.call(x);
    }
    x = avgpool.call(x);
    x = x.view(x.size(0), -1);
    return fc.call(x);
  }
}
