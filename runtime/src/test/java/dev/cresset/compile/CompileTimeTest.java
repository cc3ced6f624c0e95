package dev.cresset.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cresset.processor.ScriptProcessor;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a hundred scripted classes add to the time of javac: reported, not judged. Each compilation
 * has a virtual machine of its own, as javac's user has it; the two kinds take turns, and the least
 * of each counts, as what else the machine does only ever adds. {@code -Dcompile.rounds=5} takes
 * more turns than the one.
 */
class CompileTimeTest {
  private static final int CLASSES = 100;
  private static final int ROUNDS = Integer.getInteger("compile.rounds", 1);

  @TempDir Path folder;

  @Test
  void aHundredClasses() throws IOException, InterruptedException {
    Path sources = Files.createDirectories(folder.resolve("sources/models"));
    for (int i = 0; i < CLASSES; i++) {
      Files.writeString(sources.resolve("Net" + i + ".java"), source(i));
    }
    double with = Double.MAX_VALUE;
    double without = Double.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      Path written = Files.createDirectory(folder.resolve("written" + round));
      with =
          Math.min(
              with,
              seconds(
                  List.of("-processor", ScriptProcessor.class.getName(), "-s", written.toString()),
                  sources));
      try (Stream<Path> files = Files.list(written.resolve("models"))) {
        assertThat(files).hasSize(2 * CLASSES);
      }
      without =
          Math.min(without, seconds(List.of("-proc:none"), sources, written.resolve("models")));
    }
    System.out.printf(
        "%d scripted classes add %.1f s of CPU to javac's %.1f s for all that is compiled%n",
        CLASSES, with - without, without);
  }

  /** The CPU time of a new virtual machine that compiles all in these folders. */
  private double seconds(List<String> options, Path... sources)
      throws IOException, InterruptedException {
    Path classes = Files.createTempDirectory(folder, "classes");
    List<String> command =
        Stream.of(
                Stream.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    ColdCompilation.class.getName(),
                    classes.toString()),
                Stream.of(sources).map(Path::toString),
                options.stream())
            .flatMap(each -> each)
            .toList();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      List<String> lines = out.lines().toList();
      assertThat(process.waitFor()).as("%s", lines).isZero();
      assertThat(lines).hasSize(1);
      return Double.parseDouble(lines.get(0));
    }
  }

  private static String source(int number) {
    String child = "Net" + Math.max(0, number - 1);
    return """
    package models;

    import static dev.cresset.Functional.relu;

    import dev.cresset.Tensor;
    import dev.cresset.annotations.Param;
    import dev.cresset.annotations.Script;

    public class Net%1$d extends Net%1$dModule {
      @Param final Tensor weight = param(Tensor.of(1f));
      final %2$s child = null;

      @Script
      public Tensor forward(Tensor x) {
        Tensor y = x;
    %3$s    return child.call(y);
      }
    }
    """
        .formatted(
            number,
            child,
            "    y = relu(y.matmul(weight.t()).add(x).mul(y)).softmax(1).sub(x.tanh());\n"
                .repeat(9));
  }
}
