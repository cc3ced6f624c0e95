package dev.cresset.ir.reference;

import dev.cresset.ir.type.DType;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Ops that slide a window over the last dimensions: convolutions and pools. A leading batch may be
 * missing.
 */
public final class WindowReference {
  private WindowReference() {}

  /** How a window slides, each number once for each dimension it slides over. */
  private record Window(long[] kernel, long[] stride, long[] padding, long[] dilation) {

    int dims() {
      return kernel.length;
    }

    long[] results(long[] sizes, boolean ceil) {
      long[] results = new long[dims()];
      for (int i = 0; i < dims(); i++) {
        long room = sizes[i] + 2 * padding[i] - dilation[i] * (kernel[i] - 1) - 1;
        results[i] = Math.floorDiv(room + (ceil ? stride[i] - 1 : 0), stride[i]) + 1;
        if (ceil && (results[i] - 1) * stride[i] >= sizes[i] + padding[i]) {
          results[i]--; // a window must begin inside of the input or of its left padding
        }
        if (results[i] < 1) {
          throw new IllegalArgumentException(
              "a window of %s does not fit into %s"
                  .formatted(Arrays.toString(kernel), Arrays.toString(sizes)));
        }
      }
      return results;
    }

    /** Where element {@code k} of the window at {@code at} lies; null in the padding. */
    long @Nullable [] place(long[] at, long[] k, long[] sizes) {
      long[] place = new long[dims()];
      for (int i = 0; i < dims(); i++) {
        place[i] = at[i] * stride[i] - padding[i] + k[i] * dilation[i];
        if (place[i] < 0 || place[i] >= sizes[i]) {
          return null;
        }
      }
      return place;
    }
  }

  private static long[] last(long[] values, int count) {
    return Arrays.copyOfRange(values, values.length - count, values.length);
  }

  private static long[] first(long[] values, int count) {
    return Arrays.copyOf(values, count);
  }

  private static long[] ones(int count) {
    long[] ones = new long[count];
    Arrays.fill(ones, 1);
    return ones;
  }

  /** {@code convolution(input, weight, bias, stride, padding, dilation, groups)}. */
  public static NdArray convolution(Arguments in) {
    NdArray weight = in.array(1);
    int dims = weight.rank() - 2;
    NdArray input = in.array(0);
    if (input.rank() == dims + 1) {
      NdArray one = convolution(ShapeReference.unsqueeze(input, 0), in, dims);
      return ShapeReference.select(one, 0, 0);
    }
    return convolution(input, in, dims);
  }

  private static NdArray convolution(NdArray input, Arguments in, int dims) {
    NdArray weight = in.array(1);
    NdArray bias = in.arrayOrNull(2);
    long groups = in.integer(6);
    long inner = weight.size(1);
    long outer = weight.size(0) / groups;
    if (input.size(1) != inner * groups) {
      throw new IllegalArgumentException(
          "expected input%s to have %d channels, but got %d channels instead"
              .formatted(Arrays.toString(input.sizes()), inner * groups, input.size(1)));
    }
    long[] sizes = last(input.sizes(), dims);
    Window window =
        new Window(
            last(weight.sizes(), dims),
            in.integers(3, dims),
            in.integers(4, dims),
            in.integers(5, dims));
    long[] results = window.results(sizes, false);
    NdArray result =
        NdArray.zeros(
            input.dtype(), Index.join(new long[] {input.size(0), weight.size(0)}, results));
    for (long number = 0; number < result.count(); number++) {
      long[] at = Index.of(number, result.sizes());
      double[] sum = {bias == null ? 0 : bias.real(at[1])};
      long[] where = last(at, dims);
      Index.forEach(
          window.kernel(),
          k -> {
            long[] place = window.place(where, k, sizes);
            for (long c = 0; c < inner && place != null; c++) {
              long channel = at[1] / outer * inner + c;
              sum[0] +=
                  input.real(Index.join(new long[] {at[0], channel}, place))
                      * weight.real(Index.join(new long[] {at[1], c}, k));
            }
          });
      result.set(number, sum[0]);
    }
    return result;
  }

