package dev.cresset.tensor.eager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cresset.Tensor;
import dev.cresset.ir.op.Dtypes;
import dev.cresset.ir.op.Elementwise;
import dev.cresset.ir.op.Op;
import dev.cresset.ir.plan.KernelPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kernel computes what its body says, in each kind of numbers, special ones included. */
class ElementwiseKernelsTest {
  private static final double[] REALS = {
    0,
    -0.0,
    1,
    -1,
    0.5,
    -0.5,
    0.375,
    2.75,
    -3.25,
    1e-3,
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY
  };
  private static final long[] WHOLES = {0, 1, -1, 2, 5, -7, 63, 1L << 40};

  static Stream<Op> ops() {
    return Samples.ops();
  }

  static Stream<Op> opsOfReals() {
    return ops().filter(op -> plan(op).takesReals());
  }

  private static KernelPlan plan(Op op) {
    Elementwise each = op.elementwise();
    return KernelPlan.of(each.tensors().size(), each.numbers().size(), List.of(each.body()));
  }

  @ParameterizedTest
  @MethodSource("opsOfReals")
  void inDoublePrecision(Op op) {
    Elementwise each = op.elementwise();
    double[][] in = combinations(each.tensors().size());
    Tensor[] tensors =
        Arrays.stream(in).map(c -> Tensor.fromBlob(c, c.length)).toArray(Tensor[]::new);
    double[] got = Samples.call(op, tensors).toDoubleArray();
    for (int i = 0; i < got.length; i++) {
      double want = each.body().evaluate(row(in, i), Samples.numbers(each));
      assertSame(op, row(in, i), got[i], want, 1e-15);
    }
  }

  @ParameterizedTest
  @MethodSource("opsOfReals")
  void inSinglePrecision(Op op) {
    Elementwise each = op.elementwise();
    double[][] in = combinations(each.tensors().size());
    Tensor[] tensors =
        Arrays.stream(in).map(c -> Tensor.fromBlob(floats(c), c.length)).toArray(Tensor[]::new);
    double[] got = Samples.call(op, tensors).toDoubleArray();
    for (int i = 0; i < got.length; i++) {
      double[] row = row(in, i);
      for (int k = 0; k < row.length; k++) {
        row[k] = (float) row[k];
      }
      double want = each.body().evaluate(row, Samples.numbers(each));
      if (Double.isFinite(want) && Math.abs(want) > Float.MAX_VALUE) {
        continue; // overflows in single precision alone
      }
      assertSame(op, row, got[i], want, 2e-6);
    }
  }

  @ParameterizedTest
  @MethodSource("ops")
  void inWholeNumbers(Op op) {
    Elementwise each = op.elementwise();
    int n = each.tensors().size();
    if (each.dtypes() == Dtypes.PROMOTE_TO_FLOAT || each.promoting() > 0) {
      return; // these meet in reals
    }
    if (!plan(op).takesWholes() || !each.wholes()) {
      Tensor[] ones = new Tensor[n];
      Arrays.fill(ones, Tensor.of(1L));
      assertThatThrownBy(() -> Samples.call(op, ones))
          .isInstanceOf(UnsupportedOperationException.class);
      return;
    }
    double[] reals = Samples.numbers(each);
    long[] numbers = Arrays.stream(reals).mapToLong(number -> (long) number).toArray();
    List<long[]> rows = new ArrayList<>();
    List<Long> want = new ArrayList<>();
    for (int i = 0; i < Math.pow(WHOLES.length, n); i++) {
      long[] row = new long[n];
      for (int k = 0, rest = i; k < n; k++, rest /= WHOLES.length) {
        row[k] = WHOLES[rest % WHOLES.length];
      }
      try {
        want.add(each.body().evaluate(row, numbers));
        rows.add(row);
      } catch (ArithmeticException e) { // by 0
        assertThatThrownBy(() -> Samples.call(op, wholes(List.of(row), n)))
            .isInstanceOf(ArithmeticException.class);
      }
    }
    long[] got = Samples.call(op, wholes(rows, n)).toLongArray();
    for (int i = 0; i < got.length; i++) {
      assertThat(got[i])
          .as("%s of %s", op.name(), Arrays.toString(rows.get(i)))
          .isEqualTo(want.get(i));
    }
  }

  private static Tensor[] wholes(List<long[]> rows, int n) {
    Tensor[] tensors = new Tensor[n];
    for (int k = 0; k < n; k++) {
      int column = k;
      tensors[k] = Tensor.of(rows.stream().mapToLong(row -> row[column]).toArray());
    }
    return tensors;
  }

  private static void assertSame(Op op, double[] in, double got, double want, double error) {
    String call = op.name() + " of " + Arrays.toString(in);
    if (Double.isNaN(want) || Double.isInfinite(want) || want == 0) {
      if (want == 0 && error > 1e-10) {
        assertThat(got).as(call).isCloseTo(0, within(1e-6)); // what was rounded may not cancel
      } else {
        assertThat(got).as(call).isEqualTo(Double.valueOf(want)); // −0 is not 0
      }
    } else {
      double most = error * Math.max(Math.abs(want), op.elementwise().numbers().isEmpty() ? 1 : 4);
      assertThat(got).as(call).isCloseTo(want, within(most));
    }
  }

  private static double[][] combinations(int n) {
    int count = (int) Math.pow(REALS.length, n);
    double[][] in = new double[n][count];
    for (int i = 0; i < count; i++) {
      for (int k = 0, rest = i; k < n; k++, rest /= REALS.length) {
        in[k][i] = REALS[rest % REALS.length];
      }
    }
    return in;
  }

  private static double[] row(double[][] in, int i) {
    return Arrays.stream(in).mapToDouble(column -> column[i]).toArray();
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }
}
