package dev.cresset.backend.cpu;

import dev.cresset.backend.PointwiseKernel;
import dev.cresset.backend.Storage;
import dev.cresset.backend.Strided;
import dev.cresset.ir.type.DType;

/** Single precision: F32 as it is, F16 and BF16 rounded on the way back. */
final class FloatLanes extends Lanes<float[]> {

  @Override
  DType dtype() {
    return DType.F32;
  }

  @Override
  float[] array(Storage storage) {
    return storage.floats();
  }

  @Override
  float[][] arrays(int count) {
    return new float[count][];
  }

  @Override
  float[][] scratch(int count, int length) {
    return Scratch.here().floats(count, length);
  }

  @Override
  float[] numbers(Number[] scalars) {
    float[] numbers = new float[scalars.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = scalars[i].floatValue();
    }
    return numbers;
  }

  @Override
  void load(Strided view, Walk walk, int from, int count, float[] tile) {
    Storage storage = view.storage();
    Lanes<?> kind = Lanes.of(view.dtype());
    if (kind == Lanes.DOUBLES) {
      double[] raw = Scratch.here().doubleLane(count);
      walk.runs(from, count, (p, step, at, n) -> Elements.read(storage, p, step, raw, at, n));
      for (int i = 0; i < count; i++) {
        tile[i] = (float) raw[i];
      }
    } else if (kind == Lanes.LONGS) {
      long[] raw = Scratch.here().longLane(count);
      walk.runs(from, count, (p, step, at, n) -> Elements.read(storage, p, step, raw, at, n));
      for (int i = 0; i < count; i++) {
        tile[i] = (float) raw[i];
      }
    } else {
      walk.runs(from, count, (p, step, at, n) -> Elements.read(storage, p, step, tile, at, n));
    }
  }

  @Override
  void store(float[] tile, Strided view, Walk walk, int from, int count) {
    Storage storage = view.storage();
    Lanes<?> kind = Lanes.of(view.dtype());
    if (kind == Lanes.DOUBLES) {
      double[] raw = Scratch.here().doubleLane(count);
      for (int i = 0; i < count; i++) {
        raw[i] = tile[i];
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
      float[][] in,
      float[] scalars,
      float[][] out,
      float[][] temps,
      int from,
      int to) {
    kernel.f32(in, scalars, out, temps, from, to);
  }
}
