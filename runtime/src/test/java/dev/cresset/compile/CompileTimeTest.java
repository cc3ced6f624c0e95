package dev.cresset.compile;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import com.sun.management.OperatingSystemMXBean;
import dev.cresset.processor.ScriptProcessor;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** What a hundred scripted classes add to the time of javac: reported, not judged. */
class CompileTimeTest {
  private static final int CLASSES = 100;

  private record Timed(Compilation compilation, double seconds) {}

  @Test
  void aHundredClasses() throws IOException {
    List<JavaFileObject> sources = new ArrayList<>();
    for (int i = 0; i < CLASSES; i++) {
      sources.add(JavaFileObjects.forSourceString("models.Net" + i, source(i)));
    }
    Timed with = timed(() -> javac().withProcessors(new ScriptProcessor()).compile(sources));
    assertThat(with.compilation).succeededWithoutWarnings();
    List<JavaFileObject> all = new ArrayList<>(sources);
    all.addAll(with.compilation.generatedSourceFiles());
    assertThat(all).hasSize(3 * CLASSES);
    Timed without = timed(() -> javac().withOptions("-proc:none").compile(all));
    assertThat(without.compilation).succeeded();
    System.out.println(
        "%d scripted classes add %.1f s of CPU to javac's %.1f s for all that is compiled"
            .formatted(CLASSES, with.seconds - without.seconds, without.seconds));
  }

  private static Timed timed(Supplier<Compilation> compile) {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    long before = system.getProcessCpuTime();
    Compilation compilation = compile.get();
    return new Timed(compilation, (system.getProcessCpuTime() - before) / 1e9);
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
