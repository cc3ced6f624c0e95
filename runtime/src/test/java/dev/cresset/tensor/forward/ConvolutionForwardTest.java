package dev.cresset.tensor.forward;

import static dev.cresset.tensor.forward.Samples.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cresset.ShapeException;
import dev.cresset.Tensor;
import dev.cresset.backend.Threads;
import dev.cresset.ir.type.DType;
import dev.cresset.tensor.eager.Convolution;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Convolutions and their gradients agree with plain loops over every place and every tap. */
class ConvolutionForwardTest {

  /**
   * A convolution; three numbers for each of kernel, stride, padding, dilation, of which the last
   * {@code rank} count.
   */
  record Case(
      int rank,
      DType dtype,
      int images,
      int channels,
      int filters,
      int groups,
      long[] image,
      long[] kernel,
      long[] stride,
      long[] padding,
      long[] dilation) {

    @Override
    public String toString() {
      return "%dd %s: n %d, %d -> %d in %d groups, image %s, kernel %s, stride %s, padding %s, dilation %s"
          .formatted(
              rank,
              dtype,
              images,
              channels,
              filters,
              groups,
              Arrays.toString(image),
              Arrays.toString(kernel),
              Arrays.toString(stride),
              Arrays.toString(padding),
              Arrays.toString(dilation));
    }

    long[] x() {
      return sizes(images, channels * groups, image);
    }

    long[] weight() {
      return sizes(filters * groups, channels, kernel);
    }

    long[] y() {
      long[] out = new long[rank];
      for (int d = 0; d < rank; d++) {
        out[d] = (image[d] + 2 * padding[d] - dilation[d] * (kernel[d] - 1) - 1) / stride[d] + 1;
      }
      return sizes(images, filters * groups, out);
    }

    private static long[] sizes(long first, long second, long[] rest) {
      long[] all = new long[2 + rest.length];
      all[0] = first;
      all[1] = second;
      System.arraycopy(rest, 0, all, 2, rest.length);
      return all;
    }
  }

  static List<Case> cases() {
    long[] one = {1};
    long[] none = {0};
    return List.of(
        two(DType.F32, 2, 3, 4, 1, 8, 3, 1, 1, 1),
        two(DType.F32, 1, 1, 1, 1, 1, 1, 1, 0, 1),
        two(DType.F32, 0, 2, 3, 1, 5, 3, 1, 1, 1),
        two(DType.F64, 3, 2, 3, 2, 9, 3, 2, 1, 1),
        two(DType.F32, 3, 2, 40, 1, 9, 3, 2, 1, 2),
        two(DType.F32, 2, 1, 1, 6, 7, 3, 1, 1, 1),
        two(DType.F32, 2, 4, 5, 1, 8, 1, 2, 0, 1),
        two(DType.F64, 2, 4, 5, 1, 8, 2, 3, 2, 3),
        two(DType.F32, 20, 3, 5, 1, 7, 3, 1, 1, 1),
        two(DType.F32, 2, 5, 3, 1, 40, 5, 1, 2, 1),
        two(DType.F32, 1, 2, 200, 1, 6, 3, 1, 0, 1),
        two(DType.F32, 1, 130, 3, 1, 5, 3, 1, 1, 1),
        two(DType.I64, 2, 3, 4, 1, 8, 3, 2, 1, 1),
        new Case(
            2,
            DType.F64,
            2,
            3,
            4,
            1,
            longs(9, 6),
            longs(3, 2),
            longs(2, 1),
            longs(2, 0),
            longs(1, 2)),
        new Case(1, DType.F32, 3, 4, 5, 2, longs(30), longs(5), longs(2), longs(3), one),
        new Case(1, DType.F64, 2, 3, 4, 1, longs(12), longs(4), one, none, longs(2)),
        new Case(
            3,
            DType.F64,
            2,
            2,
            3,
            1,
            longs(4, 5, 6),
            longs(2, 3, 2),
            longs(1, 2, 2),
            longs(1, 0, 1),
            longs(2, 1, 1)));
  }

  private static long[] longs(long... numbers) {
    return numbers;
  }

