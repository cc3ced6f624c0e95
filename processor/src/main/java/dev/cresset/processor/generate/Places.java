package dev.cresset.processor.generate;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Texts for which JavaPoet keeps a place only. It imports the types that they name and says what
 * these are called in the file; the texts themselves are put in afterwards, as JavaPoet takes
 * longer to write a body than all else takes to make it.
 */
final class Places {
  private static final char OPEN = '\u0001';
  private static final char NAME = '\u0002';
  private static final char CLOSE = '\u0003';
  private static final char MEMBERS = '\u0004';

  private final List<Text> texts = new ArrayList<>();

  /** The place of a text, which begins where the place stands. */
  CodeBlock of(Text text) {
    CodeBlock.Builder place = CodeBlock.builder().add("$L", OPEN + String.valueOf(texts.size()));
    text.types().forEach(type -> place.add("$L$T", NAME, type));
    texts.add(text);
    return place.add("$L", CLOSE).build();
  }

  /** The place of members, as an initializer block; they come last in the class. */
  CodeBlock members(Text text) {
    return CodeBlock.builder().add("$L", MEMBERS).add(of(text)).build();
  }

  /** A file with each text in its place. */
  String filled(String file) {
    StringBuilder filled = new StringBuilder(file.length() * 2);
    StringBuilder members = new StringBuilder();
    int from = 0;
    for (int open = file.indexOf(OPEN); open >= 0; open = file.indexOf(OPEN, from)) {
      int close = file.indexOf(CLOSE, open);
      int indent = indent(file, open);
      int start = file.startsWith(" ".repeat(indent), open - indent) ? open - indent : open;
      if (file.charAt(open - 1) == MEMBERS) { // without the braces of the block
        filled.append(file, from, file.lastIndexOf('{', open));
        trim(filled);
        write(file, open, close, indent - 2, members);
        from = file.indexOf('}', close) + 1;
        from += filled.charAt(filled.length() - 1) == '{' ? 1 : 0; // no blank line comes first
      } else {
        filled.append(file, from, start);
        write(file, open, close, indent, filled);
        boolean ended =
            filled.charAt(filled.length() - 1) == '\n' && file.charAt(close + 1) == '\n';
        from = close + (ended ? 2 : 1);
      }
    }
    int end = file.lastIndexOf('}');
    return filled
        .append(file, from, end)
        .append(members)
        .append(file, end, file.length())
        .toString();
  }

  private void write(String file, int open, int close, int indent, StringBuilder to) {
    String[] parts = file.substring(open + 1, close).split(String.valueOf(NAME), -1);
    Text text = texts.get(Integer.parseInt(parts[0]));
    Map<TypeName, String> names = new LinkedHashMap<>();
    for (TypeName type : text.types()) {
      names.put(type, parts[names.size() + 1]);
    }
    new Layout(to, indent, names).write(text);
  }

  /** Takes the blanks at the end away. */
  private static void trim(StringBuilder text) {
    int end = text.length();
    while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    text.setLength(end);
  }

  /** How far the line is moved in on which {@code at} stands. */
  private static int indent(String file, int at) {
    int start = file.lastIndexOf('\n', at) + 1;
    int end = start;
    while (file.charAt(end) == ' ') {
      end++;
    }
    return end - start;
  }
}
