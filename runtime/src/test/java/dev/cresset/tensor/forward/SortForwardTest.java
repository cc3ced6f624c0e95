package dev.cresset.tensor.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cresset.Tensor;
import dev.cresset.ir.type.DType;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SortForwardTest {

  /** Every second number is taken twice, so that there are equal ones. */
  private static Tensor random(DType dtype, int n) {
    Random random = new Random(n);
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      values[i] = i % 2 == 0 ? random.nextInt(100) - 50 : values[i - 1];
    }
    if (dtype == DType.I64) {
      values[0] = 1L << 40; // no longer fits beside its place
    }
    return Views.copy(Tensor.fromBlob(values, n), dtype);
  }

  @ParameterizedTest
  @EnumSource(names = {"F32", "F64", "F16", "I64", "I32", "U8"})
  void everyDtypeIsSortedAsItsNumbersAndKeepsTheOrderOfEquals(DType dtype) {
    Tensor x = random(dtype, 501);
    for (boolean descending : new boolean[] {false, true}) {
      Tensor[] sorted = SortForward.sort(x, 0, descending);
      double[] values = sorted[0].toDoubleArray();
      long[] places = sorted[1].toLongArray();
      for (int i = 1; i < values.length; i++) {
        assertThat(descending ? -values[i] : values[i])
            .isGreaterThanOrEqualTo(descending ? -values[i - 1] : values[i - 1]);
        assertThat(values[i] != values[i - 1] || places[i] > places[i - 1]).isTrue();
      }
      assertThat(Arrays.stream(places).distinct().count()).isEqualTo(501);
      Tensor[] top = SortForward.topk(x, 7, 0, descending, true);
      assertThat(top[1].toLongArray()).containsExactly(Arrays.copyOf(places, 7));
    }
  }

  @Test
  void columnsAreSortedAlongTheirDimension() {
    Tensor x = Tensor.of(new float[] {3, 1}, new float[] {2, 5}, new float[] {1, 4});
    Tensor[] sorted = SortForward.sort(x, 0, false);
    assertThat(sorted[0].toFloatArray()).containsExactly(1, 1, 2, 4, 3, 5);
    assertThat(sorted[1].toLongArray()).containsExactly(2, 0, 1, 2, 0, 1);
    assertThat(SortForward.kthvalue(x, 2, 0, true)[0].toFloatArray()).containsExactly(2, 4);
  }

  @Test
  void notANumberIsTheGreatestAndZerosAreEqual() {
    Tensor x = Tensor.of(0f, Float.NaN, -0f, Float.NEGATIVE_INFINITY);
    assertThat(SortForward.sort(x, 0, false)[1].toLongArray()).containsExactly(3, 0, 2, 1);
    assertThat(SortForward.sort(x, 0, true)[1].toLongArray()).containsExactly(1, 0, 2, 3);
    assertThat(ReductionForward.median(x).item()).isNaN();
    assertThat(ReductionForward.nanmedian(Tensor.of(4f, Float.NaN, 1f, 2f)).item()).isEqualTo(2);
  }

  @Test
  void differentOnesAreCounted() {
    Tensor[] unique = SortForward._unique2(Tensor.of(3L, 1L, 3L, 2L), true, true, true);
    assertThat(unique[0].toLongArray()).containsExactly(1, 2, 3);
    assertThat(unique[1].toLongArray()).containsExactly(2, 0, 2, 1);
    assertThat(unique[2].toLongArray()).containsExactly(1, 1, 2);
    Tensor[] runs = SortForward.uniqueConsecutive(Tensor.of(1L, 1L, 2L, 1L), true, true, null);
    assertThat(runs[0].toLongArray()).containsExactly(1, 2, 1);
    assertThat(runs[1].toLongArray()).containsExactly(0, 0, 1, 2);
    assertThat(runs[2].toLongArray()).containsExactly(2, 1, 1);
  }

  @Test
  void slicesAreDifferentIfOneElementIs() {
    Tensor rows =
        Tensor.of(new float[] {2, 1}, new float[] {1, 9}, new float[] {2, 1}, new float[] {2, 0});
    Tensor[] unique = SortForward.uniqueDim(rows, 0, true, true, true);
    assertThat(unique[0].toFloatArray()).containsExactly(1, 9, 2, 0, 2, 1);
    assertThat(unique[1].toLongArray()).containsExactly(2, 0, 2, 1);
    assertThat(unique[2].toLongArray()).containsExactly(1, 1, 2);
    Tensor columns = ShapeForward.t(rows);
    assertThat(SortForward.uniqueDim(columns, 1, true, false, false)[0].sizes())
        .containsExactly(2, 3);
    assertThat(SortForward.uniqueConsecutive(rows, true, false, 0L)[1].toLongArray())
        .containsExactly(0, 1, 2, 3);
  }

  @Test
  void theMostFrequentOfAllIsTheLeastOfThose() {
    Tensor x = Tensor.of(new float[] {2, 1, 2, 1}, new float[] {3, 4, 4, 5});
    Tensor[] mode = SortForward.mode(x, 1, false);
    assertThat(mode[0].toFloatArray()).containsExactly(1, 4);
    assertThat(mode[1].toLongArray()).containsExactly(3, 2);
  }

  @Test
  void countsAndWeightsGoIntoBins() {
    Tensor x = Tensor.of(1L, 3L, 1L);
    assertThat(SortForward.bincount(x, null, 5).toLongArray()).containsExactly(0, 2, 0, 1, 0);
    assertThat(SortForward.bincount(x, Tensor.of(0.5, 1.0, 2.0), 0))
        .hasToString("tensor([0.0000, 2.5000, 0.0000, 1.0000])");
    assertThatThrownBy(() -> SortForward.bincount(Tensor.of(-1L), null, 0))
        .hasMessage("bincount only supports 1-d non-negative integral inputs.");
  }

  @Test
  void placesInRowsOfTheirOwn() {
    Tensor rows = Tensor.of(new float[] {1, 3, 5}, new float[] {2, 4, 6});
    Tensor x = Tensor.of(new float[] {3, 9}, new float[] {3, 2});
    assertThat(SortForward.searchsorted(rows, x, false, false, null, null).toLongArray())
        .containsExactly(1, 3, 1, 0);
    assertThat(SortForward.searchsorted(rows, x, false, false, "right", null).toLongArray())
        .containsExactly(2, 3, 1, 1);
    assertThat(SortForward.searchsorted(Tensor.of(1L, 4L), 4, true, false, null, null).dtype())
        .isEqualTo(DType.I32);
    assertThatThrownBy(
            () -> SortForward.searchsorted(rows, Tensor.of(1f), false, false, null, null))
        .hasMessageContaining("boundaries tensor [2, 3] and input value tensor [1]");
  }
}
