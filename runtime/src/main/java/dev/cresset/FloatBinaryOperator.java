package dev.cresset;

/**
 * A function of two floats, as {@link Functional#map map} applies it to the elements of two
 * tensors: {@code MyOps::leaky}.
 */
@FunctionalInterface
public interface FloatBinaryOperator {

  /** The function's value. */
  float applyAsFloat(float left, float right);
}
