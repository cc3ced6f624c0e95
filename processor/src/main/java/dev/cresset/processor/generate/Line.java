package dev.cresset.processor.generate;

import java.util.List;
import java.util.Set;

/**
 * A statement of compiled code, with what is in it.
 *
 * @param reads the variables it reads or writes that were declared before it
 * @param declares the variables it declares for those after it
 */
record Line(Text text, Set<Local> reads, List<Local> declares) {

  Line {
    reads = Set.copyOf(reads);
    declares = List.copyOf(declares);
  }

  /** About how many bytecodes it is; never fewer than it has in code seen so far. */
  int cost() {
    return text.toString().length();
  }

  /** Whether it declares variables that later statements give their values. */
  boolean isWithoutValue() {
    return !declares.isEmpty() && text.toString().indexOf('=') < 0;
  }
}
