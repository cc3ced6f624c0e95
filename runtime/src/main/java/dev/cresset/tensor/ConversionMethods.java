package dev.cresset.tensor;

import dev.cresset.Tensor;
import dev.cresset.annotations.Aten;
import dev.cresset.backend.Device;
import dev.cresset.ir.type.DType;
import dev.cresset.tensor.eager.Factory;
import dev.cresset.tensor.eager.Shape;

/** A tensor of another dtype or on another device. */
public interface ConversionMethods {

  /**
   * The same values as another dtype; the tensor itself if it has it. As {@code torch.Tensor.to}.
   */
  @Aten("to.dtype")
  default Tensor to(DType dtype) {
    return Shape.to((Tensor) this, dtype, false, false, null);
  }

  /**
   * The same values on another device; the tensor itself if it is there. As {@code
   * torch.Tensor.to}.
   */
  @Aten("to.dtype_layout")
  default Tensor to(Device device) {
    return Shape.to((Tensor) this, null, null, device, null, false, false, null);
  }

  /** The same values on another device and as another dtype. As {@code torch.Tensor.to}. */
  @Aten("to.device")
  default Tensor to(Device device, DType dtype) {
    return Shape.to((Tensor) this, device, dtype, false, false, null);
  }

  /** The same values with the dtype and device of {@code other}. As {@code torch.Tensor.to}. */
  @Aten("to.other")
  default Tensor to(Tensor other) {
    return Shape.to((Tensor) this, other, false, false, null);
  }

  /**
   * The same values with the dtype and device of {@code other}. As {@code torch.Tensor.type_as}.
   */
  @Aten("type_as")
  default Tensor typeAs(Tensor other) {
    return Shape.typeAs((Tensor) this, other);
  }

  /** The same values on the CPU. As {@code torch.Tensor.cpu}. */
  @Aten("cpu")
  default Tensor cpu() {
    return Shape.cpu((Tensor) this);
  }

  /** The same values on the first CUDA device. As {@code torch.Tensor.cuda}. */
  @Aten("cuda")
  default Tensor cuda() {
    return Shape.cuda((Tensor) this);
  }

  /**
   * Summed where sizes were broadcast, back to {@code size}. As {@code torch.Tensor.sum_to_size}.
   */
  @Aten("sum_to_size")
  default Tensor sumToSize(long... size) {
    return Shape.sumToSize((Tensor) this, size);
  }

  /** Zeros, with dtype and device of this tensor. As {@code torch.Tensor.new_zeros}. */
  @Aten("new_zeros")
  default Tensor newZeros(long... size) {
    return Factory.newZeros((Tensor) this, size, null, null, null, null);
  }

  /** Ones, with dtype and device of this tensor. As {@code torch.Tensor.new_ones}. */
  @Aten("new_ones")
  default Tensor newOnes(long... size) {
    return Factory.newOnes((Tensor) this, size, null, null, null, null);
  }

  /** One number, with dtype and device of this tensor. As {@code torch.Tensor.new_full}. */
  @Aten("new_full")
  default Tensor newFull(long[] size, long fillValue) {
    return Factory.newFull((Tensor) this, size, fillValue, null, null, null, null);
  }

  /** One number, with dtype and device of this tensor. As {@code torch.Tensor.new_full}. */
  @Aten("new_full")
  default Tensor newFull(long[] size, double fillValue) {
    return Factory.newFull((Tensor) this, size, fillValue, null, null, null, null);
  }
}
