package dev.cresset.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The graphs of a compiled class, written by the processor on the class it generates, so that a
 * later compilation can inline the class from its jar.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface ScriptGraph {

  /** The version of the text's form. */
  int version();

  /** A hash of the graphs, by which a parent sees that a child was compiled anew. */
  String hash();

  /** The graphs as text, cut into pieces that a class file's constants can hold. */
  String[] ir();

  /** The sizes of the constructor's layers, in the constructor's own terms, for shape checks. */
  String[] sizes() default {};
}
