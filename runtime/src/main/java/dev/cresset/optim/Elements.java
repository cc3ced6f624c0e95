package dev.cresset.optim;

import dev.cresset.Tensor;
import dev.cresset.backend.Device;
import dev.cresset.backend.Parallel;
import dev.cresset.backend.Strided;
import dev.cresset.ir.type.DType;
import dev.cresset.tensor.Memory;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Runs an update as one pass over the plain arrays of a parameter, its gradient and its state. */
final class Elements {
  /** Elements for which another thread pays. */
  private static final int GRAIN = 1 << 15;

  /** States that are one number of single precision, whatever the parameter is. */
  static final Set<String> NUMBERS = Set.of("step", "eta", "mu", "mu_product");

  private Elements() {}

  /** A loop over single precision: gradient, tensors that it writes, the part to do. */
  interface F32 {
    void run(float[] gradient, float[][] written, int from, int to);
  }

  /** The same loop over double precision. */
  interface F64 {
    void run(double[] gradient, double[][] written, int from, int to);
  }

  /** The state under {@code name}, made of zeros like {@code param} if there is none yet. */
  static Tensor state(Map<String, @Nullable Object> state, String name, Tensor param) {
    if (state.get(name) instanceof Tensor present) {
      return present;
    }
    Tensor fresh = Memory.zeros(param.dtype(), param.device(), param.sizes());
    state.put(name, fresh);
    return fresh;
  }

  /** The number under {@code name}, a tensor as PyTorch keeps it, begun with {@code first}. */
  static Tensor number(Map<String, @Nullable Object> state, String name, double first) {
    if (state.get(name) instanceof Tensor present) {
      return present;
    }
    Tensor fresh = Memory.fill(Memory.zeros(DType.F32, Device.CPU), first);
    state.put(name, fresh);
    return fresh;
  }

  /** Counts one more step in {@code "step"}, a tensor as PyTorch keeps and saves it. */
  static double countStep(Map<String, @Nullable Object> state) {
    Tensor count;
    if (state.get("step") instanceof Tensor present) {
      count = present;
    } else {
      count = Memory.zeros(DType.F32, Device.CPU);
      state.put("step", count);
    }
    double steps = count.item() + 1;
    Memory.fill(count, steps);
    return steps;
  }

  /**
   * Runs the loop of the parameter's dtype in place. What is not laid out plainly on the heap
   * (views, half precision, other devices) is copied there and back.
   */
  static void update(F32 f32, F64 f64, Tensor gradient, Tensor... written) {
    for (Tensor tensor : written) {
      if (!Arrays.equals(tensor.sizes(), gradient.sizes())) {
        throw new IllegalArgumentException(
            "a gradient of sizes "
                + Arrays.toString(gradient.sizes())
                + " for a parameter or state of sizes "
                + Arrays.toString(tensor.sizes()));
      }
    }
    DType dtype = written[0].dtype() == DType.F64 ? DType.F64 : DType.F32;
    Strided source = Memory.plain(gradient, dtype);
    Strided[] plain = new Strided[written.length];
    Arrays.setAll(plain, i -> Memory.plain(written[i], dtype));
    int count = Math.toIntExact(gradient.numel());
    if (dtype == DType.F64) {
      double[] g = source.storage().doubles();
      double[][] arrays = new double[plain.length][];
      Arrays.setAll(arrays, i -> plain[i].storage().doubles());
      Parallel.range(count, GRAIN, (from, to) -> f64.run(g, arrays, from, to));
    } else {
      float[] g = source.storage().floats();
      float[][] arrays = new float[plain.length][];
      Arrays.setAll(arrays, i -> plain[i].storage().floats());
      Parallel.range(count, GRAIN, (from, to) -> f32.run(g, arrays, from, to));
    }
    for (int i = 0; i < written.length; i++) {
      if (plain[i] == written[i].strided()) {
        plain[i].storage().written();
      } else {
        Memory.copy(Tensor.wrap(plain[i]), written[i]);
      }
    }
  }
}
