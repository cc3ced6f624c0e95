package dev.cresset.backend.cpu;

import dev.cresset.backend.PointwiseKernel;
import dev.cresset.backend.Storage;
import dev.cresset.backend.Strided;
import dev.cresset.ir.type.DType;

/** Double precision. */
final class DoubleLanes extends Lanes<double[]> {

  @Override
  DType dtype() {
    return DType.F64;
  }

  @Override
  double[] array(Storage storage) {
    return storage.doubles();
  }

  @Override
  double[][] arrays(int count) {
    return new double[count][];
  }

  @Override
  double[][] scratch(int count, int length) {
    return Scratch.here().doubles(count, length);
  }

  @Override
  double[] numbers(Number[] scalars) {
    double[] numbers = new double[scalars.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = scalars[i].doubleValue();
    }
    return numbers;
  }

  @Override
  void load(Strided view, Walk walk, int from, int count, double[] tile) {
    Storage storage = view.storage();
    Lanes<?> kind = Lanes.of(view.dtype());
    if (kind == Lanes.FLOATS) {
      float[] raw = Scratch.here().floatLane(count);
      walk.runs(from, count, (p, step, at, n) -> Elements.read(storage, p, step, raw, at, n));
      for (int i = 0; i < count; i++) {
        tile[i] = raw[i];
      }
    } else if (kind == Lanes.LONGS) {
      long[] raw = Scratch.here().longLane(count);
      walk.runs(from, count, (p, step, at, n) -> Elements.read(storage, p, step, raw, at, n));
      for (int i = 0; i < count; i++) {
        tile[i] = raw[i];
      }
    } else {
      walk.runs(from, count, (p, step, at, n) -> Elements.read(storage, p, step, tile, at, n));
    }
  }

  @Override
  void store(double[] tile, Strided view, Walk walk, int from, int count) {
    Storage storage = view.storage();
    Lanes<?> kind = Lanes.of(view.dtype());
    if (kind == Lanes.FLOATS) {
      float[] raw = Scratch.here().floatLane(count);
      for (int i = 0; i < count; i++) {
        raw[i] = (float) tile[i];
      }
      walk.runs(from, count, (p, step, at, n) -> Elements.write(raw, at, storage, p, step, n));
    } else if (kind == Lanes.LONGS) {
      long[] raw = Scratch.here().longLane(count);
      boolean truth = view.dtype() == DType.BOOL; // what is not 0 is true, 0.5 and NaN too
      for (int i = 0; i < count; i++) {
        raw[i] = truth ? tile[i] != 0 ? 1 : 0 : (long) tile[i];
      }
      walk.runs(from, count, (p, step, at, n) -> Elements.write(raw, at, storage, p, step, n));
    } else {
      walk.runs(from, count, (p, step, at, n) -> Elements.write(tile, at, storage, p, step, n));
    }
  }

  @Override
  void run(
      PointwiseKernel kernel,
      double[][] in,
      double[] scalars,
      double[][] out,
      double[][] temps,
      int from,
      int to) {
    kernel.f64(in, scalars, out, temps, from, to);
  }
}