  /**
   * {@code max_pool_with_indices(self, kernel_size, stride, padding, dilation, ceil_mode)}, 2-d.
   */
  public static List<NdArray> maxPool2d(Arguments in) {
    return maxPool(in, 2);
  }

  /** As {@link #maxPool2d}, 1-d. */
  public static List<NdArray> maxPool1d(Arguments in) {
    return maxPool(in, 1);
  }

  /** As {@link #maxPool2d}, 3-d. */
  public static List<NdArray> maxPool3d(Arguments in) {
    return maxPool(in, 3);
  }

  private static List<NdArray> maxPool(Arguments in, int dims) {
    NdArray self = in.array(0);
    long[] kernel = in.integers(1, dims);
    Window window =
        new Window(kernel, stride(in, dims, kernel), in.integers(3, dims), in.integers(4, dims));
    long[] sizes = last(self.sizes(), dims);
    long[] outer = first(self.sizes(), self.rank() - dims);
    long[] all = Index.join(outer, window.results(sizes, in.flag(5)));
    NdArray values = NdArray.zeros(self.dtype(), all);
    NdArray indices = NdArray.zeros(DType.I64, all);
    for (long number = 0; number < values.count(); number++) {
      long[] at = Index.of(number, all);
      long[] channel = first(at, outer.length);
      long[] best = {-1};
      Index.forEach(
          window.kernel(),
          k -> {
            long[] place = window.place(last(at, dims), k, sizes);
            if (place != null) {
              double value = self.real(Index.join(channel, place));
              double most =
                  best[0] < 0
                      ? Double.NEGATIVE_INFINITY
                      : self.real(Index.join(channel, Index.of(best[0], sizes)));
              if (best[0] < 0 || value > most || Double.isNaN(value)) {
                best[0] = Index.number(place, sizes);
              }
            }
          });
      values.set(number, self.real(Index.join(channel, Index.of(best[0], sizes))));
      indices.setWhole(number, best[0]);
    }
    return List.of(values, indices);
  }

  private static long[] stride(Arguments in, int dims, long[] kernel) {
    long[] stride = in.integers(2, dims);
    return stride.length == 0 ? kernel : stride;
  }

  /** {@code avg_pool2d(self, kernel_size, stride, padding, ceil_mode, count_include_pad, div)}. */
  public static NdArray avgPool2d(Arguments in) {
    return avgPool(in, 2, in.integer(6, 0));
  }

  /** As {@link #avgPool2d}, 1-d and without a divisor of its own. */
  public static NdArray avgPool1d(Arguments in) {
    return avgPool(in, 1, 0);
  }

  /** As {@link #avgPool2d}, 3-d. */
  public static NdArray avgPool3d(Arguments in) {
    return avgPool(in, 3, in.integer(6, 0));
  }

  private static NdArray avgPool(Arguments in, int dims, long divisor) {
    NdArray self = in.array(0);
    long[] kernel = in.integers(1, dims);
    Window window = new Window(kernel, stride(in, dims, kernel), in.integers(3, dims), ones(dims));
    long[] sizes = last(self.sizes(), dims);
    long[] outer = first(self.sizes(), self.rank() - dims);
    NdArray result =
        NdArray.zeros(self.dtype(), Index.join(outer, window.results(sizes, in.flag(4))));
    for (long number = 0; number < result.count(); number++) {
      long[] at = Index.of(number, result.sizes());
      double[] sum = {0};
      long[] counts = {0, 0};
      Index.forEach(
          kernel,
          k -> {
            long[] place = window.place(last(at, dims), k, sizes);
            counts[0] += isInPadding(window, last(at, dims), k, sizes) ? 1 : 0;
            if (place != null) {
              counts[1]++;
              sum[0] += self.real(Index.join(first(at, outer.length), place));
            }
          });
      long count = divisor != 0 ? divisor : in.flag(5) ? counts[0] : counts[1];
      result.set(number, sum[0] / count);
    }
    return result;
  }

