package dev.cresset.ir.op;

import static dev.cresset.ir.op.Op.op;
import static dev.cresset.ir.op.Term.call;

import dev.cresset.ir.reference.FoldReference;
import dev.cresset.ir.shape.ResizeShapes;
import java.util.List;

/** Windows of images written beside each other as columns, and added up again. */
public final class FoldOps {

  /**
   * The windows that slide over {@code [n, c, h, w]}, each as a column: {@code [n, c kh kw,
   * windows]}. As {@code torch.nn.functional.unfold}.
   */
  public static final Op IM2COL =
      op("aten::im2col(Tensor self, int[2] kernel_size, int[2] dilation, int[2] padding,"
              + " int[2] stride) -> Tensor")
          .shapeOf(ResizeShapes::im2col)
          .reference(FoldReference::im2col)
          .gradient(
              "self",
              g ->
                  call(
                      "aten::col2im",
                      g.dy(),
                      Term.list(g.size("self", -2), g.size("self", -1)),
                      g.in("kernel_size"),
                      g.in("dilation"),
                      g.in("padding"),
                      g.in("stride")));

  /**
   * Columns added into images of {@code output_size} where {@link #IM2COL} takes them from. As
   * {@code torch.nn.functional.fold}.
   */
  public static final Op COL2IM =
      op("aten::col2im(Tensor self, SymInt[2] output_size, int[2] kernel_size, int[2] dilation,"
              + " int[2] padding, int[2] stride) -> Tensor")
          .shapeOf(ResizeShapes::col2im)
          .reference(FoldReference::col2im)
          .gradient(
              "self",
              g ->
                  call(
                      "aten::im2col",
                      g.dy(),
                      g.in("kernel_size"),
                      g.in("dilation"),
                      g.in("padding"),
                      g.in("stride")));

  static final List<Op> ALL = List.of(IM2COL, COL2IM);

  private FoldOps() {}
}
