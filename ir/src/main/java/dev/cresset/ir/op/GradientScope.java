package dev.cresset.ir.op;

/** What a gradient rule may use: the op's arguments, its results, their gradients. */
public final class GradientScope extends ArgumentScope {

  GradientScope() {}

  /** The gradient of the op's result. */
  public Term dy() {
    return dy(0);
  }

  /** The gradient of result number {@code result}; zeros where none has arrived. */
  public Term dy(int result) {
    return new Term.Dy(result);
  }

  /** The op's result. */
  public Term y() {
    return y(0);
  }

  /** Result number {@code result} of the op. */
  public Term y(int result) {
    return new Term.Y(result);
  }
}
