package dev.cresset.examples.digits;

import static dev.cresset.Functional.relu;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.annotations.Shape;
import dev.cresset.nn.BatchNorm2d;
import dev.cresset.nn.Conv2d;

/** Two convolutions, and a way around them. */
public class ResNetBlock extends ResNetBlockModule {
  final Conv2d conv1;
  final BatchNorm2d bn1;
  final Conv2d conv2;
  final BatchNorm2d bn2;

  /** A block that takes and gives so many channels. */
  public ResNetBlock(long channels) {
    conv1 = new Conv2d(channels, channels, 3, padding(1));
    bn1 = new BatchNorm2d(channels);
    conv2 = new Conv2d(channels, channels, 3, padding(1));
    bn2 = new BatchNorm2d(channels);
  }

  @Override
  @Script
  public Tensor forward(@Shape("N, channels, H, W") Tensor x) {
    Tensor out = relu(bn1.call(conv1.call(x)));
    out = bn2.call(conv2.call(out));
    return relu(out.add(x));
  }
}
