package dev.cresset.processor.generate;

import com.palantir.javapoet.JavaFile;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a class that is written. */
record GeneratedSource(String className, String text) {
  private static final Pattern FIRST_IMPORT =
      Pattern.compile("^import (?!static )", Pattern.MULTILINE);

  static GeneratedSource of(JavaFile file) {
    String packageName = file.packageName();
    String name = file.typeSpec().name();
    return new GeneratedSource(
        packageName.isEmpty() ? name : packageName + "." + name,
        file.toString().replaceAll(" +\n", "\n"));
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
    StringBuilder lines = new StringBuilder();
    for (String name : imports) {
      String simple = name.substring(name.lastIndexOf('.') + 1);
      Pattern word = Pattern.compile("(?<![\\w.$])" + simple + "(?![\\w$])");
      if (!word.matcher(added).find()) {
        continue;
      }
      if (word.matcher(text).find()) {
        added = word.matcher(added).replaceAll(name);
      } else {
        lines.append("import ").append(name).append(";\n");
      }
    }
    int end = text.lastIndexOf('}');
    Matcher first = FIRST_IMPORT.matcher(text);
    int firstImport = first.find() ? first.start() : 0;
    String indented =
        added.lines().map(l -> l.isEmpty() ? l : "  " + l).reduce("", (a, b) -> a + b + "\n");
    String whole = text.substring(0, end) + "\n" + indented + text.substring(end);
    return new GeneratedSource(
        className, whole.substring(0, firstImport) + lines + whole.substring(firstImport));
  }
}
