package dev.cresset.tensor.forward;

import dev.cresset.ShapeException;
import dev.cresset.Tensor;
import dev.cresset.backend.Strided;
import dev.cresset.backend.cpu.Resample;
import dev.cresset.backend.cpu.Taps;
import dev.cresset.tensor.eager.Pool;
import dev.cresset.tensor.eager.Resize;
import dev.cresset.tensor.eager.VolumePool;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Signals, images and volumes in other sizes: what the family of resizing computes. */
public final class ResizeForward {
  private ResizeForward() {}

  /** Samples and channels stay; the sizes after them become {@code outputSize}, one by one. */
  public static Tensor resample(
      Tensor self,
      long[] outputSize,
      String mode,
      boolean alignCorners,
      @Nullable Double scalesD,
      @Nullable Double scalesH,
      @Nullable Double scalesW) {
    Taps[] taps =
        taps(self.sizes(), outputSize, mode, alignCorners, scalesD, scalesH, scalesW, self);
    Operands operands = Operands.reals("resample", self);
    Strided now = operands.plain(self);
    long[] sizes = self.sizes();
    for (int d = 0; d < taps.length; d++) {
      sizes[2 + d] = taps[d].results();
      Strided next = operands.result(sizes);
      Resample.forward(now, next, outer(sizes, d), inner(sizes, d), taps[d]);
      now = next;
    }
    return operands.out(now);
  }

  /** The gradients of the results brought back to the elements of {@code size}. */
  public static Tensor resampleBackward(
      Tensor dy,
      long[] size,
      long[] outputSize,
      String mode,
      boolean alignCorners,
      @Nullable Double scalesD,
      @Nullable Double scalesH,
      @Nullable Double scalesW) {
    Taps[] taps = taps(size, outputSize, mode, alignCorners, scalesD, scalesH, scalesW, dy);
    Operands operands = Operands.reals("resample_backward", dy);
    Strided now = operands.plain(dy);
    long[] sizes = dy.sizes();
    for (int d = taps.length - 1; d >= 0; d--) {
      sizes[2 + d] = size[2 + d];
      Strided next = operands.result(sizes);
      Resample.backward(now, next, outer(sizes, d), inner(sizes, d), taps[d]);
      now = next;
    }
    return operands.out(now);
  }

  private static int outer(long[] sizes, int d) {
    return (int) Strided.count(Arrays.copyOf(sizes, 2 + d));
  }

  private static int inner(long[] sizes, int d) {
    return (int) Strided.count(Arrays.copyOfRange(sizes, 3 + d, sizes.length));
  }

  private static Taps[] taps(
      long[] sizes,
      long[] outputSize,
      String mode,
      boolean align,
      @Nullable Double scalesD,
      @Nullable Double scalesH,
      @Nullable Double scalesW,
      Tensor like) {
    int dims = sizes.length - 2;
    if (dims < 1 || dims > 3 || outputSize.length != dims && outputSize.length != 1) {
      throw new ShapeException(
          "It is expected output_size equals to %d, but got size %d for an input of %s"
              .formatted(dims, outputSize.length, Arrays.toString(sizes)));
    }
    Double[] scales = {scalesD, scalesH, scalesW};
    Taps[] taps = new Taps[dims];
    for (int d = 0; d < dims; d++) {
      long size = sizes[2 + d];
      long results = outputSize[outputSize.length == 1 ? 0 : d];
      if (size <= 0 || results <= 0) {
        throw new ShapeException(
            "Input and output sizes should be greater than 0, but got input %s and output %s"
                .formatted(Arrays.toString(sizes), Arrays.toString(outputSize)));
      }
      Double scale = scales[3 - dims + d];
      taps[d] =
          Places.of(mode, align, scale, like.dtype())
              .taps(Math.toIntExact(size), Math.toIntExact(results));
    }
    return taps;
  }

  /** What {@code torch.nn.functional.interpolate} does, mode by mode. */
  public static Tensor interpolate(
      Tensor input, long[] size, double[] scaleFactor, String mode, boolean alignCorners) {
    int dims = input.dim() - 2;
    if ((size.length == 0) == (scaleFactor.length == 0)) {
      throw new IllegalArgumentException(
          size.length == 0
              ? "either size or scale_factor should be defined"
              : "only one of size or scale_factor should be defined");
    }
    int given = Math.max(size.length, scaleFactor.length);
    if (dims < 1 || dims > 3 || given != 1 && given != dims) {
      throw new ShapeException(
          "Input and output must have the same number of spatial dimensions, but got input with sizes %s and %d sizes or factors; give [n, c, ..] with one to three more sizes"
              .formatted(Arrays.toString(input.sizes()), given));
    }
    long[] to = new long[dims];
    Double[] scales = new Double[3];
    for (int d = 0; d < dims; d++) {
      if (size.length > 0) {
        to[d] = size[given == 1 ? 0 : d];
      } else {
        double factor = scaleFactor[given == 1 ? 0 : d];
        to[d] = (long) Math.floor((float) input.size(2 + d) * factor);
        scales[3 - dims + d] = factor;
      }
    }
    if (alignCorners && (mode.startsWith("nearest") || mode.equals("area"))) {
      throw new IllegalArgumentException(
          "align_corners option can only be set with the interpolating modes: linear | bilinear |"
              + " bicubic | trilinear");
    }
    if (mode.equals("area")) {
      return switch (dims) {
        case 1 -> Pool.adaptiveAvgPool1d(input, to);
        case 2 -> Pool.adaptiveAvgPool2d(input, to);
        default -> VolumePool.adaptiveAvgPool3d(input, to);
      };
    }
    return Resize.resample(
        input, to, weights(mode, dims), alignCorners, scales[0], scales[1], scales[2]);
  }

  /** The way that a mode weighs neighbours; its name also says how many sizes there must be. */
  private static String weights(String mode, int dims) {
    int wanted =
        switch (mode) {
          case "linear" -> 1;
          case "bilinear", "bicubic" -> 2;
          case "trilinear" -> 3;
          case "nearest", "nearest-exact" -> dims;
          default ->
              throw new IllegalArgumentException(
                  "there is no mode '%s'; there are nearest, nearest-exact, linear, bilinear, bicubic, trilinear, area"
                      .formatted(mode));
        };
    if (wanted != dims) {
      throw new ShapeException(
          "Got %dD input, but %s mode needs %dD input".formatted(dims + 2, mode, wanted + 2));
    }
    return mode.startsWith("nearest") ? mode : mode.equals("bicubic") ? "cubic" : "linear";
  }
}
