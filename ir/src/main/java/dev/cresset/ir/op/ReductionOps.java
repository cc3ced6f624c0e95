package dev.cresset.ir.op;

import static dev.cresset.ir.op.Op.op;
import static dev.cresset.ir.op.Term.call;

import dev.cresset.ir.reference.ReductionReference;
import dev.cresset.ir.scalar.Scalar;
import dev.cresset.ir.shape.ShapeRules;
import dev.cresset.ir.type.None;
import java.util.List;
import java.util.Map;

/** Ops that fold dimensions into one element, or into as many. */
public final class ReductionOps {
  /** Where a sum over rows is one number for each element of the row. */
  private static final Map<String, Object> KEPT = Map.of("keepdim", true, "dtype", None.NONE);

  /** The sum of all elements. */
  public static final Op SUM =
      op("aten::sum(Tensor self, *, ScalarType? dtype=None) -> Tensor")
          .shape(ShapeRules.one())
          .reference(ReductionReference::sumAll)
          .gradient("self", g -> call("aten::expand", g.dy(), g.sizes("self")));

  /** The sum over {@code dim}; over all, if none is named. */
  public static final Op SUM_DIM =
      op("aten::sum.dim_IntList(Tensor self, int[1]? dim, bool keepdim=False, *,"
              + " ScalarType? dtype=None) -> Tensor")
          .shapeOf(ShapeRules::reduced)
          .reference(ReductionReference::sum)
          .gradient("self", g -> restored(g, g.dy()))
          .rows(new Rowwise("dim", KEPT, x -> x[0].rowSum(), (x, y, dy) -> List.of(dy)));

  /** As {@link #SUM_DIM}, with NaN as 0. */
  public static final Op NANSUM =
      op("aten::nansum(Tensor self, int[1]? dim=None, bool keepdim=False, *,"
              + " ScalarType? dtype=None) -> Tensor")
          .shapeOf(ShapeRules::reduced)
          .reference(ReductionReference::nansum)
          .gradient(
              "self",
              g ->
                  call(
                      "aten::mul.Tensor",
                      restored(g, g.dy()),
                      call("aten::logical_not", call("aten::isnan", g.in("self")))));

  /** The mean of all elements. */
  public static final Op MEAN =
      op("aten::mean(Tensor self, *, ScalarType? dtype=None) -> Tensor")
          .shape(ShapeRules.one())
          .reference(ReductionReference::meanAll)
          .gradient(
              "self",
              g ->
                  call(
                      "aten::div.Scalar",
                      call("aten::expand", g.dy(), g.sizes("self")),
                      g.numel("self")));

  /** The mean over {@code dim}; over all, if none is named. */
  public static final Op MEAN_DIM =
      op("aten::mean.dim(Tensor self, int[1]? dim, bool keepdim=False, *,"
              + " ScalarType? dtype=None) -> Tensor")
          .shapeOf(ShapeRules::reduced)
          .reference(ReductionReference::mean)
          .gradient("self", g -> call("aten::div.Scalar", restored(g, g.dy()), folded(g)))
          .rows(
              new Rowwise(
                  "dim",
                  KEPT,
                  x -> x[0].rowMean(),
                  (x, y, dy) -> List.of(dy.div(new Scalar.RowLength()))));

  /** The product of all elements. */
  public static final Op PROD =
      op("aten::prod(Tensor self, *, ScalarType? dtype=None) -> Tensor")
          .shape(ShapeRules.one())
          .reference(ReductionReference::prodAll)
          .gradient(
              "self",
              g ->
                  call(
                      "aten::mul.Tensor",
                      g.dy(),
                      call(
                          "aten::reshape",
                          call(
                              "cresset::prod_of_others",
                              call("aten::reshape", g.in("self"), List.of(-1L)),
                              0),
                          g.sizes("self"))));

  /** The product over {@code dim}. */
  public static final Op PROD_DIM =
      op("aten::prod.dim_int(Tensor self, int dim, bool keepdim=False, *,"
              + " ScalarType? dtype=None) -> Tensor")
          .shapeOf(ShapeRules::reduced)
          .reference(ReductionReference::prod)
          .gradient(
              "self",
              g ->
                  call(
                      "aten::mul.Tensor",
                      call(
                          "cresset::expand_reduced",
                          g.dy(),
                          g.sizes("self"),
                          Term.list(g.in("dim")),
                          g.in("keepdim")),
                      call("cresset::prod_of_others", g.in("self"), g.in("dim"))));

