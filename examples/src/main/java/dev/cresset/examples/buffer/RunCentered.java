package dev.cresset.examples.buffer;

import dev.cresset.Tensor;
import java.io.PrintStream;

/** Shows how a buffer changes in training and stays in evaluation. */
public final class RunCentered {
  private RunCentered() {}

  /** Runs the program. */
  public static void main(String... arguments) {
    run(System.out);
  }

  /** Runs the program, and prints to {@code out}. */
  public static void run(PrintStream out) {
    Tensor.manualSeed(0);
    Centered centered = new Centered(3);
    Tensor x = Tensor.randn(100, 3).add(5);
    for (int step = 0; step < 50; step++) {
      centered.call(x);
    }
    out.println("state dict: " + centered.stateDict());
    out.println("mean of what comes out: " + centered.eval().call(x).mean(0));
  }
}
