package dev.cresset.tensor;

import dev.cresset.Tensor;
import dev.cresset.backend.Backends;
import dev.cresset.backend.Device;
import dev.cresset.backend.Strided;
import dev.cresset.ir.type.DType;

/** Reads and writes tensors' memory without a trace on the tape, for state, files and updates. */
public final class Memory {

  private Memory() {}

  /** A new tensor of zeros. */
  public static Tensor zeros(DType dtype, Device device, long... sizes) {
    Tensor tensor = Tensor.wrap(Strided.allocate(dtype, device, sizes));
    return device.isCpu() ? tensor : fill(tensor, 0L);
  }

  /** Writes {@code value} everywhere in {@code tensor}, and returns it. */
  public static Tensor fill(Tensor tensor, Number value) {
    Strided to = tensor.strided();
    Backends.of(to.device()).fill(to, value);
    to.storage().written();
    return tensor;
  }

  /** Copies the elements of {@code from}, converted, into {@code to}, which has its sizes. */
  public static void copy(Tensor from, Tensor to) {
    copy(from.strided(), to.strided());
    to.strided().storage().written();
  }

  /** A copy that lies row by row in memory of its own. */
  public static Tensor copy(Tensor tensor, DType dtype, Device device) {
    Strided copy = Strided.allocate(dtype, device, tensor.strided().sizes());
    copy(tensor.strided(), copy);
    return Tensor.wrap(copy);
  }

  /** The tensor itself if it lies so; else a copy. */
  public static Tensor as(Tensor tensor, DType dtype, Device device) {
    boolean asItIs = tensor.dtype() == dtype && tensor.device().equals(device);
    return asItIs ? tensor : copy(tensor, dtype, device);
  }

  /** The tensor's elements row by row from the beginning of an array: itself, or a copy. */
  public static Strided plain(Tensor tensor, DType dtype) {
    Strided view = tensor.strided();
    boolean asItIs =
        view.dtype() == dtype && view.device().isCpu() && view.isContiguous() && view.offset() == 0;
    return asItIs ? view : copy(tensor, dtype, Device.CPU).strided();
  }

  private static void copy(Strided from, Strided to) {
    Device worker = to.device().isCpu() ? from.device() : to.device();
    Backends.of(worker).copy(from, to);
  }
}
