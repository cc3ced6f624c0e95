package dev.cresset.ir.op;

import dev.cresset.ir.graph.TupleConstant;
import dev.cresset.ir.type.None;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Values as Python prints them, which is how TorchScript puts them into strings. */
final class PythonText {
  private PythonText() {}

  /** As {@code str(value)}. */
  static String of(Object value) {
    return value instanceof String text ? text : inside(value);
  }

  private static String inside(Object value) {
    if (value instanceof String text) {
      return "'" + text + "'";
    } else if (value instanceof Boolean truth) {
      return truth ? "True" : "False";
    } else if (value instanceof Double real) {
      return real(real);
    } else if (value == None.NONE) {
      return "None";
    } else if (value instanceof List<?> list) {
      return all(list, "[", "]");
    } else if (value instanceof TupleConstant tuple) {
      return all(tuple.elements(), "(", ")");
    } else if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> inside(entry.getKey()) + ": " + inside(entry.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    return value.toString();
  }

  private static String all(List<?> values, String open, String close) {
    return values.stream().map(PythonText::inside).collect(Collectors.joining(", ", open, close));
  }

  private static String real(double value) {
    if (Double.isNaN(value)) {
      return "nan";
    } else if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    double size = Math.abs(value);
    if (size == 0 || size >= 1e-4 && size < 1e16) {
      String plain = new BigDecimal(Double.toString(value)).toPlainString();
      String signed = value == 0 && 1 / value < 0 ? "-0.0" : plain;
      return signed.indexOf('.') < 0 ? signed + ".0" : signed;
    }
    String text = Double.toString(value).replace(".0E", "E");
    int mark = text.indexOf('E');
    int exponent = Integer.parseInt(text.substring(mark + 1));
    return "%se%s%02d"
        .formatted(text.substring(0, mark), exponent < 0 ? "-" : "+", Math.abs(exponent));
  }

  /** {@code template} with each {@code {}} replaced by the next value. */
  static String format(String template, List<Object> values) {
    StringBuilder text = new StringBuilder();
    int from = 0;
    for (Object value : values) {
      int place = template.indexOf("{}", from);
      if (place < 0) {
        throw new IllegalArgumentException(
            "format: '%s' has fewer places than the %d values".formatted(template, values.size()));
      }
      text.append(template, from, place).append(of(value));
      from = place + 2;
    }
    return text.append(template.substring(from)).toString();
  }
}
