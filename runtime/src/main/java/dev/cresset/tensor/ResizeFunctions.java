package dev.cresset.tensor;

import dev.cresset.Tensor;
import dev.cresset.annotations.Aten;
import dev.cresset.tensor.eager.Embedding;
import dev.cresset.tensor.eager.Fold;
import dev.cresset.tensor.eager.Grid;
import dev.cresset.tensor.eager.Resize;
import org.jspecify.annotations.Nullable;

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

  /**
   * Rows of {@code weight} folded bag by bag. As {@code torch.nn.functional.embedding_bag}.
   *
   * @param indices, {@code [bags, n]}, or all one after the other
   * @param offsets where each bag begins; null if {@code indices} has a row for each
   * @param mode 0 for sums, 1 for means, 2 for the greatest elements
   * @param perSampleWeights what rows are multiplied with, of the sizes of {@code indices}, for
   *     sums alone; null for 1
   * @param includeLastOffset whether the last of {@code offsets} is the end
   * @param paddingIdx the index that counts for nothing; −1 if none does
   * @return {@code [bags, columns]}; 0 for an empty bag
   */
  @Aten("cresset::embedding_bag")
  public static Tensor embeddingBag(
      Tensor weight,
      Tensor indices,
      @Nullable Tensor offsets,
      boolean scaleGradByFreq,
      long mode,
      @Nullable Tensor perSampleWeights,
      boolean includeLastOffset,
      long paddingIdx) {
    return Embedding.embeddingBag(
        weight,
        indices,
        offsets,
        scaleGradByFreq,
        mode,
        perSampleWeights,
        includeLastOffset,
        paddingIdx);
  }

  /**
   * Images or volumes read at computed places. As {@code torch.nn.functional.grid_sample}, whose
   * words are numbers here, as in {@code torch.grid_sampler}.
   *
   * @param input {@code [n, c, h, w]} or {@code [n, c, d, h, w]}
   * @param grid places {@code [n, .., 2]} or {@code [n, .., 3]} from −1 to 1; x, the last size,
   *     first
   * @param interpolationMode 0 for bilinear, 1 for nearest, 2 for bicubic
   * @param paddingMode what lies outside: 0 for zeros, 1 for the border, 2 for reflection
   * @param alignCorners whether −1 and 1 are the middles of the outermost elements, not their edges
   * @return {@code [n, c, ..]}
   */
  @Aten("grid_sampler")
  public static Tensor gridSampler(
      Tensor input, Tensor grid, long interpolationMode, long paddingMode, boolean alignCorners) {
    return Grid.gridSampler(input, grid, interpolationMode, paddingMode, alignCorners);
  }

  /**
   * The places of the elements of images after affine maps, for {@code gridSampler}. As {@code
   * torch.nn.functional.affine_grid}.
   *
   * @param theta maps, {@code [n, 2, 3]} or {@code [n, 3, 4]}
   * @param size {@code [n, c, h, w]} or {@code [n, c, d, h, w]}
   */
  @Aten("affine_grid_generator")
  public static Tensor affineGridGenerator(Tensor theta, long[] size, boolean alignCorners) {
    return Grid.affineGridGenerator(theta, size, alignCorners);
  }
}
