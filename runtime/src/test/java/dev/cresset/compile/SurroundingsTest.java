package dev.cresset.compile;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static dev.cresset.compile.Compiled.compile;
import static dev.cresset.compile.Compiled.written;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.cresset.processor.ScriptProcessor;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written compiles without warnings wherever the user's class stands. */
class SurroundingsTest {
  private static final String NET =
      """
      package models;

      import dev.cresset.Tensor;
      import dev.cresset.annotations.Script;
      import dev.cresset.nn.Linear;

      public class Net extends NetModule {
        final Linear first = new Linear(2, 2);

        @Script
        public Tensor forward(Tensor x) {
          return first.call(x).relu();
        }
      }
      """;

  @TempDir Path folder;

  @Test
  void inAModuleThatReadsNoMore() throws IOException {
    assertThat(writtenInModule("module user {}")).doesNotContain("@Generated");
  }

  @Test
  void inAModuleThatReadsTheCompilersAnnotations() throws IOException {
    assertThat(writtenInModule("module user { requires java.compiler; }")).contains("@Generated");
  }

  /** What is written for {@link #NET} in this module, whose files javac has to find in a folder. */
  private String writtenInModule(String module) throws IOException {
    Path net = folder.resolve("models/Net.java");
    Files.createDirectories(net.getParent());
    Files.writeString(net, NET);
    Path info = Files.writeString(folder.resolve("module-info.java"), module);
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager files =
        javac.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
      List<String> options = new ArrayList<>(List.of("-Xlint:all", "-Werror"));
      options.addAll(List.of("--add-reads", "user=ALL-UNNAMED"));
      options.addAll(List.of("-cp", System.getProperty("java.class.path")));
      options.addAll(List.of("-d", folder.toString(), "-s", folder.toString()));
      JavaCompiler.CompilationTask task =
          javac.getTask(
              said,
              files,
              null,
              options,
              null,
              files.getJavaFileObjects(info.toFile(), net.toFile()));
      task.setProcessors(List.of(new ScriptProcessor()));
      assertThat(task.call()).as(said.toString()).isTrue();
    }
    return Files.readString(folder.resolve("models/Net_Graph.java"));
  }

  @Test
  void whereClassesAndFieldsAreDeprecated() {
    Compilation both =
        compile(
            """
            package models;

            import dev.cresset.Tensor;
            import dev.cresset.annotations.Param;
            import dev.cresset.annotations.Script;

            @Deprecated(forRemoval = true)
            public class Old extends OldModule {
              @Deprecated @Param final Tensor weight = param(Tensor.of(1f));

              @Script
              public Tensor forward(Tensor x) {
                return x.mul(weight);
              }
            }
            """,
            """
            package models;

            import dev.cresset.Tensor;
            import dev.cresset.annotations.Script;

            @SuppressWarnings("removal")
            public class Net extends NetModule {
              final Old old = new Old();

              @Script
              public Tensor forward(Tensor x) {
                return old.call(x).relu();
              }
            }
            """);
    assertThat(both).succeededWithoutWarnings();
  }

  @Test
  void nothingIsSuppressedElsewhere() throws IOException {
    Compilation net = compile(NET);
    assertThat(net).succeededWithoutWarnings();
    assertThat(written(net).values()).noneMatch(text -> text.contains("@SuppressWarnings"));
  }
}
