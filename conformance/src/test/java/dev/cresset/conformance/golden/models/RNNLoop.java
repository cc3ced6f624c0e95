package dev.cresset.conformance.golden.models;

import static dev.cresset.Functional.at;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** The cell over all steps of a sequence. */
public class RNNLoop extends RNNLoopModule {
  final GatedCell cell;

  /** A loop around a cell of this size. */
  public RNNLoop(long size) {
    cell = new GatedCell(size);
  }

  @Script
  public MyCell.State forward(Tensor xs) {
    Tensor h = Tensor.zeros(xs.dtype(), xs.size(1), xs.size(2));
    Tensor y = Tensor.zeros(xs.dtype(), xs.size(1), xs.size(2));
    for (int i = 0; i < xs.size(0); i++) {
      MyCell.State state = cell.call(xs.get(at(i)), h);
      y = state.out();
      h = state.h();
    }
    return new MyCell.State(y, h);
  }
}
