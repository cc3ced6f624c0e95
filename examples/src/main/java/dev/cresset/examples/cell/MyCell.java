package dev.cresset.examples.cell;

import static dev.cresset.Functional.tanh;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Linear;

/** One step of a recurrent network: tanh(W·x + b + h). */
public class MyCell extends MyCellModule {

  /** What a step gives: its output, and the state for the next step. */
  public record State(Tensor out, Tensor h) {}

  final Linear linear;

  /** A cell over vectors of {@code size} numbers. */
  public MyCell(long size) {
    linear = new Linear(size, size);
  }

  @Script
  public State forward(Tensor x, Tensor h) {
    Tensor newH = tanh(linear.call(x).add(h));
    return new State(newH, newH);
  }
}