  /** Whether the element lies in the input or its padding; with ceil mode it may lie beyond. */
  private static boolean isInPadding(Window window, long[] at, long[] k, long[] sizes) {
    for (int i = 0; i < at.length; i++) {
      long place = at[i] * window.stride()[i] - window.padding()[i] + k[i];
      if (place >= sizes[i] + window.padding()[i]) {
        return false;
      }
    }
    return true;
  }

  /** {@code adaptive_avg_pool(self, output_size)} over two dimensions. */
  public static NdArray adaptiveAvgPool2d(Arguments in) {
    return adaptiveAvgPool(in, 2);
  }

  /** As {@link #adaptiveAvgPool2d}, over one. */
  public static NdArray adaptiveAvgPool1d(Arguments in) {
    return adaptiveAvgPool(in, 1);
  }

  /** As {@link #adaptiveAvgPool2d}, over three. */
  public static NdArray adaptiveAvgPool3d(Arguments in) {
    return adaptiveAvgPool(in, 3);
  }

  private static NdArray adaptiveAvgPool(Arguments in, int dims) {
    NdArray self = in.array(0);
    NdArray result = NdArray.zeros(self.dtype(), adapted(self, in.integers(1, dims), dims));
    for (long number = 0; number < result.count(); number++) {
      double[] sum = {0, 0};
      region(
          self,
          result.sizes(),
          Index.of(number, result.sizes()),
          dims,
          place -> {
            sum[0] += self.real(place);
            sum[1]++;
          });
      result.set(number, sum[0] / sum[1]);
    }
    return result;
  }

  /** {@code adaptive_max_pool(self, output_size)} over two dimensions. */
  public static List<NdArray> adaptiveMaxPool2d(Arguments in) {
    return adaptiveMaxPool(in, 2);
  }

  /** As {@link #adaptiveMaxPool2d}, over one. */
  public static List<NdArray> adaptiveMaxPool1d(Arguments in) {
    return adaptiveMaxPool(in, 1);
  }

  /** As {@link #adaptiveMaxPool2d}, over three. */
  public static List<NdArray> adaptiveMaxPool3d(Arguments in) {
    return adaptiveMaxPool(in, 3);
  }

  private static List<NdArray> adaptiveMaxPool(Arguments in, int dims) {
    NdArray self = in.array(0);
    long[] all = adapted(self, in.integers(1, dims), dims);
    NdArray values = NdArray.zeros(self.dtype(), all);
    NdArray indices = NdArray.zeros(DType.I64, all);
    for (long number = 0; number < values.count(); number++) {
      long at = number;
      boolean[] begun = {false};
      region(
          self,
          all,
          Index.of(number, all),
          dims,
          place -> {
            double value = self.real(place);
            if (!begun[0] || value > values.real(at) || Double.isNaN(value)) {
              begun[0] = true;
              values.set(at, value);
              indices.setWhole(at, Index.number(last(place, dims), last(self.sizes(), dims)));
            }
          });
    }
    return List.of(values, indices);
  }

  private static long[] adapted(NdArray self, long[] output, int dims) {
    long[] sizes = self.sizes();
    for (int i = 0; i < dims; i++) {
      int dim = sizes.length - dims + i;
      sizes[dim] = output[i] < 0 ? sizes[dim] : output[i];
    }
    return sizes;
  }

  /** Hands out the places that fall into the result at {@code at}: ⌊i·n/m⌋ to ⌈(i+1)·n/m⌉. */
  private static void region(
      NdArray self, long[] results, long[] at, int dims, Consumer<long[]> visitor) {
    int outer = results.length - dims;
    long[] from = new long[dims];
    long[] lengths = new long[dims];
    for (int i = 0; i < dims; i++) {
      long size = self.size(outer + i);
      long result = results[outer + i];
      from[i] = at[outer + i] * size / result;
      lengths[i] = ((at[outer + i] + 1) * size + result - 1) / result - from[i];
    }
    Index.forEach(
        lengths,
        step -> {
          for (int i = 0; i < dims; i++) {
            step[i] += from[i];
          }
          visitor.accept(Index.join(first(at, outer), step));
        });
  }
}
