package dev.cresset.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method to be compiled to a graph. As {@code torch.jit.script}.
 *
 * <p>On a class it marks a module without a scripted method of its own, such as a container, or,
 * with {@link #base}, a module that extends another module.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.CLASS)
public @interface Script {

  /** The module that this module extends; {@code void} if it extends the library's base alone. */
  Class<?> base() default void.class;
}
