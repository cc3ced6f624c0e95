package dev.cresset.ir.op;

import static dev.cresset.ir.op.Op.op;
import static dev.cresset.ir.op.Term.call;

import java.util.List;

/** Losses of several labels at once, and of predicted spreads; see {@link LossOps}. */
public final class LabelLossOps {

  /**
   * {@code ½ (log v + (x − t)² / v)} of normal distributions of variance v, at least {@code eps};
   * {@code full} adds {@code ½ log 2π}. Python composes it in PyTorch.
   */
  public static final Op GAUSSIAN_NLL_LOSS =
      op("cresset::gaussian_nll_loss(Tensor input, Tensor target, Tensor var, bool full=False,"
              + " float eps=1e-06, int reduction=1) -> Tensor")
          .program();

  /**
   * {@code Σ max(0, 1 − x[t] + x[c]) / classes} over all labels t of a sample and all classes c
   * that are none; labels end at the first negative number.
   */
  public static final Op MULTILABEL_MARGIN_LOSS =
      op("aten::multilabel_margin_loss(Tensor self, Tensor target, int reduction=1) -> Tensor")
          .program();

  /**
   * The mean over the classes of {@code −t log σ(x) − (1 − t) log σ(−x)}, for targets of 0 and 1.
   * Python composes it in PyTorch.
   */
  public static final Op MULTILABEL_SOFT_MARGIN_LOSS =
      op("cresset::multilabel_soft_margin_loss(Tensor self, Tensor target, Tensor? weight=None,"
              + " int reduction=1) -> Tensor")
          .composed(LabelLossOps::softMargin);

  static final List<Op> ALL =
      List.of(GAUSSIAN_NLL_LOSS, MULTILABEL_MARGIN_LOSS, MULTILABEL_SOFT_MARGIN_LOSS);

  private LabelLossOps() {}

  private static Term softMargin(ArgumentScope x) {
    Term present =
        call("aten::mul.Tensor", x.in("target"), call("aten::log_sigmoid", x.in("self")));
    Term absent =
        call(
            "aten::mul.Tensor",
            call("aten::rsub.Scalar", x.in("target"), 1),
            call("aten::log_sigmoid", call("aten::neg", x.in("self"))));
    Term losses = call("aten::neg", call("aten::add.Tensor", present, absent));
    Term weighted =
        Term.choice(
            call("aten::__is__", x.in("weight"), null),
            losses,
            call("aten::mul.Tensor", losses, Term.present(x.in("weight"))));
    return call(
        "cresset::reduce_loss", call("aten::mean.dim", weighted, List.of(-1L)), x.in("reduction"));
  }
}
