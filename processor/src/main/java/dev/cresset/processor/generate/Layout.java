package dev.cresset.processor.generate;

import com.palantir.javapoet.TypeName;
import dev.cresset.processor.generate.Text.Imported;
import dev.cresset.processor.generate.Text.Mark;

/**
 * Writes a {@link Text} as JavaPoet writes code: indented, and broken where a line grows too long.
 * JavaPoet looks at each character several times, which is dear for whole bodies.
 */
final class Layout {
  private static final int LONGEST = 100;
  private static final int STEP = 2;

  private final StringBuilder out;
  private final Imports imports;

  /** How far lines are moved in, in characters. */
  private int indent;

  /** Lines of the statement that is being written; −1 between statements. */
  private int lines = -1;

  /** Where the line begins that is being written. */
  private int line;

  /** The space that may become a break, and how far what follows it is moved in then; −1: none. */
  private int space = -1;

  private int spaceIndent;

  /**
   * Writes to {@code out}.
   *
   * @param imports says what types are called
   */
  Layout(StringBuilder out, Imports imports) {
    this.out = out;
    this.imports = imports;
  }

  /** Writes the text. */
  void write(Text text) {
    for (Object part : text.parts()) {
      if (part instanceof Mark mark) {
        mark(mark);
      } else if (part instanceof TypeName type) {
        word(imports.name(type));
      } else if (part instanceof Imported method) {
        word(method.name());
      } else {
        characters((String) part);
      }
    }
  }

  private void mark(Mark mark) {
    switch (mark) {
      case WRAP -> {
        space = out.length();
        spaceIndent = indent + 2 * STEP;
        out.append(' ');
      }
      case INDENT -> indent += STEP;
      case UNINDENT -> indent -= STEP;
      case STATEMENT -> lines = 0;
      case END -> {
        indent -= lines > 0 ? 2 * STEP : 0;
        lines = -1;
      }
    }
  }

  private void characters(String text) {
    int from = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      word(text.substring(from, end));
      int length = out.length();
      while (length > line && out.charAt(length - 1) == ' ') {
        length--;
      }
      out.setLength(length);
      out.append('\n');
      line = out.length();
      space = -1;
      if (lines == 0) {
        indent += 2 * STEP;
      }
      lines += lines >= 0 ? 1 : 0;
      from = end + 1;
    }
    word(text.substring(from));
  }

  /** What stands on one line; the last space before it is a break, if it is too long for it. */
  private void word(String text) {
    if (text.isEmpty()) {
      return;
    }
    if (out.length() == line) {
      spaces(indent);
    }
    out.append(text);
    if (space >= 0 && out.length() - line > LONGEST) {
      String rest = out.substring(space + 1);
      out.setLength(space);
      out.append('\n');
      line = out.length();
      space = -1;
      spaces(spaceIndent);
      out.append(rest);
    }
  }

  private void spaces(int count) {
    for (int i = 0; i < count; i++) {
      out.append(' ');
    }
  }
}
