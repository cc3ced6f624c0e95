package dev.cresset.compile;

import static com.google.testing.compile.Compiler.javac;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.cresset.processor.ScriptProcessor;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.JavaFileObject;

/** Users' sources, compiled with the processor and with every warning an error. */
final class Compiled {

  private Compiled() {}

  /** Compiles sources that each begin with their package. */
  static Compilation compile(String... sources) {
    return compile(javac(), sources);
  }

  /** Compiles sources against the classes of an earlier compilation, which {@code folder} holds. */
  static Compilation compileAgainst(Path folder, Compilation earlier, String... sources)
      throws IOException {
    writeClasses(folder, earlier);
    List<File> path = new ArrayList<>(List.of(folder.toFile()));
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      path.add(new File(entry));
    }
    return compile(javac().withClasspath(path), sources);
  }

  /** Writes the classes of a compilation to {@code folder}, and gives their files. */
  static List<Path> writeClasses(Path folder, Compilation compilation) throws IOException {
    List<Path> files = new ArrayList<>();
    for (JavaFileObject file : compilation.generatedFiles()) {
      if (file.getKind() == JavaFileObject.Kind.CLASS) {
        Path to = folder.resolve(file.getName().replaceFirst("^/?CLASS_OUTPUT/", ""));
        Files.createDirectories(to.getParent());
        try (InputStream in = file.openInputStream()) {
          Files.write(to, in.readAllBytes());
        }
        files.add(to);
      }
    }
    return files;
  }

  private static Compilation compile(Compiler compiler, String... sources) {
    JavaFileObject[] files =
        Arrays.stream(sources)
            .map(source -> JavaFileObjects.forSourceString(nameOf(source), source))
            .toArray(JavaFileObject[]::new);
    return compiler
        .withOptions("-Xlint:all", "-Werror", "-Acresset.verify")
        .withProcessors(new ScriptProcessor())
        .compile(files);
  }

  /** The qualified name of the first class of a source. */
  private static String nameOf(String source) {
    String packageName = source.replaceFirst("(?s).*?package ([\\w.]+);.*", "$1");
    String simple =
        source.replaceFirst("(?s).*?\n(?:\\w+ )*(?:class|record|interface) (\\w+).*", "$1");
    return packageName + "." + simple;
  }

  /** The classes of a compilation, ready to run. */
  static ClassLoader loaded(Compilation compilation) throws IOException {
    Map<String, byte[]> classes = new TreeMap<>();
    for (JavaFileObject file : compilation.generatedFiles()) {
      if (file.getKind() == JavaFileObject.Kind.CLASS) {
        String name = file.getName().replaceFirst("^/?CLASS_OUTPUT/", "").replace(".class", "");
        try (InputStream in = file.openInputStream()) {
          classes.put(name.replace('/', '.'), in.readAllBytes());
        }
      }
    }
    return new ClassLoader(Compiled.class.getClassLoader()) {
      @Override
      protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] found = classes.get(name);
        if (found == null) {
          throw new ClassNotFoundException(name);
        }
        return defineClass(name, found, 0, found.length);
      }
    };
  }

  /** All sources that the processor wrote, by file name. */
  static Map<String, String> written(Compilation compilation) throws IOException {
    Map<String, String> written = new TreeMap<>();
    for (JavaFileObject file : compilation.generatedSourceFiles()) {
      String path = file.getName();
      written.put(path.substring(path.lastIndexOf('/') + 1), file.getCharContent(false).toString());
    }
    return written;
  }

  /**
   * The text in {@code expected/} of this name. With {@code -Dgolden.update} it is written anew
   * from {@code actual}: read that difference as you would read code.
   */
  static String expected(String name, String actual) throws IOException {
    if (System.getProperty("golden.update") != null) {
      Files.writeString(
          Path.of("src/test/resources/dev/cresset/compile/expected", name + ".txt"), actual);
      return actual;
    }
    try (InputStream in = Compiled.class.getResourceAsStream("expected/" + name + ".txt")) {
      assert in != null : name;
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