  /** The greatest over {@code dim}; over all, if none is named. */
  public static final Op AMAX =
      op("aten::amax(Tensor self, int[1] dim=[], bool keepdim=False) -> Tensor")
          .shapeOf(ShapeRules::reduced)
          .reference(ReductionReference::amax)
          .gradient("self", ReductionOps::sharedByEquals);

  /** The least over {@code dim}; over all, if none is named. */
  public static final Op AMIN =
      op("aten::amin(Tensor self, int[1] dim=[], bool keepdim=False) -> Tensor")
          .shapeOf(ShapeRules::reduced)
          .reference(ReductionReference::amin)
          .gradient("self", ReductionOps::sharedByEquals);

  /** The greatest of all. */
  public static final Op MAX =
      op("aten::max(Tensor self) -> Tensor")
          .shape(ShapeRules.one())
          .reference(ReductionReference::maxAll)
          .gradient("self", ReductionOps::sharedByAllEquals);

  /** The least of all. */
  public static final Op MIN =
      op("aten::min(Tensor self) -> Tensor")
          .shape(ShapeRules.one())
          .reference(ReductionReference::minAll)
          .gradient("self", ReductionOps::sharedByAllEquals);

  /** The greatest along {@code dim}, and where the first of them is. */
  public static final Op MAX_DIM =
      op("aten::max.dim(Tensor self, int dim, bool keepdim=False)"
              + " -> (Tensor values, Tensor indices)")
          .shape(ShapeRules::reducedTwice)
          .reference(ReductionReference::max)
          .gradient("self", ReductionOps::atIndex);

  /** The least along {@code dim}, and where the first of them is. */
  public static final Op MIN_DIM =
      op("aten::min.dim(Tensor self, int dim, bool keepdim=False)"
              + " -> (Tensor values, Tensor indices)")
          .shape(ShapeRules::reducedTwice)
          .reference(ReductionReference::min)
          .gradient("self", ReductionOps::atIndex);

  /** Where the greatest is: among all, flattened, or along {@code dim}. */
  public static final Op ARGMAX =
      op("aten::argmax(Tensor self, int? dim=None, bool keepdim=False) -> Tensor")
          .shapeOf(ShapeRules::reduced)
          .reference(ReductionReference::argmax);

  /** Where the least is: among all, flattened, or along {@code dim}. */
  public static final Op ARGMIN =
      op("aten::argmin(Tensor self, int? dim=None, bool keepdim=False) -> Tensor")
          .shapeOf(ShapeRules::reduced)
          .reference(ReductionReference::argmin);

  /** The middle of all elements; of an even number the lower. */
  public static final Op MEDIAN =
      op("aten::median(Tensor self) -> Tensor")
          .shape(ShapeRules.one())
          .reference(ReductionReference::medianAll)
          .gradient("self", ReductionOps::sharedByAllEquals);

  /** The middle along {@code dim}, and where one is. */
  public static final Op MEDIAN_DIM =
      op("aten::median.dim(Tensor self, int dim, bool keepdim=False)"
              + " -> (Tensor values, Tensor indices)")
          .shape(ShapeRules::reducedTwice)
          .reference(ReductionReference::median)
          .gradient("self", ReductionOps::atIndex);

  /** As {@link #MEDIAN}, of those that are not NaN. */
  public static final Op NANMEDIAN =
      op("aten::nanmedian(Tensor self) -> Tensor")
          .gradient("self", ReductionOps::sharedByAllEquals);

  /** As {@link #MEDIAN_DIM}, of those that are not NaN. */
  public static final Op NANMEDIAN_DIM =
      op("aten::nanmedian.dim(Tensor self, int dim, bool keepdim=False)"
              + " -> (Tensor values, Tensor indices)")
          .shape(ShapeRules::reducedTwice)
          .gradient("self", ReductionOps::atIndex);

  /** Zeros of these sizes, and {@code grad} added where {@code indices} along {@code dim} say. */
  public static final Op VALUE_SELECTING_REDUCTION_BACKWARD =
      op("aten::value_selecting_reduction_backward(Tensor grad, int dim, Tensor indices,"
              + " int[] sizes, bool keepdim) -> Tensor")
          .gradient(
              "grad",
              g ->
                  call(
                      "cresset::values_at", g.dy(), g.in("dim"), g.in("indices"), g.in("keepdim")));

  /** The elements where {@code indices} along {@code dim} say. */
  public static final Op VALUES_AT =
      op("cresset::values_at(Tensor self, int dim, Tensor indices, bool keepdim) -> Tensor")
          .gradient(
              "self",
              g ->
                  call(
                      "aten::value_selecting_reduction_backward",
                      g.dy(),
                      g.in("dim"),
                      g.in("indices"),
                      g.sizes("self"),
                      g.in("keepdim")));

