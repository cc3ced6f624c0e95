package dev.cresset.compile;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.testing.compile.Compilation;
import dev.cresset.IValue;
import dev.cresset.Tensor;
import dev.cresset.nn.Modes;
import dev.cresset.nn.NnModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Programs that use every part of the language: each becomes the graphs in {@code expected/}, and
 * its compiled form gives the results and gradients of what is written.
 */
class GoodProgramsTest {
  private static final Path FOLDER = Path.of("src/test/resources/dev/cresset/compile/good");
  private static final double NEAR = 1e-5;

  static List<String> programs() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(path -> path.getFileName().toString().replace(".java", ""))
          .sorted()
          .toList();
    }
  }

  /** A program, compiled without a warning. */
  private static Compilation compiled(String name) throws IOException {
    Compilation compilation = Compiled.compile(Files.readString(FOLDER.resolve(name + ".java")));
    assertThat(compilation).succeededWithoutWarnings();
    return compilation;
  }

  @ParameterizedTest
  @MethodSource("programs")
  void becomesTheExpectedGraphs(String name) throws ReflectiveOperationException, IOException {
    Compilation compilation = compiled(name);
    ClassLoader loader = Compiled.loaded(compilation);
    StringBuilder text = new StringBuilder();
    for (String file : new TreeSet<>(Compiled.written(compilation).keySet())) {
      if (file.endsWith("_Graph.java")) {
        String type = "good." + file.replace(".java", "");
        text.append(type).append('\n');
        text.append(loader.loadClass(type).getMethod("ir").invoke(null)).append('\n');
      }
    }
    assertThat(text.toString()).isEqualTo(Compiled.expected(name, text.toString()));
  }

  @ParameterizedTest
  @MethodSource("programs")
  void computesWhatIsWritten(String name) throws ReflectiveOperationException, IOException {
    Class<?> type = Compiled.loaded(compiled(name)).loadClass("good." + name);
    for (boolean training : new boolean[] {true, false}) {
      List<Tensor> written;
      try (Modes.Scope eager = Modes.eager()) {
        assertThat(eager).isNotNull();
        written = run(type, training, GoodProgramsTest::call);
      }
      assertClose(run(type, training, GoodProgramsTest::call), written);
      assertClose(run(type, training, GoodProgramsTest::compiledForward), written);
      assertClose(run(type, training, Traces::invoke), written);
      assertClose(run(type, training, Traces::invokeWithin), written);
    }
  }

  private interface Forward {
    Tensor of(NnModule module, Tensor x) throws ReflectiveOperationException;
  }

  private static Tensor call(NnModule module, Tensor x) {
    return module.invoke(List.of(IValue.from(x))).toTensor();
  }

  /** The compiled form itself, past all that chooses between it and what is written. */
  private static Tensor compiledForward(NnModule module, Tensor x)
      throws ReflectiveOperationException {
    Class<?> type = module.getClass();
    Class<?> graph = type.getClassLoader().loadClass(type.getName() + "_Graph");
    return (Tensor) graph.getMethod("forward", type, Tensor.class).invoke(null, module, x);
  }

  /** Of a fresh module the result, the gradients, and its state afterwards. */
  private static List<Tensor> run(Class<?> type, boolean training, Forward forward)
      throws ReflectiveOperationException {
    Tensor.manualSeed(7);
    NnModule module = (NnModule) type.getConstructor().newInstance();
    module.train(training);
    Tensor x = Tensor.of(new float[][] {{1, -2}, {.3f, 4}}).requiresGrad_(true);
    Tensor y = forward.of(module, x);
    y.mul(y).sum().backward();
    List<Tensor> seen = new ArrayList<>(List.of(y.detach()));
    List<Tensor> leaves = new ArrayList<>(List.of(x));
    leaves.addAll(module.parameters());
    leaves.forEach(leaf -> seen.add(leaf.grad() == null ? Tensor.of(0f) : leaf.grad()));
    seen.addAll(module.stateDict().values());
    return seen;
  }

  private static void assertClose(List<Tensor> actual, List<Tensor> expected) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      assertThat(actual.get(i).sizes()).isEqualTo(expected.get(i).sizes());
      double[] real = actual.get(i).detach().toDoubleArray();
      double[] meant = expected.get(i).detach().toDoubleArray();
      for (int at = 0; at < meant.length; at++) {
        assertThat(real[at]).isCloseTo(meant[at], within(NEAR * Math.max(1, Math.abs(meant[at]))));
      }
    }
  }
}
