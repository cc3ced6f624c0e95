package dev.cresset.backend;

import dev.cresset.backend.cpu.CpuBackend;
import org.jspecify.annotations.Nullable;

/** The backend of each kind of device. The CPU's is always there. */
public final class Backends {
  private static final CpuBackend CPU = new CpuBackend();
  private static volatile @Nullable Backend cuda;

  private Backends() {}

  /** The CPU's backend. */
  public static CpuBackend cpu() {
    return CPU;
  }

  /**
   * The backend of {@code device}.
   *
   * @throws DeviceException if it is not switched on
   */
  public static Backend of(Device device) {
    if (device.isCpu()) {
      return CPU;
    }
    Backend backend = cuda;
    if (backend == null) {
      throw new DeviceException(
          device
              + " was asked for, but no CUDA backend is switched on: add cresset-cuda-kernels and call"
              + " dev.cresset.cuda.Cuda.enable(), or stay on Device.CPU");
    }
    return backend;
  }

  /** Whether devices of this kind have a backend. */
  public static boolean has(Device.Type type) {
    return type == Device.Type.CPU || cuda != null;
  }

  /** Switches the backend of CUDA devices on; null switches it off. */
  public static void useCuda(@Nullable Backend backend) {
    cuda = backend;
  }
}
