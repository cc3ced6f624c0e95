package dev.cresset.processor.script;

import org.jspecify.annotations.Nullable;

/** One place of {@code x.get(all(), range(0, 3), at(i))}. */
public sealed interface Index {

  /** {@code all()}: the whole dimension. */
  record All() implements Index {}

  /** {@code range(start, end)}, {@code range(start, end, step)}; null = from or to the end. */
  record Range(@Nullable Expression start, @Nullable Expression end, @Nullable Expression step)
      implements Index {}

  /** {@code at(i)}: one place; the dimension goes. */
  record Place(Expression index) implements Index {}

  /** {@code newAxis()}: a new dimension of size 1. */
  record NewAxis() implements Index {}

  /** {@code rest()}: as many whole dimensions as are left ({@code ...}). */
  record Rest() implements Index {}

  /** A boolean mask or a tensor of places. */
  record Places(Expression tensor) implements Index {}
}
