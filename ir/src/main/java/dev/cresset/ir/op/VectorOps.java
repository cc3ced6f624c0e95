package dev.cresset.ir.op;

import static dev.cresset.ir.op.Op.op;
import static dev.cresset.ir.op.ReductionOps.restored;
import static dev.cresset.ir.op.Term.call;
import static dev.cresset.ir.op.Term.list;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lengths of vectors, and how far apart, how alike and how upright to each other they are. */
public final class VectorOps {

  /** {@code (Σ |x|^ord)^(1/ord)} over {@code dim}; over all, if none is named. */
  public static final Op LINALG_VECTOR_NORM =
      op("aten::linalg_vector_norm(Tensor self, Scalar ord=2, int[1]? dim=None, bool keepdim=False,"
              + " *, ScalarType? dtype=None) -> Tensor")
          .gradient("self", VectorOps::normBackward);

  /** The norm of all elements. */
  public static final Op NORM =
      op("aten::norm.Scalar(Tensor self, Scalar p=2) -> Tensor")
          .composed(x -> call("aten::linalg_vector_norm", x.in("self"), x.in("p")));

  /** The norm of all elements, computed in {@code dtype}. */
  public static final Op NORM_DTYPE =
      op("aten::norm.ScalarOpt_dtype(Tensor self, Scalar? p, *, ScalarType dtype) -> Tensor")
          .composed(x -> norm(x, null, false, x.in("dtype")));

  /** The norm over {@code dim}. */
  public static final Op NORM_DIM =
      op("aten::norm.ScalarOpt_dim(Tensor self, Scalar? p, int[1] dim, bool keepdim=False)"
              + " -> Tensor")
          .composed(x -> norm(x, x.in("dim"), x.in("keepdim"), null));

  /** The norm over {@code dim}, computed in {@code dtype}. */
  public static final Op NORM_DIM_DTYPE =
      op("aten::norm.ScalarOpt_dim_dtype(Tensor self, Scalar? p, int[1] dim, bool keepdim, *,"
              + " ScalarType dtype) -> Tensor")
          .composed(x -> norm(x, x.in("dim"), x.in("keepdim"), x.in("dtype")));

  /** The norm of the difference. */
  public static final Op DIST =
      op("aten::dist(Tensor self, Tensor other, Scalar p=2) -> Tensor")
          .composed(
              x ->
                  call(
                      "aten::linalg_vector_norm",
                      call("aten::sub.Tensor", x.in("self"), x.in("other")),
                      x.in("p")));

  /** The norm of the difference of rows, to which {@code eps} is added. */
  public static final Op PAIRWISE_DISTANCE =
      op("aten::pairwise_distance(Tensor x1, Tensor x2, float p=2, float eps=1e-06,"
              + " bool keepdim=False) -> Tensor")
          .composed(
              x ->
                  call(
                      "aten::linalg_vector_norm",
                      call(
                          "aten::add.Scalar",
                          call("aten::sub.Tensor", x.in("x1"), x.in("x2")),
                          x.in("eps")),
                      x.in("p"),
                      List.of(-1L),
                      x.in("keepdim")));

  /** The distance of each row of {@code x1} from each of {@code x2}. */
  public static final Op CDIST =
      op("aten::cdist(Tensor x1, Tensor x2, float p=2, int? compute_mode=None) -> Tensor")
          .composed(
              x -> {
                Term difference =
                    call(
                        "aten::sub.Tensor",
                        call("aten::unsqueeze", x.in("x1"), -2),
                        call("aten::unsqueeze", x.in("x2"), -3));
                Term size = call("aten::ceil", call("aten::abs", difference));
                return Term.choice( // unlike a norm, it has a gradient for 0, of zeros
                    call("aten::eq", x.in("p"), 0),
                    call("aten::sum.dim_IntList", call("aten::clamp_max", size, 1), List.of(-1L)),
                    call("aten::linalg_vector_norm", difference, x.in("p"), List.of(-1L)));
              });

  /** The cosine of the angle between vectors along {@code dim}, none shorter than {@code eps}. */
  public static final Op COSINE_SIMILARITY =
      op("aten::cosine_similarity(Tensor x1, Tensor x2, int dim=1, float eps=1e-08) -> Tensor")
          .composed(
              x -> {
                Term sizes = call("cresset::broadcast_sizes", x.sizes("x1"), x.sizes("x2"));
                Term product = call("aten::mul.Tensor", unit(x, "x1", sizes), unit(x, "x2", sizes));
                return call("aten::sum.dim_IntList", product, list(x.in("dim")));
              });

