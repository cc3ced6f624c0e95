package dev.cresset.conformance.golden.models;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.BatchNorm2d;
import dev.cresset.nn.Conv2d;
import dev.cresset.nn.ReLU;

/** Two convolutions and a way around them. */
public class BasicBlock extends BasicBlockModule {
  final Conv2d conv1;
  final BatchNorm2d bn1;
  final ReLU relu;
  final Conv2d conv2;
  final BatchNorm2d bn2;

  /** A block of so many channels. */
  public BasicBlock(long channels) {
    conv1 = new Conv2d(channels, channels, 3, stride(1), padding(1), bias(false));
    bn1 = new BatchNorm2d(channels);
    relu = new ReLU();
    conv2 = new Conv2d(channels, channels, 3, stride(1), padding(1), bias(false));
    bn2 = new BatchNorm2d(channels);
  }

  @Override
  @Script
  public Tensor forward(Tensor x) {
    Tensor identity = x;
    Tensor out = relu.call(bn1.call(conv1.call(x)));
    out = bn2.call(conv2.call(out));
    return relu.call(out.add(identity));
  }
}
