package dev.cresset.nn;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the lines of a compiled form stand for.
 *
 * @param compiled its class, or null if there is none
 * @param text one line for each, as {@code 87 Digits.java:12, in conv1}: its number, the user's
 *     line, and the module inside that it belongs to. Where it does several things, it tells each
 *     after what is called: {@code 88 add mul Digits.java:13; relu Digits.java:14}
 */
record GeneratedLines(@Nullable Class<?> compiled, String text) {

  /** Whether a frame of the stack is of the compiled form. */
  boolean contains(StackTraceElement frame) {
    return compiled != null && frame.getClassName().equals(compiled.getName());
  }

  /**
   * The place that a frame stands for, {@code Digits.java:12, in conv1}, or null.
   *
   * @param called what failed was called so
   */
  @Nullable String place(StackTraceElement frame, String called) {
    String start = frame.getLineNumber() + " ";
    for (String line : text.split("\n", -1)) {
      if (line.startsWith(start)) {
        return placeOf(line.substring(start.length()).split("; ", -1), called);
      }
    }
    return null;
  }

  private static String placeOf(String[] entries, String called) {
    String last = "";
    for (String entry : entries) {
      int file = entry.lastIndexOf(' ', entry.indexOf(".java:")) + 1;
      last = entry.substring(file);
      if (List.of(entry.substring(0, file).split(" ", -1)).contains(called)) {
        return last;
      }
    }
    return last;
  }
}
