package dev.cresset.ir.op;

import static dev.cresset.ir.op.Op.op;
import static dev.cresset.ir.op.Term.call;
import static dev.cresset.ir.op.Term.list;

import java.util.List;

/** Losses of rates and margins; see {@link LossOps}. */
public final class MarginLossOps {

  /** Of rates {@code x}, or their logarithms, and counts; {@code full} adds Stirling's term. */
  public static final Op POISSON_NLL_LOSS =
      op("aten::poisson_nll_loss(Tensor input, Tensor target, bool log_input, bool full, float eps,"
              + " int reduction) -> Tensor")
          .composed(MarginLossOps::poisson);

  /** {@code log(1 + exp(−t x))} for {@code t} of 1 and −1. */
  public static final Op SOFT_MARGIN_LOSS =
      op("aten::soft_margin_loss(Tensor self, Tensor target, int reduction=1) -> Tensor")
          .composed(
              x ->
                  reduced(
                      x,
                      call(
                          "aten::log1p",
                          call(
                              "aten::exp",
                              call("aten::neg", times(x.in("target"), x.in("self")))))));

  /** {@code x} where {@code t} is 1, {@code max(0, margin − x)} where it is −1. */
  public static final Op HINGE_EMBEDDING_LOSS =
      op("aten::hinge_embedding_loss(Tensor self, Tensor target, float margin=1.0,"
              + " int reduction=1) -> Tensor")
          .composed(
              x -> {
                Term zeros = call("aten::zeros_like", x.in("self"));
                Term away = atLeastZero(call("aten::rsub.Scalar", x.in("self"), x.in("margin")));
                Term apart = where(call("aten::ne.Scalar", x.in("target"), 1), away, zeros);
                Term alike =
                    where(call("aten::ne.Scalar", x.in("target"), -1), x.in("self"), zeros);
                return reduced(x, call("aten::add.Tensor", apart, alike));
              });

  /** {@code max(0, margin − t (x1 − x2))}. */
  public static final Op MARGIN_RANKING_LOSS =
      op("aten::margin_ranking_loss(Tensor input1, Tensor input2, Tensor target, float margin=0.0,"
              + " int reduction=1) -> Tensor")
          .composed(
              x -> {
                Term lead = call("aten::sub.Tensor", x.in("input1"), x.in("input2"));
                Term missing =
                    call("aten::rsub.Scalar", times(x.in("target"), lead), x.in("margin"));
                return reduced(x, atLeastZero(missing));
              });

  /** {@code 1 − cos} where {@code t} is 1, {@code max(0, cos − margin)} where it is −1. */
  public static final Op COSINE_EMBEDDING_LOSS =
      op("aten::cosine_embedding_loss(Tensor input1, Tensor input2, Tensor target,"
              + " float margin=0.0, int reduction=1) -> Tensor")
          .composed(MarginLossOps::cosineEmbedding);

  /** {@code max(0, margin + |a − p| − |a − n|)}; with {@code swap} the nearer of n to a and p. */
  public static final Op TRIPLET_MARGIN_LOSS =
      op("aten::triplet_margin_loss(Tensor anchor, Tensor positive, Tensor negative,"
              + " float margin=1.0, float p=2.0, float eps=1e-06, bool swap=False,"
              + " int reduction=1) -> Tensor")
          .composed(
              x -> {
                Term near = distance(x, "anchor", "positive");
                Term far = distance(x, "anchor", "negative");
                Term swapped =
                    Term.choice(
                        x.in("swap"),
                        call("aten::minimum", far, distance(x, "positive", "negative")),
                        far);
                Term missing =
                    call(
                        "aten::add.Scalar",
                        call("aten::sub.Tensor", near, swapped),
                        x.in("margin"));
                return reduced(x, atLeastZero(missing));
              });

  /** {@code Σ max(0, margin − x[t] + x[c])^p / classes} over all classes c but t. */
  public static final Op MULTI_MARGIN_LOSS =
      op("aten::multi_margin_loss(Tensor self, Tensor target, Scalar p=1, Scalar margin=1,"
              + " Tensor? weight=None, int reduction=1) -> Tensor")
          .composed(MarginLossOps::multiMargin);

