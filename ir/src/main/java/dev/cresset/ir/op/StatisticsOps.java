package dev.cresset.ir.op;

import static dev.cresset.ir.op.Op.op;
import static dev.cresset.ir.op.ReductionOps.restored;
import static dev.cresset.ir.op.Term.call;

import dev.cresset.ir.reference.ReductionReference;
import dev.cresset.ir.reference.SizeReference;
import dev.cresset.ir.shape.ShapeRules;
import java.util.List;

/** Variances, norms and similarities: reductions of squares and powers. */
public final class StatisticsOps {

  /**
   * The variance over {@code dim}; {@code correction}, if none is given 1, is taken off the count.
   */
  public static final Op VAR_CORRECTION =
      op("aten::var.correction(Tensor self, int[1]? dim, *, int? correction, bool keepdim=False)"
              + " -> Tensor")
          .shapeOf(ShapeRules::reduced)
          .reference(ReductionReference::variance)
          .gradient("self", g -> varBackward(g, g.dy()));

  /** As {@link #VAR_CORRECTION}, by 1 or not at all. */
  public static final Op VAR_DIM =
      op("aten::var.dim(Tensor self, int[1]? dim, bool unbiased=True, bool keepdim=False)"
              + " -> Tensor")
          .composed(x -> overDim("aten::var.correction", x));

  /** The variance of all elements. */
  public static final Op VAR =
      op("aten::var(Tensor self, bool unbiased=True) -> Tensor")
          .composed(x -> ofAll("aten::var.correction", x));

  /** The standard deviation over {@code dim}. */
  public static final Op STD_CORRECTION =
      op("aten::std.correction(Tensor self, int[1]? dim, *, int? correction, bool keepdim=False)"
              + " -> Tensor")
          .shapeOf(ShapeRules::reduced)
          .reference(ReductionReference::deviation)
          .gradient(
              "self",
              g -> {
                Term dvar = call("aten::div.Tensor", g.dy(), call("aten::mul.Scalar", g.y(), 2));
                Term still = call("aten::eq.Scalar", g.y(), 0);
                return varBackward(g, call("aten::masked_fill.Scalar", dvar, still, 0));
              });

  /** As {@link #STD_CORRECTION}, by 1 or not at all. */
  public static final Op STD_DIM =
      op("aten::std.dim(Tensor self, int[1]? dim, bool unbiased=True, bool keepdim=False)"
              + " -> Tensor")
          .composed(x -> overDim("aten::std.correction", x));

  /** The standard deviation of all elements. */
  public static final Op STD =
      op("aten::std(Tensor self, bool unbiased=True) -> Tensor")
          .composed(x -> ofAll("aten::std.correction", x));

  /** Variance and mean over {@code dim}. */
  public static final Op VAR_MEAN_CORRECTION =
      op("aten::var_mean.correction(Tensor self, int[1]? dim, *, int? correction,"
              + " bool keepdim=False) -> (Tensor, Tensor)")
          .composedOf(x -> withMean("aten::var.correction", x));

  /** Variance and mean over {@code dim}. */
  public static final Op VAR_MEAN_DIM =
      op("aten::var_mean.dim(Tensor self, int[1]? dim, bool unbiased=True, bool keepdim=False)"
              + " -> (Tensor, Tensor)")
          .composedOf(
              x -> {
                Term both = overDim("aten::var_mean.correction", x);
                return List.of(both.part(0), both.part(1));
              });

  /** Variance and mean of all elements. */
  public static final Op VAR_MEAN =
      op("aten::var_mean(Tensor self, bool unbiased=True) -> (Tensor, Tensor)")
          .composedOf(
              x -> {
                Term both = ofAll("aten::var_mean.correction", x);
                return List.of(both.part(0), both.part(1));
              });

  /** Standard deviation and mean over {@code dim}. */
  public static final Op STD_MEAN_CORRECTION =
      op("aten::std_mean.correction(Tensor self, int[1]? dim, *, int? correction,"
              + " bool keepdim=False) -> (Tensor, Tensor)")
          .composedOf(x -> withMean("aten::std.correction", x));

  /** Standard deviation and mean over {@code dim}. */
  public static final Op STD_MEAN_DIM =
      op("aten::std_mean.dim(Tensor self, int[1]? dim, bool unbiased=True, bool keepdim=False)"
              + " -> (Tensor, Tensor)")
          .composedOf(
              x -> {
                Term both = overDim("aten::std_mean.correction", x);
                return List.of(both.part(0), both.part(1));
              });

  /** Standard deviation and mean of all elements. */
  public static final Op STD_MEAN =
      op("aten::std_mean(Tensor self, bool unbiased=True) -> (Tensor, Tensor)")
          .composedOf(
              x -> {
                Term both = ofAll("aten::std_mean.correction", x);
                return List.of(both.part(0), both.part(1));
              });

  /** The count that a variance divides by: that of the elements less the correction, at least 0. */
  public static final Op DEGREES_OF_FREEDOM =
      op("cresset::degrees_of_freedom(int[] size, int[1]? dim, int? correction) -> int")
          .reference(SizeReference::degreesOfFreedom);

  static final List<Op> ALL =
      List.of(
          VAR_CORRECTION,
          VAR_DIM,
          VAR,
          STD_CORRECTION,
          STD_DIM,
          STD,
          VAR_MEAN_CORRECTION,
          VAR_MEAN_DIM,
          VAR_MEAN,
          STD_MEAN_CORRECTION,
          STD_MEAN_DIM,
          STD_MEAN,
          DEGREES_OF_FREEDOM);

  private StatisticsOps() {}

  /** {@code 2 dy (x − mean) / (n − correction)}. */
  private static Term varBackward(GradientScope g, Term dy) {
    Term mean = call("aten::mean.dim", g.in("self"), g.in("dim"), true);
    Term distance = call("aten::sub.Tensor", g.in("self"), mean);
    Term count =
        call("cresset::degrees_of_freedom", g.sizes("self"), g.in("dim"), g.in("correction"));
    return call(
        "aten::mul.Tensor",
        restored(g, dy),
        call("aten::div.Scalar", call("aten::mul.Scalar", distance, 2), count));
  }

  private static Term ofAll(String op, ArgumentScope x) {
    return call(op, x.in("self"), null, call("aten::Int.bool", x.in("unbiased")), false);
  }

  private static Term overDim(String op, ArgumentScope x) {
    Term correction = call("aten::Int.bool", x.in("unbiased"));
    return call(op, x.in("self"), x.in("dim"), correction, x.in("keepdim"));
  }

  private static List<Term> withMean(String op, ArgumentScope x) {
    return List.of(
        call(op, x.in("self"), x.in("dim"), x.in("correction"), x.in("keepdim")),
        call("aten::mean.dim", x.in("self"), x.in("dim"), x.in("keepdim")));
  }
}
