package dev.cresset.examples.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/trace.md shows what the example is, and what it prints. */
class TraceDocsTest {
  private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  private static String page() throws IOException {
    return Files.readString(Path.of("../docs/trace.md")).replace("\r\n", "\n");
  }

  @Test
  void whatIsShownIsPrinted() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    TraceExample.run(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    String printed = bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    String[] sections = printed.split("== .* ==\n", -1);
    assertThat(sections).hasSize(7);
    for (int i = 1; i < sections.length; i++) {
      assertThat(page()).contains("```\n" + sections[i] + "```\n");
    }
  }

  @Test
  void theCodeIsTheExamples() throws IOException {
    String file =
        Files.readString(Path.of("src/main/java/dev/cresset/examples/trace/TraceExample.java"));
    Matcher blocks = JAVA.matcher(page());
    int count = 0;
    while (blocks.find()) {
      count++;
      for (String line : blocks.group(1).lines().toList()) {
        assertThat(file).contains(line.strip());
      }
    }
    assertThat(count).isEqualTo(7);
  }
}
