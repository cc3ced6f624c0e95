package dev.cresset.tensor.eager;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cresset.Tensor;
import dev.cresset.autograd.Autograd;
import dev.cresset.backend.Strided;
import java.util.List;
import java.util.function.Function;

/**
 * Checks gradients against differences of the function itself, in double precision; so also the
 * gradients of gradients.
 */
final class FiniteDifferences {
  private static final double STEP = 1e-6;

  private FiniteDifferences() {}

  /** Checks the gradients of {@code function} at {@code inputs}, all F64, and theirs. */
  static void check(String name, Function<Tensor[], Tensor> function, Tensor... inputs) {
    gradients(name, function, inputs);
    if (function.apply(inputs).requiresGrad()) {
      gradients(name + ", second", x -> gradient(function, x), inputs);
    }
  }

  /** Checks the gradients of {@code function} at {@code inputs}, all F64. */
  static void gradients(String name, Function<Tensor[], Tensor> function, Tensor... inputs) {
    for (Tensor input : inputs) {
      input.requiresGrad_();
    }
    Tensor y = function.apply(inputs);
    if (!y.requiresGrad()) {
      return; // constant: its gradient is checked to be zero by the differences of the first order
    }
    double[] weights = weights(y);
    List<Tensor> all =
        Autograd.grad(List.of(y), List.of(inputs), List.of(like(y, weights)), false, false, true)
            .stream()
            .toList();
    for (int i = 0; i < inputs.length; i++) {
      Tensor gradient = all.get(i);
      double[] want = differences(function, inputs, i, weights);
      double[] got = gradient == null ? new double[want.length] : gradient.toDoubleArray();
      for (int e = 0; e < want.length; e++) {
        assertThat(got[e])
            .as("%s: gradient by input %d, element %d", name, i, e)
            .isCloseTo(
                want[e], org.assertj.core.api.Assertions.within(2e-5 + 2e-4 * Math.abs(want[e])));
      }
    }
  }

  /** All gradients of the weighted sum of a function's results, in one row. */
  private static Tensor gradient(Function<Tensor[], Tensor> function, Tensor[] inputs) {
    Tensor y = function.apply(inputs);
    List<Tensor> rows =
        Autograd.grad(List.of(y), List.of(inputs), List.of(like(y, weights(y))), true, true, true)
            .stream()
            .filter(each -> each != null)
            .map(each -> Shape.reshape(each, new long[] {-1}))
            .toList();
    return Join.cat(rows, 0);
  }

  private static double[] weights(Tensor y) {
    double[] weights = new double[(int) y.numel()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = 0.5 + 0.37 * (i % 5);
    }
    return weights;
  }

  private static Tensor like(Tensor y, double[] values) {
    return Tensor.fromBlob(values, y.sizes());
  }

  private static double[] differences(
      Function<Tensor[], Tensor> function, Tensor[] inputs, int input, double[] weights) {
    Strided memory = inputs[input].strided();
    double[] values = memory.storage().doubles();
    double[] result = new double[values.length];
    for (int e = 0; e < values.length; e++) {
      double before = values[e];
      values[e] = before + STEP;
      double above = weighted(function.apply(inputs), weights);
      values[e] = before - STEP;
      double below = weighted(function.apply(inputs), weights);
      values[e] = before;
      result[e] = (above - below) / (2 * STEP);
    }
    return result;
  }

  private static double weighted(Tensor y, double[] weights) {
    double[] values = y.toDoubleArray();
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += values[i] * weights[i];
    }
    return sum;
  }
}
