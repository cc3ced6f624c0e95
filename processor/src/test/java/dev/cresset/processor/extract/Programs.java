package dev.cresset.processor.extract;

import static com.google.testing.compile.Compiler.javac;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;

/** Users' programs in files, and the library's words that they are compiled with. */
final class Programs {
  static final Path FOLDER = Path.of("src/test/resources/dev/cresset/processor/extract");

  private Programs() {}

  /** The files of {@code folder}: {@code good}, {@code bad}. */
  static List<Path> in(String folder) {
    try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
      return files.sorted().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Compiles {@code program} with {@code processor}. */
  static Compilation compile(Path program, ReadingProcessor processor) {
    return compile(file(program), processor);
  }

  /** Compiles {@code program} with {@code processor}. */
  static Compilation compile(JavaFileObject program, ReadingProcessor processor) {
    List<JavaFileObject> files = new ArrayList<>(library());
    files.add(program);
    return javac().withOptions("-parameters").withProcessors(processor).compile(files);
  }

  /** The library's words. */
  static List<JavaFileObject> library() {
    return in("library").stream().map(Programs::file).toList();
  }

  static JavaFileObject file(Path path) {
    String text = text(path);
    String packageName = text.replaceFirst("(?s).*?package ([\\w.]+);.*", "$1");
    String simple = path.getFileName().toString().replace(".java", "");
    return JavaFileObjects.forSourceString(packageName + "." + simple, text);
  }
}
