package dev.cresset.tensor.forward;

import dev.cresset.ShapeException;
import dev.cresset.Tensor;
import dev.cresset.backend.Strided;
import dev.cresset.backend.cpu.Convolution;
import dev.cresset.backend.cpu.ConvolutionWeights;
import dev.cresset.backend.cpu.Window;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Filters that slide over images: what the family of convolution ops computes. Images have one to
 * three sizes after batch and channels; the batch may be missing.
 */
public final class ConvolutionForward {
  private ConvolutionForward() {}

  /** The gradient of {@code conv1d}'s input as an op of its own. */
  public static Tensor convTranspose1d(
      Tensor input,
      Tensor weight,
      @Nullable Tensor bias,
      long[] stride,
      long[] padding,
      long[] outputPadding,
      long groups,
      long[] dilation) {
    return transposed(
        "conv_transpose1d",
        1,
        input,
        weight,
        bias,
        stride,
        padding,
        outputPadding,
        groups,
        dilation);
  }

  /** The gradient of {@code conv2d}'s input as an op of its own. */
  public static Tensor convTranspose2d(
      Tensor input,
      Tensor weight,
      @Nullable Tensor bias,
      long[] stride,
      long[] padding,
      long[] outputPadding,
      long groups,
      long[] dilation) {
    return transposed(
        "conv_transpose2d",
        2,
        input,
        weight,
        bias,
        stride,
        padding,
        outputPadding,
        groups,
        dilation);
  }

  /** The gradient of {@code conv3d}'s input as an op of its own. */
  public static Tensor convTranspose3d(
      Tensor input,
      Tensor weight,
      @Nullable Tensor bias,
      long[] stride,
      long[] padding,
      long[] outputPadding,
      long groups,
      long[] dilation) {
    return transposed(
        "conv_transpose3d",
        3,
        input,
        weight,
        bias,
        stride,
        padding,
        outputPadding,
        groups,
        dilation);
  }

  /** The zeros on both sides that keep sizes ({@code same}) or none ({@code valid}). */
  public static long[] namedPadding(
      long[] weightSize, long[] stride, long[] dilation, String padding) {
    long[] zeros = new long[weightSize.length - 2];
    if (isSame(padding)) {
      if (Arrays.stream(stride).anyMatch(step -> step != 1)) {
        throw new IllegalArgumentException(
            "padding='same' is not supported for strided convolutions");
      }
      for (int d = 0; d < zeros.length; d++) {
        zeros[d] = at(dilation, d) * (weightSize[2 + d] - 1) / 2;
      }
    }
    return zeros;
  }

  /** One zero more at the end where {@link #namedPadding} is one short of keeping the size. */
  public static Tensor padOdd(Tensor self, long[] weightSize, long[] dilation, String padding) {
    long[] size = self.sizes();
    int rank = weightSize.length - 2;
    for (int d = 0; isSame(padding) && d < rank; d++) {
      size[size.length - rank + d] += at(dilation, d) * (weightSize[2 + d] - 1) % 2;
    }
    return Arrays.equals(size, self.sizes()) ? self : padTo(self, size);
  }

  private static boolean isSame(String padding) {
    if (padding.equals("same") || padding.equals("valid")) {
      return padding.equals("same");
    }
    throw new IllegalArgumentException(
        "Invalid padding string: '" + padding + "'; there are 'same' and 'valid'");
  }

  /** The first entries along each dimension, as many as {@code size} says. */
  public static Tensor cutTo(Tensor self, long[] size) {
    return Tensor.wrap(self.strided().view(size.clone(), self.strides(), self.strided().offset()));
  }

  /** With zeros behind it along each dimension, up to {@code size}. */
  public static Tensor padTo(Tensor self, long[] size) {
    Tensor result = Views.zeros(self, size.clone());
    Views.copy(self, cutTo(result, self.sizes()));
    return result;
  }

