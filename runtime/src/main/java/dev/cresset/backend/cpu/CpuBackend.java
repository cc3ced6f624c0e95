package dev.cresset.backend.cpu;

import dev.cresset.backend.Backend;
import dev.cresset.backend.Backends;
import dev.cresset.backend.Device;
import dev.cresset.backend.HeapStorage;
import dev.cresset.backend.Parallel;
import dev.cresset.backend.PointwiseKernel;
import dev.cresset.backend.Storage;
import dev.cresset.backend.Strided;
import dev.cresset.ir.type.DType;
import java.util.Arrays;

/** The CPU as a backend. */
public final class CpuBackend implements Backend {
  private static final int GRAIN = 32768;

  @Override
  public Storage allocate(DType dtype, long length, Device device) {
    return HeapStorage.zeros(dtype, length);
  }

  @Override
  public void copy(Strided from, Strided to) {
    if (!Arrays.equals(from.sizes(), to.sizes())) {
      throw new IllegalArgumentException("copy from " + from + " to " + to + ": sizes differ");
    }
    if (!from.device().isCpu() || !to.device().isCpu()) {
      Backends.of(from.device().isCpu() ? to.device() : from.device()).copy(from, to);
      return;
    }
    if (to.numel() == 0) {
      return; // an empty view may begin behind the end of its memory
    }
    if (from.dtype() == to.dtype() && from.isContiguous() && to.isContiguous()) {
      Object source = array(from.storage());
      System.arraycopy(source, from.start(), array(to.storage()), to.start(), (int) from.numel());
      return;
    }
    copy(Lanes.of(from.dtype()), from, to);
  }

  private static <A> void copy(Lanes<A> lanes, Strided from, Strided to) {
    Walk read = new Walk(from);
    Walk write = new Walk(to);
    Parallel.range(
        (int) to.numel(),
        GRAIN,
        (begin, end) -> {
          A tile = lanes.tiles(1)[0];
          for (int at = begin; at < end; at += PointwiseKernel.TILE) {
            int count = Math.min(PointwiseKernel.TILE, end - at);
            lanes.load(from, read, at, count, tile);
            lanes.store(tile, to, write, at, count);
          }
        });
  }

  @Override
  public void fill(Strided to, Number value) {
    DType dtype = value instanceof Double || value instanceof Float ? DType.F64 : DType.I64;
    Strided one = Strided.contiguous(HeapStorage.zeros(dtype, 1));
    if (dtype == DType.F64) {
      one.storage().doubles()[0] = value.doubleValue();
    } else {
      one.storage().longs()[0] = value.longValue();
    }
    copy(one.expand(to.sizes()), to);
  }

  @Override
  public void pointwise(
      PointwiseKernel kernel, DType compute, Strided[] in, Number[] scalars, Strided[] out) {
    PointwiseDriver.run(kernel, compute, in, scalars, out);
  }

  @Override
  public void synchronize() {} // what is asked of the CPU is done when the call returns

  private static Object array(Storage storage) {
    return switch (storage.dtype()) {
      case F32 -> storage.floats();
      case F64 -> storage.doubles();
      case I64 -> storage.longs();
      case I32 -> storage.ints();
      case I16, F16, BF16 -> storage.shorts();
      case I8, U8, BOOL -> storage.bytes();
    };
  }
}
