package dev.cresset.processor.generate;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import dev.cresset.processor.link.GraphText;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;

/** The text of a class that is written. */
record GeneratedSource(String className, String text) {
  private static final Pattern FIRST_IMPORT =
      Pattern.compile("^import (?!static )", Pattern.MULTILINE);

  /** Where a statement comes from. */
  private static final Pattern COMMENT =
      Pattern.compile("[;{] // ((?:(?:\\w+ )*[\\w$]+\\.java:\\d+(?:, in [\\w$.]+)?(?:; )?)+)$");

  /** The end of a statement, or of the head of one. */
  private static final Pattern END = Pattern.compile("[;{}](?: //.*)?$");

  static GeneratedSource of(JavaFile file) {
    String packageName = file.packageName();
    String name = file.typeSpec().name();
    return new GeneratedSource(
        packageName.isEmpty() ? name : packageName + "." + name,
        file.toString().replaceAll(" +\n", "\n"));
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
      Matcher comment = COMMENT.matcher(line);
      if (comment.find()) {
        for (int each = first; each <= number; each++) {
          entries.append(each).append(' ').append(comment.group(1)).append('\n');
        }
      }
      if (END.matcher(line).find()) {
        first = number + 1;
      }
    }
    List<CodeBlock> pieces =
        GraphText.pieces(entries.toString()).stream()
            .map(piece -> CodeBlock.of("$S", piece))
            .toList();
    MethodSpec.Builder lines =
        MethodSpec.methodBuilder("lines")
            .addJavadoc("For the lines of this class those of the user's.\n")
            .addModifiers(Modifier.STATIC)
            .returns(String.class);
    if (pieces.size() > 1) {
      lines.addStatement("return String.join($S, $L)", "", CodeBlock.join(pieces, ", "));
    } else {
      lines.addStatement("return $L", pieces.isEmpty() ? CodeBlock.of("$S", "") : pieces.get(0));
    }
    return with(lines.build().toString().replace("java.lang.String", "String"), List.of());
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
