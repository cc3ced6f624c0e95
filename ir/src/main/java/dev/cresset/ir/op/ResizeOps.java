package dev.cresset.ir.op;

import static dev.cresset.ir.op.Op.op;
import static dev.cresset.ir.op.Term.call;

import dev.cresset.ir.reference.ResizeReference;
import dev.cresset.ir.shape.ResizeShapes;
import java.util.List;

/** Signals, images and volumes brought to other sizes. */
public final class ResizeOps {
  private static final String SCALES = "float? scales_d, float? scales_h, float? scales_w";

  /**
   * All sizes after the channels brought to {@code output_size}, each element a weighted sum of
   * neighbours: one by {@code nearest} and {@code nearest-exact}, two along each dimension by
   * {@code linear}, four by {@code cubic}. With {@code align_corners} the corners stay where they
   * are, else the edges do. A scale, where it is given, holds in the place of the sizes' relation;
   * of the three the last ones are taken.
   */
  public static final Op RESAMPLE =
      op("cresset::resample(Tensor self, int[] output_size, str mode, bool align_corners, "
              + SCALES
              + ") -> Tensor")
          .shapeOf(ResizeShapes::resample)
          .reference(ResizeReference::resample)
          .gradient(
              "self",
              g ->
                  call(
                      "cresset::resample_backward",
                      g.dy(),
                      g.sizes("self"),
                      g.in("output_size"),
                      g.in("mode"),
                      g.in("align_corners"),
                      g.in("scales_d"),
                      g.in("scales_h"),
                      g.in("scales_w")));

  /** From the gradient of {@link #RESAMPLE} that of its input, of {@code size}. */
  public static final Op RESAMPLE_BACKWARD =
      op("cresset::resample_backward(Tensor dy, int[] size, int[] output_size, str mode,"
              + " bool align_corners, "
              + SCALES
              + ") -> Tensor")
          .gradient(
              "dy",
              g ->
                  call(
                      "cresset::resample",
                      g.dy(),
                      g.in("output_size"),
                      g.in("mode"),
                      g.in("align_corners"),
                      g.in("scales_d"),
                      g.in("scales_h"),
                      g.in("scales_w")));

  /**
   * What {@code torch.nn.functional.interpolate} does: to {@code size}, or if that is empty to
   * sizes multiplied with {@code scale_factor}; one number holds for all sizes. Modes have
   * PyTorch's names.
   */
  public static final Op INTERPOLATE =
      op("cresset::interpolate(Tensor input, int[] size, float[] scale_factor, str mode,"
              + " bool align_corners) -> Tensor")
          .program()
          .shapeOf(ResizeShapes::interpolate);

  static final List<Op> ALL =
      List.of(
          RESAMPLE,
          RESAMPLE_BACKWARD,
          INTERPOLATE,
          nearest("aten::upsample_nearest1d", "nearest", 1),
          nearest("aten::upsample_nearest2d", "nearest", 2),
          nearest("aten::upsample_nearest3d", "nearest", 3),
          nearest("aten::_upsample_nearest_exact1d", "nearest-exact", 1),
          nearest("aten::_upsample_nearest_exact2d", "nearest-exact", 2),
          nearest("aten::_upsample_nearest_exact3d", "nearest-exact", 3),
          smooth("aten::upsample_linear1d", "linear", 1),
          smooth("aten::upsample_bilinear2d", "linear", 2),
          smooth("aten::upsample_trilinear3d", "linear", 3),
          smooth("aten::upsample_bicubic2d", "cubic", 2));

  private ResizeOps() {}

  private static Op nearest(String name, String mode, int dims) {
    return op(name
            + "(Tensor self, SymInt["
            + dims
            + "] output_size, "
            + scales(dims)
            + ") -> Tensor")
        .composed(x -> resampled(x, mode, false, dims));
  }

  private static Op smooth(String name, String mode, int dims) {
    return op(name
            + "(Tensor self, SymInt["
            + dims
            + "] output_size, bool align_corners, "
            + scales(dims)
            + ") -> Tensor")
        .composed(x -> resampled(x, mode, x.in("align_corners"), dims));
  }

  private static String scales(int dims) {
    return switch (dims) {
      case 1 -> "float? scales=None";
      case 2 -> "float? scales_h=None, float? scales_w=None";
      default -> "float? scales_d=None, float? scales_h=None, float? scales_w=None";
    };
  }

  private static Term resampled(ArgumentScope x, String mode, Object alignCorners, int dims) {
    return call(
        "cresset::resample",
        x.in("self"),
        x.in("output_size"),
        mode,
        alignCorners,
        dims == 3 ? x.in("scales_d") : null,
        dims >= 2 ? x.in("scales_h") : null,
        dims == 1 ? x.in("scales") : x.in("scales_w"));
  }
}
