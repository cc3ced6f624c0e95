package dev.cresset.serialize;

import dev.cresset.FormatException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A strict reader of JSON (RFC 8259) for files one does not trust: UTF-8 without faults, no
 * duplicate keys, nesting limited, whole numbers within 64 bits.
 *
 * <p>Objects come as ordered maps, arrays as lists, whole numbers as {@code Long}, others as {@code
 * Double}.
 */
final class Json {
  /** Far above what a header needs, far below what the stack bears. */
  static final int MAX_NESTING = 64;

  private final Path file;
  private final String text;
  private int at;
  private int nesting;

  private Json(Path file, String text) {
    this.file = file;
    this.text = text;
  }

  /**
   * Reads one value; only white space may follow it.
   *
   * @param file the file the bytes come from, for messages
   * @throws FormatException if the bytes are not such a value
   */
  static @Nullable Object parse(Path file, byte[] utf8) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    } catch (CharacterCodingException e) {
      throw new FormatException(file, "the JSON header is not valid UTF-8");
    }
    Json json = new Json(file, text);
    Object value = json.value();
    json.space();
    if (json.at < text.length()) {
      throw json.error("nothing more but white space");
    }
    return value;
  }

  /** A string in quotes, with JSON's escapes. */
  static String quote(String value) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ') {
        quoted.append("\\u%04x".formatted((int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }

  private @Nullable Object value() {
    space();
    return switch (peek()) {
      case '{' -> nested(this::object);
      case '[' -> nested(this::array);
      case '"' -> string();
      case 't' -> literal("true", true);
      case 'f' -> literal("false", false);
      case 'n' -> literal("null", null);
      default -> number();
    };
  }

  private Object nested(Supplier<Object> reader) {
    if (++nesting > MAX_NESTING) {
      throw error("at most " + MAX_NESTING + " levels of nesting");
    }
    Object value = reader.get();
    nesting--;
    return value;
  }

  private Map<String, @Nullable Object> object() {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    expect('{');
    space();
    if (accept('}')) {
      return members;
    }
    do {
      space();
      String key = string();
      space();
      expect(':');
      if (members.containsKey(key)) {
        throw error("each key once, not " + quote(key) + " again");
      }
      members.put(key, value());
      space();
    } while (accept(','));
    expect('}');
    return members;
  }

  private List<@Nullable Object> array() {
    List<@Nullable Object> elements = new ArrayList<>();
    expect('[');
    space();
    if (accept(']')) {
      return elements;
    }
    do {
      elements.add(value());
      space();
    } while (accept(','));
    expect(']');
    return elements;
  }

  private String string() {
    expect('"');
    StringBuilder value = new StringBuilder();
    while (true) {
      char c = peek();
      if (c < ' ') {
        throw error("no control character in a string");
      }
      at++;
      if (c == '"') {
        return value.toString();
      }
      value.append(c == '\\' ? escape() : c);
    }
  }

  private char escape() {
    char c = peek();
    at++;
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> throw error("one of JSON's escapes");
    };
  }

  private char unicode() {
    int code = 0;
    for (int i = 0; i < 4; i++) {
      int digit = Character.digit(peek(), 16);
      if (digit < 0 || peek() > 'f') {
        throw error("four hexadecimal digits");
      }
      code = code * 16 + digit;
      at++;
    }
    return (char) code;
  }

  private Object number() {
    int from = at;
    accept('-');
    if (!accept('0')) {
      digits();
    }
    boolean whole = true;
    if (accept('.')) {
      whole = false;
      digits();
    }
    if (accept('e') || accept('E')) {
      whole = false;
      if (!accept('+')) {
        accept('-');
      }
      digits();
    }
    String number = text.substring(from, at);
    if (!whole) {
      return Double.valueOf(number);
    }
    try {
      return Long.valueOf(number);
    } catch (NumberFormatException beyond64Bits) {
      at = from;
      throw error("a whole number that 64 bits hold");
    }
  }

  private void digits() {
    if (peek() < '0' || peek() > '9') {
      throw error("a value");
    }
    while (peek() >= '0' && peek() <= '9') {
      at++;
    }
  }

  private @Nullable Object literal(String word, @Nullable Object value) {
    if (!text.startsWith(word, at)) {
      throw error("a value");
    }
    at += word.length();
    return value;
  }

  private void space() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  /** The next character; 0, which no value contains, at the end. */
  private char peek() {
    return at < text.length() ? text.charAt(at) : 0;
  }

  private boolean accept(char c) {
    if (peek() != c) {
      return false;
    }
    at++;
    return true;
  }

  private void expect(char c) {
    if (!accept(c)) {
      throw error("'" + c + "'");
    }
  }

  private FormatException error(String expected) {
    String found = at < text.length() ? quote(String.valueOf(text.charAt(at))) : "the end";
    return new FormatException(
        file, "JSON header, character " + at + ": expected " + expected + ", found " + found);
  }
}
