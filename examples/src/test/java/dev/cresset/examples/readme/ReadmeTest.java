package dev.cresset.examples.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** README shows a file as it is, and prints what it prints. */
class ReadmeTest {
  private static String readme() throws IOException {
    return Files.readString(Path.of("../README.md")).replace("\r\n", "\n");
  }

  @Test
  void theFileIsTheFile() throws IOException {
    String file =
        Files.readString(Path.of("src/main/java/dev/cresset/examples/readme/Circle.java"))
            .replace("\r\n", "\n");
    assertThat(readme()).contains("```java\n" + file + "```\n");
  }

  @Test
  void theOutputIsItsOutput() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream before = System.out;
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      Circle.main();
    } finally {
      System.setOut(before);
    }
    String printed = bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    assertThat(readme()).contains("```\n" + printed + "```\n");
  }
}
