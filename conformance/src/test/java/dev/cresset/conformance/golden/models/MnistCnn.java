package dev.cresset.conformance.golden.models;

import static dev.cresset.Functional.logSoftmax;
import static dev.cresset.Functional.maxPool2d;
import static dev.cresset.Functional.relu;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Conv2d;
import dev.cresset.nn.Dropout;
import dev.cresset.nn.Dropout2d;
import dev.cresset.nn.Linear;

/** The convolutional network of PyTorch's MNIST example. */
public class MnistCnn extends MnistCnnModule {
  final Conv2d conv1;
  final Conv2d conv2;
  final Dropout2d conv2Drop;
  final Linear fc1;
  final Dropout drop;
  final Linear fc2;

  /** A network whose dropout forgets with probability {@code p}. */
  public MnistCnn(double p) {
    conv1 = new Conv2d(1, 10, 5);
    conv2 = new Conv2d(10, 20, 5);
    conv2Drop = new Dropout2d(p);
    fc1 = new Linear(320, 50);
    drop = new Dropout(p);
    fc2 = new Linear(50, 10);
  }

  @Override
  @Script
  public Tensor forward(Tensor x) {
    x = relu(maxPool2d(conv1.call(x), 2));
    x = relu(maxPool2d(conv2Drop.call(conv2.call(x)), 2));
    x = x.reshape(-1, 320);
    x = drop.call(relu(fc1.call(x)));
    x = fc2.call(x);
    return logSoftmax(x, 1);
  }
}
