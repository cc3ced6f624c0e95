package dev.cresset.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A method that scripted code may call and that stays plain Java. As {@code torch.jit.ignore}.
 *
 * <p>Freezing and exporting refuse a model that calls one, and name it.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Ignore {}