  /** Whether none is 0. */
  public static final Op ALL_OF =
      op("aten::all(Tensor self) -> Tensor")
          .shape(ShapeRules.one())
          .reference(ReductionReference::allOfAll);

  /** Whether none is 0 along {@code dim}. */
  public static final Op ALL_DIM =
      op("aten::all.dim(Tensor self, int dim, bool keepdim=False) -> Tensor")
          .shapeOf(ShapeRules::reduced)
          .reference(ReductionReference::all);

  /** Whether one is not 0. */
  public static final Op ANY_OF =
      op("aten::any(Tensor self) -> Tensor")
          .shape(ShapeRules.one())
          .reference(ReductionReference::anyOfAll);

  /** Whether one is not 0 along {@code dim}. */
  public static final Op ANY_DIM =
      op("aten::any.dim(Tensor self, int dim, bool keepdim=False) -> Tensor")
          .shapeOf(ShapeRules::reduced)
          .reference(ReductionReference::any);

  /** How many are not 0. */
  public static final Op COUNT_NONZERO =
      op("aten::count_nonzero(Tensor self, int? dim=None) -> Tensor")
          .shapeOf(ShapeRules::reduced)
          .reference(ReductionReference::countNonzero);

  /** How many are not 0 over {@code dim}. */
  public static final Op COUNT_NONZERO_DIM =
      op("aten::count_nonzero.dim_IntList(Tensor self, int[] dim) -> Tensor")
          .shapeOf(ShapeRules::reduced)
          .reference(ReductionReference::countNonzero);

  /** {@code log(Σ exp(x))} over {@code dim}, without overflow. */
  public static final Op LOGSUMEXP =
      op("aten::logsumexp(Tensor self, int[1] dim, bool keepdim=False) -> Tensor")
          .shapeOf(ShapeRules::reduced)
          .reference(ReductionReference::logsumexp)
          .gradient(
              "self",
              g ->
                  call(
                      "aten::mul.Tensor",
                      restored(g, g.dy()),
                      call(
                          "aten::exp",
                          call("aten::sub.Tensor", g.in("self"), restored(g, g.y())))));

  static final List<Op> ALL =
      List.of(
          SUM,
          SUM_DIM,
          NANSUM,
          MEAN,
          MEAN_DIM,
          PROD,
          PROD_DIM,
          AMAX,
          AMIN,
          MAX,
          MIN,
          MAX_DIM,
          MIN_DIM,
          ARGMAX,
          ARGMIN,
          MEDIAN,
          MEDIAN_DIM,
          NANMEDIAN,
          NANMEDIAN_DIM,
          VALUE_SELECTING_REDUCTION_BACKWARD,
          VALUES_AT,
          ALL_OF,
          ALL_DIM,
          ANY_OF,
          ANY_DIM,
          COUNT_NONZERO,
          COUNT_NONZERO_DIM,
          LOGSUMEXP);

  private ReductionOps() {}

  /** A result, or its gradient, with the size of {@code self}. */
  static Term restored(GradientScope g, Term reduced) {
    return call("cresset::expand_reduced", reduced, g.sizes("self"), g.in("dim"), g.in("keepdim"));
  }

  /** How many elements were folded into one. */
  static Term folded(GradientScope g) {
    return call("cresset::reduced_numel", g.sizes("self"), g.in("dim"));
  }

  /** The gradient of the values that stood at the indices. */
  static Term atIndex(GradientScope g) {
    return call(
        "aten::value_selecting_reduction_backward",
        g.dy(0),
        g.in("dim"),
        g.y(1),
        g.sizes("self"),
        g.in("keepdim"));
  }

  /** Elements that equal the result share its gradient evenly. */
  private static Term sharedByEquals(GradientScope g) {
    Term equal = call("aten::eq.Tensor", g.in("self"), restored(g, g.y()));
    return call(
        "aten::div.Tensor",
        call("aten::mul.Tensor", restored(g, g.dy()), equal),
        call("aten::sum.dim_IntList", equal, g.in("dim"), true));
  }

  /** As {@link #sharedByEquals}, of all elements; NaN equals NaN here. */
  private static Term sharedByAllEquals(GradientScope g) {
    Term equal =
        call(
            "aten::logical_or",
            call("aten::eq.Tensor", g.in("self"), g.y()),
            call(
                "aten::logical_and",
                call("aten::isnan", g.in("self")),
                call("aten::isnan", g.y())));
    return call(
        "aten::mul.Tensor", equal, call("aten::div.Tensor", g.dy(), call("aten::sum", equal)));
  }
}
