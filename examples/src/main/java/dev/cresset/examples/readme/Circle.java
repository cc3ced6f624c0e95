package dev.cresset.examples.readme;

import static dev.cresset.Functional.crossEntropy;
import static dev.cresset.Functional.tanh;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.annotations.Shape;
import dev.cresset.ir.type.DType;
import dev.cresset.nn.Linear;
import dev.cresset.optim.Adam;

/** Learns which points of a square lie inside of a circle. */
public class Circle extends CircleModule { // the superclass is generated
  final Linear hidden = new Linear(2, 16);
  final Linear output = new Linear(16, 2);

  @Override
  @Script
  public Tensor forward(@Shape("N, 2") Tensor x) {
    return output.call(tanh(hidden.call(x)));
  }

  /** Trains and prints. */
  public static void main(String... arguments) {
    Tensor.manualSeed(1);
    Tensor points = Tensor.rand(512, 2).mul(2).sub(1);
    Tensor inside = points.square().sum(1).lt(0.5).to(DType.I64);
    var model = new Circle();
    var optimizer = new Adam(model.parameters(), lr(0.02));
    for (int step = 0; step <= 300; step++) {
      Tensor logits = model.call(points); // hooks, then the compiled forward
      Tensor loss = crossEntropy(logits, inside);
      optimizer.zeroGrad();
      loss.backward();
      optimizer.step();
      if (step % 100 == 0) {
        double right = logits.argmax(1).eq(inside).sum().item() / inside.numel();
        System.out.printf("step %3d  loss %.3f  right %.1f %%%n", step, loss.item(), 100 * right);
      }
    }
  }
}
