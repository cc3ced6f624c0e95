package dev.cresset.conformance.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code docs/coverage.md} is current. */
class CoverageTest {
  private static final Path PAGE = Path.of("..", "docs", "coverage.md");

  @Test
  void thePageSaysWhatIsThere() throws IOException {
    String text = CoveragePage.text();
    if (System.getProperty("golden.update") != null) {
      Files.writeString(PAGE, text);
    }
    assertThat(PAGE).as("written anew with -Dgolden.update").hasContent(text);
  }

  @Test
  void thePageHasWhatEverybodyLooksFor() throws IOException {
    assertThat(Files.readString(PAGE))
        .contains("| `torch.nn.Conv2d` | `Conv2d` |")
        .contains("| `sigmoid` | `Functional.sigmoid`, `Tensor.sigmoid` | yes |")
        .contains("| `matmul` |")
        .contains("| `relu_` |");
  }
}
