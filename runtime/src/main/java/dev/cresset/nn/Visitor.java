package dev.cresset.nn;

import dev.cresset.Tensor;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Is told what a module holds, in the order of its fields. Generated code calls it; state dicts,
 * devices, printing and linking all derive from it.
 */
public interface Visitor {

  /**
   * A parameter.
   *
   * @param parameter null if the module goes without it
   */
  default void parameter(String name, @Nullable Tensor parameter) {}

  /**
   * A buffer.
   *
   * @param buffer null if the module goes without it
   * @param persistent whether it is part of the state dict
   */
  default void buffer(String name, @Nullable Tensor buffer, boolean persistent) {}

  /**
   * A module inside this one.
   *
   * @param child null if the module goes without it
   */
  default void child(String name, @Nullable NnModule child) {}

  /**
   * A value that a scripted method reads.
   *
   * @param value a Long, Double, Boolean, String, {@code DType}, Tensor, or a list of them
   */
  default void constant(String name, @Nullable Object value) {}

  /** A whole number that a scripted method reads. */
  default void constant(String name, long value) {
    constant(name, (Object) value);
  }

  /** A real that a scripted method reads. */
  default void constant(String name, double value) {
    constant(name, (Object) value);
  }

  /** Whole numbers that a scripted method reads. */
  default void constant(String name, long @Nullable [] values) {
    constant(name, values == null ? null : (Object) Arrays.stream(values).boxed().toList());
  }

  /** Whole numbers that a scripted method reads. */
  default void constant(String name, int @Nullable [] values) {
    constant(name, values == null ? null : Arrays.stream(values).asLongStream().toArray());
  }

  /** Reals that a scripted method reads. */
  default void constant(String name, double @Nullable [] values) {
    constant(name, values == null ? null : (Object) Arrays.stream(values).boxed().toList());
  }

  /** Reals that a scripted method reads. */
  default void constant(String name, float @Nullable [] values) {
    if (values == null) {
      constant(name, (Object) null);
      return;
    }
    double[] wide = new double[values.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = values[i];
    }
    constant(name, wide);
  }
}
