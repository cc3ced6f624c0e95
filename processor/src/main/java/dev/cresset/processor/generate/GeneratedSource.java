package dev.cresset.processor.generate;

import dev.cresset.processor.link.GraphText;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a class that is written. */
record GeneratedSource(String className, String text) {
  /** Where a statement comes from. */
  private static final Pattern COMMENT =
      Pattern.compile("[;{] // ((?:(?:\\w+ )*[\\w$]+\\.java:\\d+(?:, in [\\w$.]+)?(?:; )?)+)$");

  private static final String SLASHES = " // ";

  /**
   * This class with a method that tells for its lines the user's, as their comments do. A statement
   * of several lines ends with its comment.
   */
  GeneratedSource withLines() {
    StringBuilder entries = new StringBuilder();
    int number = 0;
    int first = 1;
    for (String line : text.lines().toList()) {
      number++;
      int slashes = line.indexOf(SLASHES);
      Matcher comment = slashes < 0 ? null : COMMENT.matcher(line);
      if (comment != null && comment.find()) {
        for (int each = first; each <= number; each++) {
          entries.append(each).append(' ').append(comment.group(1)).append('\n');
        }
      }
      if (ends(line, slashes < 0 ? line.length() : slashes)) {
        first = number + 1;
      }
    }
    List<String> pieces = GraphText.pieces(entries.toString());
    StringBuilder lines =
        new StringBuilder("/**\n * For the lines of this class those of the user's.\n */\n");
    lines.append("static String lines() {\n  return ");
    if (entries.length() == 0) {
      lines.append("\"\"");
    } else if (pieces.size() == 1) {
      lines.append(moved(TextBlock.of(pieces.get(0)), "      "));
    } else {
      lines.append("String.join(\n      \"\"");
      pieces.forEach(
          piece -> lines.append(",\n      ").append(moved(TextBlock.of(piece), "      ")));
      lines.append(")");
    }
    return with(lines.append(";\n}").toString());
  }

  /** Whether a statement, or the head of one, ends where a line does, its comment left out. */
  private static boolean ends(String line, int end) {
    return end > 0 && ";{}".indexOf(line.charAt(end - 1)) >= 0;
  }

  /** The text with all lines but the first moved in. */
  private static String moved(String text, String by) {
    return text.replace("\n", "\n" + by);
  }

  /** This class with one more member. */
  private GeneratedSource with(String member) {
    int end = text.lastIndexOf('}');
    String moved = moved("  " + member, "  ");
    return new GeneratedSource(
        className, text.substring(0, end) + "\n" + moved + "\n" + text.substring(end));
  }
}
