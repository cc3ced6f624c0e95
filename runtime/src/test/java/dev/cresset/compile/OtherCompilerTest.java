package dev.cresset.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cresset.Tensor;
import dev.cresset.ir.type.DType;
import dev.cresset.nn.Layer;
import dev.cresset.processor.ScriptProcessor;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
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

  private static final String NET =
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
      """;

  private static final String OPS =
      """
      package models;
      import dev.cresset.Tensor;
      import dev.cresset.annotations.Script;
      public class MyOps {
        @Script static float half(float v) { return 0.5f * v; }
        @Script static float most(float v, float w) { return Math.max(v, w); }
        @Script static Tensor scaled(Tensor x, int by) { return x.mul(by); }
        public static Tensor use(Tensor x) {
          return MyOps_Graph.most(MyOps_Graph.half(x), MyOps_Graph.scaled(x, 3));
        }
      }
      """;

  @TempDir Path folder;

  @Test
  void modulesRunAsWritten() throws IOException, ReflectiveOperationException {
    ClassLoader loader = compiled("Net", NET);
    assertThat(folder.resolve("models/Net_HalfModule.class")).exists();
    assertThat(folder.resolve("models/Net_Graph.class")).doesNotExist();
    Layer net = (Layer) loader.loadClass("models.Net").getConstructor().newInstance();
    Tensor x = Tensor.of(new double[] {1, -2}, new double[] {3, 0.5}).to(DType.F32);
    Tensor called = x.detach().requiresGrad_(true);
    Tensor written = x.detach().requiresGrad_(true);
    Tensor y = net.call(called);
    Tensor meant = net.forward(written);
    assertThat(y.allClose(meant, 0, 0, false)).isTrue();
    y.sum().backward();
    meant.sum().backward();
    assertThat(called.grad().allClose(written.grad(), 0, 0, false)).isTrue();
    assertThat(net.stateDict()).containsOnlyKeys("first.weight", "first.bias");
    assertThatThrownBy(net::graph).hasMessageContaining("compile it with javac");
  }

  @Test
  void functionsAreThereAndRunAsWritten() throws IOException, ReflectiveOperationException {
    Object result =
        compiled("MyOps", OPS)
            .loadClass("models.MyOps")
            .getMethod("use", Tensor.class)
            .invoke(null, Tensor.of(2f, -4));
    assertThat(((Tensor) result).toFloatArray()).containsExactly(6, -2);
  }

  /** The class of this name, compiled by Eclipse's compiler with one note alone. */
  private ClassLoader compiled(String name, String text) throws IOException {
    Path source = folder.resolve("models").resolve(name + ".java");
    Files.createDirectories(source.getParent());
    Files.writeString(source, text);
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    JavaCompiler compiler = new EclipseCompiler();
    boolean compiled;
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(said, Locale.ROOT, StandardCharsets.UTF_8)) {
      String path = System.getProperty("java.class.path");
      List<String> options =
          List.of("-17", "-cp", path, "-d", folder.toString(), "-s", folder.toString());
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
    URL[] classes = {folder.toUri().toURL()};
    return new URLClassLoader(classes, OtherCompilerTest.class.getClassLoader());
  }
}
