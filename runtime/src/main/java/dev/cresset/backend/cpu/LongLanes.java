package dev.cresset.backend.cpu;

import dev.cresset.backend.PointwiseKernel;
import dev.cresset.backend.Storage;
import dev.cresset.backend.Strided;
import dev.cresset.ir.type.DType;

/** Whole numbers and truth, 64 bits wide; narrower ones wrap on the way back. */
final class LongLanes extends Lanes<long[]> {

  @Override
  DType dtype() {
    return DType.I64;
  }

  @Override
  long[] array(Storage storage) {
    return storage.longs();
  }

  @Override
  long[][] arrays(int count) {
    return new long[count][];
  }

  @Override
  long[][] scratch(int count, int length) {
    return Scratch.here().longs(count, length);
  }

  @Override
  long[] numbers(Number[] scalars) {
    long[] numbers = new long[scalars.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = scalars[i].longValue();
    }
    return numbers;
  }

  @Override
  void load(Strided view, Walk walk, int from, int count, long[] tile) {
    Storage storage = view.storage();
    Lanes<?> kind = Lanes.of(view.dtype());
    if (kind == Lanes.FLOATS) {
      float[] raw = Scratch.here().floatLane(count);
      walk.runs(from, count, (p, step, at, n) -> Elements.read(storage, p, step, raw, at, n));
      for (int i = 0; i < count; i++) {
        tile[i] = (long) raw[i];
      }
    } else if (kind == Lanes.DOUBLES) {
      double[] raw = Scratch.here().doubleLane(count);
      walk.runs(from, count, (p, step, at, n) -> Elements.read(storage, p, step, raw, at, n));
      for (int i = 0; i < count; i++) {
        tile[i] = (long) raw[i];
      }
    } else {
      walk.runs(from, count, (p, step, at, n) -> Elements.read(storage, p, step, tile, at, n));
    }
  }

  @Override
  void store(long[] tile, Strided view, Walk walk, int from, int count) {
    Storage storage = view.storage();
    Lanes<?> kind = Lanes.of(view.dtype());
    if (kind == Lanes.FLOATS) {
      float[] raw = Scratch.here().floatLane(count);
      for (int i = 0; i < count; i++) {
        raw[i] = (float) tile[i];
      }
      walk.runs(from, count, (p, step, at, n) -> Elements.write(raw, at, storage, p, step, n));
    } else if (kind == Lanes.DOUBLES) {
      double[] raw = Scratch.here().doubleLane(count);
      for (int i = 0; i < count; i++) {
        raw[i] = tile[i];
      }
      walk.runs(from, count, (p, step, at, n) -> Elements.write(raw, at, storage, p, step, n));
    } else {
      walk.runs(from, count, (p, step, at, n) -> Elements.write(tile, at, storage, p, step, n));
    }
  }

  @Override
  void run(
      PointwiseKernel kernel,
      long[][] in,
      long[] scalars,
      long[][] out,
      long[][] temps,
      int from,
      int to) {
    kernel.i64(in, scalars, out, temps, from, to);
  }
}
