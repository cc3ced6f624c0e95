package dev.cresset.processor.generate;

import dev.cresset.ir.type.None;
import dev.cresset.ir.type.Type;
import dev.cresset.processor.generate.Code.Binds;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Constants and lists as Java writes them. */
final class Literal {
  private static final Pattern SMALL = Pattern.compile("-?\\d{1,9}L");

  private Literal() {}

  /** The constant {@code value} of {@code type}. */
  static Code of(Object value, Type type) {
    if (value == None.NONE) {
      return Code.of("null");
    } else if (value instanceof Long whole) {
      return number(whole + "L");
    } else if (value instanceof Double real) {
      return real(real);
    } else if (value instanceof Boolean) {
      return Code.of("$L", value);
    } else if (value instanceof String text) {
      return Code.of("$S", text);
    } else if (value instanceof List<?> items && type instanceof Type.ListOf list) {
      return list(list, items.stream().map(each -> of(each, list.element())).toList());
    }
    throw new Inexpressible("a constant of type " + type);
  }

  private static Code real(double value) {
    if (Double.isNaN(value)) {
      return Code.of("Double.NaN");
    } else if (Double.isInfinite(value)) {
      return Code.of(value > 0 ? "Double.POSITIVE_INFINITY" : "Double.NEGATIVE_INFINITY");
    }
    return number(Double.toString(value));
  }

  private static Code number(String text) {
    Binds binds = text.startsWith("-") ? Binds.UNARY : Binds.TIGHT;
    return new Code(Text.of("$L", text), Set.of(), binds, false);
  }

  /** A list of these. */
  static Code list(Type.ListOf type, List<Code> elements) {
    Text items = EagerCalls.join(elements);
    Set<Local> reads = EagerCalls.reads(elements);
    if (Held.isArray(type)) {
      boolean whole = type.element() == Type.INT;
      Text values =
          whole ? Text.join(elements.stream().map(Literal::plain).toList(), ",$W") : items;
      Text array = Text.of("new $T[] {$L}", Held.of(type.element()), values);
      return new Code(array, reads, Binds.TIGHT, false);
    }
    boolean holes = type.element() instanceof Type.OptionalOf;
    Text list =
        Text.of("$T.$L($L)", holes ? Arrays.class : List.class, holes ? "asList" : "of", items);
    return new Code(list, reads, Binds.TIGHT, false);
  }

  /** A whole number where a long is asked for: without its L if it is small. */
  static Text plain(Code code) {
    String text = code.java();
    return SMALL.matcher(text).matches()
        ? Text.of(text.substring(0, text.length() - 1))
        : code.text();
  }
}