  static final List<Op> ALL =
      List.of(
          POISSON_NLL_LOSS,
          SOFT_MARGIN_LOSS,
          HINGE_EMBEDDING_LOSS,
          MARGIN_RANKING_LOSS,
          COSINE_EMBEDDING_LOSS,
          TRIPLET_MARGIN_LOSS,
          MULTI_MARGIN_LOSS);

  private MarginLossOps() {}

  private static Term poisson(ArgumentScope x) {
    Term rate = x.in("input");
    Term count = x.in("target");
    Term ofLogs = call("aten::sub.Tensor", call("aten::exp", rate), times(count, rate));
    Term log = call("aten::log", call("aten::add.Scalar", rate, x.in("eps")));
    Term plain = call("aten::sub.Tensor", rate, times(count, log));
    Term loss = Term.choice(x.in("log_input"), ofLogs, plain);
    Term half =
        call(
            "aten::mul.Scalar",
            call("aten::log", call("aten::mul.Scalar", count, 2 * Math.PI)),
            0.5);
    Term stirling =
        call(
            "aten::add.Tensor",
            call("aten::sub.Tensor", times(count, call("aten::log", count)), count),
            half);
    Term counted = call("aten::masked_fill.Scalar", stirling, call("aten::le.Scalar", count, 1), 0);
    Term full = Term.choice(x.in("full"), call("aten::add.Tensor", loss, counted), loss);
    return reduced(x, full);
  }

  private static Term cosineEmbedding(ArgumentScope x) {
    Term dim = list(call("aten::dim", x.in("target")));
    Term product = dot(x.in("input1"), x.in("input2"), dim);
    Term squares =
        times(
            call("aten::add.Scalar", dot(x.in("input1"), x.in("input1"), dim), 1e-12),
            call("aten::add.Scalar", dot(x.in("input2"), x.in("input2"), dim), 1e-12));
    Term cos = call("aten::div.Tensor", product, call("aten::sqrt", squares));
    Term zeros = call("aten::zeros_like", cos);
    Term alike =
        where(call("aten::eq.Scalar", x.in("target"), 1), call("aten::rsub.Scalar", cos, 1), zeros);
    Term apart =
        where(
            call("aten::eq.Scalar", x.in("target"), -1),
            atLeastZero(call("aten::sub.Scalar", cos, x.in("margin"))),
            zeros);
    return reduced(x, call("aten::add.Tensor", alike, apart));
  }

  private static Term multiMargin(ArgumentScope x) {
    Term scores =
        call(
            "aten::reshape",
            x.in("self"),
            list(x.numel("target"), call("aten::size.int", x.in("self"), -1)));
    Term target = call("aten::reshape", x.in("target"), List.of(-1L, 1L));
    Term own = call("aten::gather", scores, 1, target);
    Term missing =
        atLeastZero(
            call("aten::add.Scalar", call("aten::sub.Tensor", scores, own), x.in("margin")));
    Term powers = call("aten::pow.Tensor_Scalar", missing, x.in("p"));
    Term others = call("aten::scatter.value", powers, 1, target, 0);
    Term mean = call("aten::mean.dim", others, List.of(1L));
    Term weighted =
        Term.choice(
            call("aten::__is__", x.in("weight"), null),
            mean,
            times(
                mean,
                call(
                    "aten::take",
                    Term.present(x.in("weight")),
                    call("aten::reshape", x.in("target"), List.of(-1L)))));
    return reduced(x, call("aten::reshape", weighted, x.sizes("target")));
  }

  private static Term distance(ArgumentScope x, String a, String b) {
    return call("aten::pairwise_distance", x.in(a), x.in(b), x.in("p"), x.in("eps"));
  }

  private static Term dot(Term a, Term b, Term dim) {
    return call("aten::sum.dim_IntList", times(a, b), dim);
  }

  private static Term times(Term a, Term b) {
    return call("aten::mul.Tensor", a, b);
  }

  private static Term where(Term condition, Term then, Term otherwise) {
    return call("aten::where.self", condition, then, otherwise);
  }

  private static Term atLeastZero(Term x) {
    return call("aten::clamp_min", x, 0);
  }

  private static Term reduced(ArgumentScope x, Term losses) {
    return call("cresset::reduce_loss", losses, x.in("reduction"));
  }
}
