package dev.cresset.ir.op;

import static dev.cresset.ir.op.Op.op;
import static dev.cresset.ir.op.Term.call;
import static dev.cresset.ir.op.Term.list;

import dev.cresset.ir.reference.ReductionReference;
import dev.cresset.ir.scalar.Scalar;
import dev.cresset.ir.shape.ShapeRules;
import dev.cresset.ir.type.None;
import java.util.List;
import java.util.Map;

/** Softmax along a dimension, and its logarithm. */
public final class SoftmaxOps {

  /** {@code exp(x) / Σ exp(x)} along {@code dim}. */
  public static final Op SOFTMAX =
      op("aten::softmax.int(Tensor self, int dim, ScalarType? dtype=None) -> Tensor")
          .shape(ShapeRules.sameAs("self"))
          .reference(ReductionReference::softmax)
          .gradient("self", g -> backward("aten::_softmax_backward_data", g))
          .rows(
              new Rowwise(
                  "dim",
                  Map.of("dtype", None.NONE),
                  x -> share(x[0].sub(x[0].rowMax()).exp()),
                  (x, y, dy) -> List.of(y.mul(dy.sub(dy.mul(y).rowSum())))));

  /** As {@link #SOFTMAX}; halves become singles if {@code half_to_float}. */
  public static final Op INNER_SOFTMAX =
      op("aten::_softmax(Tensor self, int dim, bool half_to_float) -> Tensor")
          .shape(ShapeRules.sameAs("self"))
          .reference(ReductionReference::softmax)
          .gradient("self", g -> backward("aten::_softmax_backward_data", g));

  /** {@code y (dy − Σ dy y)}. */
  public static final Op SOFTMAX_BACKWARD =
      op("aten::_softmax_backward_data(Tensor grad_output, Tensor output, int dim,"
              + " ScalarType input_dtype) -> Tensor")
          .gradient(
              "grad_output",
              g ->
                  call(
                      "aten::_softmax_backward_data",
                      g.dy(),
                      g.in("output"),
                      g.in("dim"),
                      g.in("input_dtype")))
          .gradient(
              "output",
              g -> {
                Term inner =
                    call(
                        "aten::sub.Tensor",
                        g.in("grad_output"),
                        total(g, call("aten::mul.Tensor", g.in("grad_output"), g.in("output"))));
                Term outer = total(g, call("aten::mul.Tensor", g.dy(), g.in("output")));
                return call(
                    "aten::sub.Tensor",
                    call("aten::mul.Tensor", g.dy(), inner),
                    call("aten::mul.Tensor", outer, g.in("grad_output")));
              });

  /** The logarithm of {@link #SOFTMAX}, without underflow. */
  public static final Op LOG_SOFTMAX =
      op("aten::log_softmax.int(Tensor self, int dim, ScalarType? dtype=None) -> Tensor")
          .shape(ShapeRules.sameAs("self"))
          .reference(ReductionReference::logSoftmax)
          .gradient("self", g -> backward("aten::_log_softmax_backward_data", g))
          .rows(
              new Rowwise(
                  "dim",
                  Map.of("dtype", None.NONE),
                  x -> lessLogOfSum(x[0].sub(x[0].rowMax())),
                  (x, y, dy) -> List.of(dy.sub(y.exp().mul(dy.rowSum())))));

  /** As {@link #LOG_SOFTMAX}; halves become singles if {@code half_to_float}. */
  public static final Op INNER_LOG_SOFTMAX =
      op("aten::_log_softmax(Tensor self, int dim, bool half_to_float) -> Tensor")
          .shape(ShapeRules.sameAs("self"))
          .reference(ReductionReference::logSoftmax)
          .gradient("self", g -> backward("aten::_log_softmax_backward_data", g));

  /** {@code dy − exp(y) Σ dy}. */
  public static final Op LOG_SOFTMAX_BACKWARD =
      op("aten::_log_softmax_backward_data(Tensor grad_output, Tensor output, int dim,"
              + " ScalarType input_dtype) -> Tensor")
          .gradient(
              "grad_output",
              g -> {
                Term weighted = call("aten::mul.Tensor", g.dy(), call("aten::exp", g.in("output")));
                return call("aten::sub.Tensor", g.dy(), total(g, weighted));
              })
          .gradient(
              "output",
              g -> {
                Term weighted = call("aten::mul.Tensor", g.dy(), call("aten::exp", g.in("output")));
                return call(
                    "aten::neg", call("aten::mul.Tensor", weighted, total(g, g.in("grad_output"))));
              });

  static final List<Op> ALL =
      List.of(
          SOFTMAX,
          INNER_SOFTMAX,
          SOFTMAX_BACKWARD,
          LOG_SOFTMAX,
          INNER_LOG_SOFTMAX,
          LOG_SOFTMAX_BACKWARD);

  private SoftmaxOps() {}

  private static Term backward(String op, GradientScope g) {
    return call(op, g.dy(), g.y(), g.in("dim"), g.dtype("self"));
  }

  private static Term total(GradientScope g, Term x) {
    return call("aten::sum.dim_IntList", x, list(g.in("dim")), true);
  }

  private static Scalar share(Scalar x) {
    return x.div(x.rowSum());
  }

  private static Scalar lessLogOfSum(Scalar x) {
    return x.sub(x.exp().rowSum().log());
  }
}
