package dev.cresset.tools.image;

import dev.cresset.ShapeException;
import dev.cresset.Tensor;
import dev.cresset.ir.type.DType;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;

/**
 * Writes tensors as PNG and puts several into one. As {@code torchvision.utils}.
 *
 * <p>A picture is {@code [channels, height, width]} or {@code [height, width]}, with one channel of
 * grey, three of red, green and blue, or four with opacity: of floating point from 0 to 1, what is
 * beyond cut off and NaN black; or U8 from 0 to 255.
 */
public final class Images {
  private static final int PADDING = 2;

  private Images() {}

  /**
   * Puts pictures beside and below each other, with two black pixels around each. As {@code
   * make_grid}.
   *
   * @param pictures {@code [n, channels, height, width]}, at least one
   * @param columns how many stand in a row
   * @return {@code [channels, ..., ...]}, of the same dtype
   */
  public static Tensor makeGrid(Tensor pictures, int columns) {
    if (pictures.dim() != 4 || pictures.size(0) == 0 || columns <= 0) {
      throw new ShapeException(
          "makeGrid: pictures are %s in %d columns; they need [n, channels, height, width], one or more"
              .formatted(pictures.strided(), columns));
    }
    Tensor all = pictures.detach();
    long count = all.size(0);
    long height = all.size(2) + PADDING;
    long width = all.size(3) + PADDING;
    long across = Math.min(columns, count);
    long down = (count + across - 1) / across;
    Tensor grid =
        Tensor.zeros(all.dtype(), all.size(1), down * height + PADDING, across * width + PADDING);
    for (long i = 0; i < count; i++) {
      grid.narrow(1, i / across * height + PADDING, all.size(2))
          .narrow(2, i % across * width + PADDING, all.size(3))
          .copy_(all.select(0, i));
    }
    return grid;
  }

  /**
   * Writes a picture as PNG. As {@code save_image}.
   *
   * @param file replaced if it is there
   * @throws ShapeException if the tensor is no picture
   * @throws UncheckedIOException if the file cannot be written
   */
  public static void savePng(Tensor picture, Path file) {
    byte[] png = png(picture);
    try {
      Files.write(file, png);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " could not be written", e);
    }
  }

  /**
   * A picture as the bytes of a PNG.
   *
   * @throws ShapeException if the tensor is no picture
   */
  public static byte[] png(Tensor picture) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image(picture), "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("a picture could not be written to memory", e);
    }
    return bytes.toByteArray();
  }

  private static BufferedImage image(Tensor picture) {
    Tensor all = picture.dim() == 2 ? picture.unsqueeze(0) : picture;
    boolean known = all.isFloatingPoint() || all.dtype() == DType.U8;
    long channels = all.dim() == 3 ? all.size(0) : 0;
    if (!known || channels != 1 && channels != 3 && channels != 4 || all.numel() == 0) {
      throw new ShapeException(
          "a picture is [1, 3 or 4 channels, height, width] or [height, width], of floating point"
              + " from 0 to 1 or of U8; this is "
              + picture.strided());
    }
    int[][] levels = levels(all);
    int height = (int) all.size(1);
    int width = (int) all.size(2);
    int type =
        switch ((int) channels) {
          case 1 -> BufferedImage.TYPE_BYTE_GRAY;
          case 3 -> BufferedImage.TYPE_INT_RGB;
          default -> BufferedImage.TYPE_INT_ARGB;
        };
    BufferedImage image = new BufferedImage(width, height, type);
    for (int c = 0; c < levels.length; c++) {
      image.getRaster().setSamples(0, 0, width, height, c, levels[c]);
    }
    return image;
  }

  /** For each channel its levels from 0 to 255. */
  private static int[][] levels(Tensor picture) {
    boolean real = picture.isFloatingPoint();
    int[][] levels = new int[(int) picture.size(0)][];
    for (int c = 0; c < levels.length; c++) {
      double[] values = picture.detach().select(0, c).toDoubleArray();
      levels[c] = Arrays.stream(values).mapToInt(v -> level(real ? 255 * v : v)).toArray();
    }
    return levels;
  }

  private static int level(double value) {
    return (int) Math.max(0, Math.min(255, Math.rint(value))); // NaN becomes 0
  }
}
