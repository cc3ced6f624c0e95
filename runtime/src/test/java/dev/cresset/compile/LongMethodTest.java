package dev.cresset.compile;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static dev.cresset.compile.Compiled.compile;
import static dev.cresset.compile.Compiled.writeClasses;
import static dev.cresset.compile.Compiled.written;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However long a scripted method is, no method that is written for it is. */
class LongMethodTest {
  private static final int MOST = 4000;
  private static final Pattern INSTRUCTION = Pattern.compile("^\\s+(\\d+): \\w", Pattern.MULTILINE);

  @Test
  void aLongMethodIsCutIntoSeveral(@TempDir Path folder) throws IOException {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < 500; i++) {
      body.append("    Tensor a%d = x.matmul(y%d);\n".formatted(i, i % 3));
      body.append("    y%d = a%d.softmax(1).add(y%d);\n".formatted(i % 3, i, (i + 1) % 3));
    }
    Compilation net =
        compile(
            """
            package models;

            import dev.cresset.Tensor;
            import dev.cresset.annotations.Script;

            public class Net extends NetModule {
              @Script
              public Tensor forward(Tensor x) {
                Tensor y0 = x;
                Tensor y1 = x;
                Tensor y2 = x;
            %s    return y0.add(y1).add(y2);
              }
            }
            """
                .formatted(body));
    assertThat(net).succeededWithoutWarnings();
    assertThat(written(net).get("Net_Graph.java"))
        .contains("return forward$1(x, ")
        .doesNotContain("Runs as written");
    assertThat(longest(writeClasses(folder, net))).isBetween(500, MOST);
  }

  @Test
  void aLongGroupIsCutIntoSeveralKernels(@TempDir Path folder) throws IOException {
    Compilation net =
        compile(
            """
            package models;

            import dev.cresset.Tensor;
            import dev.cresset.annotations.Script;

            public class Net extends NetModule {
              @Script
              public Tensor forward(Tensor x) {
                Tensor y = x;
            %s    return y;
              }
            }
            """
                .formatted("    y = y.mul(x).add(y).tanh().sub(x.sigmoid());\n".repeat(60)));
    assertThat(net).succeededWithoutWarnings();
    assertThat(longest(writeClasses(folder, net))).isLessThanOrEqualTo(MOST);
  }

  /** The most bytecodes that a method of these classes has. */
  private static int longest(List<Path> classes) {
    StringWriter text = new StringWriter();
    Stream<String> names =
        classes.stream().map(Path::toString).filter(name -> name.contains("_Graph"));
    ToolProvider.findFirst("javap")
        .orElseThrow()
        .run(
            new PrintWriter(text),
            new PrintWriter(text),
            Stream.concat(Stream.of("-c", "-p"), names).toArray(String[]::new));
    Matcher instructions = INSTRUCTION.matcher(text.toString());
    int longest = 0;
    while (instructions.find()) {
      longest = Math.max(longest, Integer.parseInt(instructions.group(1)) + 1);
    }
    return longest;
  }
}
