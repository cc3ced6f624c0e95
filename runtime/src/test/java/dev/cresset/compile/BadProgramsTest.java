package dev.cresset.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cresset.processor.extract.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
  static List<Path> programs() throws IOException {
    List<Path> programs = new ArrayList<>(BadPrograms.in(BadPrograms.ONE_MISTAKE));
    programs.addAll(BadPrograms.in(BadPrograms.MANY_MISTAKES));
    return programs;
  }

  @ParameterizedTest
  @MethodSource("programs")
  void givesTheErrorsOnItsLines(Path program) {
    assertThat(
            BadPrograms.compiled(program).errors().stream()
                .map(BadProgramsTest::text)
                .sorted()
                .toList())
        .isEqualTo(BadPrograms.expected(program));
  }

  @Test
  void aProgramHereHasOneMistake() throws IOException {
    assertThat(BadPrograms.in(BadPrograms.ONE_MISTAKE))
        .allSatisfy(
            program -> assertThat(BadPrograms.expected(program)).as("%s", program).hasSize(1));
  }

  @Test
  void everyProblemIsMadeByAProgram() throws IOException {
    Set<Problem> made = EnumSet.copyOf(BadPrograms.NOT_OF_A_PROGRAM);
    for (Path program : BadPrograms.in(BadPrograms.ONE_MISTAKE)) {
      for (var error : BadPrograms.compiled(program).errors()) {
        for (Problem problem : Problem.values()) {
          if (BadPrograms.wording(problem).matcher(error.getMessage(Locale.ROOT)).matches()) {
            made.add(problem);
          }
        }
      }
    }
    assertThat(made).containsExactlyInAnyOrder(Problem.values());
  }

  @Test
  void aSlipOfThePenIsGivenTheWordThatWasMeant() {
    for (String program : List.of("UnknownOp.java", "UnknownFunction.java")) {
      assertThat(
              BadPrograms.compiled(BadPrograms.ONE_MISTAKE.resolve(program))
                  .errors()
                  .get(0)
                  .getMessage(Locale.ROOT))
          .contains("'rellu'", "did you mean 'relu'?");
    }
  }

  @Test
  void aNoteNamesTheSuperclassWhereJavacMissesAnotherOne() {
    Path program = BadPrograms.ONE_MISTAKE.resolve("UnknownSuperclass.java");
    assertThat(BadPrograms.compiled(program).notes())
        .anySatisfy(
            note ->
                assertThat(note.getMessage(Locale.ROOT))
                    .contains("write 'class UnknownSuperclass extends UnknownSuperclassModule'"));
  }

  private static String text(Diagnostic<? extends JavaFileObject> error) {
    String message = error.getMessage(Locale.ROOT);
    Matcher id = Pattern.compile("^\\[(script/[\\w-]+)] ").matcher(message);
    return "%03d %s".formatted(error.getLineNumber(), id.find() ? id.group(1) : "javac");
  }
}
