package dev.cresset.tensor.forward;

import static dev.cresset.tensor.forward.Samples.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cresset.ShapeException;
import dev.cresset.Tensor;
import dev.cresset.backend.Threads;
import dev.cresset.ir.type.DType;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Products agree with three plain loops in double precision, whatever the sizes and strides. */
class MatrixForwardTest {

  /** Sizes n, m, p: empty, single, thin both ways, beyond each block of the kernels. */
  private static final int[][] SIZES = {
    {0, 3, 4},
    {3, 0, 4},
    {3, 4, 0},
    {1, 1, 1},
    {1, 7, 1},
    {1, 300, 40},
    {40, 300, 1},
    {5, 4, 3},
    {2, 9, 33},
    {33, 9, 2},
    {17, 17, 17},
    {200, 13, 40},
    {7, 31, 1100},
    {1100, 5, 7},
    {64, 64, 64}
  };

  @ParameterizedTest
  @EnumSource(names = {"F32", "F64", "I64", "I32"})
  void matricesOfAnySizesAndStridesAreMultiplied(DType dtype) {
    Samples samples = new Samples(1);
    for (int[] s : SIZES) {
      for (int again = 0; again < 4; again++) {
        Tensor a = samples.view(dtype, s[0], s[1]);
        Tensor b = samples.view(dtype, s[1], s[2]);
        Tensor c = MatrixForward.mm(a, b);
        assertThat(c.dtype()).isEqualTo(dtype);
        assertClose(dtype + Arrays.toString(s), c, sizes(s[0], s[2]), product(a, b, null));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"F32", "F64"})
  void manyThreadsGiveTheSameBitsAsOne(DType dtype) {
    Samples samples = new Samples(2);
    int before = Threads.count();
    for (int[] s : new int[][] {{300, 65, 1500}, {1, 900, 900}, {900, 900, 3}, {130, 70, 130}}) {
      Tensor a = samples.view(dtype, s[0], s[1]);
      Tensor b = samples.view(dtype, s[1], s[2]);
      try {
        Threads.set(1);
        double[] one = MatrixForward.mm(a, b).toDoubleArray();
        for (int threads : new int[] {2, 3, 7}) {
          Threads.set(threads);
          assertThat(MatrixForward.mm(a, b).toDoubleArray()).isEqualTo(one);
        }
      } finally {
        Threads.set(before);
      }
    }
  }

  @Test
  void batchesBroadcastInMatmul() {
    Samples samples = new Samples(3);
    long[][][] cases = {
      {{4, 2, 3}, {3, 5}, {4, 2, 5}},
      {{2, 3}, {4, 3, 5}, {4, 2, 5}},
      {{4, 1, 2, 3}, {7, 3, 5}, {4, 7, 2, 5}},
      {{0, 2, 3}, {3, 5}, {0, 2, 5}},
      {{1, 2, 3}, {6, 3, 1}, {6, 2, 1}}
    };
    for (long[][] each : cases) {
      Tensor a = samples.view(DType.F32, each[0]);
      Tensor b = samples.view(DType.F32, each[1]);
      long[] left = each[2].clone();
      left[left.length - 1] = each[0][each[0].length - 1];
      long[] right = each[2].clone();
      right[right.length - 2] = left[left.length - 1];
      Tensor wideA = ShapeForward.expand(a, left, false);
      Tensor wideB = ShapeForward.expand(b, right, false);
      assertClose(
          Arrays.deepToString(each), MatrixForward.matmul(a, b), each[2], products(wideA, wideB));
    }
  }

  @Test
  void vectorsAreARowOnTheLeftAndAColumnOnTheRight() {
    Samples samples = new Samples(4);
    Tensor matrices = samples.view(DType.F64, 2, 3, 4);
    Tensor three = samples.view(DType.F64, 3);
    Tensor four = samples.view(DType.F64, 4);
    assertClose(
        "vector on the left",
        MatrixForward.matmul(three, matrices),
        sizes(2, 4),
        products(ShapeForward.expand(three, sizes(2, 1, 3), false), matrices));
    assertClose(
        "vector on the right",
        MatrixForward.matmul(matrices, four),
        sizes(2, 3),
        products(
            matrices, ShapeForward.expand(ShapeForward.unsqueeze(four, 1), sizes(2, 4, 1), false)));
    double dot = MatrixForward.matmul(four, four).item();
    assertThat(MatrixForward.dot(four, four).sizes()).isEmpty();
    assertThat(MatrixForward.dot(four, four).item()).isEqualTo(dot);
    assertClose(
        "outer",
        MatrixForward.outer(three, four),
        sizes(3, 4),
        product(ShapeForward.unsqueeze(three, 1), ShapeForward.unsqueeze(four, 0), null));
  }

  @Test
  void linearTakesInputsOfAnyRankAndABias() {
    Samples samples = new Samples(5);
    Tensor weight = samples.view(DType.F32, 5, 9);
    Tensor bias = samples.view(DType.F32, 5);
    for (long[] in : new long[][] {{9}, {3, 9}, {2, 40, 9}, {0, 9}, {2, 0, 9}}) {
      Tensor x = samples.view(DType.F32, in);
      long[] out = in.clone();
      out[out.length - 1] = 5;
      Tensor rows = ShapeForward.reshape(x, sizes(x.numel() / 9, 9));
      Tensor turned = ShapeForward.t(weight);
      assertClose(
          "with bias", MatrixForward.linear(x, weight, bias), out, product(rows, turned, bias));
      assertClose(
          "without", MatrixForward.linear(x, weight, null), out, product(rows, turned, null));
    }
    assertThatThrownBy(() -> MatrixForward.linear(samples.tensor(DType.F32, 2, 8), weight, bias))
        .isInstanceOf(ShapeException.class)
        .hasMessageContaining("mat1 and mat2 shapes cannot be multiplied (2x8 and 9x5)");
  }

  @Test
  void addmmScalesBothTermsAndForgetsSelfWhenBetaIsZero() {
    Samples samples = new Samples(6);
    Tensor a = samples.view(DType.F32, 6, 4);
    Tensor b = samples.view(DType.F32, 4, 5);
    Tensor row = samples.view(DType.F32, 5);
    double[] plain = product(a, b, null);
    double[] start = row.toDoubleArray();
    double[] expected = new double[plain.length];
    for (int i = 0; i < plain.length; i++) {
      expected[i] = 0.5 * start[i % 5] + 2 * plain[i];
    }
    assertClose("scaled", MatrixForward.addmm(row, a, b, 0.5, 2L), sizes(6, 5), expected);
    Tensor nothing = Tensor.of(Double.NaN);
    assertClose("forgotten", MatrixForward.addmm(nothing, a, b, 0L, 1L), sizes(6, 5), plain);
    assertClose("added", MatrixForward.addmm(row, a, b, 1L, 1L), sizes(6, 5), product(a, b, row));
  }

  @Test
  void sumsOfProductsOfBatches() {
    Samples samples = new Samples(7);
    Tensor a = samples.view(DType.F64, 3, 2, 4);
    Tensor b = samples.view(DType.F64, 3, 4, 5);
    Tensor self = samples.view(DType.F64, 2, 5);
    double[] all = products(a, b);
    double[] sum = new double[10];
    double[] each = new double[30];
    for (int i = 0; i < 30; i++) {
      sum[i % 10] += all[i];
      each[i] = self.toDoubleArray()[i % 10] + 2 * all[i];
    }
    for (int i = 0; i < 10; i++) {
      sum[i] = 3 * self.toDoubleArray()[i] + sum[i];
    }
    assertClose("addbmm", MatrixForward.addbmm(self, a, b, 3L, 1L), sizes(2, 5), sum);
    assertClose("baddbmm", MatrixForward.baddbmm(self, a, b, 1L, 2L), sizes(3, 2, 5), each);
    assertClose("bmm", MatrixForward.bmm(a, b), sizes(3, 2, 5), all);
  }

  @Test
  void bilinearJoinsTwoInputs() {
    Samples samples = new Samples(8);
    Tensor x = samples.view(DType.F64, 6, 3);
    Tensor y = samples.view(DType.F64, 6, 4);
    Tensor weight = samples.view(DType.F64, 2, 3, 4);
    Tensor bias = samples.view(DType.F64, 2);
    double[] expected = new double[12];
    for (int n = 0; n < 6; n++) {
      for (int o = 0; o < 2; o++) {
        double sum = bias.toDoubleArray()[o];
        for (int i = 0; i < 3; i++) {
          for (int j = 0; j < 4; j++) {
            sum +=
                x.toDoubleArray()[n * 3 + i]
                    * weight.toDoubleArray()[(o * 3 + i) * 4 + j]
                    * y.toDoubleArray()[n * 4 + j];
          }
        }
        expected[n * 2 + o] = sum;
      }
    }
    assertClose("bilinear", MatrixForward.bilinear(x, y, weight, bias), sizes(6, 2), expected);
  }

  @Test
  void tensordotSumsOverTheNamedDimensions() {
    Samples samples = new Samples(9);
    Tensor a = samples.view(DType.F64, 2, 3, 4);
    Tensor b = samples.view(DType.F64, 4, 5, 2);
    Tensor left = ShapeForward.reshape(ShapeForward.permute(a, sizes(1, 0, 2)), sizes(3, 8));
    Tensor right = ShapeForward.reshape(ShapeForward.permute(b, sizes(2, 0, 1)), sizes(8, 5));
    assertClose(
        "two",
        CompositeForward.tensordot(a, b, sizes(0, -1), sizes(2, 0)),
        sizes(3, 5),
        product(left, right, null));
    assertThat(CompositeForward.tensordot(a, b, sizes(), sizes()).sizes())
        .isEqualTo(sizes(2, 3, 4, 4, 5, 2));
    assertThat(MatrixForward.trace(Tensor.of(new double[][] {{1, 2, 3}, {4, 5, 6}})).item())
        .isEqualTo(6);
  }

  @Test
  void gradientsOfMatmulAreSumsOverWhatBroadcast() {
    Samples samples = new Samples(10);
    long[][][] cases = {
      {{3}, {3}},
      {{3}, {3, 4}},
      {{2, 3}, {3}},
      {{2, 3}, {3, 4}},
      {{5, 2, 3}, {3, 4}},
      {{5, 2, 3}, {3}},
      {{2, 3}, {5, 3, 4}},
      {{3}, {5, 3, 4}},
      {{6, 1, 2, 3}, {5, 3, 4}}
    };
    for (long[][] each : cases) {
      Tensor a = samples.tensor(DType.F64, each[0]);
      Tensor b = samples.tensor(DType.F64, each[1]);
      Tensor dy = samples.view(DType.F64, MatrixForward.matmul(a, b).sizes());
      String what = Arrays.deepToString(each);
      assertClose(
          what,
          MatrixForward.matmulSelfBackward(dy, b, each[0]),
          each[0],
          differences(a, a, b, dy));
      assertClose(
          what,
          MatrixForward.matmulOtherBackward(dy, a, each[1]),
          each[1],
          differences(b, a, b, dy));
    }
  }

  /** The product is linear in each factor, so differences are exact. */
  private static double[] differences(Tensor factor, Tensor a, Tensor b, Tensor dy) {
    double[] values = factor.strided().storage().doubles();
    double[] all = new double[values.length];
    double[] weights = dy.toDoubleArray();
    for (int i = 0; i < values.length; i++) {
      double value = values[i];
      double[] with = MatrixForward.matmul(a, b).toDoubleArray();
      values[i] = value - 1;
      double[] without = MatrixForward.matmul(a, b).toDoubleArray();
      values[i] = value;
      for (int j = 0; j < weights.length; j++) {
        all[i] += weights[j] * (with[j] - without[j]);
      }
    }
    return all;
  }

  @Test
  void scaledAndDiagonal() {
    Tensor x = Tensor.of(1.0, 2.0);
    assertThat(MatrixForward.scale(x, 1L)).isSameAs(x);
    assertThat(MatrixForward.scale(x, 1.5).toFloatArray()).containsExactly(1.5f, 3f);
    assertThat(MatrixForward.traceBackward(Tensor.scalar(2.0), sizes(2, 3)).toFloatArray())
        .containsExactly(2, 0, 0, 0, 2, 0);
  }

  @Test
  void wrongOperandsAreNamed() {
    Tensor a = Tensor.of(1.0, 2.0);
    Tensor square = Tensor.of(new double[][] {{1, 2}, {3, 4}});
    assertThatThrownBy(() -> MatrixForward.mm(a, square))
        .isInstanceOf(ShapeException.class)
        .hasMessage("self must be a matrix, but it is 1D");
    assertThatThrownBy(
            () -> MatrixForward.mm(square, MemoryForward.to(square, DType.F64, null, false)))
        .hasMessage("mm: expected operands of the same dtype, but got: float != double");
    assertThatThrownBy(() -> MatrixForward.matmul(square, Tensor.of(new double[][] {{1}})))
        .hasMessageContaining("(2x2 and 1x1)");
  }

  private static long[] sizes(long... sizes) {
    return sizes;
  }

  private static double[] products(Tensor a, Tensor b) {
    int rank = a.dim();
    int count = (int) (a.numel() / Math.max(1, a.size(-1) * a.size(-2)));
    Tensor left = ShapeForward.reshape(a, sizes(count, a.size(rank - 2), a.size(-1)));
    Tensor right = ShapeForward.reshape(b, sizes(count, b.size(rank - 2), b.size(-1)));
    double[] all = new double[(int) (count * a.size(-2) * b.size(-1))];
    for (int i = 0; i < count; i++) {
      double[] one =
          product(ShapeForward.select(left, 0, i), ShapeForward.select(right, 0, i), null);
      System.arraycopy(one, 0, all, i * one.length, one.length);
    }
    return all;
  }

  private static double[] product(Tensor a, Tensor b, @Nullable Tensor row) {
    int n = (int) a.size(0);
    int m = (int) a.size(1);
    int p = (int) b.size(1);
    double[] x = a.toDoubleArray();
    double[] y = b.toDoubleArray();
    double[] start = row == null ? new double[p] : row.toDoubleArray();
    double[] to = new double[n * p];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < p; j++) {
        double sum = start[j];
        for (int k = 0; k < m; k++) {
          sum += x[i * m + k] * y[k * p + j];
        }
        to[i * p + j] = sum;
      }
    }
    return to;
  }
}
