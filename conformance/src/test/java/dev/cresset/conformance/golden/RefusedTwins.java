package dev.cresset.conformance.golden;

import dev.cresset.conformance.golden.Outcome.Mismatch;
import dev.cresset.conformance.golden.Outcome.NotCovered;
import dev.cresset.processor.ScriptProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Programs that TorchScript refuses: their Java twins, each in a file that begins with the Python
 * it stands for, must not compile either. {@code // error: javac} marks a line that is wrong as
 * Java, {@code // error: script/recursion} one that is refused by an error of ours.
 */
final class RefusedTwins {
  private static final Path FOLDER =
      Path.of("src/test/resources/dev/cresset/conformance/golden/refused");
  private static final Pattern PYTHON =
      Pattern.compile("^/\\* The twin of\n(.*?)\\*/\n", Pattern.DOTALL);
  private static final Pattern MARK = Pattern.compile("// error: (\\S+)");
  private static final Pattern ID = Pattern.compile("^\\[(script/[a-z-]+)]");

  private RefusedTwins() {}

  static void run(GoldenCase golden) {
    String python = golden.get("python").asText();
    for (Map.Entry<String, String> program : programs().entrySet()) {
      Matcher twin = PYTHON.matcher(program.getValue());
      if (twin.find() && twin.group(1).equals(python)) {
        Comparison.same(
            program.getKey(),
            errors(program.getKey(), program.getValue()),
            marked(program.getValue()));
        return;
      }
    }
    throw new NotCovered("a program that TorchScript refuses and that has no twin");
  }

  /** The files' texts by their names. */
  private static Map<String, String> programs() {
    Map<String, String> programs = new TreeMap<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.toList()) {
        programs.put(file.getFileName().toString(), Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return programs;
  }

  /** What is to be refused: {@code 12 script/recursion}. */
  private static List<String> marked(String program) {
    List<String> marked = new ArrayList<>();
    List<String> lines = program.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      Matcher mark = MARK.matcher(lines.get(i));
      if (mark.find()) {
        marked.add(i + 1 + " " + mark.group(1));
      }
    }
    if (marked.isEmpty()) {
      throw new Mismatch("a twin of what TorchScript refuses that has no mistake");
    }
    return marked;
  }

  /** What is refused. */
  private static List<String> errors(String name, String program) {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    JavaFileObject source =
        new SimpleJavaFileObject(
            URI.create("string:///refused/" + name), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return program;
          }
        };
    try {
      Path out = Files.createTempDirectory("refused");
      List<String> options =
          List.of(
              "-d",
              out.toString(),
              "-classpath",
              System.getProperty("java.class.path"),
              "-processor",
              ScriptProcessor.class.getName());
      javac.getTask(null, null, found, options, null, List.of(source)).call();
      delete(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found.getDiagnostics().stream()
        .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
        .map(each -> each.getLineNumber() + " " + id(each.getMessage(Locale.ROOT)))
        .toList();
  }

  private static String id(String message) {
    Matcher id = ID.matcher(message);
    return id.find() ? id.group(1) : "javac";
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
