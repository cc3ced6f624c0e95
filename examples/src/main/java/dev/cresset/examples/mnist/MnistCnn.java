package dev.cresset.examples.mnist;

import static dev.cresset.Functional.logSoftmax;
import static dev.cresset.Functional.maxPool2d;
import static dev.cresset.Functional.relu;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.annotations.Shape;
import dev.cresset.nn.Conv2d;
import dev.cresset.nn.Dropout;
import dev.cresset.nn.Linear;

/** The network of PyTorch's MNIST example. */
public class MnistCnn extends MnistCnnModule {
  final Conv2d conv1 = new Conv2d(1, 16, 3);
  final Conv2d conv2 = new Conv2d(16, 32, 3);
  final Dropout dropout1 = new Dropout(0.25);
  final Dropout dropout2 = new Dropout(0.5);
  final Linear fc1 = new Linear(32 * 12 * 12, 64);
  final Linear fc2 = new Linear(64, 10);

  /** A network with weights drawn anew. */
  public MnistCnn() {}

  @Override
  @Script
  public Tensor forward(@Shape("N, 1, 28, 28") Tensor x) {
    x = relu(conv1.call(x));
    x = relu(conv2.call(x));
    x = dropout1.call(maxPool2d(x, 2)).flatten(1);
    x = dropout2.call(relu(fc1.call(x)));
    return logSoftmax(fc2.call(x), 1);
  }
}
