package dev.cresset.conformance.golden.models;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Linear;

/** The seed's cell. */
public class MyCell extends MyCellModule {

  /** What it gives: the output, and the state for the next call. */
  public record State(Tensor out, Tensor h) {}

  final Linear linear;

  /** A cell of this size. */
  public MyCell(long size) {
    linear = new Linear(size, size);
  }

  @Script
  public State forward(Tensor x, Tensor h) {
    Tensor newH = linear.call(x).add(h).tanh();
    return new State(newH, newH);
  }
}
