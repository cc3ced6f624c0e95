package dev.cresset.processor.extract;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each program of {@code bad/} gives the errors that stand on its lines, and no others: {@code //
 * error: script/lambda} for one of ours, {@code // error: javac} for one of javac's.
 */
class BadProgramsTest {
  private static final Pattern EXPECTED = Pattern.compile("// error: (.+)$");

  /** Not said while classes are read: of other stages, or mistakes of the processor's own. */
  private static final Set<Problem> NOT_THE_USERS =
      Set.of(
          Problem.INTERNAL,
          Problem.UNRESOLVED,
          Problem.DISAGREES,
          Problem.SIGNATURE,
          Problem.LATE_TYPE,
          Problem.SHAPE);

  static List<String> programs() {
    return Programs.in("bad").stream().map(path -> path.getFileName().toString()).toList();
  }

  @ParameterizedTest
  @MethodSource("programs")
  void givesTheErrorsOnItsLines(String name) {
    Path program = Programs.FOLDER.resolve("bad").resolve(name);
    Compilation compilation = Programs.compile(program, new ReadingProcessor());
    List<String> said = compilation.errors().stream().map(BadProgramsTest::text).sorted().toList();
    assertThat(said).isEqualTo(expected(program));
  }

  @Test
  void everyProblemHasAProgram() {
    Set<String> shown =
        Programs.in("bad").stream()
            .flatMap(program -> expected(program).stream())
            .map(line -> line.replaceFirst("^\\d+ ", ""))
            .collect(Collectors.toCollection(TreeSet::new));
    shown.remove("javac");
    Set<String> all =
        Stream.of(Problem.values())
            .filter(problem -> !NOT_THE_USERS.contains(problem))
            .map(Problem::id)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(shown).isEqualTo(all);
  }

  private static String text(Diagnostic<? extends JavaFileObject> error) {
    String message = error.getMessage(Locale.ROOT);
    Matcher id = Pattern.compile("^\\[(script/[\\w-]+)] ").matcher(message);
    return "%03d %s".formatted(error.getLineNumber(), id.find() ? id.group(1) : "javac");
  }

  private static List<String> expected(Path program) {
    List<String> expected = new ArrayList<>();
    String[] lines = Programs.text(program).split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      Matcher error = EXPECTED.matcher(lines[i]);
      if (error.find()) {
        for (String id : error.group(1).trim().split(", ")) {
          expected.add("%03d %s".formatted(i + 1, id));
        }
      }
    }
    return expected.stream().sorted().toList();
  }
}
