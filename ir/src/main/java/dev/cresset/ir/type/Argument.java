package dev.cresset.ir.type;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One argument or result of a schema.
 *
 * @param name its name; empty for most results
 * @param type its type
 * @param length 2 for {@code int[2]}, where one int may stand for a list of two; else 0
 * @param alias the mark on the value itself, or null
 * @param elementAlias the mark on a list's elements, as in {@code Tensor(a)[]}, or null
 * @param defaultValue a Long, Double, Boolean, String, list of these or {@link None}; null if the
 *     argument must be given
 * @param keywordOnly whether it stands after the {@code *}
 */
public record Argument(
    String name,
    Type type,
    int length,
    @Nullable Alias alias,
    @Nullable Alias elementAlias,
    @Nullable Object defaultValue,
    boolean keywordOnly) {

  /** Whether it may be left out. */
  public boolean hasDefault() {
    return defaultValue != null;
  }

  /** Whether the op writes to the value or to its elements. */
  public boolean isWritten() {
    return alias != null && alias.write() || elementAlias != null && elementAlias.write();
  }

  /** Reads {@code Tensor(a!) self} or {@code int[2] stride=1}; a result may have no name. */
  static Argument parse(Cursor in, boolean keywordOnly, boolean result) {
    Type type = TypeText.base(in, false);
    Alias alias = in.next() == '(' ? Alias.parse(in) : null;
    Alias elementAlias = null;
    int length = 0;
    while (in.next() == '[' || in.next() == '?') {
      if (in.accepts("?")) {
        type = type.optional();
      } else {
        in.expect("[");
        length = in.accepts("]") ? 0 : lengthBeforeBracket(in);
        type = type.list();
        elementAlias = alias;
        alias = in.next() == '(' ? Alias.parse(in) : null;
      }
    }
    String name = result && (in.atEnd() || in.sees(",") || in.sees(")")) ? "" : in.word("");
    Object defaultValue = in.accepts("=") ? widened(Literals.value(in), type, length) : null;
    return new Argument(name, type, length, alias, elementAlias, defaultValue, keywordOnly);
  }

  private static int lengthBeforeBracket(Cursor in) {
    int length = Literals.number(in).intValue();
    in.expect("]");
    return length;
  }

  /** One int for a list of fixed length is that many; an int for a float is a float. */
  private static Object widened(Object value, Type type, int length) {
    if (type == Type.FLOAT && value instanceof Long whole) {
      return whole.doubleValue();
    }
    return length > 0 && value instanceof Number
        ? List.copyOf(Collections.nCopies(length, value))
        : value;
  }

  @Override
  public String toString() {
    String text = typeText(type, alias);
    if (!name.isEmpty()) {
      text += " " + name;
    }
    return defaultValue == null ? text : text + "=" + defaultText(defaultValue);
  }

  private String typeText(Type part, @Nullable Alias mark) {
    if (part instanceof Type.OptionalOf option) {
      return typeText(option.element(), mark) + "?";
    }
    if (part instanceof Type.ListOf list) {
      String bounds = length == 0 ? "[]" : "[" + length + "]";
      return typeText(list.element(), elementAlias) + bounds + (mark == null ? "" : mark);
    }
    return mark == null ? part.toString() : part.toString() + mark;
  }

  /** Equal numbers in a list of fixed length are written once, as PyTorch does from two on. */
  private String defaultText(Object value) {
    if (value instanceof Boolean truth) {
      return truth ? "True" : "False";
    }
    if (value instanceof List<?> list
        && length > 1
        && list.size() == length
        && list.stream().distinct().count() == 1) {
      return Literals.text(list.get(0));
    }
    return Literals.text(value);
  }
}
