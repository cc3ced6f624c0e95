package dev.cresset.examples.cell;

import dev.cresset.Tensor;
import java.io.PrintStream;

/** Runs the cell over a short sequence and prints the graph that it was compiled to. */
public final class RunCell {
  private RunCell() {}

  /** Runs the program. */
  public static void main(String... arguments) {
    run(System.out);
  }

  /** Runs the program, and prints to {@code out}. */
  public static void run(PrintStream out) {
    Tensor.manualSeed(0);
    MyCell cell = new MyCell(4);
    Tensor h = Tensor.zeros(3, 4);
    for (int step = 0; step < 5; step++) {
      h = cell.call(Tensor.randn(3, 4), h).h();
    }
    out.println(h);
    out.println(MyCell_Graph.ir());
  }
}
