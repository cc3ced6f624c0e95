package dev.cresset.ir.op;

import static dev.cresset.ir.op.Op.op;
import static dev.cresset.ir.op.Term.call;
import static dev.cresset.ir.op.Term.list;

import dev.cresset.ir.reference.ReductionReference;
import dev.cresset.ir.shape.ShapeRules;
import java.util.List;

/** Ops that give at each place what all before it, and it, come to. */
public final class ScanOps {

  /** The sum so far. */
  public static final Op CUMSUM =
      op("aten::cumsum(Tensor self, int dim, *, ScalarType? dtype=None) -> Tensor")
          .shape(ShapeRules.sameAs("self"))
          .reference(ReductionReference::cumsum)
          .gradient("self", g -> fromBehind("aten::cumsum", g.dy(), g))
          .withInPlace();

  /** The product so far. */
  public static final Op CUMPROD =
      op("aten::cumprod(Tensor self, int dim, *, ScalarType? dtype=None) -> Tensor")
          .shape(ShapeRules.sameAs("self"))
          .reference(ReductionReference::cumprod)
          .gradient(
              "self", g -> call("aten::cumprod_backward", g.dy(), g.in("self"), g.in("dim"), g.y()))
          .withInPlace();

  /** Zeros in the input count; recorded, they may not, since {@code Σ dy y / x} divides by them. */
  public static final Op CUMPROD_BACKWARD =
      op("aten::cumprod_backward(Tensor grad, Tensor input, int dim, Tensor output) -> Tensor")
          .recordedAs(
              x ->
                  call(
                      "aten::div.Tensor",
                      fromBehind(
                          "aten::cumsum",
                          call("aten::mul.Tensor", x.in("grad"), x.in("output")),
                          x),
                      x.in("input")));

  /** At each place the product of all others along {@code dim}. */
  public static final Op PROD_OF_OTHERS =
      op("cresset::prod_of_others(Tensor self, int dim) -> Tensor")
          .composed(
              x -> {
                Term before = call("cresset::shift", x.in("self"), x.in("dim"), 1, 1);
                Term after = call("cresset::shift", x.in("self"), x.in("dim"), -1, 1);
                return call(
                    "aten::mul.Tensor",
                    call("aten::cumprod", before, x.in("dim")),
                    fromBehind("aten::cumprod", after, x));
              });

  /** The greatest so far, and where the last of it was. */
  public static final Op CUMMAX =
      op("aten::cummax(Tensor self, int dim) -> (Tensor values, Tensor indices)")
          .shape(ShapeRules::allAsSelf)
          .gradient("self", ScanOps::atIndex);

  /** The least so far, and where the last of it was. */
  public static final Op CUMMIN =
      op("aten::cummin(Tensor self, int dim) -> (Tensor values, Tensor indices)")
          .shape(ShapeRules::allAsSelf)
          .gradient("self", ScanOps::atIndex);

  /** {@code log(Σ exp(x))} so far, without overflow. */
  public static final Op LOGCUMSUMEXP =
      op("aten::logcumsumexp(Tensor self, int dim) -> Tensor")
          .shape(ShapeRules.sameAs("self"))
          .gradient(
              "self",
              g ->
                  call("cresset::logcumsumexp_backward", g.dy(), g.in("self"), g.in("dim"), g.y()));

  /**
   * {@code Σ dy exp(x − y)} over what comes from there on; recorded, with the greatest taken off.
   */
  public static final Op LOGCUMSUMEXP_BACKWARD =
      op("cresset::logcumsumexp_backward(Tensor grad, Tensor self, int dim, Tensor output)"
              + " -> Tensor")
          .recordedAs(
              x -> {
                Term most =
                    call("aten::detach", call("aten::amax", x.in("self"), list(x.in("dim")), true));
                Term scaled =
                    call(
                        "aten::mul.Tensor",
                        x.in("grad"),
                        call("aten::exp", call("aten::sub.Tensor", most, x.in("output"))));
                return call(
                    "aten::mul.Tensor",
                    fromBehind("aten::cumsum", scaled, x),
                    call("aten::exp", call("aten::sub.Tensor", x.in("self"), most)));
              });

  static final List<Op> ALL =
      List.of(
          CUMSUM,
          CUMPROD,
          CUMPROD_BACKWARD,
          PROD_OF_OTHERS,
          CUMMAX,
          CUMMIN,
          LOGCUMSUMEXP,
          LOGCUMSUMEXP_BACKWARD);

  private ScanOps() {}

  /** A scan that begins at the end. */
  private static Term fromBehind(String scan, Term of, ArgumentScope g) {
    Term dims = list(g.in("dim"));
    return call("aten::flip", call(scan, call("aten::flip", of, dims), g.in("dim")), dims);
  }

  private static Term atIndex(GradientScope g) {
    return call(
        "aten::value_selecting_reduction_backward",
        g.dy(0),
        g.in("dim"),
        g.y(1),
        g.sizes("self"),
        true);
  }
}
