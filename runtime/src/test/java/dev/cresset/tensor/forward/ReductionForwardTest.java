package dev.cresset.tensor.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cresset.Tensor;
import dev.cresset.backend.Threads;
import dev.cresset.ir.type.DType;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reductions against sums made one by one, and against what PyTorch says at the edges. */
class ReductionForwardTest {
  private static final float NAN = Float.NaN;

  private static Tensor random(long seed, int... sizes) {
    int n = 1;
    long[] longs = new long[sizes.length];
    for (int d = 0; d < sizes.length; d++) {
      n *= sizes[d];
      longs[d] = sizes[d];
    }
    Random random = new Random(seed);
    float[] values = new float[n];
    for (int i = 0; i < n; i++) {
      values[i] = random.nextFloat() - 0.25f;
    }
    return Tensor.fromBlob(values, longs);
  }

  /** Every subset of the dimensions, as bits. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15})
  void anyDimensionsAreSummedAsOneByOne(int bits) {
    Tensor x = random(bits, 3, 5, 4, 7);
    long[] dims = new long[Integer.bitCount(bits)];
    double[] expected = new double[420];
    long[] extents = {3, 5, 4, 7};
    int next = 0;
    for (int d = 0; d < 4; d++) {
      if ((bits >> d & 1) != 0) {
        dims[next++] = d;
      }
    }
    float[] values = x.toFloatArray();
    int results = 0;
    for (int i = 0; i < values.length; i++) {
      int to = 0;
      int rest = i;
      int scale = 1;
      for (int d = 3; d >= 0; d--) {
        int index = (int) (rest % extents[d]);
        rest /= (int) extents[d];
        if ((bits >> d & 1) == 0 && bits != 0) { // no dimension at all means all of them
          to += index * scale;
          scale *= (int) extents[d];
        }
      }
      expected[to] += values[i];
      results = Math.max(results, to + 1);
    }
    double[] sums = ReductionForward.sum(x, dims, false, DType.F64).toDoubleArray();
    assertThat(sums).hasSize(results);
    for (int r = 0; r < results; r++) {
      assertThat(sums[r]).isCloseTo(expected[r], within(1e-9));
    }
    Tensor turned =
        ShapeForward.permute(
            Views.copy(ShapeForward.permute(x, new long[] {3, 1, 0, 2})), new long[] {2, 1, 3, 0});
    assertThat(ReductionForward.sum(turned, dims, false, DType.F64).toDoubleArray())
        .containsExactly(sums, within(1e-9));
  }

  @Test
  void anyNumberOfThreadsGivesTheSameBits() {
    Tensor x = random(1, 50, 3000, 7);
    int threads = Threads.count();
    try {
      Threads.set(1);
      float[][] one = all(x);
      Threads.set(3);
      assertThat(all(x)).isDeepEqualTo(one);
    } finally {
      Threads.set(threads);
    }
  }

  private static float[][] all(Tensor x) {
    return new float[][] {
      ReductionForward.sum(x, null).toFloatArray(),
      ReductionForward.sum(x, new long[] {0}, false, null).toFloatArray(),
      ReductionForward.sum(x, new long[] {1}, false, null).toFloatArray(),
      ReductionForward.sum(x, new long[] {0, 2}, false, null).toFloatArray(),
      ReductionForward.var(x, null, 1L, false).toFloatArray(),
      ReductionForward.softmax(x, 1, null).toFloatArray(),
      ReductionForward.max(x, 1, false)[1].toFloatArray(),
      ReductionForward.linalgVectorNorm(x, 2, new long[] {0, 1}, false, null).toFloatArray()
    };
  }

  @Test
  void aSumOfMillionsKeepsItsDigits() {
    float[] tenths = new float[3_000_000];
    Arrays.fill(tenths, 0.1f);
    assertThat(ReductionForward.sum(Tensor.fromBlob(tenths, 3_000_000), null).item())
        .isCloseTo(300_000, within(0.05));
  }

  @Test
  void wholeNumbersAndTruthsAreSummedAsI64() {
    assertThat(ReductionForward.sum(Tensor.of(true, false, true), null)).hasToString("tensor(2)");
    Tensor bytes = Tensor.fromBlobUnsigned(new byte[] {-1, -1}, 2);
    assertThat(ReductionForward.sum(bytes, null)).hasToString("tensor(510)");
    assertThat(ReductionForward.prod(Tensor.of(2L, 3L), null).dtype()).isEqualTo(DType.I64);
  }

  @Test
  void wholeNumbersHaveNoMean() {
    assertThatThrownBy(() -> ReductionForward.mean(Tensor.of(1L, 2L), null))
        .hasMessageContaining("could not infer output dtype")
        .hasMessageContaining("Long");
    assertThat(ReductionForward.mean(Tensor.of(1L, 2L), DType.F32).item()).isEqualTo(1.5);
  }

  @Test
  void notANumberIsTheGreatestAndTheLeast() {
    Tensor x = Tensor.of(new float[] {1, NAN, 3}, new float[] {5, 2, 5});
    Tensor[] max = ReductionForward.max(x, 1, false);
    assertThat(max[0].toFloatArray()).containsExactly(NAN, 5);
    assertThat(max[1].toLongArray()).containsExactly(1, 0);
    assertThat(ReductionForward.argmin(x, 0L, false).toLongArray()).containsExactly(0, 0, 0);
    assertThat(ReductionForward.amin(x, new long[0], false).item()).isNaN();
    assertThat(ReductionForward.argmax(x, null, false).toLong()).isEqualTo(1);
  }

  @Test
  void nothingHasASumButNoGreatest() {
    Tensor empty = Tensor.fromBlob(new float[0], 2, 0);
    assertThat(ReductionForward.sum(empty, new long[] {1}, false, null).toFloatArray())
        .containsExactly(0, 0);
    assertThat(ReductionForward.mean(empty, null).item()).isNaN();
    assertThat(ReductionForward.all(empty).toBool()).isTrue();
    assertThat(ReductionForward.amax(empty, new long[] {0}, false).numel()).isZero();
    assertThatThrownBy(() -> ReductionForward.max(empty, 1, false))
        .hasMessage("max(): Expected reduction dim 1 to have non-zero size.");
    assertThatThrownBy(() -> ReductionForward.argmax(empty, null, false))
        .hasMessageStartingWith("argmax(): Expected reduction dim to be specified");
  }

  @Test
  void oneDimensionIsNamedOnce() {
    Tensor x = random(1, 2, 2);
    assertThatThrownBy(() -> ReductionForward.sum(x, new long[] {1, -1}, false, null))
        .hasMessage("dim 1 appears multiple times in the list of dims");
  }

  @Test
  void theVarianceOfFarAwayNumbersIsTheirs() {
    double[] far = {1e9 + 1, 1e9 + 2, 1e9 + 3};
    assertThat(ReductionForward.var(Tensor.fromBlob(far, 3), null, null, false).item())
        .isEqualTo(1);
    assertThat(ReductionForward.var(Tensor.of(1.0), null, 1L, false).item()).isNaN();
    assertThat(ReductionForward.std(Tensor.fromBlob(far, 3), null, 2L, false).item())
        .isCloseTo(Math.sqrt(2), within(1e-12));
  }

  @Test
  void softmaxOfAnythingLongOrWideAddsUpToOne() {
    for (int[] sizes : new int[][] {{2, 1300}, {3, 5, 700}, {1, 1}, {4, 1, 3}}) {
      Tensor x = random(7, sizes);
      for (int d = 0; d < sizes.length; d++) {
        Tensor y = ReductionForward.softmax(x, d, null);
        float[] logs = ReductionForward.logSoftmax(x, d, null).toFloatArray();
        float[] values = y.toFloatArray();
        for (int i = 0; i < values.length; i++) {
          assertThat(Math.exp(logs[i])).isCloseTo(values[i], within(1e-6));
        }
        for (double sum : ReductionForward.sum(y, new long[] {d}, false, null).toDoubleArray()) {
          assertThat(sum).isCloseTo(1, within(1e-6));
        }
      }
    }
  }

  @Test
  void exponentialsDoNotOverflow() {
    Tensor x = Tensor.of(1000.0, 1000.0);
    assertThat(ReductionForward.softmax(x, 0, null).toFloatArray()).containsExactly(0.5f, 0.5f);
    assertThat(ReductionForward.logsumexp(x, new long[] {0}, false).item())
        .isCloseTo(1000 + Math.log(2), within(1e-3));
    Tensor none = Tensor.of(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY);
    assertThat(ReductionForward.logsumexp(none, new long[] {0}, false).item())
        .isEqualTo(Double.NEGATIVE_INFINITY);
  }

  @Test
  void whatWasReducedIsRepeatedAgain() {
    long[] size = {2, 3, 4};
    Tensor x = random(3, 2, 3, 4);
    long[] dims = {0, -1};
    Tensor sum = ReductionForward.sum(x, dims, false, null);
    Tensor wide = ShapeForward.expandReduced(sum, size, dims, false);
    assertThat(wide.sizes()).containsExactly(size);
    assertThat(ShapeForward.select(ShapeForward.select(wide, 0, 1), 1, 2).toFloatArray())
        .containsExactly(sum.toFloatArray());
    assertThat(ShapeForward.reducedNumel(size, dims)).isEqualTo(8);
    assertThat(ReductionForward.degreesOfFreedom(size, null, 30L)).isZero();
  }

  @Test
  void aGradientGoesToTheElementThatWasChosen() {
    Tensor x = Tensor.of(new float[] {1, 9}, new float[] {7, 3});
    Tensor[] max = ReductionForward.max(x, 1, false);
    Tensor grad =
        ReductionForward.valueSelectingReductionBackward(
            Tensor.of(5f, 6f), 1, max[1], x.sizes(), false);
    assertThat(grad.toFloatArray()).containsExactly(0, 5, 6, 0);
    assertThat(ReductionForward.valuesAt(grad, 1, max[1], false).toFloatArray())
        .containsExactly(5, 6);
  }
}
