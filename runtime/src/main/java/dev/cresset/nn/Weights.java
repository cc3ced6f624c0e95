package dev.cresset.nn;

import dev.cresset.Tensor;
import dev.cresset.backend.Device;
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
    return Init.uniform_(Memory.zeros(DType.F32, Device.CPU, sizes), -bound, bound);
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
