package dev.cresset.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cresset.processor.ScriptProcessor;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic.Kind;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Eclipse's compiler shows no bodies: modules work, run as written, and one note says so. */
class OtherCompilerTest {

  @TempDir Path folder;

  @Test
  void modulesRunAsWritten() throws IOException {
    Path source = folder.resolve("models/Net.java");
    Files.createDirectories(source.getParent());
    Files.writeString(
        source,
        """
        package models;
        import dev.cresset.Tensor;
        import dev.cresset.annotations.Script;
        import dev.cresset.nn.Linear;
        public class Net extends NetModule {
          final Linear first = new Linear(2, 2);
          final Half second = new Half();
          @Script public Tensor forward(Tensor x) { return second.call(first.call(x)).relu(); }
          public static class Half extends Net_HalfModule {
            @Script public Tensor forward(Tensor x) { return x.mul(0.5); }
          }
        }
        """);
    Path out = Files.createDirectories(folder.resolve("out"));
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    JavaCompiler compiler = new EclipseCompiler();
    boolean compiled;
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(said, Locale.ROOT, StandardCharsets.UTF_8)) {
      String path = System.getProperty("java.class.path");
      List<String> options =
          List.of("-17", "-cp", path, "-d", out.toString(), "-s", out.toString());
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              new StringWriter(),
              manager,
              said,
              options,
              null,
              manager.getJavaFileObjects(source.toFile()));
      task.setProcessors(List.of(new ScriptProcessor()));
      compiled = task.call();
    }
    assertThat(said.getDiagnostics()).filteredOn(each -> each.getKind() == Kind.ERROR).isEmpty();
    assertThat(said.getDiagnostics())
        .filteredOn(each -> each.getMessage(Locale.ROOT).contains("no compiled forms"))
        .hasSize(1);
    assertThat(compiled).isTrue();
    assertThat(out.resolve("models/Net_HalfModule.class")).exists();
    assertThat(out.resolve("models/Net_Graph.class")).doesNotExist();
  }
}
