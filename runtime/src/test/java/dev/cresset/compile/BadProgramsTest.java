package dev.cresset.compile;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Programs that are refused, against the library itself: the files of {@code bad/} with one mistake
 * each, and those that the processor's own tests reject, with many. Each gives the errors on its
 * lines and none that follow from them: {@code // error: script/lambda} for one of ours, {@code //
 * error: javac} for one of plain Java, which javac says by itself, once.
 */
class BadProgramsTest {
  private static final Path ONE_MISTAKE = Path.of("src/test/resources/dev/cresset/compile/bad");
  private static final Path MANY_MISTAKES =
      Path.of("../processor/src/test/resources/dev/cresset/processor/extract/bad");

  /** Mistakes of the processor's own, and what takes two processors: no program makes them. */
  private static final Set<Problem> NOT_OF_A_PROGRAM =
      EnumSet.of(Problem.INTERNAL, Problem.DISAGREES, Problem.LATE_TYPE);

  private static final Map<Path, Compilation> COMPILED = new ConcurrentHashMap<>();

  static List<Path> programs() throws IOException {
    List<Path> programs = new ArrayList<>(in(ONE_MISTAKE));
    programs.addAll(in(MANY_MISTAKES));
    return programs;
  }

  private static List<Path> in(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("programs")
  void givesTheErrorsOnItsLines(Path program) {
    assertThat(compiled(program).errors().stream().map(BadProgramsTest::text).sorted().toList())
        .isEqualTo(expected(program));
  }

  @Test
  void aProgramHereHasOneMistake() throws IOException {
    assertThat(in(ONE_MISTAKE))
        .allSatisfy(program -> assertThat(expected(program)).as("%s", program).hasSize(1));
  }

  @Test
  void everyProblemIsMadeByAProgram() throws IOException {
    Set<Problem> made = EnumSet.copyOf(NOT_OF_A_PROGRAM);
    for (Path program : in(ONE_MISTAKE)) {
      for (var error : compiled(program).errors()) {
        for (Problem problem : Problem.values()) {
          if (wording(problem).matcher(error.getMessage(Locale.ROOT)).matches()) {
            made.add(problem);
          }
        }
      }
    }
    assertThat(made).containsExactlyInAnyOrder(Problem.values());
  }

  /** The message of {@code problem}, whatever it speaks of. */
  private static Pattern wording(Problem problem) {
    String text = problem.message(4711, 4711, 4711); // fits %s and %d
    return Pattern.compile(Pattern.quote(text).replace("4711", "\\E.*\\Q"), Pattern.DOTALL);
  }

  @Test
  void aSlipOfThePenIsGivenTheWordThatWasMeant() {
    for (String program : List.of("UnknownOp.java", "UnknownFunction.java")) {
      assertThat(compiled(ONE_MISTAKE.resolve(program)).errors().get(0).getMessage(Locale.ROOT))
          .contains("'rellu'", "did you mean 'relu'?");
    }
  }

  private static Compilation compiled(Path program) {
    return COMPILED.computeIfAbsent(program, path -> Compiled.compile(read(path)));
  }

  private static String read(Path program) {
    try {
      return Files.readString(program, StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String text(Diagnostic<? extends JavaFileObject> error) {
    String message = error.getMessage(Locale.ROOT);
    Matcher id = Pattern.compile("^\\[(script/[\\w-]+)] ").matcher(message);
    return "%03d %s".formatted(error.getLineNumber(), id.find() ? id.group(1) : "javac");
  }

  private static List<String> expected(Path program) {
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
}
