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
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Sizes that surely do not fit are errors under the expression, one for each mistake, and say what
 * stands behind {@code // error:} on the line; a program that may run is never blamed.
 */
class ShapeProgramsTest {
  private static final Path FOLDER = Path.of("src/test/resources/dev/cresset/compile/shapes");
  private static final Pattern EXPECTED = Pattern.compile("// error: (.+)$");

  private static List<Path> in(String folder) throws IOException {
    try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
      return files.sorted().toList();
    }
  }

  @TestFactory
  Stream<DynamicTest> aMistakeIsAnErrorUnderItsExpression() throws IOException {
    return in("bad").stream().map(path -> DynamicTest.dynamicTest(name(path), () -> blames(path)));
  }

  private static String name(Path path) {
    return path.getFileName().toString().replace(".java", "");
  }

  private static void blames(Path program) throws IOException {
    String source = Files.readString(program, StandardCharsets.UTF_8);
    List<String> said =
        Compiled.compile(source).errors().stream().map(ShapeProgramsTest::text).sorted().toList();
    List<String> expected = expected(source);
    assertThat(expected).isNotEmpty();
    assertThat(said).hasSameSizeAs(expected);
    for (int i = 0; i < said.size(); i++) {
      assertThat(said.get(i)).startsWith(expected.get(i));
    }
  }

  private static String text(Diagnostic<? extends JavaFileObject> error) {
    return "%03d %s"
        .formatted(
            error.getLineNumber(), error.getMessage(Locale.ROOT).replace("[script/shape] ", ""));
  }

  private static List<String> expected(String source) {
    List<String> expected = new ArrayList<>();
    String[] lines = source.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      Matcher error = EXPECTED.matcher(lines[i]);
      if (error.find()) {
        expected.add("%03d %s".formatted(i + 1, error.group(1).trim()));
      }
    }
    return expected;
  }

  /** All in one compilation; then each runs, so that it is right for sure. */
  @TestFactory
  Stream<DynamicTest> whatRunsIsNotBlamed() throws IOException {
    List<Path> programs = in("good");
    List<String> sources = new ArrayList<>();
    for (Path program : programs) {
      sources.add(Files.readString(program, StandardCharsets.UTF_8));
    }
    Compilation all = Compiled.compile(sources.toArray(String[]::new));
    ClassLoader loader = Compiled.loaded(all);
    return programs.stream()
        .map(path -> DynamicTest.dynamicTest(name(path), () -> runs(name(path), all, loader)));
  }

  private static void runs(String name, Compilation all, ClassLoader loader) throws Exception {
    List<String> blamed =
        all.errors().stream()
            .filter(each -> each.getSource() == null || each.getSource().getName().contains(name))
            .map(each -> text(each))
            .toList();
    assertThat(blamed).isEmpty();
    assertThat(loader.loadClass("t." + name).getMethod("run").invoke(null)).isNotNull();
  }

  @Test
  void theCaretStandsUnderTheCall() {
    Compilation compilation =
        Compiled.compile(
            """
            package t;
            import dev.cresset.Tensor;
            import dev.cresset.annotations.Script;
            import dev.cresset.nn.Linear;
            public class Net extends NetModule {
              final Linear a = new Linear(4, 3);
              @Script public Tensor forward(Tensor x) {
                Tensor y = a.call(x);
                return y.exp().add(a.call(y));
              }
            }
            """);
    Diagnostic<? extends JavaFileObject> error = compilation.errors().get(0);
    assertThat(error.getLineNumber()).isEqualTo(9);
    assertThat(error.getColumnNumber()).isEqualTo(25);
  }
}
