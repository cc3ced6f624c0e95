package dev.cresset.nn;

import dev.cresset.Tensor;
import dev.cresset.backend.Device;
import dev.cresset.backend.Strided;
import dev.cresset.ir.type.DType;
import dev.cresset.nn.init.Init;
import dev.cresset.tensor.Memory;

/** First values of layers' parameters. */
final class Weights {

  private Weights() {}

  /**
   * Evenly spread within {@code ±1/√fanIn}. PyTorch comes there by Kaiming's rule with slope √5.
   *
   * @param fanIn how many inputs each output has
   */
  static Tensor uniform(long fanIn, long... sizes) {
    double bound = fanIn > 0 ? 1 / Math.sqrt(fanIn) : 0;
    return Init.uniform_(zeros(sizes), -bound, bound);
  }

  static Tensor zeros(long... sizes) {
    return Memory.zeros(DType.F32, Device.CPU, sizes);
  }

  static Tensor ones(long... sizes) {
    return Init.ones_(zeros(sizes));
  }

  /** A count of 0, as a whole number without sizes. */
  static Tensor count() {
    return Memory.zeros(DType.I64, Device.CPU);
  }

  /** Writes zeros to row {@code index} of a matrix. */
  static void zeroRow(Tensor matrix, long index) {
    Strided all = matrix.strided();
    Strided row = all.view(new long[] {all.size(1)}, new long[] {1}, index * all.size(1));
    Memory.fill(Tensor.wrap(row), 0);
  }

  static boolean hasBias(Option... options) {
    boolean present = true;
    for (Option option : options) {
      if (option instanceof Option.Bias o) {
        present = o.present();
      }
    }
    return present;
  }
}
