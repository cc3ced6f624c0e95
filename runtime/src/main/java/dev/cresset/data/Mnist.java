package dev.cresset.data;

import dev.cresset.FormatException;
import dev.cresset.Tensor;
import java.nio.file.Path;

/** Reads MNIST and the data sets of its kind (Fashion-MNIST, KMNIST) from their IDX files. */
public final class Mnist {
  private static final int CLASSES = 10;

  private Mnist() {}

  /**
   * Reads images and their labels; either file may be under gzip.
   *
   * @param images such as {@code train-images-idx3-ubyte.gz}
   * @param labels such as {@code train-labels-idx1-ubyte.gz}
   * @return images as F32 from 0 to 1, {@code [n, 1, rows, columns]}; labels as I64, {@code [n]}
   * @throws FormatException if a file is not as the format says, a label is not below 10, or there
   *     are not as many labels as images
   * @throws java.io.UncheckedIOException if a file cannot be read
   */
  public static TensorDataset read(Path images, Path labels) {
    Idx pixels = Idx.read(images, 3);
    Idx classes = Idx.read(labels, 1);
    if (classes.sizes()[0] != pixels.sizes()[0]) {
      throw new FormatException(
          labels, classes.sizes()[0] + " labels for " + pixels.sizes()[0] + " images in " + images);
    }
    return new TensorDataset(images(pixels), labels(labels, classes));
  }

  private static Tensor images(Idx idx) {
    byte[] bytes = idx.bytes();
    float[] grey = new float[bytes.length];
    for (int i = 0; i < grey.length; i++) {
      grey[i] = (bytes[i] & 0xff) / 255f;
    }
    return Tensor.fromBlob(grey, idx.sizes()[0], 1, idx.sizes()[1], idx.sizes()[2]);
  }

  private static Tensor labels(Path file, Idx idx) {
    byte[] bytes = idx.bytes();
    long[] labels = new long[bytes.length];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = bytes[i] & 0xff;
      if (labels[i] >= CLASSES) {
        throw new FormatException(
            file, "label " + i + " is " + labels[i] + "; expected 0 to " + (CLASSES - 1));
      }
    }
    return Tensor.fromBlob(labels, labels.length);
  }
}
