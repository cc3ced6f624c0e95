package dev.cresset.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cresset.processor.extract.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code docs/errors.md} is current. */
class ErrorsPageTest {
  private static final Path PAGE = Path.of("..", "docs", "errors.md");

  @Test
  void thePageHasEveryMessage() throws IOException {
    String text = ErrorsPage.text();
    if (System.getProperty("golden.update") != null) {
      Files.writeString(PAGE, text);
    }
    assertThat(PAGE).as("written anew with -Dgolden.update").hasContent(text);
    for (Problem problem : Problem.values()) {
      assertThat(text).contains("## " + problem.id() + "\n", "[" + problem.id() + "]");
    }
  }

  @Test
  void otherPagesNameIt() throws IOException {
    assertThat(Files.readString(Path.of("..", "README.md"))).contains("(docs/errors.md)");
    assertThat(Files.readString(Path.of("..", "docs", "script-language.md")))
        .contains("(errors.md)");
  }
}
