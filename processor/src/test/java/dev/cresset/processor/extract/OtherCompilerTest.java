package dev.cresset.processor.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Under Eclipse's compiler there are no trees: signatures are read and checked, bodies are not. */
class OtherCompilerTest {

  @TempDir Path folder;

  @Test
  void signaturesAreEnoughForTheSuperclass() throws IOException {
    ReadingProcessor processor = new ReadingProcessor();
    assertThat(errors("good/ResNet.java", processor)).isEmpty();
    assertThat(folder.resolve("out/models/ResNet_BlockModule.class")).exists();
    assertThat(processor.readings).isEmpty();
  }

  @Test
  void mistakesOfSignaturesAreReported() throws IOException {
    assertThat(errors("bad/BareTensor.java", new ReadingProcessor()))
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.getMessage(Locale.ROOT)).contains("[script/bare-tensor]");
              assertThat(error.getLineNumber()).isEqualTo(11);
            });
  }

  private List<Diagnostic<? extends JavaFileObject>> errors(
      String program, ReadingProcessor processor) throws IOException {
    List<File> sources = new ArrayList<>();
    List<Path> programs = new ArrayList<>(Programs.in("library"));
    programs.add(Programs.FOLDER.resolve(program));
    for (Path each : programs) {
      String packageName = Programs.text(each).replaceFirst("(?s).*?package ([\\w.]+);.*", "$1");
      Path to = folder.resolve(packageName.replace('.', '/')).resolve(each.getFileName());
      Files.createDirectories(to.getParent());
      sources.add(Files.copy(each, to).toFile());
    }
    Files.createDirectories(folder.resolve("out"));
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    JavaCompiler compiler = new EclipseCompiler();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(said, Locale.ROOT, StandardCharsets.UTF_8)) {
      String out = folder.resolve("out").toString();
      List<String> options = List.of("-17", "-nowarn", "-d", out, "-s", out);
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              new StringWriter(),
              manager,
              said,
              options,
              null,
              manager.getJavaFileObjectsFromFiles(sources));
      task.setProcessors(List.of(processor));
      task.call();
    }
    return said.getDiagnostics().stream()
        .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
        .toList();
  }
}
