package dev.cresset.optim;

import dev.cresset.Tensor;
import dev.cresset.backend.Device;
import dev.cresset.backend.Strided;
import dev.cresset.ir.type.DType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Arithmetic of vectors in double precision, summed in order. */
final class Vectors {

  private Vectors() {}

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  static double largest(double[] a) {
    double largest = 0;
    for (double each : a) {
      largest = Math.max(largest, Math.abs(each));
    }
    return largest;
  }

  static double absoluteSum(double[] a) {
    double sum = 0;
    for (double each : a) {
      sum += Math.abs(each);
    }
    return sum;
  }

  /** Adds {@code factor · b} to {@code a}. */
  static void add(double[] a, double[] b, double factor) {
    for (int i = 0; i < a.length; i++) {
      a[i] += factor * b[i];
    }
  }

  static void scale(double[] a, double factor) {
    for (int i = 0; i < a.length; i++) {
      a[i] *= factor;
    }
  }

  static Tensor tensor(double[] a) {
    Strided tensor = Strided.allocate(DType.F64, Device.CPU, a.length);
    System.arraycopy(a, 0, tensor.storage().doubles(), 0, a.length);
    return Tensor.wrap(tensor);
  }

  static double[] of(@Nullable Object tensor) {
    if (tensor instanceof Tensor t) {
      return t.toDoubleArray();
    }
    throw new IllegalArgumentException("a state of LBFGS holds vectors, not " + tensor);
  }

  static List<double[]> all(@Nullable Object tensors) {
    if (tensors instanceof List<?> list) {
      return list.stream().map(Vectors::of).toList();
    }
    throw new IllegalArgumentException("a state of LBFGS holds lists of vectors, not " + tensors);
  }
}
