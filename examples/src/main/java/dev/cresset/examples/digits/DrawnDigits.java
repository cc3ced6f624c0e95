package dev.cresset.examples.digits;

import dev.cresset.Generator;
import dev.cresset.Tensor;
import dev.cresset.data.TensorDataset;

/** A data set of drawn digits: the same seed draws the same digits. */
public final class DrawnDigits {
  private DrawnDigits() {}

  /**
   * Draws {@code count} digits, as many of each class.
   *
   * @return pictures as F32 from 0 to 1, {@code [count, 1, 28, 28]}; classes as I64, {@code
   *     [count]}
   */
  public static TensorDataset draw(int count, long seed) {
    int pixels = Pen.SIDE * Pen.SIDE;
    float[] pictures = new float[count * pixels];
    long[] classes = new long[count];
    Pen pen = new Pen(new Generator(seed));
    for (int i = 0; i < count; i++) {
      classes[i] = i % 10;
      pen.draw(i % 10, pictures, i * pixels);
    }
    return new TensorDataset(
        Tensor.fromBlob(pictures, count, 1, Pen.SIDE, Pen.SIDE), Tensor.fromBlob(classes, count));
  }
}
