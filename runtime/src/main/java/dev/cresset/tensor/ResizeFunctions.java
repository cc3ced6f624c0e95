package dev.cresset.tensor;

import dev.cresset.Tensor;
import dev.cresset.annotations.Aten;
import dev.cresset.tensor.eager.Fold;
import dev.cresset.tensor.eager.Resize;

/** Other sizes for signals, images and volumes, and windows as columns. */
public abstract class ResizeFunctions extends PoolFunctions {

  /** Holds functions alone. */
  protected ResizeFunctions() {}

  /**
   * Signals, images or volumes in another size. As {@code torch.nn.functional.interpolate}.
   *
   * @param input {@code [n, c, ..]} with one to three more sizes
   * @param size the sizes of the result, or one for all; empty if {@code scaleFactor} is given
   * @param scaleFactor what sizes are multiplied with, or one for all; empty if {@code size} is
   *     given
   * @param mode {@code nearest}, {@code nearest-exact}, {@code linear}, {@code bilinear}, {@code
   *     bicubic}, {@code trilinear} or {@code area}
   * @param alignCorners whether the corners stay where they are, not the edges
   */
  @Aten("cresset::interpolate")
  public static Tensor interpolate(
      Tensor input, long[] size, double[] scaleFactor, String mode, boolean alignCorners) {
    return Resize.interpolate(input, size, scaleFactor, mode, alignCorners);
  }

  /**
   * The windows that slide over images, each as a column. As {@code torch.nn.functional.unfold}.
   *
   * @param self {@code [n, c, h, w]} or {@code [c, h, w]}
   * @return {@code [n, c · window, windows]}
   */
  @Aten("im2col")
  public static Tensor unfold(
      Tensor self, long[] kernelSize, long[] dilation, long[] padding, long[] stride) {
    return Fold.im2col(self, kernelSize, dilation, padding, stride);
  }

  /**
   * Columns added into images, where {@code unfold} takes them from. As {@code
   * torch.nn.functional.fold}.
   *
   * @param self {@code [n, c · window, windows]} or the same without {@code n}
   * @return {@code [n, c, outputSize]}
   */
  @Aten("col2im")
  public static Tensor fold(
      Tensor self,
      long[] outputSize,
      long[] kernelSize,
      long[] dilation,
      long[] padding,
      long[] stride) {
    return Fold.col2im(self, outputSize, kernelSize, dilation, padding, stride);
  }
}
