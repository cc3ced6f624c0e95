package dev.cresset;

import org.jspecify.annotations.Nullable;

/**
 * One place in the brackets of a tensor, as {@code x[:, 0:3, i]} has three. Made by {@link
 * Functional#all}, {@link Functional#range}, {@link Functional#at}, {@link Functional#newAxis} and
 * {@link Functional#rest}; taken by {@code get}.
 */
public sealed interface Index {

  /** A whole dimension, {@code :}. */
  record All() implements Index {}

  /**
   * Every {@code step}-th place from {@code start} to before {@code end}, {@code start:end:step};
   * negative ones count from the end.
   *
   * @param start null for the first place
   * @param end null for the size
   */
  record Range(@Nullable Long start, @Nullable Long end, long step) implements Index {}

  /** One place; the dimension goes. Negative ones count from the end. */
  record Place(long index) implements Index {}

  /** The places that a tensor of whole numbers names, or where a tensor of truths is true. */
  record Places(Tensor indices) implements Index {}

  /** A new dimension of size 1, {@code None}. */
  record NewAxis() implements Index {}

  /** As many whole dimensions as are left, {@code ...}. */
  record Rest() implements Index {}
}
