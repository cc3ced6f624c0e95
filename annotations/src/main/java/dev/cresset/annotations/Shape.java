package dev.cresset.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The sizes of a tensor, checked by the compiler where it can be certain. */
@Target({
  ElementType.PARAMETER,
  ElementType.METHOD,
  ElementType.FIELD,
  ElementType.LOCAL_VARIABLE,
  ElementType.RECORD_COMPONENT
})
@Retention(RetentionPolicy.CLASS)
public @interface Shape {

  /**
   * The sizes, separated by commas: numbers, fields or constructor parameters of the class, and
   * free names that stand for any size but the same one everywhere: {@code "N, 3, H, W"}.
   */
  String value();
}
