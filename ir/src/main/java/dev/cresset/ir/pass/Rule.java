package dev.cresset.ir.pass;

import dev.cresset.ir.graph.Value;
import java.util.function.BiPredicate;

/**
 * One law: what looks like {@code left} may be {@code right}.
 *
 * @param law the law in the words of algebra, {@code x · 1 = x}
 * @param left what to look for, a call
 * @param right what to put there: a value of {@code left}, or a call on such
 * @param where what else must be known of the value {@code x}
 * @param sameMemory whether both sides are one memory, so that it does not matter who writes to it
 */
public record Rule(
    String law,
    Pattern.Call left,
    Pattern right,
    BiPredicate<Reals, Value> where,
    boolean sameMemory) {

  /** A law that always holds. */
  public static Rule rule(String law, Pattern left, Pattern right) {
    return new Rule(law, (Pattern.Call) left, right, (reals, x) -> true, false);
  }

  /** The law where {@code x} is a tensor of reals. */
  public Rule ofReals() {
    return new Rule(law, left, right, Reals::contains, sameMemory);
  }

  /** The law, whose sides are views of one memory. */
  public Rule ofViews() {
    return new Rule(law, left, right, where, true);
  }
}
