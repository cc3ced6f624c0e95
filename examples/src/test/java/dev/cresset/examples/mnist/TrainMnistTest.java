package dev.cresset.examples.mnist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cresset.Tensor;
import dev.cresset.nn.Modes;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainMnistTest {
  @TempDir Path folder;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  @Test
  void aShortTrainingLearnsAndShowsIt() {
    String[] arguments = {"--epochs", "3", "--digits", "800", "--out", folder.toString()};
    assertThat(TrainMnist.run(arguments, out)).isGreaterThan(0.3); // 0.1 is chance
    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .contains("multiply-adds", "epoch 3/3", "+ test", "is\\said", "F1 score");
    assertThat(folder.resolve("mnist.png")).isNotEmptyFile();
    assertThat(folder.resolve("runs/mnist")).isNotEmptyDirectory();
  }

  @Test
  void compiledAndEagerAgree() {
    Tensor.manualSeed(2);
    MnistCnn model = new MnistCnn().eval();
    Tensor x = Tensor.rand(2, 1, 28, 28);
    Tensor compiled = model.call(x);
    try (Modes.Scope scope = Modes.eager()) {
      assertThat(compiled.allClose(model.call(x), 1e-5, 1e-5, false)).isTrue();
    }
  }

  @Test
  void argumentsThatMakeNoSenseAreRefused() {
    assertThatThrownBy(() -> TrainMnist.run(new String[] {"--colour", "red"}, out))
        .hasMessageContaining("'--colour'")
        .hasMessageContaining("--epochs=4");
    assertThatThrownBy(() -> TrainMnist.run(new String[] {"--epochs"}, out))
        .hasMessageContaining("needs a value");
    assertThatThrownBy(() -> TrainMnist.run(new String[] {"--epochs", "two"}, out))
        .hasMessageContaining("not two");
  }
}
