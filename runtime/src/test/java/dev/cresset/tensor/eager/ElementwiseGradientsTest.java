package dev.cresset.tensor.eager;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cresset.Tensor;
import dev.cresset.ir.op.Elementwise;
import dev.cresset.ir.op.Op;
import dev.cresset.ir.type.DType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The gradients of every elementwise op, and theirs, agree with differences. */
class ElementwiseGradientsTest {
  /** Away from all kinks, in three places: around 0, within (0, 1), above 1. */
  private static final double[][] PLACES = {
    {-2.3, -0.7, 0.3, 0.71, 1.9, -3.4, 3.3, 6.7},
    {0.32, 0.71, 0.13, 0.93, 0.56, 0.81, 0.22, 0.43},
    {1.32, 1.71, 2.13, 1.93, 3.56, 2.81, 1.22, 1.43}
  };

  static Stream<Op> ops() {
    return Samples.ops().filter(op -> !op.gradients().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("ops")
  void agreeWithDifferences(Op op) {
    int checked = 0;
    for (double[] place : PLACES) {
      Tensor[] all = tensors(op, place);
      if (Arrays.stream(Samples.call(op, all).toDoubleArray()).allMatch(Double::isFinite)) {
        check(op, all);
        checked++;
      }
    }
    assertThat(checked).as("places where all is finite").isPositive();
  }

  private static void check(Op op, Tensor[] all) {
    List<Integer> reals = new ArrayList<>();
    for (int i = 0; i < all.length; i++) {
      if (all[i].dtype() == DType.F64) {
        reals.add(i);
      }
    }
    FiniteDifferences.check(
        op.name(),
        inputs -> {
          Tensor[] call = all.clone();
          for (int i = 0; i < inputs.length; i++) {
            call[reals.get(i)] = inputs[i];
          }
          return Samples.call(op, call);
        },
        reals.stream().map(i -> all[i]).toArray(Tensor[]::new));
  }

  /** Each tensor shifted a little against the others; truths where a truth is asked for. */
  private static Tensor[] tensors(Op op, double[] place) {
    Elementwise each = op.elementwise();
    Tensor[] tensors = new Tensor[each.tensors().size()];
    for (int k = 0; k < tensors.length; k++) {
      String name = each.tensors().get(k);
      double[] values = new double[place.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = place[(i + 3 * k) % place.length] + 0.017 * k;
      }
      tensors[k] =
          name.equals("condition") || name.equals("mask")
              ? Tensor.of(true, false, true, true, false, false, true, false)
              : Tensor.fromBlob(values, values.length);
    }
    return tensors;
  }
}
