package dev.cresset.script;

import dev.cresset.Tensor;
import dev.cresset.ir.graph.TensorConstant;

/** A tensor as the value of a constant; prints as TorchScript prints it there. */
public record TensorValue(Tensor tensor) implements TensorConstant {
  private static final long MOST = 10;

  /** The print: up to ten elements are told, of more only that there is a tensor. */
  @Override
  public String toString() {
    if (tensor.numel() > MOST) {
      return "<Tensor>";
    }
    return TensorPrint.of(tensor);
  }
}
