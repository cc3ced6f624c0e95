package dev.cresset.examples;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a program was asked for on its command line: names, each with a value. */
public final class Arguments {
  private final Map<String, String> values;

  private Arguments(Map<String, String> values) {
    this.values = values;
  }

  /**
   * Reads them.
   *
   * @param defaults each name, such as {@code "--steps"}, and its value, one after the other
   * @throws IllegalArgumentException if there is another name, or one without a value
   */
  public static Arguments read(String[] given, String... defaults) {
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < defaults.length; i += 2) {
      values.put(defaults[i], defaults[i + 1]);
    }
    for (int i = 0; i < given.length; i += 2) {
      if (!values.containsKey(given[i]) || i + 1 == given.length) {
        throw new IllegalArgumentException(
            "'%s' is unknown or needs a value; there are, with what they are at first: %s"
                .formatted(given[i], values));
      }
      values.put(given[i], given[i + 1]);
    }
    return new Arguments(values);
  }

  /** A value as it is. */
  public String text(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("there is no " + name + ", but " + values.keySet());
    }
    return value;
  }

  /**
   * A whole number, 1 or more.
   *
   * @throws IllegalArgumentException if it is none
   */
  public int number(String name) {
    String text = text(name);
    if (!text.matches("[1-9][0-9]{0,8}")) {
      throw new IllegalArgumentException(name + " must be a whole number from 1, not " + text);
    }
    return Integer.parseInt(text);
  }

  /** A file or folder. */
  public Path path(String name) {
    return Path.of(text(name));
  }
}
