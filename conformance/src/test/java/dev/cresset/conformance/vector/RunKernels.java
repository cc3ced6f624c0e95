package dev.cresset.conformance.vector;

import dev.cresset.backend.PointwiseKernel;
import java.lang.reflect.Constructor;

/** Runs kernels, named by their classes, until C2 has compiled them. In a virtual machine alone. */
final class RunKernels {
  private static final int ROUNDS = 20_000;

  private RunKernels() {}

  public static void main(String... classes) throws ReflectiveOperationException {
    for (String name : classes) {
      Constructor<?> constructor = Class.forName(name).getDeclaredConstructor();
      constructor.setAccessible(true);
      PointwiseKernel kernel = (PointwiseKernel) constructor.newInstance();
      float[][] in = arrays(kernel.inputs());
      float[][] out = arrays(kernel.outputs());
      float[][] temps = arrays(kernel.temps());
      float[] scalars = new float[kernel.scalars()];
      for (int i = 0; i < ROUNDS; i++) {
        kernel.f32(in, scalars, out, temps, 0, PointwiseKernel.TILE);
      }
    }
  }

  private static float[][] arrays(int count) {
    return new float[count][PointwiseKernel.TILE];
  }
}
