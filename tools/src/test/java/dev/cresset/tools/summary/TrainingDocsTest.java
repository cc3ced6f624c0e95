package dev.cresset.tools.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cresset.models.ResNet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** docs/training.md shows what is printed. */
class TrainingDocsTest {

  @Test
  void theBeginningOfTheTableIsTheBeginningOfTheTable() throws IOException {
    String page = Files.readString(Path.of("../docs/training.md")).replace("\r\n", "\n");
    String table = Summary.summary(ResNet.resnet18(), new long[] {1, 3, 224, 224}).toString();
    String[] lines = table.split("\n");
    String shown =
        String.join("\n", Arrays.copyOfRange(lines, 0, 11))
            + "\n...\n"
            + String.join("\n", Arrays.copyOfRange(lines, lines.length - 5, lines.length));
    assertThat(page).contains("```\n" + shown + "\n```\n");
  }
}