  /**
   * Filters {@code [out, in / groups, sizes]} slid over as many last sizes as they have themselves.
   */
  public static Tensor convolution(
      Tensor input,
      Tensor weight,
      @Nullable Tensor bias,
      long[] stride,
      long[] padding,
      long[] dilation,
      long groups) {
    int rank = weight.dim() - 2;
    if (rank < 1 || rank > 3) {
      throw new ShapeException(
          "convolution: weight must be [out, in / groups] and one to three sizes, but it is "
              + text(weight));
    }
    String op = "conv%dd".formatted(rank);
    checkRank(op, rank, input, weight);
    checkNumbers(op, rank, stride, padding, dilation, groups);
    if (input.dim() == rank + 1) {
      Tensor one = ShapeForward.unsqueeze(input, 0);
      return ShapeForward.squeeze(
          convolution(one, weight, bias, stride, padding, dilation, groups), 0);
    }
    if (weight.size(0) < groups || weight.size(0) % groups != 0) {
      throw new ShapeException(
          "%s: Given groups=%d, expected weight to be divisible by %d at dimension 0, but got weight of size %s instead"
              .formatted(op, groups, groups, text(weight)));
    }
    if (input.size(1) != weight.size(1) * groups) {
      throw new ShapeException(
          "%s: Given groups=%d, weight of size %s, expected input%s to have %d channels, but got %d channels instead"
              .formatted(
                  op, groups, text(weight), text(input), weight.size(1) * groups, input.size(1)));
    }
    checkBias(op, weight, bias, weight.size(0));
    long[] to = new long[rank + 2];
    to[0] = input.size(0);
    to[1] = weight.size(0);
    for (int d = 0; d < rank; d++) {
      long room = input.size(2 + d) + 2 * at(padding, d);
      long reach = at(dilation, d) * (weight.size(2 + d) - 1) + 1;
      if (room < reach) {
        throw new ShapeException(
            "%s: Calculated padded input size per channel: %s. Kernel size: %s. Kernel size can't be greater than actual input size; input is %s, weight %s"
                .formatted(op, room, reach, text(input), text(weight)));
      }
      to[2 + d] = (room - reach) / at(stride, d) + 1;
    }
    Operands operands = new Operands(op, input, weight, bias);
    Strided result = operands.result(to);
    Convolution.forward(
        operands.plain(input),
        operands.plain(weight),
        bias == null ? null : operands.plain(bias),
        result,
        window(rank, weight, stride, padding, dilation),
        (int) groups);
    return operands.out(result);
  }

  /** The gradient of a convolution's input, which has {@code size}. */
  public static Tensor convolutionInputBackward(
      Tensor dy,
      Tensor weight,
      long[] size,
      long[] stride,
      long[] padding,
      long[] dilation,
      long groups) {
    int rank = weight.dim() - 2;
    if (size.length == rank + 1) {
      long[] sizes = Views.with(size, 0, 1);
      Tensor batch = ShapeForward.unsqueeze(dy, 0);
      return ShapeForward.squeeze(
          convolutionInputBackward(batch, weight, sizes, stride, padding, dilation, groups), 0);
    }
    Window window = window(rank, weight, stride, padding, dilation);
    Operands operands = new Operands("convolution_input_backward", dy, weight);
    Strided result = operands.result(size.clone());
    Convolution.inputGradient(
        operands.plain(dy), operands.plain(weight), null, result, window, (int) groups);
    return operands.out(result);
  }

  /** The gradient of a convolution's weight, which has {@code size}. */
  public static Tensor convolutionWeightBackward(
      Tensor dy,
      Tensor input,
      long[] size,
      long[] stride,
      long[] padding,
      long[] dilation,
      long groups) {
    int rank = size.length - 2;
    if (input.dim() == rank + 1) {
      return convolutionWeightBackward(
          ShapeForward.unsqueeze(dy, 0),
          ShapeForward.unsqueeze(input, 0),
          size,
          stride,
          padding,
          dilation,
          groups);
    }
    long[] kernel = Arrays.copyOfRange(size, 2, size.length);
    Window window = Window.of(rank, kernel, stride, padding, dilation);
    Operands operands = new Operands("convolution_weight_backward", dy, input);
    Strided result = operands.result(size.clone());
    ConvolutionWeights.gradient(
        operands.plain(dy), operands.plain(input), result, window, (int) groups);
    return operands.out(result);
  }

