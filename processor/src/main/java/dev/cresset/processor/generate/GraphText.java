package dev.cresset.processor.generate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The graphs of a class as one text: a line {@code method name}, then its graph, and so on. */
final class GraphText {
  /** What one constant of a class file holds, with room for the longest forms of characters. */
  private static final int PIECE = 16_000;

  private GraphText() {}

  static String of(CompiledClass compiled) {
    StringBuilder text = new StringBuilder();
    for (CompiledClass.CompiledMethod method : compiled.methods()) {
      text.append("method ").append(method.method().name()).append('\n').append(method.meaning());
    }
    return text.toString();
  }

  /** By which two texts are told apart. */
  static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every JDK has SHA-256", absent);
    }
  }

  /** The text in pieces; none ends between the halves of one character. */
  static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    int from = 0;
    while (from < text.length() || pieces.isEmpty()) {
      int to = Math.min(from + PIECE, text.length());
      if (to < text.length() && Character.isHighSurrogate(text.charAt(to - 1))) {
        to--;
      }
      pieces.add(text.substring(from, to));
      from = to;
    }
    return pieces;
  }

  /** The text as it may stand in a comment of Java. */
  static String comment(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace("@", "&#64;")
        .replace("*/", "*&#47;")
        .replace("\\", "&#92;");
  }
}
