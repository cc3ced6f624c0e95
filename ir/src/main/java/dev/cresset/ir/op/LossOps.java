package dev.cresset.ir.op;

import static dev.cresset.ir.op.Op.op;
import static dev.cresset.ir.op.Term.call;

import dev.cresset.ir.reference.LossReference;
import dev.cresset.ir.shape.ShapeRules;
import java.util.List;

/**
 * How far predictions lie from what they should be. {@code reduction} is 0 for one loss per
 * element, 1 for their mean, 2 for their sum.
 */
public final class LossOps {

  /** The negative of the class's log-probability; classes are the second dimension, or the one. */
  public static final Op NLL_LOSS_ND =
      op("aten::nll_loss_nd(Tensor self, Tensor target, Tensor? weight=None, int reduction=1,"
              + " int ignore_index=-100) -> Tensor")
          .composed(LossOps::nllLoss);

  /** As {@link #NLL_LOSS_ND}, of single samples. */
  public static final Op NLL_LOSS =
      op("aten::nll_loss(Tensor self, Tensor target, Tensor? weight=None, int reduction=1,"
              + " int ignore_index=-100) -> Tensor")
          .composed(LossOps::nllLoss);

  /** As {@link #NLL_LOSS_ND}, of images. */
  public static final Op NLL_LOSS2D =
      op("aten::nll_loss2d(Tensor self, Tensor target, Tensor? weight=None, int reduction=1,"
              + " int ignore_index=-100) -> Tensor")
          .composed(LossOps::nllLoss);

  /**
   * As {@link #NLL_LOSS_ND}, of any number of dimensions, and the sum of the weights that count.
   */
  public static final Op NLL_LOSS_FORWARD =
      op("aten::nll_loss_forward(Tensor self, Tensor target, Tensor? weight, int reduction,"
              + " int ignore_index) -> (Tensor output, Tensor total_weight)")
          .shape(ShapeRules::losses)
          .reference(LossReference::nllLoss)
          .gradient(
              "self",
              g ->
                  call(
                      "aten::nll_loss_backward",
                      g.dy(0),
                      g.in("self"),
                      g.in("target"),
                      g.in("weight"),
                      g.in("reduction"),
                      g.in("ignore_index"),
                      g.y(1)));

  /** From the gradient of {@link #NLL_LOSS_FORWARD} that of {@code self}, in which it is linear. */
  public static final Op NLL_LOSS_BACKWARD =
      op("aten::nll_loss_backward(Tensor grad_output, Tensor self, Tensor target, Tensor? weight,"
              + " int reduction, int ignore_index, Tensor total_weight) -> Tensor")
          .gradient(
              "grad_output",
              g ->
                  call(
                          "aten::nll_loss_forward",
                          g.dy(),
                          g.in("target"),
                          g.in("weight"),
                          g.in("reduction"),
                          g.in("ignore_index"))
                      .part(0));

  /**
   * Softmax and {@link #NLL_LOSS_ND} together. {@code target} names classes, or gives their
   * probabilities, and is then as large as {@code self}.
   */
  public static final Op CROSS_ENTROPY_LOSS =
      op("aten::cross_entropy_loss(Tensor self, Tensor target, Tensor? weight=None,"
              + " int reduction=1, int ignore_index=-100, float label_smoothing=0.0) -> Tensor")
          .composed(LossOps::crossEntropyLoss);

  /** Cross entropy of log-probabilities with named classes; linear in the former. */
  public static final Op CROSS_ENTROPY =
      op("cresset::cross_entropy(Tensor self, Tensor target, Tensor? weight, int reduction,"
              + " int ignore_index, float label_smoothing) -> Tensor")
          .shapeOf(ShapeRules::loss)
          .reference(LossReference::crossEntropy)
          .gradient(
              "self",
              g ->
                  call(
                      "cresset::cross_entropy_backward",
                      g.dy(),
                      g.in("target"),
                      g.in("weight"),
                      g.sizes("self"),
                      g.in("reduction"),
                      g.in("ignore_index"),
                      g.in("label_smoothing")));

  /** From the gradient of {@link #CROSS_ENTROPY} that of {@code self}, of {@code size}. */
  public static final Op CROSS_ENTROPY_BACKWARD =
      op("cresset::cross_entropy_backward(Tensor dy, Tensor target, Tensor? weight, int[] size,"
              + " int reduction, int ignore_index, float label_smoothing) -> Tensor")
          .gradient(
              "dy",
              g ->
                  call(
                      "cresset::cross_entropy",
                      g.dy(),
                      g.in("target"),
                      g.in("weight"),
                      g.in("reduction"),
                      g.in("ignore_index"),
                      g.in("label_smoothing")));

  /** Which dimension the classes are: the second, or the only one. */
  public static final Op CLASS_DIM =
      op("cresset::class_dim(Tensor self) -> int").reference(LossReference::classDim);

  /**
   * Whether {@code target} gives the probability of each class: it is real and of the same sizes.
   */
  public static final Op IS_PROBABILITIES =
      op("cresset::is_probabilities(Tensor self, Tensor target) -> bool")
          .reference(LossReference::isProbabilities);

  /** One loss per element reduced as {@code reduction} says. */
  public static final Op REDUCE_LOSS =
      op("cresset::reduce_loss(Tensor(a) self, int reduction) -> Tensor(a)")
          .shapeOf(ShapeRules::reducedLoss)
          .reference(LossReference::reduce)
          .gradient(
              "self",
              g -> call("cresset::expand_loss", g.dy(), g.sizes("self"), g.in("reduction")));

