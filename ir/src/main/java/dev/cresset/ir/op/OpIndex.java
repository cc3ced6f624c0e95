package dev.cresset.ir.op;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * In which file each op is declared: a text beside this class, which the build writes once all
 * files are compiled. Without it, all ops are made to find out.
 */
final class OpIndex {
  static final String TEXT = "ops.txt";

  private final Map<String, OpFile> files = new HashMap<>();
  private final Map<String, List<String>> overloads = new HashMap<>();

  private OpIndex(String text) {
    Map<String, OpFile> byName = new HashMap<>();
    OpTable.FILES.forEach(file -> byName.put(file.name(), file));
    for (String line : text.split("\n")) {
      String[] words = line.split(" ");
      OpFile file = byName.get(words[0]);
      for (int i = 1; i < words.length; i++) {
        if (file == null || files.put(words[i], file) != null) {
          throw new IllegalStateException(
              words[i] + " of " + words[0] + " has no place of its own");
        }
        int overload = words[i].indexOf('.');
        String name = overload < 0 ? words[i] : words[i].substring(0, overload);
        overloads.computeIfAbsent(name, none -> new ArrayList<>()).add(words[i]);
      }
    }
  }

  /** The index that the build has written. */
  static OpIndex read() {
    try (InputStream in = OpIndex.class.getResourceAsStream(TEXT)) {
      return new OpIndex(
          in == null ? text() : new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the index is to say: for each file a line, its name and the names of its ops. */
  static String text() {
    StringBuilder text = new StringBuilder();
    for (OpFile file : OpTable.FILES) {
      text.append(file.name()).append(' ').append(String.join(" ", file.ops().keySet()));
      text.append('\n');
    }
    return text.toString();
  }

  @Nullable OpFile file(String qualifiedName) {
    return files.get(qualifiedName);
  }

  /** The qualified names of the ops called {@code name}, in the order of the files. */
  List<String> overloads(String name) {
    return overloads.getOrDefault(name, List.of());
  }

  /**
   * Writes the index.
   *
   * @param arguments the folder of compiled classes
   */
  public static void main(String... arguments) throws IOException {
    Path text = Path.of(arguments[0], OpIndex.class.getPackageName().replace('.', '/'), TEXT);
    Files.writeString(text, text());
  }
}
