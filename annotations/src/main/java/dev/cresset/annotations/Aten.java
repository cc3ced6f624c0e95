package dev.cresset.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The op that a method of the library stands for, so that the processor knows it in scripted code.
 * A call gives the op its arguments by name:
 *
 * <ul>
 *   <li>The receiver of an instance method is the first argument that is a tensor.
 *   <li>A parameter is the argument of its name in PyTorch's case: {@code startDim} is {@code
 *       start_dim}. Varargs, arrays and lists are lists, and one value where the op takes a list is
 *       a list of it, or of so many of it as the op's list has; {@code int} and {@code long} are
 *       int or Scalar, {@code float} and {@code double} float or Scalar, as the op says.
 *   <li>A parameter of type {@code KeepDims}, made by {@code keepDims(0, 2)} in the call itself, is
 *       two arguments: {@code dim}, the list of its numbers, and {@code keepdim}, true.
 *   <li>An argument without a parameter has the op's default.
 * </ul>
 *
 * <p>A record that the method returns has the op's results as components, in order. A method whose
 * parameters and result are all {@code float} or all {@code double} is the op on one number.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Aten {

  /**
   * The op's name and overload without the {@code aten::}, such as {@code "add.Tensor"}; the names
   * of other spaces are written in full, {@code "prim::dtype"}.
   */
  String value();
}
