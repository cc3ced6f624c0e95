package dev.cresset.ir.op;

import static dev.cresset.ir.op.Op.op;

import dev.cresset.ir.type.None;
import java.math.BigDecimal;
import java.util.List;

/** Ops on strings, as far as messages need them. */
final class StringOps {
  /** All of them. */
  static final List<Op> ALL =
      List.of(
          op("aten::len.str(str s) -> int")
              .reference(in -> (long) in.text(0).codePointCount(0, in.text(0).length())),
          op("aten::add.str(str a, str b) -> str").reference(in -> in.text(0) + in.text(1)),
          op("aten::str(t elem) -> str").reference(in -> python(in.get(0))),
          op("cresset::str_bool(bool a) -> str").reference(in -> String.valueOf(in.flag(0))),
          op("cresset::str_float(float a) -> str")
              .reference(in -> String.valueOf((float) in.real(0))),
          op("cresset::str_double(float a) -> str").reference(in -> String.valueOf(in.real(0))),
          op("aten::eq.str(str a, str b) -> bool").reference(in -> in.text(0).equals(in.text(1))),
          op("aten::ne.str(str a, str b) -> bool").reference(in -> !in.text(0).equals(in.text(1))));

  private StringOps() {}

  /** A value as Python writes it. */
  private static String python(Object value) {
    if (value instanceof Boolean truth) {
      return truth ? "True" : "False";
    } else if (value instanceof Double real) {
      return realText(real);
    }
    return value == None.NONE ? "None" : value.toString();
  }

  private static String realText(double real) {
    if (Double.isNaN(real) || Double.isInfinite(real)) {
      return Double.isNaN(real) ? "nan" : real > 0 ? "inf" : "-inf";
    }
    double size = Math.abs(real);
    if (size == 0 || size >= 1e-4 && size < 1e16) {
      String plain = new BigDecimal(Double.toString(real)).toPlainString();
      String signed = real == 0 && 1 / real < 0 ? "-0.0" : plain;
      return signed.indexOf('.') < 0 ? signed + ".0" : signed;
    }
    String text = Double.toString(real).replace(".0E", "E");
    int mark = text.indexOf('E');
    int exponent = Integer.parseInt(text.substring(mark + 1));
    return "%se%s%02d"
        .formatted(text.substring(0, mark), exponent < 0 ? "-" : "+", Math.abs(exponent));
  }
}
