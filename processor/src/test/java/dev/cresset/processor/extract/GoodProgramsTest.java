package dev.cresset.processor.extract;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.cresset.ir.op.OpTable;
import dev.cresset.processor.lower.LoweredMethod;
import dev.cresset.processor.lower.Lowering;
import dev.cresset.processor.script.ScriptClass;
import dev.cresset.processor.script.ScriptField;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each program of {@code good/} is read into the fields and graphs of {@code expected/}, and every
 * type and method that was found is javac's own.
 */
class GoodProgramsTest {

  static List<String> programs() {
    return Programs.in("good").stream().map(path -> path.getFileName().toString()).toList();
  }

  @ParameterizedTest
  @MethodSource("programs")
  void isReadAsExpected(String name) throws IOException {
    ReadingProcessor processor = new ReadingProcessor();
    Compilation compilation =
        Programs.compile(Programs.FOLDER.resolve("good").resolve(name), processor);
    assertThat(compilation.errors()).isEmpty();
    String text = text(processor);
    Path expected = Programs.FOLDER.resolve("expected").resolve(name.replace(".java", ".txt"));
    if (System.getProperty("golden.update") != null) {
      Files.writeString(expected, text);
    }
    assertThat(text).isEqualTo(Programs.text(expected));
  }

  private static String text(ReadingProcessor processor) {
    StringBuilder text = new StringBuilder();
    for (ClassReader.Reading reading : processor.readings.values()) {
      assertThat(reading.left()).isEmpty();
      ScriptClass script = reading.script();
      text.append("class ").append(script.name()).append('\n');
      for (ScriptField field : script.fields()) {
        text.append("  ").append(field.kind()).append(' ').append(field.name());
        text.append(" : ").append(field.type()).append('\n');
      }
      Lowering lowering = new Lowering(op -> OpTable.get(op).schema());
      for (LoweredMethod method : lowering.lower(script)) {
        text.append(method.method().kind()).append(' ').append(method.method().name());
        text.append('\n').append(method.graph().toString().strip()).append('\n');
      }
    }
    return text.toString();
  }
}
