package dev.cresset.examples.mlp;

import static dev.cresset.Functional.crossEntropy;
import static dev.cresset.nn.Options.lr;

import dev.cresset.Generator;
import dev.cresset.Tensor;
import dev.cresset.nn.Linear;
import dev.cresset.nn.Sequential;
import dev.cresset.nn.Tanh;
import dev.cresset.optim.Adam;
import java.io.PrintStream;

/** Tells two spirals apart with a {@link Sequential}. */
public final class Spirals {
  private static final int POINTS = 200;

  private Spirals() {}

  /** Runs the program. */
  public static void main(String... arguments) {
    run(System.out);
  }

  /** Runs the program, and prints to {@code out}. */
  public static double run(PrintStream out) {
    Tensor.manualSeed(1);
    Tensor points = points(new Generator(2));
    Tensor classes = Tensor.arange(2 * POINTS).remainder(2);
    var model =
        new Sequential(
            new Linear(2, 32), new Tanh(), new Linear(32, 32), new Tanh(), new Linear(32, 2));
    var optimizer = new Adam(model.parameters(), lr(0.01));
    double accuracy = 0;
    for (int step = 0; step <= 600; step++) {
      Tensor logits = model.call(points);
      Tensor loss = crossEntropy(logits, classes);
      optimizer.zeroGrad();
      loss.backward();
      optimizer.step();
      if (step % 100 == 0) {
        accuracy = 100.0 * logits.argmax(1).eq(classes).sum().item() / classes.numel();
        out.printf("step %3d  loss %.4f  accuracy %.1f %%%n", step, loss.item(), accuracy);
      }
    }
    return accuracy;
  }

  /** Points of one spiral and of the other in turn, {@code [2 · POINTS, 2]}. */
  private static Tensor points(Generator random) {
    float[] xy = new float[4 * POINTS];
    for (int i = 0; i < 2 * POINTS; i++) {
      double radius = (double) i / (2 * POINTS);
      double angle = 3.5 * Math.PI * radius + (i % 2) * Math.PI;
      xy[2 * i] = (float) (radius * Math.cos(angle) + 0.01 * random.normal());
      xy[2 * i + 1] = (float) (radius * Math.sin(angle) + 0.01 * random.normal());
    }
    return Tensor.fromBlob(xy, 2 * POINTS, 2);
  }
}
