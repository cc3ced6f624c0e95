package dev.cresset.tensor.forward;

import dev.cresset.Tensor;
import dev.cresset.backend.Backends;
import dev.cresset.backend.Device;
import dev.cresset.backend.Strided;
import dev.cresset.ir.type.DType;
import org.jspecify.annotations.Nullable;

/** Handles on the same memory, copies, and other dtypes and devices. */
public final class MemoryForward {
  private MemoryForward() {}

  /** The same memory in a handle of its own. */
  public static Tensor alias(Tensor self) {
    return Tensor.wrap(self.strided());
  }

  /** The same memory in a handle of its own, without history. */
  public static Tensor detach(Tensor self) {
    return alias(self);
  }

  /** The tensor itself if it lies row by row, else a copy. */
  public static Tensor contiguous(Tensor self, long memoryFormat) {
    return Views.contiguous(self);
  }

  /** A copy. */
  public static Tensor clone(Tensor self, @Nullable Long memoryFormat) {
    return Views.copy(self);
  }

  /** Another dtype; the tensor itself if it has that, unless a copy is asked for. */
  public static Tensor to(
      Tensor self, DType dtype, boolean nonBlocking, boolean copy, @Nullable Long memoryFormat) {
    return to(self, dtype, null, copy);
  }

  /** Another device and dtype; the tensor itself if it has them, unless a copy is asked for. */
  public static Tensor to(
      Tensor self,
      Device device,
      DType dtype,
      boolean nonBlocking,
      boolean copy,
      @Nullable Long memoryFormat) {
    return to(self, dtype, device, copy);
  }

  /** What is named of dtype and device. */
  public static Tensor to(
      Tensor self,
      @Nullable DType dtype,
      @Nullable Long layout,
      @Nullable Device device,
      @Nullable Boolean pinMemory,
      boolean nonBlocking,
      boolean copy,
      @Nullable Long memoryFormat) {
    return to(self, dtype, device, copy);
  }

  /** The dtype and device of {@code other}. */
  public static Tensor to(
      Tensor self, Tensor other, boolean nonBlocking, boolean copy, @Nullable Long memoryFormat) {
    return to(self, other.dtype(), other.device(), copy);
  }

  /** On the CPU. */
  public static Tensor cpu(Tensor self) {
    return to(self, null, Device.CPU, false);
  }

  /** On the first GPU. */
  public static Tensor cuda(Tensor self) {
    return to(self, null, Device.cuda(0), false);
  }

  /** Another dtype or device; the tensor itself if it has them, unless a copy is asked for. */
  public static Tensor to(
      Tensor self, @Nullable DType dtype, @Nullable Device device, boolean copy) {
    DType type = dtype == null ? self.dtype() : dtype;
    Device place = device == null ? self.device() : device;
    if (!copy && type == self.dtype() && place.equals(self.device())) {
      return self;
    }
    Strided result = Strided.allocate(type, place, self.strided().sizes());
    Backends.of(place.isCpu() ? self.device() : place).copy(self.strided(), result);
    return Tensor.wrap(result);
  }
}
