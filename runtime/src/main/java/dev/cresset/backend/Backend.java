package dev.cresset.backend;

import dev.cresset.ir.type.DType;

/**
 * What a device can do. A backend is switched on ({@link Backends#useCuda}), not discovered.
 * Kernels get views of memory and write into memory that the caller has allocated.
 */
public interface Backend {

  /**
   * New memory; all zero on the CPU.
   *
   * @throws DeviceException if the device is not there
   */
  Storage allocate(DType dtype, long length, Device device);

  /**
   * Copies elements, converting the dtype. {@code from} and {@code to} have the same sizes; at
   * least one lies on this backend's device.
   */
  void copy(Strided from, Strided to);

  /** Writes {@code value}, converted to the dtype, to every element. */
  void fill(Strided to, Number value);

  /**
   * Computes a function of each element. The inputs broadcast to the sizes of the outputs, which
   * are all the same; dtypes are converted to {@code compute} and from it.
   *
   * @param compute F32, F64 or I64: the numbers that the kernel computes with
   */
  void pointwise(
      PointwiseKernel kernel, DType compute, Strided[] in, Number[] scalars, Strided[] out);

  /** Waits until all work given so far is done. */
  void synchronize();
}