  /** From the gradient of {@link #REDUCE_LOSS} that of each loss. */
  public static final Op EXPAND_LOSS =
      op("cresset::expand_loss(Tensor(a) dy, int[] size, int reduction) -> Tensor(a)")
          .gradient("dy", g -> call("cresset::reduce_loss", g.dy(), g.in("reduction")));

  /** {@code (x − t)²}. */
  public static final Op MSE_LOSS =
      op("aten::mse_loss(Tensor self, Tensor target, int reduction=1) -> Tensor")
          .composed(
              x -> {
                Term d = distance(x);
                return reduced(x, call("aten::mul.Tensor", d, d));
              });

  /** {@code |x − t|}. */
  public static final Op L1_LOSS =
      op("aten::l1_loss(Tensor self, Tensor target, int reduction=1) -> Tensor")
          .composed(LossOps::absolute);

  /** {@link #HUBER_LOSS} divided by {@code beta}; {@link #L1_LOSS} if that is 0. */
  public static final Op SMOOTH_L1_LOSS =
      op("aten::smooth_l1_loss(Tensor self, Tensor target, int reduction=1, float beta=1.0)"
              + " -> Tensor")
          .composed(
              x ->
                  Term.choice(
                      call("aten::eq.float", x.in("beta"), 0.0),
                      absolute(x),
                      reduced(x, call("aten::div.Scalar", huber(x, x.in("beta")), x.in("beta")))));

  /** Half the square up to {@code delta}, and the straight line that goes on from there. */
  public static final Op HUBER_LOSS =
      op("aten::huber_loss(Tensor self, Tensor target, int reduction=1, float delta=1.0)"
              + " -> Tensor")
          .composed(x -> reduced(x, huber(x, x.in("delta"))));

  /** {@code t (log t − x)} of log-probabilities {@code x}, where {@code t} may be such too. */
  public static final Op KL_DIV =
      op("aten::kl_div(Tensor self, Tensor target, int reduction=1, *, bool log_target=False)"
              + " -> Tensor")
          .composed(LossOps::klDiv);

  static final List<Op> ALL =
      List.of(
          NLL_LOSS_ND,
          NLL_LOSS,
          NLL_LOSS2D,
          NLL_LOSS_FORWARD,
          NLL_LOSS_BACKWARD,
          CROSS_ENTROPY_LOSS,
          CROSS_ENTROPY,
          CROSS_ENTROPY_BACKWARD,
          CLASS_DIM,
          IS_PROBABILITIES,
          REDUCE_LOSS,
          EXPAND_LOSS,
          MSE_LOSS,
          L1_LOSS,
          SMOOTH_L1_LOSS,
          HUBER_LOSS,
          KL_DIV);

  private LossOps() {}

  private static Term nllLoss(ArgumentScope x) {
    return call(
            "aten::nll_loss_forward",
            x.in("self"),
            x.in("target"),
            x.in("weight"),
            x.in("reduction"),
            x.in("ignore_index"))
        .part(0);
  }

  private static Term crossEntropyLoss(ArgumentScope x) {
    Term dim = call("cresset::class_dim", x.in("self"));
    Term logs = call("aten::log_softmax.int", x.in("self"), dim);
    Term hard =
        call(
            "cresset::cross_entropy",
            logs,
            x.in("target"),
            x.in("weight"),
            x.in("reduction"),
            x.in("ignore_index"),
            x.in("label_smoothing"));
    Term uniform = call("aten::div.int", 1, call("aten::size.int", x.in("self"), dim));
    Term away = call("aten::rsub.Scalar", x.in("target"), uniform);
    Term smooth = call("aten::add.Tensor", x.in("target"), away, x.in("label_smoothing"));
    Term weight = call("cresset::expand_channels", x.in("weight"), logs, dim, 1.0);
    Term each = call("aten::mul.Tensor", call("aten::mul.Tensor", logs, smooth), weight);
    Term soft = call("aten::neg", call("aten::sum.dim_IntList", each, Term.list(dim)));
    Term given = call("cresset::is_probabilities", x.in("self"), x.in("target"));
    return Term.choice(given, reduced(x, soft), hard);
  }

  static Term reduced(ArgumentScope x, Term losses) {
    return call("cresset::reduce_loss", losses, x.in("reduction"));
  }

  private static Term distance(ArgumentScope x) {
    return call("aten::sub.Tensor", x.in("self"), x.in("target"));
  }

  private static Term absolute(ArgumentScope x) {
    return reduced(x, call("aten::abs", distance(x)));
  }

  private static Term huber(ArgumentScope x, Term delta) {
    Term z = call("aten::abs", distance(x));
    Term half = call("aten::mul.Scalar", call("aten::mul.Tensor", z, z), 0.5);
    Term line =
        call(
            "aten::mul.Scalar",
            call("aten::sub.Scalar", z, call("aten::mul.float", delta, 0.5)),
            delta);
    return call("aten::where.self", call("aten::le.Scalar", z, delta), half, line);
  }

  private static Term klDiv(ArgumentScope x) {
    Term t = x.in("target");
    Term ofLogs =
        call("aten::mul.Tensor", call("aten::exp", t), call("aten::sub.Tensor", t, x.in("self")));
    Term own = call("aten::xlogy.Tensor", t, t);
    Term other = call("aten::mul.Tensor", t, x.in("self"));
    return Term.choice(
        x.in("log_target"), reduced(x, ofLogs), reduced(x, call("aten::sub.Tensor", own, other)));
  }
}
