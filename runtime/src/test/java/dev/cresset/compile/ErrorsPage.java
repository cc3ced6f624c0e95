package dev.cresset.compile;

import dev.cresset.processor.extract.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code docs/errors.md}: every message by its id, with a program that meets it. */
final class ErrorsPage {
  private static final String HEAD =
      """
      # What the compiler says

      Every message of the processor stands under the expression that it speaks of, begins with its id in brackets, and ends with what to write
      instead. This page has all of them by id, each with a program that meets it and the text that `javac` then prints. What is wrong as Java is
      said by `javac` alone. [script-language.md](script-language.md) says what may be written.

      The page is made of the enum `Problem` and of the programs in `runtime/src/test/resources/dev/cresset/compile/bad`; a test compares it, and
      `-Dgolden.update` writes it anew.
      """;

  private static final String NO_PROGRAM =
      "No program of one's own makes it; where it shows, it reads so:\n";

  private ErrorsPage() {}

  static String text() throws IOException {
    Map<Problem, Example> examples = examples();
    Map<String, Set<Problem>> byId = new LinkedHashMap<>();
    for (Problem problem : Problem.values()) {
      byId.computeIfAbsent(problem.id(), id -> new LinkedHashSet<>()).add(problem);
    }
    StringBuilder page = new StringBuilder(HEAD);
    byId.forEach(
        (id, problems) -> {
          page.append("\n## ").append(id).append('\n');
          for (Problem problem : problems) {
            Example example = examples.get(problem);
            page.append('\n');
            if (example == null) {
              page.append(NO_PROGRAM).append("\n```\n");
              page.append(problem.message("..", "..", "..")).append("\n```\n");
            } else {
              page.append("```java\n").append(example.code()).append("\n```\n```\n");
              page.append(example.message()).append("\n```\n");
            }
          }
        });
    return page.toString();
  }

  /** A program, and what the compiler says of it. */
  private record Example(String code, String message) {}

  /** For each problem the shortest program. */
  private static Map<Problem, Example> examples() throws IOException {
    List<Path> programs =
        BadPrograms.in(BadPrograms.ONE_MISTAKE).stream()
            .sorted(
                Comparator.comparing((Path path) -> code(path).length())
                    .thenComparing(Path::toString))
            .toList();
    Map<Problem, Example> examples = new LinkedHashMap<>();
    for (Path program : programs) {
      for (var error : BadPrograms.compiled(program).errors()) {
        String message = error.getMessage(Locale.ROOT);
        for (Problem problem : Problem.values()) {
          if (BadPrograms.wording(problem).matcher(message).matches()) {
            examples.putIfAbsent(problem, new Example(code(program), message));
          }
        }
      }
    }
    return examples;
  }

  /** A program from its class on, without blank lines; the mistake is marked. */
  private static String code(Path program) {
    return BadPrograms.read(program)
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("package "))
        .filter(line -> !line.startsWith("import ") && !line.startsWith("/**"))
        .map(line -> line.replaceFirst("// error: script/.*", "// here"))
        .collect(Collectors.joining("\n"));
  }
}
