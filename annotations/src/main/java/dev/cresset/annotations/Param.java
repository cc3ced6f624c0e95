package dev.cresset.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A tensor that training changes; assigned from {@code param(..)}. As {@code torch.nn.Parameter}.
 *
 * <p>A null field is a parameter that is not there, as {@code register_parameter(name, None)}. The
 * state dict has it under its name in PyTorch's case: {@code inProjWeight} is {@code
 * in_proj_weight}.
 */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.CLASS)
public @interface Param {}
