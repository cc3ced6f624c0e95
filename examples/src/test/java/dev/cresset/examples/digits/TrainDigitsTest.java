package dev.cresset.examples.digits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cresset.Tensor;
import dev.cresset.autograd.Autograd;
import dev.cresset.data.Example;
import dev.cresset.nn.Modes;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainDigitsTest {
  @TempDir Path parent;
  private Path folder;

  @BeforeEach
  void aFolderThatIsNotThereYet() {
    folder = parent.resolve("made/by/itself");
  }

  @Test
  void aShortTrainingLearnsSavesAndShows() {
    String text = run("--train", "1200", "--epochs", "10", "--channels", "8");
    assertThat(text)
        .contains("epoch 10/10", "the answers are the same", "says ", "generated code: ");
    String last = text.strip().substring(text.strip().lastIndexOf('\n') + 1);
    assertThat(last).matches("accuracy \\d+\\.\\d %");
    assertThat(Double.parseDouble(last.split(" ")[1])).isGreaterThan(50); // 10 is chance
    assertThat(folder.resolve("digits.safetensors")).isNotEmptyFile();
  }

  private String run(String... arguments) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Settings settings = Settings.read(arguments);
    Settings here =
        new Settings(
            settings.blocks(),
            settings.channels(),
            settings.epochs(),
            settings.train(),
            settings.seed(),
            null,
            folder);
    new TrainDigits(here, new PrintStream(bytes, true, StandardCharsets.UTF_8)).run();
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void compiledAndEagerAgree() {
    Tensor.manualSeed(5);
    ResNet model = new ResNet(2, 8, 10);
    Tensor x = DrawnDigits.draw(6, 3).batch(0, 1, 2, 3, 4, 5).input();
    ResNet twin = new ResNet(2, 8, 10);
    twin.loadStateDict(model.stateDict());
    Tensor compiled = model.call(x);
    Tensor eager;
    try (Modes.Scope scope = Modes.eager()) {
      eager = twin.call(x);
    }
    assertThat(compiled.allClose(eager, 1e-5, 1e-5, false)).isTrue();
    List<Tensor> a = Autograd.grad(compiled.square().sum(), model.parameters());
    List<Tensor> b = Autograd.grad(eager.square().sum(), twin.parameters());
    for (int i = 0; i < a.size(); i++) {
      assertThat(a.get(i).allClose(b.get(i), 1e-3, 1e-3, false)).as("gradient " + i).isTrue();
    }
    model
        .stateDict()
        .forEach((key, t) -> assertThat(t.allClose(twin.stateDict().get(key))).isTrue());
  }

  @Test
  void theSameSeedDrawsTheSameDigits() {
    Example one = DrawnDigits.draw(20, 7).get(13);
    Example two = DrawnDigits.draw(20, 7).get(13);
    assertThat(one.input().toFloatArray()).isEqualTo(two.input().toFloatArray());
    assertThat(one.target().toLong()).isEqualTo(3);
  }

  @Test
  void argumentsThatMakeNoSenseAreRefused() {
    assertThatThrownBy(() -> Settings.read("--blocks", "two")).hasMessageContaining("usage:");
    assertThatThrownBy(() -> Settings.read("--colour", "red")).hasMessageContaining("--colour");
    assertThatThrownBy(() -> Settings.read("--epochs")).hasMessageContaining("needs a value");
  }
}
