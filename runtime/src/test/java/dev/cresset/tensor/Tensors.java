package dev.cresset.tensor;

import dev.cresset.Tensor;
import dev.cresset.backend.Device;
import dev.cresset.ir.type.DType;

/** Small F32 tensors for tests of the rooms above the ops. */
public final class Tensors {

  private Tensors() {}

  /** Zeros. */
  public static Tensor zeros(long... sizes) {
    return filled(0, sizes);
  }

  /** Ones. */
  public static Tensor ones(long... sizes) {
    return filled(1, sizes);
  }

  /** The same value everywhere. */
  public static Tensor filled(double value, long... sizes) {
    return Memory.fill(Memory.zeros(DType.F32, Device.CPU, sizes), value);
  }
}
