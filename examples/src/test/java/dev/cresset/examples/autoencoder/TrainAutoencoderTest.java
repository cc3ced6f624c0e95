package dev.cresset.examples.autoencoder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cresset.Tensor;
import dev.cresset.nn.Modes;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainAutoencoderTest {
  @TempDir Path folder;

  @Test
  void aShortTrainingLearnsAndDraws() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    String[] arguments = {"--epochs", "3", "--digits", "1000", "--out", folder.toString()};
    double difference =
        TrainAutoencoder.run(arguments, new PrintStream(bytes, true, StandardCharsets.UTF_8));
    assertThat(difference).isLessThan(0.08); // it begins at 0.2
    assertThat(bytes.toString(StandardCharsets.UTF_8)).contains("epoch 3/3", "squared difference");
    BufferedImage picture = ImageIO.read(folder.resolve("autoencoder.png").toFile());
    assertThat(picture.getWidth()).isEqualTo(2 * (10 * 30 + 2));
    assertThat(picture.getHeight()).isEqualTo(2 * (2 * 30 + 2));
  }

  @Test
  void compiledAndEagerAgree() {
    Tensor.manualSeed(2);
    Autoencoder model = new Autoencoder(8, 4).eval();
    Tensor x = Tensor.rand(2, 1, 28, 28);
    Tensor compiled = model.call(x);
    assertThat(compiled.sizes()).containsExactly(2, 1, 28, 28);
    try (Modes.Scope scope = Modes.eager()) {
      assertThat(compiled.allClose(model.call(x), 1e-5, 1e-5, false)).isTrue();
    }
  }
}