  private static Tensor transposed(
      String op,
      int rank,
      Tensor input,
      Tensor weight,
      @Nullable Tensor bias,
      long[] stride,
      long[] padding,
      long[] outputPadding,
      long groups,
      long[] dilation) {
    checkRank(op, rank, input, weight);
    checkNumbers(op, rank, stride, padding, dilation, groups);
    if (input.dim() == rank + 1) {
      Tensor one = ShapeForward.unsqueeze(input, 0);
      return ShapeForward.squeeze(
          transposed(op, rank, one, weight, bias, stride, padding, outputPadding, groups, dilation),
          0);
    }
    if (input.size(1) != weight.size(0) || weight.size(0) % groups != 0) {
      throw new ShapeException(
          "%s: Given transposed=1, weight of size %s, expected input%s to have %d channels, but got %d channels instead"
              .formatted(op, text(weight), text(input), weight.size(0), input.size(1)));
    }
    long channels = weight.size(1) * groups;
    checkBias(op, weight, bias, channels);
    long[] to = new long[rank + 2];
    to[0] = input.size(0);
    to[1] = channels;
    for (int d = 0; d < rank; d++) {
      long extra = at(outputPadding, d);
      if (extra < 0 || extra >= at(stride, d) && extra >= at(dilation, d)) {
        throw new IllegalArgumentException(
            op
                + ": output padding must be smaller than either stride or dilation, but it is "
                + Arrays.toString(outputPadding));
      }
      to[2 + d] =
          (input.size(2 + d) - 1) * at(stride, d)
              - 2 * at(padding, d)
              + at(dilation, d) * (weight.size(2 + d) - 1)
              + extra
              + 1;
      if (to[2 + d] <= 0) {
        throw new ShapeException(
            "%s: Given input size per channel: %s. Calculated output size per channel: %s. Output size is too small"
                .formatted(op, text(input), to[2 + d]));
      }
    }
    Operands operands = new Operands(op, input, weight, bias);
    Strided result = operands.result(to);
    Convolution.inputGradient(
        operands.plain(input),
        operands.plain(weight),
        bias == null ? null : operands.plain(bias),
        result,
        window(rank, weight, stride, padding, dilation),
        (int) groups);
    return operands.out(result);
  }

  private static Window window(
      int rank, Tensor weight, long[] stride, long[] padding, long[] dilation) {
    long[] kernel = Arrays.copyOfRange(weight.sizes(), 2, weight.dim());
    return Window.of(rank, kernel, stride, padding, dilation);
  }

  private static long at(long[] numbers, int d) {
    return numbers[numbers.length == 1 ? 0 : d];
  }

  private static String text(Tensor x) {
    return Arrays.toString(x.sizes());
  }

  private static void checkRank(String op, int rank, Tensor input, Tensor weight) {
    if (weight.dim() != rank + 2) {
      throw new ShapeException(
          "%s: weight must have %d sizes, but it is %s".formatted(op, rank + 2, text(weight)));
    }
    if (input.dim() != rank + 2 && input.dim() != rank + 1) {
      throw new ShapeException(
          "Expected %dD (unbatched) or %dD (batched) input to %s, but got input of size: %s"
              .formatted(rank + 1, rank + 2, op, text(input)));
    }
  }

  private static void checkNumbers(
      String op, int rank, long[] stride, long[] padding, long[] dilation, long groups) {
    for (long[] numbers : new long[][] {stride, padding, dilation}) {
      if (numbers.length != 1 && numbers.length != rank) {
        throw new IllegalArgumentException(
            "%s: stride, padding and dilation are one number or %d, not %s"
                .formatted(op, rank, Arrays.toString(numbers)));
      }
    }
    if (Arrays.stream(stride).anyMatch(step -> step <= 0)) {
      throw new IllegalArgumentException(op + ": non-positive stride is not supported");
    }
    if (Arrays.stream(padding).anyMatch(pad -> pad < 0)) {
      throw new IllegalArgumentException(op + ": negative padding is not supported");
    }
    if (Arrays.stream(dilation).anyMatch(step -> step <= 0)) {
      throw new IllegalArgumentException(op + ": dilation should be greater than zero");
    }
    if (groups <= 0) {
      throw new IllegalArgumentException(op + ": non-positive groups is not supported");
    }
  }

  private static void checkBias(String op, Tensor weight, @Nullable Tensor bias, long channels) {
    if (bias != null && (bias.dim() != 1 || bias.size(0) != channels)) {
      throw new ShapeException(
          "%s: Given weight of size %s, expected bias to be 1-dimensional with %d elements, but got bias of size %s instead"
              .formatted(op, text(weight), channels, text(bias)));
    }
  }
}
