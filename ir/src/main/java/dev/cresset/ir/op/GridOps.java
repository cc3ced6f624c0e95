package dev.cresset.ir.op;

import static dev.cresset.ir.op.Op.op;

import dev.cresset.ir.shape.ResizeShapes;
import java.util.List;

/** Images read at places that are computed. */
public final class GridOps {

  /**
   * {@code [n, c, ..]} read at the places {@code [n, .., dims]} of {@code grid}, from −1 to 1, the
   * last size first. Interpolation is 0 for linear, 1 for nearest, 2 for cubic; padding 0 for
   * zeros, 1 for the border, 2 for reflection.
   */
  public static final Op GRID_SAMPLER =
      op("aten::grid_sampler(Tensor input, Tensor grid, int interpolation_mode, int padding_mode,"
              + " bool align_corners) -> Tensor")
          .program()
          .shapeOf(ResizeShapes::gridSampler);

  /** The places of the elements of {@code size} after the affine map {@code theta}. */
  public static final Op AFFINE_GRID_GENERATOR =
      op("aten::affine_grid_generator(Tensor theta, int[] size, bool align_corners) -> Tensor")
          .program();

  static final List<Op> ALL = List.of(GRID_SAMPLER, AFFINE_GRID_GENERATOR);

  private GridOps() {}
}
