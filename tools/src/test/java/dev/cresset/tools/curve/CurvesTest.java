package dev.cresset.tools.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurvesTest {
  @TempDir Path folder;

  private static Curves falling() {
    Curves curves = new Curves("a test", "step", "loss");
    for (int step = 0; step < 100; step++) {
      curves.add("train", step, 2 * Math.exp(-step / 25.0));
      if (step % 20 == 0) {
        curves.add("check", step, 0.2 + 2 * Math.exp(-step / 25.0));
      }
    }
    return curves;
  }

  @Test
  void aCurveIsDrawnInItsColours() throws IOException {
    Curves curves = falling();
    curves.add("train", 100, Double.NaN);
    curves.add("train", 101, Double.POSITIVE_INFINITY);
    Path file = folder.resolve("loss.png");
    curves.savePng(file);
    BufferedImage image = ImageIO.read(file.toFile());
    assertThat(image.getWidth()).isEqualTo(800);
    assertThat(image.getHeight()).isEqualTo(450);
    Set<Integer> colourful = new HashSet<>();
    for (int x = 100; x < 700; x++) {
      for (int y = 80; y < 380; y++) {
        int rgb = image.getRGB(x, y);
        int red = rgb >> 16 & 255;
        int blue = rgb & 255;
        if (Math.abs(red - blue) > 100) {
          colourful.add(rgb);
        }
      }
    }
    assertThat(colourful).as("two curves").hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void theTerminalShowsItFall() {
    String[] lines = falling().toString().split("\n");
    assertThat(lines).hasSize(19);
    assertThat(lines[0]).isEqualTo("a test: loss   * train   + check");
    assertThat(lines[1]).startsWith("  2.200 |+");
    assertThat(lines[3].strip()).startsWith("| *");
    assertThat(lines[16]).startsWith("0.03813 |").endsWith("*");
    assertThat(lines[18].strip()).startsWith("0 ").contains("step").endsWith(" 99");
    int before = -1;
    for (int row = 1; row <= 16; row++) {
      int mark = lines[row].lastIndexOf('*');
      if (mark >= 0) {
        assertThat(mark).isGreaterThan(before);
        before = mark;
      }
    }
  }

  @Test
  void aLevelLineLiesAtTheBottom() {
    Curves curves = new Curves("level", "epoch", "accuracy");
    curves.add("a", 1, 0.5);
    assertThat(curves.toString()).contains("0.5000 |*");
  }

  @Test
  void nothingToDrawIsAnError() {
    Curves curves = new Curves("nothing", "step", "loss");
    curves.add("train", 0, Double.NaN);
    assertThatThrownBy(curves::toString).hasMessageContaining("'nothing' has no point");
    assertThatThrownBy(() -> curves.savePng(folder.resolve("a.png")))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> falling().savePng(folder.resolve("a.jpg")))
        .hasMessageContaining(".png");
    assertThatThrownBy(
            () -> falling().savePng(Files.createTempFile(folder, "x", "y").resolve("a.png")))
        .hasMessageContaining("could not be written");
  }
}
