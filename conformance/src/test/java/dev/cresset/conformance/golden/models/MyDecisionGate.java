package dev.cresset.conformance.golden.models;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** Turns the sign of what sums to less than nothing. */
public class MyDecisionGate extends MyDecisionGateModule {

  @Override
  @Script
  public Tensor forward(Tensor x) {
    if (x.sum().gt(0).toBool()) {
      return x;
    } else {
      return x.neg();
    }
  }
}
