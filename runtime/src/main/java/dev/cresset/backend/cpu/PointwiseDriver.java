package dev.cresset.backend.cpu;

import dev.cresset.backend.Parallel;
import dev.cresset.backend.PointwiseKernel;
import dev.cresset.backend.RowKernel;
import dev.cresset.backend.Strided;
import dev.cresset.ir.type.DType;
import java.util.Arrays;

/**
 * Runs elementwise kernels. Where all operands are contiguous, begin at the same index and are of
 * the dtype that is computed with, the kernel runs on their own arrays; else tile by tile, with
 * operands copied into scratch arrays, since the virtual machine vectorises only loops with one
 * index.
 */
public final class PointwiseDriver {
  /** Elements below which a thread of its own does not pay. */
  private static final int GRAIN = 32768;

  private PointwiseDriver() {}

  /**
   * Computes {@code out} from {@code in}, which broadcast to the sizes of {@code out}; the rows of
   * a {@link RowKernel} are along the last.
   *
   * @param compute F32, F64 or I64
   */
  public static void run(
      PointwiseKernel kernel, DType compute, Strided[] in, Number[] scalars, Strided[] out) {
    if (in.length != kernel.inputs()
        || scalars.length != kernel.scalars()
        || out.length != kernel.outputs()) {
      throw new IllegalArgumentException(
          "%s takes %d tensors and %d scalars and gives %d; it got %d and %d, for %d"
              .formatted(
                  kernel.name(),
                  kernel.inputs(),
                  kernel.scalars(),
                  kernel.outputs(),
                  in.length,
                  scalars.length,
                  out.length));
    }
    if (kernel instanceof RowKernel rows) {
      RowDriver.run(Lanes.of(compute), rows, in, scalars, out);
    } else {
      run(Lanes.of(compute), kernel, in, scalars, out);
    }
  }

  private static <A> void run(
      Lanes<A> lanes, PointwiseKernel kernel, Strided[] in, Number[] scalars, Strided[] out) {
    int n = Math.toIntExact(out[0].numel());
    A numbers = lanes.numbers(scalars);
    int offset = commonOffset(lanes, in, out);
    if (offset >= 0 && !kernel.blocked()) {
      A[] from = arrays(lanes, in);
      A[] to = arrays(lanes, out);
      A[] none = lanes.arrays(0);
      Parallel.range(
          n,
          GRAIN,
          (begin, end) -> lanes.run(kernel, from, numbers, to, none, offset + begin, offset + end));
    } else if (offset == 0 && n <= PointwiseKernel.TILE) {
      A[] temps = lanes.tiles(kernel.temps());
      lanes.run(kernel, arrays(lanes, in), numbers, arrays(lanes, out), temps, 0, n);
    } else {
      Tiles<A> tiles = new Tiles<>(lanes, kernel, in, numbers, out);
      Parallel.range(n, GRAIN / 4, tiles::run);
    }
  }

  /** Where all operands begin, if the kernel can run on their own arrays; else −1. */
  private static int commonOffset(Lanes<?> lanes, Strided[] in, Strided[] out) {
    long offset = out[0].offset();
    for (Strided view : out) {
      if (!fits(lanes, view, offset, out[0])) {
        return -1;
      }
    }
    for (Strided view : in) {
      if (!fits(lanes, view, offset, out[0])) {
        return -1;
      }
    }
    return (int) offset;
  }

  private static boolean fits(Lanes<?> lanes, Strided view, long offset, Strided like) {
    return view.isContiguous()
        && view.offset() == offset
        && view.dtype() == lanes.dtype()
        && view.numel() == like.numel();
  }

  private static <A> A[] arrays(Lanes<A> lanes, Strided[] views) {
    A[] arrays = lanes.arrays(views.length);
    for (int i = 0; i < views.length; i++) {
      arrays[i] = lanes.array(views[i].storage());
    }
    return arrays;
  }

  /** The tile-by-tile form of one call; its runs go on in several threads at once. */
  private static final class Tiles<A> {
    private final Lanes<A> lanes;
    private final PointwiseKernel kernel;
    private final Strided[] in;
    private final Walk[] inWalks;
    private final A numbers;
    private final Strided[] out;
    private final Walk[] outWalks;

    Tiles(Lanes<A> lanes, PointwiseKernel kernel, Strided[] in, A numbers, Strided[] out) {
      this.lanes = lanes;
      this.kernel = kernel;
      this.numbers = numbers;
      this.out = out;
      long[] sizes = out[0].sizes();
      this.in = Arrays.stream(in).map(view -> view.expand(sizes)).toArray(Strided[]::new);
      this.inWalks = Arrays.stream(this.in).map(Walk::new).toArray(Walk[]::new);
      this.outWalks = Arrays.stream(out).map(Walk::new).toArray(Walk[]::new);
    }

    void run(int begin, int end) {
      int temps = kernel.temps();
      A[] tiles = lanes.tiles(in.length + out.length + temps);
      A[] from = Arrays.copyOfRange(tiles, 0, in.length);
      A[] to = Arrays.copyOfRange(tiles, in.length, in.length + out.length);
      A[] own = Arrays.copyOfRange(tiles, in.length + out.length, in.length + out.length + temps);
      for (int at = begin; at < end; at += PointwiseKernel.TILE) {
        int count = Math.min(PointwiseKernel.TILE, end - at);
        for (int i = 0; i < in.length; i++) {
          // One value for all elements is loaded for the first tile alone, which is the longest.
          if (at == begin || !inWalks[i].isOneRun() || inWalks[i].step() != 0) {
            lanes.load(in[i], inWalks[i], at, count, from[i]);
          }
        }
        lanes.run(kernel, from, numbers, to, own, 0, count);
        for (int i = 0; i < out.length; i++) {
          lanes.store(to[i], out[i], outWalks[i], at, count);
        }
      }
    }
  }
}
