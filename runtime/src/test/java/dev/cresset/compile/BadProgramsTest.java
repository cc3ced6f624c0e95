package dev.cresset.compile;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The programs that the processor's own tests reject, against the library itself: each gives the
 * errors on its lines and none that follow from them.
 */
class BadProgramsTest {
  private static final Path FOLDER =
      Path.of("../processor/src/test/resources/dev/cresset/processor/extract/bad");

  static List<String> programs() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(path -> path.getFileName().toString())
          .filter(name -> !name.equals("Maps.java")) // Tensor has no map
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("programs")
  void givesTheErrorsOnItsLines(String name) throws IOException {
    String program = Files.readString(FOLDER.resolve(name), StandardCharsets.UTF_8);
    Compilation compilation = Compiled.compile(program);
    assertThat(compilation.errors().stream().map(BadProgramsTest::text).sorted().toList())
        .isEqualTo(expected(program));
  }

  private static String text(Diagnostic<? extends JavaFileObject> error) {
    String message = error.getMessage(Locale.ROOT);
    Matcher id = Pattern.compile("^\\[(script/[\\w-]+)] ").matcher(message);
    return "%03d %s".formatted(error.getLineNumber(), id.find() ? id.group(1) : "javac");
  }

  private static List<String> expected(String program) {
    List<String> expected = new ArrayList<>();
    String[] lines = program.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      Matcher error = Pattern.compile("// error: (.+)$").matcher(lines[i]);
      if (error.find()) {
        expected.add("%03d %s".formatted(i + 1, error.group(1).trim()));
      }
    }
    return expected;
  }
}
