package dev.cresset.tools.summary;

import dev.cresset.tools.summary.Summary.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A summary as text: a line a module, as a tree, and the sums. */
final class SummaryTable {
  private static final String[] TITLES = {
    "module", "output", "parameters", "multiply-adds", "memory"
  };

  private SummaryTable() {}

  static String of(Summary summary) {
    List<String[]> lines = new ArrayList<>();
    lines.add(TITLES);
    for (int i = 0; i < summary.rows().size(); i++) {
      lines.add(line(summary.rows(), i));
    }
    int[] widths = new int[TITLES.length];
    for (String[] line : lines) {
      for (int c = 0; c < widths.length; c++) {
        widths[c] = Math.max(widths[c], line[c].length());
      }
    }
    StringBuilder text = new StringBuilder();
    for (String[] line : lines) {
      for (int c = 0; c < widths.length; c++) {
        boolean words = c < 2;
        String space = " ".repeat(widths[c] - line[c].length());
        text.append(c == 0 ? "" : "  ").append(words ? line[c] + space : space + line[c]);
      }
      text.append('\n');
    }
    return text + sums(summary);
  }

  private static String[] line(List<Row> rows, int index) {
    Row row = rows.get(index);
    String name = row.path().substring(row.path().lastIndexOf('.') + 1);
    boolean called = row.calls() > 0;
    return new String[] {
      tree(rows, index) + (name.isEmpty() ? "" : name + ": ") + row.type(),
      called ? row.output() + (row.calls() > 1 ? " ×" + row.calls() : "") : "not called",
      count(row.parameters()),
      called ? count(row.multiplyAdds()) : "",
      called ? memory(row.bytes()) : ""
    };
  }

  /** The lines of the tree before a module. */
  private static String tree(List<Row> rows, int index) {
    String path = rows.get(index).path();
    if (path.isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder(hasNext(rows, index, path) ? "├─ " : "└─ ");
    for (int dot = path.lastIndexOf('.'); dot > 0; dot = path.lastIndexOf('.', dot - 1)) {
      text.insert(0, hasNext(rows, index, path.substring(0, dot)) ? "│  " : "   ");
    }
    return text.toString();
  }

  /** Whether another module of the same parent follows behind all that is in {@code path}. */
  private static boolean hasNext(List<Row> rows, int index, String path) {
    String parent = path.substring(0, path.lastIndexOf('.') + 1);
    return rows.stream()
        .skip(index + 1L)
        .map(Row::path)
        .anyMatch(p -> p.startsWith(parent) && !p.equals(path) && !p.startsWith(path + "."));
  }

  private static String sums(Summary summary) {
    long frozen = summary.parameters() - summary.trainable();
    return String.format(
        Locale.ROOT,
        """
        %s parameters%s
        %s multiply-adds, %s floating-point operations: of products, convolutions, attention and recurrent layers
        %s of parameters and buffers, %s of inputs, %s of results op by op\
        """,
        count(summary.parameters()),
        frozen == 0 ? "" : ", " + count(frozen) + " of them frozen",
        count(summary.multiplyAdds()),
        count(2 * summary.multiplyAdds()),
        memory(summary.stateBytes()),
        memory(summary.inputBytes()),
        memory(summary.activationBytes()));
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String memory(long bytes) {
    if (bytes < 1024) {
      return bytes + " B";
    }
    boolean small = bytes < 1024 * 1024;
    return String.format(
        Locale.ROOT, "%.1f %s", bytes / (small ? 1024.0 : 1024.0 * 1024), small ? "KiB" : "MiB");
  }
}