  /** Vectors along {@code dim} divided by their norm, none of it smaller than {@code eps}. */
  public static final Op NORMALIZE =
      op("cresset::normalize(Tensor self, float p=2, int dim=1, float eps=1e-12) -> Tensor")
          .composed(
              x -> {
                Term self = x.in("self");
                Term length =
                    call("aten::linalg_vector_norm", self, x.in("p"), list(x.in("dim")), true);
                return call("aten::div.Tensor", self, call("aten::clamp_min", length, x.in("eps")));
              });

  /** The sizes that both broadcast to. */
  public static final Op BROADCAST_SIZES =
      op("cresset::broadcast_sizes(int[] a, int[] b) -> int[]");

  /**
   * The vector product along {@code dim}; along the first dimension of size 3, if none is named.
   */
  public static final Op CROSS =
      op("aten::cross(Tensor self, Tensor other, int? dim=None) -> Tensor")
          .composed(
              x -> {
                Term sizes = call("cresset::broadcast_sizes", x.sizes("self"), x.sizes("other"));
                Term a = call("aten::expand", x.in("self"), sizes);
                Term b = call("aten::expand", x.in("other"), sizes);
                Term dim = list(call("cresset::cross_dim", sizes, x.in("dim")));
                return call(
                    "aten::sub.Tensor",
                    call("aten::mul.Tensor", roll(a, -1, dim), roll(b, -2, dim)),
                    call("aten::mul.Tensor", roll(a, -2, dim), roll(b, -1, dim)));
              });

  /** {@code dim}, or the first dimension of size 3; refused if its size is another. */
  public static final Op CROSS_DIM = op("cresset::cross_dim(int[] size, int? dim) -> int");

  /** No gradient at all, which is not the same as zeros. */
  public static final Op UNDEFINED = op("cresset::undefined() -> Tensor");

  static final List<Op> ALL =
      List.of(
          LINALG_VECTOR_NORM,
          NORM,
          NORM_DTYPE,
          NORM_DIM,
          NORM_DIM_DTYPE,
          DIST,
          PAIRWISE_DISTANCE,
          CDIST,
          COSINE_SIMILARITY,
          NORMALIZE,
          BROADCAST_SIZES,
          CROSS,
          CROSS_DIM,
          UNDEFINED);

  private VectorOps() {}

  private static Term norm(
      ArgumentScope x, @Nullable Object dim, Object keepdim, @Nullable Object dtype) {
    Term p = x.in("p");
    return Term.choice(
        call("aten::__is__", p, null),
        call("aten::linalg_vector_norm", x.in("self"), 2, dim, keepdim, dtype),
        call("aten::linalg_vector_norm", x.in("self"), Term.present(p), dim, keepdim, dtype));
  }

  private static Term unit(ArgumentScope x, String name, Term sizes) {
    Term wide = call("aten::expand", x.in(name), sizes);
    Term length = call("aten::linalg_vector_norm", wide, 2, list(x.in("dim")), true);
    return call("aten::div.Tensor", wide, call("aten::clamp_min", length, x.in("eps")));
  }

  private static Term roll(Term x, int by, Term dim) {
    return call("aten::roll", x, List.of((long) by), dim);
  }

  /**
   * {@code dy sign(x) (|x| / y)^(p−1)}, with its limits: 0 at 0, and for an infinite p an even
   * share for each of the extremes.
   */
  private static Term normBackward(GradientScope g) {
    Term x = g.in("self");
    Term p = g.in("ord");
    Term y = restored(g, g.y());
    Term dy = restored(g, g.dy());
    Term length = orOne(y);
    Term sign = call("aten::sign", x);
    Term size = call("aten::abs", x);
    Term extreme =
        call("aten::logical_or", call("aten::eq.Tensor", size, y), call("aten::isnan", x));
    Term share =
        call("aten::div.Tensor", dy, call("aten::sum.dim_IntList", extreme, g.in("dim"), true));
    Term infinite = call("aten::mul.Tensor", call("aten::mul.Tensor", sign, extreme), share);
    Term exponent = call("aten::sub", p, 1);
    Term ratio =
        call("aten::pow.Tensor_Scalar", call("aten::div.Tensor", orOne(size), length), exponent);
    Term general = call("aten::mul.Tensor", call("aten::mul.Tensor", sign, ratio), dy);
    Term square = call("aten::mul.Tensor", x, call("aten::div.Tensor", dy, length));
    Term bounded =
        Term.choice(
            call("aten::eq", p, 0),
            call("cresset::undefined"),
            Term.choice(
                call("aten::gt", p, Double.MAX_VALUE),
                infinite,
                Term.choice(call("aten::lt", p, -Double.MAX_VALUE), infinite, general)));
    return Term.choice(call("aten::eq", p, 2), square, bounded);
  }

  /** {@code x} with 1 for 0, where a 0 stands beside it as a factor. */
  private static Term orOne(Term x) {
    return call("aten::add.Tensor", x, call("aten::eq.Scalar", x, 0));
  }
}
