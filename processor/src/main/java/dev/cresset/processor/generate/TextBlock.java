package dev.cresset.processor.generate;

/** Strings of several lines as Java's text blocks. */
final class TextBlock {
  private static final String QUOTES = "\"\"\"";

  private TextBlock() {}

  /**
   * The text block of {@code text}, its lines at the margin: wherever it is put, all of its lines
   * have to be moved in by as much.
   */
  static String of(String text) {
    StringBuilder block = new StringBuilder(QUOTES).append('\n');
    int from = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      line(text.substring(from, end), block);
      block.append('\n');
      from = end + 1;
    }
    if (from < text.length()) {
      line(text.substring(from), block);
      block.append("\\\n"); // the text ends here, the quotes stand at the margin nevertheless
    }
    return block.append(QUOTES).toString();
  }

  private static void line(String line, StringBuilder block) {
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean last = i == line.length() - 1;
      if (c == '\\' || c == '"' && line.startsWith(QUOTES, i) || c == '"' && last) {
        block.append('\\').append(c);
      } else if (c == ' ' && last) {
        block.append("\\s");
      } else if (c < ' ') {
        block.append('\\').append((char) ('0' + (c >> 6)));
        block.append((char) ('0' + (c >> 3 & 7))).append((char) ('0' + (c & 7)));
      } else {
        block.append(c);
      }
    }
  }
}
