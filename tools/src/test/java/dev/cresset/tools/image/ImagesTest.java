package dev.cresset.tools.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cresset.ShapeException;
import dev.cresset.Tensor;
import dev.cresset.ir.type.DType;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImagesTest {
  @TempDir Path folder;

  @Test
  void levelsAreThoseOfTheTensor() throws IOException {
    Tensor grey = Tensor.of(new double[] {0, 0.2, 1}, new double[] {2, -1, Double.NaN});
    BufferedImage image = written(grey);
    assertThat(image.getWidth()).isEqualTo(3);
    assertThat(image.getHeight()).isEqualTo(2);
    assertThat(image.getRaster().getSamples(0, 0, 3, 2, 0, (int[]) null))
        .containsExactly(0, 51, 255, 255, 0, 0);
  }

  @Test
  void coloursAreRedGreenAndBlue() throws IOException {
    Tensor pixel = Tensor.of(10L, 20, 30).to(DType.U8).view(3, 1, 1);
    assertThat(written(pixel).getRGB(0, 0)).isEqualTo(0xff0a141e);
    Tensor clear = Tensor.of(1.0, 0, 0, 0.2).view(4, 1, 1);
    assertThat(written(clear).getRGB(0, 0)).isEqualTo(0x33ff0000);
  }

  private BufferedImage written(Tensor picture) throws IOException {
    Path file = folder.resolve("picture.png");
    Images.savePng(picture, file);
    return ImageIO.read(file.toFile());
  }

  @Test
  void picturesStandInAGrid() {
    Tensor pictures = Tensor.of(1.0, 2, 3).view(3, 1, 1, 1);
    Tensor grid = Images.makeGrid(pictures, 2);
    assertThat(grid.sizes()).containsExactly(1, 8, 8);
    assertThat(grid.sum().item()).isEqualTo(6);
    assertThat(grid.select(0, 0).select(0, 2).toFloatArray())
        .containsExactly(0, 0, 1, 0, 0, 2, 0, 0);
    assertThat(grid.select(0, 0).select(0, 5).toFloatArray())
        .containsExactly(0, 0, 3, 0, 0, 0, 0, 0);
  }

  @Test
  void whatIsNoPictureIsRefused() {
    assertThatThrownBy(() -> Images.png(Tensor.zeros(2, 4, 4)))
        .isInstanceOf(ShapeException.class)
        .hasMessageContaining("f32[2, 4, 4]");
    assertThatThrownBy(() -> Images.png(Tensor.zeros(DType.I64, 4, 4)))
        .hasMessageContaining("i64[4, 4]");
    assertThatThrownBy(() -> Images.makeGrid(Tensor.zeros(4, 4), 2)).hasMessageContaining("[4, 4]");
  }
}
