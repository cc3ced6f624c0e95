package dev.cresset.ir.shape;

import dev.cresset.ir.type.Cursor;
import java.util.function.Function;

/** Sizes as text: numbers and names with {@code + - * /} and brackets. */
final class SizeText {
  private final Cursor in;
  private final Function<String, Size> names;

  private SizeText(Cursor in, Function<String, Size> names) {
    this.in = in;
    this.names = names;
  }

  /** Reads a size where {@code in} stands; {@code names} says what a name is. */
  static Size parse(Cursor in, Function<String, Size> names) {
    return new SizeText(in, names).sum();
  }

  private Size sum() {
    Size sum = in.accepts("-") ? product().times(-1) : product();
    while (true) {
      if (in.accepts("+")) {
        sum = sum.plus(product());
      } else if (in.accepts("-")) {
        sum = sum.minus(product());
      } else {
        return sum;
      }
    }
  }

  private Size product() {
    Size product = one();
    while (true) {
      if (in.accepts("*")) {
        product = product.times(one());
      } else if (in.accepts("/")) {
        product = product.dividedBy(one());
      } else {
        return product;
      }
    }
  }

  private Size one() {
    if (in.accepts("(")) {
      Size inner = sum();
      in.expect(")");
      return inner;
    } else if (in.accepts("?")) {
      return Size.UNKNOWN;
    }
    int start = in.skipSpace().mark();
    String word = in.word("");
    if (!Character.isDigit(word.charAt(0))) {
      return names.apply(word);
    }
    try {
      return Size.of(Long.parseLong(word));
    } catch (NumberFormatException none) {
      in.back(start);
      throw in.error("expected a number or a name");
    }
  }
}
