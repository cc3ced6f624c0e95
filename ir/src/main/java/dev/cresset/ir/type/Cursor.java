package dev.cresset.ir.type;

/** A place in a text that moves forward as the text is read. The one scanner of this module. */
public final class Cursor {
  private final String text;
  private int at;

  /** At the beginning of {@code text}. */
  public Cursor(String text) {
    this.text = text;
  }

  /** Moves over blanks, tabs and line ends. */
  public Cursor skipSpace() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return this;
  }

  /** Whether {@code token} stands next, after any space; does not move past it. */
  public boolean sees(String token) {
    skipSpace();
    return text.startsWith(token, at);
  }

  /** Moves over {@code token} if it stands next, after any space. */
  public boolean accepts(String token) {
    boolean seen = sees(token);
    if (seen) {
      at += token.length();
    }
    return seen;
  }

  /** Moves over {@code token}, which must stand next. */
  public void expect(String token) {
    if (!accepts(token)) {
      throw error("expected '" + token + "'");
    }
  }

  /** Whether only space is left. */
  public boolean atEnd() {
    return skipSpace().at == text.length();
  }

  /** Asks that nothing but space is left. */
  public void expectEnd() {
    if (!atEnd()) {
      throw error("expected the end");
    }
  }

  /** The next character, or 0 at the end; skips no space. */
  public char next() {
    return at < text.length() ? text.charAt(at) : 0;
  }

  /** Where the cursor stands, to come back to by {@link #back}. */
  public int mark() {
    return at;
  }

  /** Returns to a mark. */
  public void back(int mark) {
    at = mark;
  }

  /** The text from {@code mark} to here. */
  public String since(int mark) {
    return text.substring(mark, at);
  }

  /** Reads to the end of the line, without its end, which it passes. */
  public String restOfLine() {
    int end = text.indexOf('\n', at);
    String rest = text.substring(at, end < 0 ? text.length() : end);
    at = end < 0 ? text.length() : end + 1;
    return rest.stripTrailing();
  }

  /** Reads letters, digits and {@code _}, and also the characters of {@code extra}. */
  public String word(String extra) {
    skipSpace();
    int from = at;
    while (at < text.length() && isWord(text.charAt(at), extra)) {
      at++;
    }
    if (from == at) {
      throw error("expected a name");
    }
    return text.substring(from, at);
  }

  /** Reads up to the closing bracket that matches one already read, and leaves it unread. */
  public String balanced(char open, char close) {
    int from = at;
    for (int depth = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == close && depth-- == 0) {
        return text.substring(from, at);
      }
      depth += c == open ? 1 : 0;
    }
    at = from;
    throw error("expected a closing '" + close + "'");
  }

  /** Moves one character forward and gives it. */
  public char advance() {
    if (at == text.length()) {
      throw error("expected more text");
    }
    return text.charAt(at++);
  }

  /** The error {@code problem} at this place, with what stands here. */
  public SyntaxException error(String problem) {
    String before = text.substring(0, at);
    int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
    int column = at - before.lastIndexOf('\n');
    int end = text.indexOf('\n', at);
    String found = text.substring(at, Math.min(end < 0 ? text.length() : end, at + 40));
    return new SyntaxException(
        "line %d, column %d: %s, found %s"
            .formatted(line, column, problem, found.isEmpty() ? "the end" : "'" + found + "'"));
  }

  private static boolean isWord(char c, String extra) {
    return Character.isLetterOrDigit(c) || c == '_' || extra.indexOf(c) >= 0;
  }
}
