package dev.cresset.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cresset.FormatException;
import dev.cresset.ir.type.DType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxTest {
  private static final byte[] IMAGES = {
    0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 3, 0, 51, (byte) 255, 1, 2, 3
  };
  private static final byte[] LABELS = {0, 0, 8, 1, 0, 0, 0, 2, 7, 9};

  @TempDir Path folder;

  @Test
  void readsImagesAndLabels() throws IOException {
    TensorDataset set = Mnist.read(file("i", IMAGES), file("l", LABELS));
    assertThat(set.size()).isEqualTo(2);
    Example first = set.get(0);
    assertThat(first.input().sizes()).containsExactly(1, 1, 3);
    assertThat(first.input().toFloatArray()).containsExactly(0, 0.2f, 1);
    assertThat(first.target().dtype()).isEqualTo(DType.I64);
    assertThat(set.get(1).target().toLong()).isEqualTo(9);
  }

  @Test
  void readsTheSameUnderGzip() throws IOException {
    TensorDataset set = Mnist.read(file("i.gz", gzip(IMAGES)), file("l.gz", gzip(LABELS)));
    assertThat(set.batch(1, 0).target().toLongArray()).containsExactly(9, 7);
  }

  @Test
  void aWrongMagicNumberIsNamedWithFileAndPlace() throws IOException {
    Path file = file("i", new byte[] {1, 0, 8, 3, 0});
    assertThatThrownBy(() -> Mnist.read(file, file))
        .isInstanceOf(FormatException.class)
        .hasMessage(
            file + ": bytes 0 to 3 are 01 00 08 03; expected IDX's magic number 00 00 08 03");
    Path labels = file("l", LABELS);
    assertThatThrownBy(() -> Mnist.read(labels, labels))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("IDX of type 8 with 1 sizes; expected unsigned bytes (8) with 3");
  }

  @Test
  void aShortFileIsNamedWithFileAndPlace() throws IOException {
    for (int length = 0; length < IMAGES.length; length++) {
      Path file = file("i", Arrays.copyOf(IMAGES, length));
      assertThatThrownBy(() -> Mnist.read(file, file("l", LABELS)))
          .isInstanceOf(FormatException.class)
          .hasMessageStartingWith(file.toString());
    }
    Path file = file("i", Arrays.copyOf(IMAGES, 20));
    assertThatThrownBy(() -> Mnist.read(file, file("l", LABELS)))
        .hasMessage(file + ": ends at byte 20; sizes [2, 1, 3] need 22");
  }

  @Test
  void aShortGzipStreamIsRefused() throws IOException {
    byte[] whole = gzip(IMAGES);
    for (int length = 3; length < whole.length - 8; length += 5) {
      Path file = file("i.gz", Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> Mnist.read(file, file("l", LABELS)))
          .isInstanceOf(FormatException.class);
    }
    whole[14] ^= 0x55;
    Path broken = file("broken.gz", whole);
    assertThatThrownBy(() -> Mnist.read(broken, file("l", LABELS)))
        .isInstanceOf(FormatException.class);
  }

  @Test
  void moreThanTheSizesSayIsRefused() throws IOException {
    Path file = file("i", Arrays.copyOf(IMAGES, IMAGES.length + 1));
    assertThatThrownBy(() -> Mnist.read(file, file("l", LABELS)))
        .hasMessageContaining("goes on after byte 22");
  }

  @Test
  void sizesThatLieAllocateNothing() throws IOException {
    byte[] large = IMAGES.clone();
    Arrays.fill(large, 4, 16, (byte) 0x7f);
    Path file = file("i", large);
    assertThatThrownBy(() -> Mnist.read(file, file("l", LABELS)))
        .hasMessageContaining("makes more elements than fit one tensor");
    byte[] negative = IMAGES.clone();
    negative[4] = (byte) 0x80;
    Path other = file("n", negative);
    assertThatThrownBy(() -> Mnist.read(other, file("l", LABELS)))
        .hasMessageContaining("size 2147483650 at byte 4");
  }

  @Test
  void labelsMustFitTheImages() throws IOException {
    Path images = file("i", IMAGES);
    Path three = file("l", new byte[] {0, 0, 8, 1, 0, 0, 0, 3, 7, 9, 1});
    assertThatThrownBy(() -> Mnist.read(images, three))
        .hasMessageContaining("3 labels for 2 images");
    Path ten = file("t", new byte[] {0, 0, 8, 1, 0, 0, 0, 2, 7, 10});
    assertThatThrownBy(() -> Mnist.read(images, ten)).hasMessageContaining("label 1 is 10");
  }

  @Test
  void aMissingFileIsNamed() {
    Path none = folder.resolve("none");
    assertThatThrownBy(() -> Mnist.read(none, none))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("cannot read " + none);
  }

  private Path file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
      out.write(bytes);
    }
    return zipped.toByteArray();
  }
}
