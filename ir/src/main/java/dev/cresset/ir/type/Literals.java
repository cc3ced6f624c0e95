package dev.cresset.ir.type;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Numbers, strings and lists as TorchScript writes them. */
public final class Literals {
  private static final MathContext SEVENTEEN_DIGITS = new MathContext(17);

  private Literals() {}

  /**
   * A real in TorchScript's text: {@code 2.}, {@code 0.10000000000000001}, {@code 1e+20}, {@code
   * inf}. It reads back as the same double. PyTorch itself drops the point of whole numbers from
   * 1e10 on, so that they come back as ints; we keep it.
   */
  public static String text(double value) {
    if (Double.isNaN(value)) {
      return "nan";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    if (value == 0) {
      return 1 / value < 0 ? "-0." : "0.";
    }
    BigDecimal digits = new BigDecimal(value).round(SEVENTEEN_DIGITS).stripTrailingZeros();
    int exponent = digits.precision() - digits.scale() - 1; // as C's %.17g decides
    if (exponent < -4 || exponent >= 17) {
      String mantissa = digits.movePointLeft(exponent).toPlainString();
      return "%se%s%02d"
          .formatted(mantissa, exponent < 0 ? "-" : "+", Math.abs(exponent))
          .toLowerCase(Locale.ROOT);
    }
    String plain = digits.toPlainString();
    return plain.indexOf('.') < 0 ? plain + "." : plain;
  }

  /** A string in double quotes, with TorchScript's escapes. */
  public static String text(String value) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : value.toCharArray()) {
      switch (c) {
        case '\\' -> quoted.append("\\\\");
        case '"' -> quoted.append("\\\"");
        case '\'' -> quoted.append("\\'");
        case '\n' -> quoted.append("\\n");
        case '\t' -> quoted.append("\\t");
        case '\r' -> quoted.append("\\r");
        default -> quoted.append(c < ' ' ? "\\%03o".formatted((int) c) : String.valueOf(c));
      }
    }
    return quoted.append('"').toString();
  }

  /**
   * A value in graph text: numbers, strings, lists; truth as {@code 1} and {@code 0}, since there
   * the value's type tells.
   */
  public static String text(Object value) {
    if (value instanceof Double real) {
      return text(real.doubleValue());
    }
    if (value instanceof String string) {
      return text(string);
    }
    if (value instanceof Boolean truth) {
      return truth ? "1" : "0";
    }
    if (value instanceof List<?> list) {
      return list.stream().map(Literals::text).collect(Collectors.joining(", ", "[", "]"));
    }
    return value.toString();
  }

  /**
   * Reads a number: a {@link Double} if it has a point, an exponent or is inf or nan; else Long.
   */
  public static Number number(Cursor in) {
    in.skipSpace();
    int from = in.mark();
    boolean real = false;
    if (in.next() == '-' || in.next() == '+') {
      in.advance();
    }
    if (in.accepts("inf") || in.accepts("nan")) {
      return switch (in.since(from)) {
        case "inf", "+inf" -> Double.POSITIVE_INFINITY;
        case "-inf" -> Double.NEGATIVE_INFINITY;
        default -> Double.NaN;
      };
    }
    while (Character.isDigit(in.next()) || in.next() == '.' || in.next() == 'e') {
      char c = in.advance();
      real |= c == '.' || c == 'e';
      if (c == 'e' && (in.next() == '-' || in.next() == '+')) {
        in.advance();
      }
    }
    String text = in.since(from);
    try {
      return real ? (Number) Double.valueOf(text) : (Number) Long.valueOf(text);
    } catch (NumberFormatException notOne) {
      in.back(from);
      throw in.error("expected a number");
    }
  }

  /** Reads a string in double quotes. */
  public static String string(Cursor in) {
    in.expect("\"");
    StringBuilder value = new StringBuilder();
    for (char c = in.advance(); c != '"'; c = in.advance()) {
      value.append(c == '\\' ? escaped(in) : c);
    }
    return value.toString();
  }

  private static char escaped(Cursor in) {
    char c = in.advance();
    return switch (c) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case '0', '1', '2', '3' ->
          (char) Integer.parseInt("" + c + in.advance() + in.advance(), 8); // always three digits
      default -> c;
    };
  }

  /** Reads a number, string, {@code True}, {@code False}, {@code None} or a list of them. */
  public static Object value(Cursor in) {
    if (in.sees("\"")) {
      return string(in);
    }
    if (in.accepts("True")) {
      return true;
    }
    if (in.accepts("False")) {
      return false;
    }
    if (in.accepts("None")) {
      return None.NONE;
    }
    return in.accepts("[") ? list(in) : number(in);
  }

  private static List<Object> list(Cursor in) {
    List<Object> items = new ArrayList<>();
    while (!in.accepts("]")) {
      if (!items.isEmpty()) {
        in.expect(",");
      }
      items.add(value(in));
    }
    return List.copyOf(items);
  }
}
