package dev.cresset.tensor;

import dev.cresset.FloatBinaryOperator;
import dev.cresset.FloatUnaryOperator;
import dev.cresset.Tensor;
import dev.cresset.autograd.GradMode;
import dev.cresset.backend.Device;
import dev.cresset.ir.type.DType;

/** Java's functions of floats, called for each element in plain Java. */
public final class ElementFunctions {

  private ElementFunctions() {}

  /** {@code function} of each element. */
  public static Tensor map(Tensor x, FloatUnaryOperator function) {
    refuseGradient(x);
    float[] in = Memory.plain(x, DType.F32).storage().floats();
    float[] out = new float[Math.toIntExact(x.numel())];
    for (int i = 0; i < out.length; i++) {
      out[i] = function.applyAsFloat(in[i]);
    }
    return result(out, x.sizes(), dtype(x), x.device());
  }

  /** {@code function} of the elements of both, which broadcast. */
  public static Tensor map(Tensor x, Tensor y, FloatBinaryOperator function) {
    refuseGradient(x);
    refuseGradient(y);
    long[] sizes = Broadcast.sizes("map", x, y);
    float[] left = Memory.plain(x.expand(sizes), DType.F32).storage().floats();
    float[] right = Memory.plain(y.expand(sizes), DType.F32).storage().floats();
    DType dtype = Promotion.of(new Tensor[] {x, y});
    Device device = Broadcast.device("map", new Tensor[] {x, y});
    float[] out = new float[Math.toIntExact(x.expand(sizes).numel())];
    for (int i = 0; i < out.length; i++) {
      out[i] = function.applyAsFloat(left[i], right[i]);
    }
    return result(out, sizes, dtype.isFloatingPoint() ? dtype : DType.F32, device);
  }

  private static DType dtype(Tensor x) {
    return x.isFloatingPoint() ? x.dtype() : DType.F32;
  }

  private static Tensor result(float[] values, long[] sizes, DType dtype, Device device) {
    return Memory.as(Tensor.fromBlob(values, sizes), dtype, device);
  }

  private static void refuseGradient(Tensor x) {
    Recording.refuse("calls map with a function of plain Java");
    if (x.requiresGrad() && GradMode.enabled()) {
      throw new UnsupportedOperationException(
          "map: the tensor requires a gradient, and of a function in plain Java no derivative is"
              + " known; write 'MyOps_Graph.f(x)', the function's compiled form, for"
              + " 'x.map(MyOps::f)', or call it under GradMode.off");
    }
  }
}
