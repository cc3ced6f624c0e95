package dev.cresset.tensor.forward;

import static dev.cresset.tensor.forward.Samples.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cresset.ShapeException;
import dev.cresset.Tensor;
import dev.cresset.ir.type.DType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pools agree with loops over every window, their gradients with the same windows backwards. */
class PoolForwardTest {
  private static final long[] ONE = {1};

  /** Kernel, stride, padding, dilation, each for height and width; then ceil mode as 0 or 1. */
  private static final long[][] WINDOWS = {
    {2, 2, 2, 2, 0, 0, 1, 1, 0},
    {3, 2, 1, 2, 1, 0, 1, 1, 0},
    {3, 3, 2, 2, 1, 1, 1, 1, 1},
    {2, 3, 3, 2, 1, 1, 2, 1, 0},
    {1, 1, 1, 1, 0, 0, 1, 1, 0},
    {2, 2, 3, 3, 1, 0, 1, 1, 1}
  };

  @ParameterizedTest
  @EnumSource(names = {"F32", "F64"})
  void theGreatestOfEachWindowIsFoundAndGetsTheGradient(DType dtype) {
    Samples samples = new Samples(1);
    for (long[] w : WINDOWS) {
      Tensor x = samples.view(dtype, 2, 3, 7, 8);
      double[] values = x.toDoubleArray();
      Tensor[] y =
          PoolForward.maxPool2dWithIndices(
              x, part(w, 0), part(w, 2), part(w, 4), part(w, 6), w[8] == 1);
      Windows windows = new Windows(y[0].sizes(), w, 7, 8);
      double[] expected = new double[(int) y[0].numel()];
      double[] back = new double[values.length];
      Tensor dy = samples.view(dtype, y[0].sizes());
      for (int o = 0; o < expected.length; o++) {
        int place = -1;
        for (int at : windows.places(o)) {
          place = place < 0 || values[at] > values[place] ? at : place;
        }
        expected[o] = values[place];
        assertThat(y[1].toLongArray()[o]).isEqualTo(place % 56);
        back[place] += dy.toDoubleArray()[o];
      }
      assertClose("greatest", y[0], y[0].sizes(), expected);
      assertClose("gradient", PoolForward.maxPoolBackward(dy, y[1], x.sizes(), 2), x.sizes(), back);
      assertClose("again", PoolForward.maxPoolValues(x, y[1], 2), y[0].sizes(), expected);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"F32", "F64"})
  void ofEqualOnesTheFirstIsTakenAndNanIsGreatest(DType dtype) {
    double[] values = {-0.0, 0, 5, Double.NaN, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
    Tensor x = MemoryForward.to(Tensor.fromBlob(values, 1, 1, 6), dtype, null, false);
    long[] two = {2};
    Tensor[] y = PoolForward.maxPool1dWithIndices(x, two, two, new long[] {0}, ONE, false);
    assertThat(y[0].toDoubleArray()).containsExactly(-0.0, Double.NaN, Double.NEGATIVE_INFINITY);
    assertThat(y[1].toLongArray()).containsExactly(0, 3, 4);
    Tensor many = MemoryForward.to(Tensor.of(Double.NaN, 1, Double.NaN, 2), dtype, null, false);
    Tensor plane = ShapeForward.reshape(many, new long[] {1, 2, 2});
    long[] none = {0};
    assertThat(PoolForward.maxPool2dWithIndices(plane, two, two, none, ONE, false)[1].toLongArray())
        .containsExactly(2);
  }

  @ParameterizedTest
  @EnumSource(names = {"F32", "F64"})
  void meansCountPaddingOrNotAndSpreadTheirGradient(DType dtype) {
    Samples samples = new Samples(2);
    for (long[] w : WINDOWS) {
      if (w[6] != 1) {
        continue; // means have no dilation
      }
      for (@Nullable Long divisor : new @Nullable Long[] {null, 3L}) {
        for (boolean padded : new boolean[] {true, false}) {
          Tensor x = samples.view(dtype, 2, 3, 7, 8);
          double[] values = x.toDoubleArray();
          Tensor y =
              PoolForward.avgPool2d(
                  x, part(w, 0), part(w, 2), part(w, 4), w[8] == 1, padded, divisor);
          Windows windows = new Windows(y.sizes(), w, 7, 8);
          Tensor dy = samples.view(dtype, y.sizes());
          double[] expected = new double[(int) y.numel()];
          double[] back = new double[values.length];
          for (int o = 0; o < expected.length; o++) {
            List<Integer> places = windows.places(o);
            double by = divisor != null ? divisor : padded ? windows.padded(o) : places.size();
            for (int at : places) {
              expected[o] += values[at] / by;
              back[at] += dy.toDoubleArray()[o] / by;
            }
          }
          assertClose("mean", y, y.sizes(), expected);
          Tensor dx =
              PoolForward.avgPool2dBackward(
                  dy, x.sizes(), part(w, 0), part(w, 2), part(w, 4), w[8] == 1, padded, divisor);
          assertClose("gradient", dx, x.sizes(), back);
        }
      }
    }
  }

  @Test
  void signalsAreImagesOfOneRow() {
    Samples samples = new Samples(3);
    Tensor x = samples.tensor(DType.F64, 2, 3, 9);
    Tensor image = ShapeForward.unsqueeze(x, 2);
    long[] kernel = {3};
    long[] wide = {1, 3};
    long[] pad = {1};
    long[] beside = {0, 1};
    Tensor y = PoolForward.avgPool1d(x, kernel, new long[0], pad, true, false);
    Tensor same = PoolForward.avgPool2d(image, wide, new long[0], beside, true, false, null);
    assertThat(y.toDoubleArray()).isEqualTo(same.toDoubleArray());
    assertThat(
            PoolForward.avgPool1dBackward(y, x.sizes(), kernel, new long[0], pad, true, false)
                .toDoubleArray())
        .isEqualTo(
            PoolForward.avgPool2dBackward(
                    same, image.sizes(), wide, new long[0], beside, true, false, null)
                .toDoubleArray());
    Tensor[] greatest = PoolForward.maxPool1dWithIndices(x, kernel, ONE, pad, ONE, false);
    assertThat(greatest[1].toLongArray())
        .isEqualTo(
            PoolForward.maxPool2dWithIndices(image, wide, ONE, beside, ONE, false)[1]
                .toLongArray());
  }

  @Test
  void partsOfAnImageShareElementsWhereTheyMust() {
    Tensor x = Tensor.fromBlob(new float[] {1, 2, 3, 4, 5, 6, 7}, 1, 1, 7);
    long[] three = {3}; // elements 0 to 2, 2 to 4, 4 to 6
    assertThat(PoolForward.adaptiveAvgPool1d(x, three).toFloatArray()).containsExactly(2, 4, 6);
    assertThat(PoolForward.adaptiveMaxPool1d(x, three)[1].toLongArray()).containsExactly(2, 4, 6);
    Tensor dy = Tensor.fromBlob(new float[] {3, 6, 9}, 1, 1, 3);
    assertThat(PoolForward.adaptiveAvgPool1dBackward(dy, x.sizes()).toFloatArray())
        .containsExactly(1, 1, 3, 2, 5, 3, 3);
    Samples samples = new Samples(4);
    Tensor images = samples.view(DType.F64, 2, 3, 5, 4);
    Tensor means = PoolForward.adaptiveAvgPool2d(images, new long[] {1, 1});
    double[] sums = new double[6];
    for (int i = 0; i < 120; i++) {
      sums[i / 20] += images.toDoubleArray()[i] / 20;
    }
    assertClose("whole", means, new long[] {2, 3, 1, 1}, sums);
    assertThat(PoolForward.adaptiveMaxPool2d(images, new long[] {2, 3})[0].sizes())
        .containsExactly(2, 3, 2, 3);
  }

  @Test
  void wrongWindowsAreNamed() {
    Tensor x = new Samples(5).tensor(DType.F32, 1, 2, 4, 4);
    long[] two = {2};
    assertThatThrownBy(() -> PoolForward.maxPool2dWithIndices(x, two, two, two, ONE, false))
        .hasMessageContaining("pad should be at most half of kernel size, but got pad=2");
    assertThatThrownBy(
            () -> PoolForward.avgPool2d(x, new long[] {5}, ONE, new long[] {0}, false, true, null))
        .isInstanceOf(ShapeException.class)
        .hasMessageContaining("output size is too small");
  }

  private static long[] part(long[] window, int from) {
    return new long[] {window[from], window[from + 1]};
  }

  /** What each result takes in, by the definition. */
  private record Windows(long[] sizes, long[] window, int height, int width) {

    List<Integer> places(int result) {
      int plane = (int) (result / (sizes[2] * sizes[3]));
      List<Integer> places = new ArrayList<>();
      for (long i = first(result, 0), a = 0; a < window[0]; i += window[6], a++) {
        for (long j = first(result, 1), b = 0; b < window[1]; j += window[7], b++) {
          if (i >= 0 && i < height && j >= 0 && j < width) {
            places.add((int) ((plane * (long) height + i) * width + j));
          }
        }
      }
      return places;
    }

    double padded(int result) {
      long rows = Math.min(first(result, 0) + window[0], height + window[4]) - first(result, 0);
      long columns = Math.min(first(result, 1) + window[1], width + window[5]) - first(result, 1);
      return rows * columns;
    }

    private long first(int result, int d) {
      long place = d == 0 ? result / sizes[3] % sizes[2] : result % sizes[3];
      return place * window[2 + d] - window[4 + d];
    }
  }
}
