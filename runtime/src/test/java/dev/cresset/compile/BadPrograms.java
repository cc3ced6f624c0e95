package dev.cresset.compile;

import com.google.testing.compile.Compilation;
import dev.cresset.processor.extract.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The programs that are refused, each compiled once for all tests. */
final class BadPrograms {
  /** Those with one mistake each. */
  static final Path ONE_MISTAKE = Path.of("src/test/resources/dev/cresset/compile/bad");

  /** Those of the processor's own tests. */
  static final Path MANY_MISTAKES =
      Path.of("../processor/src/test/resources/dev/cresset/processor/extract/bad");

  /** Mistakes of the processor's own, and what takes two processors: no program makes them. */
  static final Set<Problem> NOT_OF_A_PROGRAM =
      EnumSet.of(Problem.INTERNAL, Problem.DISAGREES, Problem.LATE_TYPE);

  private static final Map<Path, Compilation> COMPILED = new ConcurrentHashMap<>();

  private BadPrograms() {}

  static List<Path> in(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  static Compilation compiled(Path program) {
    return COMPILED.computeIfAbsent(program, path -> Compiled.compile(read(path)));
  }

  static String read(Path program) {
    try {
      return Files.readString(program, StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The errors that a program says it has: {@code 012 script/lambda}. */
  static List<String> expected(Path program) {
    List<String> expected = new ArrayList<>();
    String[] lines = read(program).split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      Matcher error = Pattern.compile("// error: (.+)$").matcher(lines[i]);
      if (error.find()) {
        expected.add("%03d %s".formatted(i + 1, error.group(1).trim()));
      }
    }
    return expected;
  }

  /** The message of {@code problem}, whatever it speaks of. */
  static Pattern wording(Problem problem) {
    String text = problem.message(4711, 4711, 4711); // fits %s and %d
    return Pattern.compile(Pattern.quote(text).replace("4711", "\\E.*\\Q"), Pattern.DOTALL);
  }
}
