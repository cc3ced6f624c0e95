package dev.cresset;

/**
 * A function of one float, as {@link Tensor#map map} applies it to each element: {@code
 * MyOps::gelu}.
 */
@FunctionalInterface
public interface FloatUnaryOperator {

  /** The function's value. */
  float applyAsFloat(float operand);
}
