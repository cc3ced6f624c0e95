package dev.cresset.processor.link;

import dev.cresset.ir.graph.Graph;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The graphs of a class as one text: a line {@code method name}, then its graph, and so on. */
public final class GraphText {
  /** What one constant of a class file holds, with room for the longest forms of characters. */
  private static final int PIECE = 16_000;

  private static final String METHOD = "method ";

  private GraphText() {}

  /** The text of these methods, in order. */
  public static String of(Map<String, Graph> methods) {
    StringBuilder text = new StringBuilder();
    methods.forEach((name, graph) -> text.append(METHOD).append(name).append('\n').append(graph));
    return text.toString();
  }

  /** The methods of a text. */
  public static Map<String, Graph> parse(String text) {
    Map<String, Graph> methods = new LinkedHashMap<>();
    String name = "";
    StringBuilder graph = new StringBuilder();
    for (String line : text.split("\n", -1)) {
      if (line.startsWith(METHOD)) {
        put(methods, name, graph);
        name = line.substring(METHOD.length());
      } else {
        graph.append(line).append('\n');
      }
    }
    put(methods, name, graph);
    return methods;
  }

  private static void put(Map<String, Graph> methods, String name, StringBuilder graph) {
    if (!name.isEmpty()) {
      methods.put(name, Graph.parse(graph.toString()));
    }
    graph.setLength(0);
  }

  /** By which two texts are told apart. */
  public static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every JDK has SHA-256", absent);
    }
  }

  /** The text in pieces; none ends between the halves of one character. */
  public static List<String> pieces(String text) {
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
  public static String comment(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace("@", "&#64;")
        .replace("*/", "*&#47;")
        .replace("\\", "&#92;");
  }
}
