package dev.cresset.processor.generate;

import com.palantir.javapoet.JavaFile;
import dev.cresset.processor.link.GraphText;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a class that is written. */
record GeneratedSource(String className, String text) {
  /** Where a statement comes from. */
  private static final Pattern COMMENT =
      Pattern.compile("[;{] // ((?:(?:\\w+ )*[\\w$]+\\.java:\\d+(?:, in [\\w$.]+)?(?:; )?)+)$");

  private static final String SLASHES = " // ";

  /** The source of a file, with all texts in their places. */
  static GeneratedSource of(JavaFile file, Places places) {
    String packageName = file.packageName();
    String name = file.typeSpec().name();
    return new GeneratedSource(
        packageName.isEmpty() ? name : packageName + "." + name,
        places.filled(withoutTrailingSpaces(file.toString())));
  }

  private static String withoutTrailingSpaces(String text) {
    StringBuilder stripped = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        int end = stripped.length();
        while (end > 0 && stripped.charAt(end - 1) == ' ') {
          end--;
        }
        stripped.setLength(end);
      }
      stripped.append(c);
    }
    return stripped.toString();
  }

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
    return with(lines.append(";\n}\n").toString(), List.of());
  }

  /** Whether a statement, or the head of one, ends where a line does, its comment left out. */
  private static boolean ends(String line, int end) {
    return end > 0 && ";{}".indexOf(line.charAt(end - 1)) >= 0;
  }

  /** The text with all lines but the first moved in. */
  private static String moved(String text, String by) {
    return text.replace("\n", "\n" + by);
  }

  /**
   * This class with members that are text already.
   *
   * @param imports the classes that they name simply; where the rest of the class names another
   *     class so, they are named in full
   */
  GeneratedSource with(String members, List<String> imports) {
    if (members.isEmpty()) {
      return this;
    }
    String added = members;
    Set<String> addedNames = imports.isEmpty() ? Set.of() : names(members);
    Set<String> ownNames = imports.isEmpty() ? Set.of() : names(text);
    StringBuilder lines = new StringBuilder();
    for (String name : imports) {
      String simple = name.substring(name.lastIndexOf('.') + 1);
      if (!addedNames.contains(simple)) {
        continue;
      }
      if (ownNames.contains(simple)) {
        added = added.replaceAll("(?<![\\w.$])" + simple + "(?![\\w$])", name);
      } else {
        lines.append("import ").append(name).append(";\n");
      }
    }
    int end = text.lastIndexOf('}');
    int firstImport = firstImport();
    StringBuilder whole = new StringBuilder(text.length() + added.length() * 2);
    whole.append(text, 0, firstImport).append(lines).append(text, firstImport, end).append('\n');
    for (int from = 0; from < added.length(); ) {
      int next = added.indexOf('\n', from) + 1;
      next = next == 0 ? added.length() : next;
      whole.append(added.charAt(from) == '\n' ? "" : "  ").append(added, from, next);
      from = next;
    }
    return new GeneratedSource(className, whole.append(text, end, text.length()).toString());
  }

  /** Where the first import stands that is of a class; 0 if there is none. */
  private int firstImport() {
    int at = text.indexOf("\nimport ");
    while (at >= 0 && text.startsWith("static ", at + "\nimport ".length())) {
      at = text.indexOf("\nimport ", at + 1);
    }
    return at + 1;
  }

  /** All words of a text that could be names of classes: they begin none that is longer. */
  private static Set<String> names(String text) {
    Set<String> names = new HashSet<>();
    for (int i = 0; i < text.length(); ) {
      int end = i;
      while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
        end++;
      }
      if (end > i
          && Character.isUpperCase(text.charAt(i))
          && (i == 0 || text.charAt(i - 1) != '.')) {
        names.add(text.substring(i, end));
      }
      i = end + 1;
    }
    return names;
  }
}
