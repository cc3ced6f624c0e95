package dev.cresset.tensor.forward;

import dev.cresset.ShapeException;
import dev.cresset.Tensor;
import dev.cresset.backend.Strided;
import dev.cresset.backend.cpu.Columns;
import dev.cresset.backend.cpu.Window;
import java.util.Arrays;

/** Windows of images as columns, and back: what the family of folds computes. */
public final class FoldForward {
  private FoldForward() {}

  /** {@code [n, c, h, w]} to {@code [n, c kh kw, windows]}; {@code n} may be missing. */
  public static Tensor im2col(
      Tensor self, long[] kernelSize, long[] dilation, long[] padding, long[] stride) {
    if (self.dim() == 3) {
      Tensor one = ShapeForward.unsqueeze(self, 0);
      return ShapeForward.squeeze(im2col(one, kernelSize, dilation, padding, stride), 0);
    }
    if (self.dim() != 4 || self.size(1) == 0 || self.size(2) == 0 || self.size(3) == 0) {
      throw new ShapeException(
          "im2col: Expected 3D or 4D (batch mode) tensor with possibly 0 batch size and other"
              + " non-zero dimensions for input, but got: "
              + Arrays.toString(self.sizes()));
    }
    Window window = window("im2col", kernelSize, dilation, padding, stride);
    int height = (int) self.size(2);
    int width = (int) self.size(3);
    long windows = windows("im2col", window, height, width);
    long taps = window.kernel()[1] * (long) window.kernel()[2];
    Operands operands = new Operands("im2col", self);
    Strided columns = operands.result(self.size(0), self.size(1) * taps, windows);
    int planes = (int) (self.size(0) * self.size(1));
    Columns.unfold(operands.plain(self), planes, height, width, window, columns);
    return operands.out(columns);
  }

  /** {@code [n, c kh kw, windows]} to {@code [n, c, h, w]}; {@code n} may be missing. */
  public static Tensor col2im(
      Tensor self,
      long[] outputSize,
      long[] kernelSize,
      long[] dilation,
      long[] padding,
      long[] stride) {
    if (self.dim() == 2) {
      Tensor one = ShapeForward.unsqueeze(self, 0);
      return ShapeForward.squeeze(
          col2im(one, outputSize, kernelSize, dilation, padding, stride), 0);
    }
    if (self.dim() != 3 || self.size(1) == 0 || self.size(2) == 0) {
      throw new ShapeException(
          "col2im: Expected 2D or 3D (batch mode) tensor for input with possibly 0 batch size and"
              + " non-zero dimensions for input, but got: "
              + Arrays.toString(self.sizes()));
    }
    Window window = window("col2im", kernelSize, dilation, padding, stride);
    long taps = window.kernel()[1] * (long) window.kernel()[2];
    if (self.size(1) % taps != 0) {
      throw new ShapeException(
          "col2im: Expected size of input's dimension 1 to be divisible by the product of kernel_size, but got input.size(1)=%d and kernel_size=%s"
              .formatted(self.size(1), Arrays.toString(kernelSize)));
    }
    int height = Math.toIntExact(outputSize[0]);
    int width = Math.toIntExact(outputSize[outputSize.length - 1]);
    long windows = windows("col2im", window, height, width);
    if (self.size(2) != windows) {
      throw new ShapeException(
          "col2im: Given output_size=[%d, %d], kernel_size=%s, dilation=%s, padding=%s, stride=%s, expected size of input's dimension 2 to match the calculated number of sliding blocks %d, but got input.size(2)=%d"
              .formatted(
                  height,
                  width,
                  Arrays.toString(kernelSize),
                  Arrays.toString(dilation),
                  Arrays.toString(padding),
                  Arrays.toString(stride),
                  windows,
                  self.size(2)));
    }
    Operands operands = Operands.reals("col2im", self);
    Strided images = operands.result(self.size(0), self.size(1) / taps, height, width);
    int planes = (int) (self.size(0) * (self.size(1) / taps));
    Columns.fold(operands.plain(self), planes, height, width, window, images);
    return operands.out(images);
  }

  private static Window window(
      String op, long[] kernel, long[] dilation, long[] padding, long[] stride) {
    for (long[] numbers : new long[][] {kernel, dilation, stride}) {
      if (Arrays.stream(numbers).anyMatch(number -> number <= 0)) {
        throw new IllegalArgumentException(
            op + ": kernel size, dilation and stride should be greater than zero");
      }
    }
    if (Arrays.stream(padding).anyMatch(number -> number < 0)) {
      throw new IllegalArgumentException(op + ": padding should be non-negative");
    }
    return Window.of(2, kernel, stride, padding, dilation);
  }

  private static long windows(String op, Window window, int height, int width) {
    long count = 1;
    for (int d = 1; d <= 2; d++) {
      int reach = window.dilation()[d] * (window.kernel()[d] - 1) + 1;
      int room = (d == 1 ? height : width) + 2 * window.padding()[d] - reach;
      if (room < 0) {
        throw new ShapeException(
            "%s: a window of %s elements does not fit into an image of [%d, %d]; the array of sliding blocks would be empty"
                .formatted(op, reach, height, width));
      }
      count *= room / window.stride()[d] + 1;
    }
    return count;
  }
}
