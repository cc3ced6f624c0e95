package dev.cresset.ir.graph;

/**
 * A tensor as the value of a constant. The graph does not know tensors, only how this one prints:
 * {@code {1.5}} for one element, a tensor's print up to ten, else {@code <Tensor>}. So a graph that
 * was read back knows the print alone, a {@link Printed}.
 */
public interface TensorConstant {
  /** The print. */
  @Override
  String toString();

  /** A tensor of which only the print is known. */
  record Printed(String text) implements TensorConstant {
    @Override
    public String toString() {
      return text;
    }
  }
}
