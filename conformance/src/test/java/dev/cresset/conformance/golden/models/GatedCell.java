package dev.cresset.conformance.golden.models;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Linear;

/** The seed's cell with a decision in it. */
public class GatedCell extends GatedCellModule {
  final MyDecisionGate dg;
  final Linear linear;

  /** A cell of this size. */
  public GatedCell(long size) {
    dg = new MyDecisionGate();
    linear = new Linear(size, size);
  }

  @Script
  public MyCell.State forward(Tensor x, Tensor h) {
    Tensor newH = dg.call(linear.call(x)).add(h).tanh();
    return new MyCell.State(newH, newH);
  }
}
