package dev.cresset.nn;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How modules print. */
final class ModuleText {

  private ModuleText() {}

  /** PyTorch's tree: {@code Name(extra)} in one line, or children in lines of their own. */
  static String repr(NnModule module) {
    ModuleTree.checkTree(module);
    List<String> lines = new ArrayList<>();
    String extra = module.extraRepr();
    List<String> extraLines = extra.isEmpty() ? List.of() : List.of(extra.split("\n", -1));
    lines.addAll(extraLines);
    ModuleTree.Members.of(module)
        .children
        .forEach(
            (name, child) -> {
              if (child != null) { // null is an attribute there that is None, and no module
                lines.add("(" + name + "): " + child.toString().replace("\n", "\n  "));
              }
            });
    if (lines.isEmpty() || lines.size() == 1 && extraLines.size() == 1) {
      return module.typeName() + "(" + extra + ")";
    }
    return module.typeName() + "(\n  " + String.join("\n  ", lines) + "\n)";
  }

  /** One line a module: its place in the tree, its own text, the parameters in it. */
  static String summary(NnModule module) {
    List<String[]> rows = new ArrayList<>();
    rows(module.typeName(), module, "", rows);
    int width = rows.stream().mapToInt(row -> row[0].length()).max().orElse(0);
    int digits = rows.stream().mapToInt(row -> row[1].length()).max().orElse(0);
    StringBuilder text = new StringBuilder();
    for (String[] row : rows) {
      text.append(row[0]).append(" ".repeat(width - row[0].length() + 2));
      text.append(" ".repeat(digits - row[1].length())).append(row[1]).append('\n');
    }
    return text.append(count(module.numParameters())).append(" parameters").toString();
  }

  private static void rows(String line, NnModule module, String indent, List<String[]> rows) {
    rows.add(new String[] {line, count(module.numParameters())});
    Map<String, NnModule> children = module.namedChildren();
    int left = children.size();
    for (Map.Entry<String, NnModule> e : children.entrySet()) {
      boolean last = --left == 0;
      NnModule child = e.getValue();
      String own = child.namedChildren().isEmpty() ? repr(child) : child.typeName();
      rows(
          indent + (last ? "└─ " : "├─ ") + e.getKey() + ": " + own.replaceAll("\\s*\n\\s*", " "),
          child,
          indent + (last ? "   " : "│  "),
          rows);
    }
  }

  private static String count(long parameters) {
    return String.format(Locale.ROOT, "%,d", parameters);
  }

  /** Python's text of a truth value. */
  static String text(boolean value) {
    return value ? "True" : "False";
  }

  /** Python's text of a real: {@code 1e-05}, {@code 0.1}, {@code 2.0}. */
  static String text(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return Double.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
    }
    BigDecimal digits = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    int exponent = digits.precision() - digits.scale() - 1;
    if (value != 0 && (exponent < -4 || exponent >= 16)) {
      return "%se%s%02d"
          .formatted(
              digits.movePointLeft(exponent).toPlainString(),
              exponent < 0 ? "-" : "+",
              Math.abs(exponent));
    }
    String plain = digits.toPlainString();
    return plain.indexOf('.') < 0 ? plain + ".0" : plain;
  }

  /** As {@link #text(double)}, but whole numbers without a point, as Python's ints. */
  static String number(double value) {
    String text = text(value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  /** Python's text of a tuple of sizes: {@code (3,)}, {@code (3, 3)}. */
  static String tuple(long... sizes) {
    StringBuilder text = new StringBuilder("(");
    for (int i = 0; i < sizes.length; i++) {
      text.append(i == 0 ? "" : ", ").append(sizes[i]);
    }
    return text.append(sizes.length == 1 ? ",)" : ")").toString();
  }
}
