package dev.cresset.examples.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The page that shows generated code shows what is generated; {@code -Dgolden.update} rewrites it.
 */
class GeneratedExampleTest {
  private static final Path PAGE = Path.of("../docs/generated-example.md");
  private static final Path GENERATED =
      Path.of("target/generated-sources/annotations/dev/cresset/examples/cell");

  @ParameterizedTest
  @ValueSource(strings = {"MyCellModule.java", "MyCell_Graph.java"})
  void thePageShowsTheFile(String name) throws IOException {
    String file = Files.readString(GENERATED.resolve(name)).replace("\r\n", "\n");
    String page = Files.readString(PAGE).replace("\r\n", "\n");
    Matcher block =
        Pattern.compile("(?s)## `" + Pattern.quote(name) + "`\n.*?```java\n(.*?)```\n")
            .matcher(page);
    assertThat(block.find()).as("a section for " + name).isTrue();
    if (System.getProperty("golden.update") != null) {
      page = page.substring(0, block.start(1)) + file + page.substring(block.end(1));
      Files.writeString(PAGE, page);
    } else {
      assertThat(block.group(1)).isEqualTo(file);
    }
  }
}
