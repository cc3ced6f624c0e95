package dev.cresset.ir.render;

/** Text in pages. */
final class Html {
  private Html() {}

  /** Text as it may stand between tags and in quoted attributes. */
  static String escaped(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '&' -> safe.append("&amp;");
        case '"' -> safe.append("&quot;");
        case '\'' -> safe.append("&#39;");
        case '\n', '\t' -> safe.append(c);
        default -> safe.append(c < ' ' || c == 0x7f ? '\ufffd' : c); // what XML has no place for
      }
    }
    return safe.toString();
  }
}
