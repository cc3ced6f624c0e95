package dev.cresset.tools.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cresset.Tensor;
import dev.cresset.data.DataLoader;
import dev.cresset.data.Example;
import dev.cresset.data.TensorDataset;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  private String last() {
    String[] lines = bytes.toString(StandardCharsets.UTF_8).strip().split("\r");
    return lines[lines.length - 1];
  }

  @Test
  void allBatchesGoByAndTheLineSaysSo() {
    DataLoader loader = new DataLoader(new TensorDataset(Tensor.zeros(10, 2), Tensor.zeros(10)), 4);
    List<Long> sizes = new ArrayList<>();
    try (Progress<Example> batches = Progress.of(loader, loader.size(), "epoch 3", out)) {
      for (Example batch : batches) {
        sizes.add(batch.input().size(0));
        batches.show("loss", 0.25);
      }
    }
    assertThat(sizes).containsExactly(4L, 4L, 2L);
    assertThat(last()).startsWith("epoch 3").contains("100%", "3/3", "loss 0.2500");
  }

  @Test
  void aLoopThatIsLeftStaysWhereItIs() {
    try (Progress<String> words = Progress.of(List.of("a", "b", "c", "d"), 4, "words", out)) {
      for (String word : words) {
        if (word.equals("b")) {
          break; // "a" alone is done
        }
      }
    }
    assertThat(last()).contains("25%", "1/4");
  }
}
