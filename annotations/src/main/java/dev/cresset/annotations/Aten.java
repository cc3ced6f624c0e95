package dev.cresset.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The op that a method of the library stands for, so that the processor knows it in scripted code.
 *
 * <p>The method's parameters have the names of the op's arguments, in Java's case; an argument
 * without a parameter takes the op's default.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Aten {

  /** The op's name and overload without the {@code aten::}, such as {@code "add.Tensor"}. */
  String value();
}
