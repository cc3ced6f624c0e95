package dev.cresset.backend.cpu;

import java.util.function.LongBinaryOperator;

/**
 * A way to make one number of many whole numbers, wrapping.
 *
 * @param start what no elements give
 * @param step what the number so far becomes with one element more
 * @param join what two parts give together
 */
public record WholeFold(long start, LongBinaryOperator step, LongBinaryOperator join) {

  /** The sum. */
  public static final WholeFold SUM = new WholeFold(0, Long::sum, Long::sum);

  /** The product. */
  public static final WholeFold PRODUCT = new WholeFold(1, (a, x) -> a * x, (a, x) -> a * x);

  /** The greatest. */
  public static final WholeFold GREATEST = new WholeFold(Long.MIN_VALUE, Math::max, Math::max);

  /** The least. */
  public static final WholeFold LEAST = new WholeFold(Long.MAX_VALUE, Math::min, Math::min);

  /** How many are not 0. */
  public static final WholeFold COUNT_NONZERO =
      new WholeFold(0, (count, x) -> x != 0 ? count + 1 : count, Long::sum);

  /** 1 if all are not 0. */
  public static final WholeFold ALL = new WholeFold(1, (all, x) -> x != 0 ? all : 0, Math::min);

  /** 1 if any is not 0. */
  public static final WholeFold ANY = new WholeFold(0, (any, x) -> x != 0 ? 1 : any, Math::max);
}
