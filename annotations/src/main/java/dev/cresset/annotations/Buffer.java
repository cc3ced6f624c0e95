package dev.cresset.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A tensor that belongs to the module but is not trained. As {@code register_buffer}. The state
 * dict has it under its name in PyTorch's case: {@code runningMean} is {@code running_mean}.
 */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.CLASS)
public @interface Buffer {

  /** Whether the buffer is part of the {@code stateDict}. */
  boolean persistent() default true;
}
