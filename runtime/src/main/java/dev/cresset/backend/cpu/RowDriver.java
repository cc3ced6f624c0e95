package dev.cresset.backend.cpu;

import dev.cresset.backend.Parallel;
import dev.cresset.backend.RowKernel;
import dev.cresset.backend.Strided;
import dev.cresset.backend.Threads;
import java.util.Arrays;

/**
 * Runs kernels on rows, each of which is copied into scratch arrays and back: all that happens to a
 * row happens in the cache.
 *
 * @param <A> the arrays that are computed with
 */
final class RowDriver<A> {
  /** Elements below which a thread of its own does not pay. */
  private static final int GRAIN = 8192;

  private final Lanes<A> lanes;
  private final RowKernel kernel;
  private final A numbers;
  private final int length;
  private final Strided[] in;
  private final Walk[] inWalks;
  private final Strided[] out;
  private final Walk[] outWalks;

  private RowDriver(Lanes<A> lanes, RowKernel kernel, Strided[] in, A numbers, Strided[] out) {
    this.lanes = lanes;
    this.kernel = kernel;
    this.numbers = numbers;
    this.out = out;
    long[] sizes = out[0].sizes();
    length = (int) sizes[sizes.length - 1];
    this.in = Arrays.stream(in).map(view -> view.expand(sizes)).toArray(Strided[]::new);
    inWalks = Arrays.stream(this.in).map(Walk::new).toArray(Walk[]::new);
    outWalks = Arrays.stream(out).map(Walk::new).toArray(Walk[]::new);
  }

  static <A> void run(
      Lanes<A> lanes, RowKernel kernel, Strided[] in, Number[] scalars, Strided[] out) {
    int n = Math.toIntExact(out[0].numel());
    if (n > 0) {
      RowDriver<A> driver = new RowDriver<>(lanes, kernel, in, lanes.numbers(scalars), out);
      int rows = n / driver.length;
      int parts = Math.max(1, Math.min(Threads.count(), n / GRAIN));
      Parallel.each(
          parts,
          part ->
              driver.rows(
                  (int) ((long) rows * part / parts), (int) ((long) rows * (part + 1) / parts)));
    }
  }

  private void rows(int begin, int end) {
    int count = in.length + out.length + kernel.temps();
    A[] all = lanes.scratch(count, length);
    A[] from = Arrays.copyOfRange(all, 0, in.length);
    A[] to = Arrays.copyOfRange(all, in.length, in.length + out.length);
    A[] own = Arrays.copyOfRange(all, in.length + out.length, count);
    for (int row = begin; row < end; row++) {
      for (int i = 0; i < in.length; i++) {
        lanes.load(in[i], inWalks[i], row * length, length, from[i]);
      }
      lanes.run(kernel, from, numbers, to, own, 0, length);
      for (int i = 0; i < out.length; i++) {
        lanes.store(to[i], out[i], outWalks[i], row * length, length);
      }
    }
  }
}