  private static Case two(
      DType dtype,
      int images,
      int channels,
      int filters,
      int groups,
      long image,
      long kernel,
      long stride,
      long padding,
      long dilation) {
    return new Case(
        2,
        dtype,
        images,
        channels,
        filters,
        groups,
        longs(image, image),
        longs(kernel, kernel),
        longs(stride, stride),
        longs(padding, padding),
        longs(dilation, dilation));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void resultAndGradientsAreThoseOfPlainLoops(Case c) {
    Samples samples = new Samples(1);
    Tensor x = samples.view(c.dtype, c.x());
    Tensor weight = samples.view(c.dtype, c.weight());
    Tensor bias = samples.view(c.dtype, c.filters * c.groups);
    Tensor dy = samples.view(c.dtype, c.y());
    Plain plain = new Plain(c, x, weight, dy);
    double terms = Math.max(weight.numel(), dy.numel()) / (double) c.filters;
    assertClose("y", convolve(c, x, weight, null), c.y(), plain.y, terms);
    double[] withBias = plain.y.clone();
    int places = withBias.length / Math.max(1, c.images * c.filters * c.groups);
    for (int i = 0; i < withBias.length; i++) {
      withBias[i] += bias.toDoubleArray()[i / places % (c.filters * c.groups)];
    }
    assertClose("with bias", convolve(c, x, weight, bias), c.y(), withBias, terms);
    assertClose(
        "dx",
        ConvolutionForward.convolutionInputBackward(
            dy, weight, c.x(), c.stride, c.padding, c.dilation, c.groups),
        c.x(),
        plain.dx,
        terms);
    assertClose(
        "dw",
        ConvolutionForward.convolutionWeightBackward(
            dy, x, c.weight(), c.stride, c.padding, c.dilation, c.groups),
        c.weight(),
        plain.dw,
        terms);
  }

  private static Tensor convolve(Case c, Tensor x, Tensor weight, @Nullable Tensor bias) {
    return ConvolutionForward.convolution(
        x, weight, bias, c.stride, c.padding, c.dilation, c.groups);
  }

  @Test
  void manyThreadsGiveTheSameBitsAsOne() {
    Samples samples = new Samples(2);
    int before = Threads.count();
    for (Case c :
        List.of(
            two(DType.F32, 5, 24, 40, 1, 20, 3, 1, 1, 1),
            two(DType.F32, 1, 40, 60, 1, 20, 3, 2, 1, 1))) {
      Tensor x = samples.tensor(c.dtype, c.x());
      Tensor weight = samples.tensor(c.dtype, c.weight());
      Tensor dy = samples.tensor(c.dtype, c.y());
      try {
        Threads.set(1);
        List<float[]> one = all(c, x, weight, dy);
        for (int threads : new int[] {2, 3, 7}) {
          Threads.set(threads);
          assertThat(all(c, x, weight, dy)).usingRecursiveComparison().isEqualTo(one);
        }
      } finally {
        Threads.set(before);
      }
    }
  }

  private static List<float[]> all(Case c, Tensor x, Tensor weight, Tensor dy) {
    return List.of(
        convolve(c, x, weight, null).toFloatArray(),
        ConvolutionForward.convolutionInputBackward(
                dy, weight, c.x(), c.stride, c.padding, c.dilation, c.groups)
            .toFloatArray(),
        ConvolutionForward.convolutionWeightBackward(
                dy, x, c.weight(), c.stride, c.padding, c.dilation, c.groups)
            .toFloatArray());
  }

  @Test
  void theTransposedConvolutionIsTheGradientOfTheOtherOnesInput() {
    Samples samples = new Samples(3);
    Tensor x = samples.view(DType.F64, 2, 3, 5);
    Tensor weight = samples.view(DType.F64, 3, 4, 3);
    Tensor bias = samples.view(DType.F64, 4);
    Tensor y =
        ConvolutionForward.convTranspose1d(
            x, weight, bias, longs(2), longs(1), longs(1), 1, longs(1));
    long[] sizes = {2, 4, 10};
    double[] expected =
        ConvolutionForward.convolutionInputBackward(
                x, weight, sizes, longs(2), longs(1), longs(1), 1)
            .toDoubleArray();
    for (int i = 0; i < expected.length; i++) {
      expected[i] += bias.toDoubleArray()[i / 10 % 4];
    }
    assertClose("transposed", y, sizes, expected);
  }

  @Test
  void samePaddingKeepsSizesAndPutsTheOddZeroLast() {
    Tensor x = Tensor.fromBlob(new float[] {1, 2, 3, 4}, 1, 1, 4);
    Tensor pair = Tensor.fromBlob(new float[] {10, 1}, 1, 1, 2);
    Tensor y = Convolution.conv1d(x, pair, null, longs(1), "same", longs(1), 1);
    assertThat(y.toFloatArray()).containsExactly(12, 23, 34, 40);
    Tensor valid = Convolution.conv1d(x, pair, null, longs(1), "valid", longs(1), 1);
    assertThat(valid.toFloatArray()).containsExactly(12, 23, 34);
    assertThatThrownBy(() -> Convolution.conv1d(x, pair, null, longs(2), "same", longs(1), 1))
        .hasMessage("padding='same' is not supported for strided convolutions");
  }

  @Test
  void oneImageNeedsNoBatch() {
    Samples samples = new Samples(4);
    Tensor x = samples.tensor(DType.F64, 2, 5, 5);
    Tensor weight = samples.tensor(DType.F64, 3, 2, 3, 3);
    Tensor batch = ShapeForward.unsqueeze(x, 0);
    Tensor y = ConvolutionForward.convolution(x, weight, null, longs(1), longs(1), longs(1), 1);
    assertClose(
        "unbatched",
        y,
        longs(3, 5, 5),
        ConvolutionForward.convolution(batch, weight, null, longs(1), longs(1), longs(1), 1)
            .toDoubleArray());
    assertThat(
            ConvolutionForward.convolutionInputBackward(
                    y, weight, longs(2, 5, 5), longs(1), longs(1), longs(1), 1)
                .sizes())
        .containsExactly(2, 5, 5);
  }

  @Test
  void wrongSizesAreNamed() {
    Samples samples = new Samples(5);
    Tensor x = samples.tensor(DType.F32, 1, 3, 8, 8);
    Tensor weight = samples.tensor(DType.F32, 4, 2, 3, 3);
    assertThatThrownBy(
            () -> ConvolutionForward.convolution(x, weight, null, longs(1), longs(0), longs(1), 1))
        .isInstanceOf(ShapeException.class)
        .hasMessage(
            "conv2d: Given groups=1, weight of size [4, 2, 3, 3], expected input[1, 3, 8, 8] to"
                + " have 2 channels, but got 3 channels instead");
    Tensor large = samples.tensor(DType.F32, 4, 3, 9, 9);
    assertThatThrownBy(
            () -> ConvolutionForward.convolution(x, large, null, longs(1), longs(0), longs(1), 1))
        .isInstanceOf(ShapeException.class)
        .hasMessageContaining("Kernel size can't be greater than actual input size");
    Tensor flat = samples.tensor(DType.F32, 4, 3);
    assertThatThrownBy(
            () -> ConvolutionForward.convolution(x, flat, null, longs(1), longs(0), longs(1), 1))
        .isInstanceOf(ShapeException.class)
        .hasMessageContaining("one to three sizes, but it is [4, 3]");
  }

  /** The definition, term by term. */
  private static final class Plain {
    private final double[] y;
    private final double[] dx;
    private final double[] dw;

    Plain(Case c, Tensor inputs, Tensor weights, Tensor gradients) {
      double[] x = inputs.toDoubleArray();
      double[] w = weights.toDoubleArray();
      double[] dy = gradients.toDoubleArray();
      y = new double[dy.length];
      dx = new double[x.length];
      dw = new double[w.length];
      long[] image = full(c.image, 1);
      long[] kernel = full(c.kernel, 1);
      long[] stride = full(c.stride, 1);
      long[] padding = full(c.padding, 0);
      long[] dilation = full(c.dilation, 1);
      long[] out = full(Arrays.copyOfRange(c.y(), 2, 2 + c.rank), 1);
      int places = (int) (out[0] * out[1] * out[2]);
      int taps = (int) (kernel[0] * kernel[1] * kernel[2]);
      for (int to = 0; to < dy.length; to++) {
        int filter = to / places % (c.filters * c.groups);
        int n = to / places / (c.filters * c.groups);
        for (int channel = 0; channel < c.channels; channel++) {
          for (int tap = 0; tap < taps; tap++) {
            long from = (long) n * c.groups * c.channels;
            from += filter / c.filters * c.channels + channel;
            boolean inside = true;
            for (int d = 0; d < 3; d++) {
              long place = part(to % places, out, d) * stride[d];
              place += part(tap, kernel, d) * dilation[d] - padding[d];
              inside &= place >= 0 && place < image[d];
              from = from * image[d] + place;
            }
            if (inside) {
              int at = (filter * c.channels + channel) * taps + tap;
              y[to] += w[at] * x[(int) from];
              dx[(int) from] += w[at] * dy[to];
              dw[at] += x[(int) from] * dy[to];
            }
          }
        }
      }
    }

    private static long part(long index, long[] sizes, int d) {
      long rest = index;
      for (int e = 2; e > d; e--) {
        rest /= sizes[e];
      }
      return rest % sizes[d];
    }

    private static long[] full(long[] numbers, long otherwise) {
      long[] all = {otherwise, otherwise, otherwise};
      System.arraycopy(numbers, 0, all, 3 - numbers.length, numbers.length);
      return all;
    }
  }
}
