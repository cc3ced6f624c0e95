package dev.cresset.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A tensor that training changes; assigned from {@code param(..)}. As {@code torch.nn.Parameter}.
 *
 * <p>A null field is a parameter that is not there, as {@code register_parameter(name, None)}.
 */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.CLASS)
public @interface Param {}
