package dev.cresset.ir.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The lines of source files by their names, for {@link GraphPage#sources}. */
public final class SourceLines implements Function<String, @Nullable List<String>> {
  private final Map<String, Path> files = new HashMap<>();
  private final Map<String, List<String>> read = new HashMap<>();

  private SourceLines() {}

  /**
   * The lines of all Java files below these folders, such as {@code src/main/java}. Of a name that
   * two files have no lines are known, as nodes tell names alone.
   *
   * @throws UncheckedIOException if a folder cannot be read
   */
  public static SourceLines in(Path... folders) {
    SourceLines lines = new SourceLines();
    Set<String> twice = new HashSet<>();
    for (Path folder : folders) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path file : all.filter(path -> path.toString().endsWith(".java")).toList()) {
          String name = String.valueOf(file.getFileName());
          if (lines.files.put(name, file) != null) {
            twice.add(name);
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException("the sources in " + folder + " cannot be read", e);
      }
    }
    twice.forEach(lines.files::remove);
    return lines;
  }

  @Override
  public @Nullable List<String> apply(String name) {
    Path file = files.get(name);
    return file == null ? null : read.computeIfAbsent(name, absent -> lines(file));
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }
}
