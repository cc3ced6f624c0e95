package dev.cresset.ir.op;

import static dev.cresset.ir.op.Op.op;
import static dev.cresset.ir.op.Term.call;

import dev.cresset.ir.reference.JoinReference;
import dev.cresset.ir.shape.ShapeRules;
import java.util.List;

/** Ops that put elements in order, and those that look into an order. */
public final class SortOps {

  /** In order along {@code dim}, and where each came from; NaN is the greatest. */
  public static final Op SORT =
      op("aten::sort(Tensor self, int dim=-1, bool descending=False)"
              + " -> (Tensor values, Tensor indices)")
          .shape(ShapeRules::allAsSelf)
          .reference(in -> JoinReference.sort(in.array(0), in.integer(1), in.flag(2)))
          .gradient("self", g -> atIndex(g, true));

  /** As {@link #SORT}; equal ones keep their order if {@code stable}. */
  public static final Op SORT_STABLE =
      op("aten::sort.stable(Tensor self, *, bool? stable, int dim=-1, bool descending=False)"
              + " -> (Tensor values, Tensor indices)")
          .shape(ShapeRules::allAsSelf)
          .reference(in -> JoinReference.sort(in.array(0), in.integer(2), in.flag(3)))
          .gradient("self", g -> atIndex(g, true));

  /** Where each would come from. */
  public static final Op ARGSORT =
      op("aten::argsort(Tensor self, int dim=-1, bool descending=False) -> Tensor")
          .composed(x -> call("aten::sort", x.in("self"), x.in("dim"), x.in("descending")).part(1));

  /** As {@link #ARGSORT}; equal ones keep their order if {@code stable}. */
  public static final Op ARGSORT_STABLE =
      op("aten::argsort.stable(Tensor self, *, bool stable, int dim=-1, bool descending=False)"
              + " -> Tensor")
          .composed(
              x ->
                  call(
                          "aten::sort.stable",
                          x.in("self"),
                          x.in("stable"),
                          x.in("dim"),
                          x.in("descending"))
                      .part(1));

  /** In order along the first dimension. */
  public static final Op MSORT =
      op("aten::msort(Tensor self) -> Tensor")
          .composed(x -> call("aten::sort", x.in("self"), 0, false).part(0));

  /** The {@code k} greatest, or least, along {@code dim}, and where they are. */
  public static final Op TOPK =
      op("aten::topk(Tensor self, int k, int dim=-1, bool largest=True, bool sorted=True)"
              + " -> (Tensor values, Tensor indices)")
          .shape(ShapeRules::topk)
          .reference(JoinReference::topk)
          .gradient("self", g -> atIndex(g, true));

  /** The {@code k}-th least along {@code dim}, counted from 1, and where it is. */
  public static final Op KTHVALUE =
      op("aten::kthvalue(Tensor self, int k, int dim=-1, bool keepdim=False)"
              + " -> (Tensor values, Tensor indices)")
          .gradient("self", g -> atIndex(g, g.in("keepdim")));

  /** The most frequent along {@code dim}, of several the least, and where one is. */
  public static final Op MODE =
      op("aten::mode(Tensor self, int dim=-1, bool keepdim=False)"
              + " -> (Tensor values, Tensor indices)")
          .gradient("self", g -> atIndex(g, g.in("keepdim")));

  /** Each value once, where each element went, and how often each was there. */
  public static final Op UNIQUE2 =
      op(
          "aten::_unique2(Tensor self, bool sorted=True, bool return_inverse=False,"
              + " bool return_counts=False) -> (Tensor, Tensor, Tensor)");

  /** As {@link #UNIQUE2}, of slices. */
  public static final Op UNIQUE_DIM =
      op(
          "aten::unique_dim(Tensor self, int dim, bool sorted=True, bool return_inverse=False,"
              + " bool return_counts=False) -> (Tensor, Tensor, Tensor)");

  /** As {@link #UNIQUE2}, of neighbours alone, where they are. */
  public static final Op UNIQUE_CONSECUTIVE =
      op(
          "aten::unique_consecutive(Tensor self, bool return_inverse=False,"
              + " bool return_counts=False, int? dim=None) -> (Tensor, Tensor, Tensor)");

  /** How often each number from 0 on is there, or the sum of its weights. */
  public static final Op BINCOUNT =
      op("aten::bincount(Tensor self, Tensor? weights=None, int minlength=0) -> Tensor");

  /** Where each value would go into an ordered row. */
  public static final Op SEARCHSORTED =
      op(
          "aten::searchsorted.Tensor(Tensor sorted_sequence, Tensor self, *, bool out_int32=False,"
              + " bool right=False, str? side=None, Tensor? sorter=None) -> Tensor");

  /** Where a number would go into an ordered row. */
  public static final Op SEARCHSORTED_SCALAR =
      op(
          "aten::searchsorted.Scalar(Tensor sorted_sequence, Scalar self, *, bool out_int32=False,"
              + " bool right=False, str? side=None, Tensor? sorter=None) -> Tensor");

  /** Between which of ordered boundaries each value lies. */
  public static final Op BUCKETIZE =
      op("aten::bucketize.Tensor(Tensor self, Tensor boundaries, *, bool out_int32=False,"
              + " bool right=False) -> Tensor")
          .composed(
              x ->
                  call(
                      "aten::searchsorted.Tensor",
                      x.in("boundaries"),
                      x.in("self"),
                      x.in("out_int32"),
                      x.in("right")));

  /** Between which of ordered boundaries a number lies. */
  public static final Op BUCKETIZE_SCALAR =
      op("aten::bucketize.Scalar(Scalar self, Tensor boundaries, *, bool out_int32=False,"
              + " bool right=False) -> Tensor")
          .composed(
              x ->
                  call(
                      "aten::searchsorted.Scalar",
                      x.in("boundaries"),
                      x.in("self"),
                      x.in("out_int32"),
                      x.in("right")));

  static final List<Op> ALL =
      List.of(
          SORT,
          SORT_STABLE,
          ARGSORT,
          ARGSORT_STABLE,
          MSORT,
          TOPK,
          KTHVALUE,
          MODE,
          UNIQUE2,
          UNIQUE_DIM,
          UNIQUE_CONSECUTIVE,
          BINCOUNT,
          SEARCHSORTED,
          SEARCHSORTED_SCALAR,
          BUCKETIZE,
          BUCKETIZE_SCALAR);

  private SortOps() {}

  private static Term atIndex(GradientScope g, Object keepdim) {
    return call(
        "aten::value_selecting_reduction_backward",
        g.dy(0),
        g.in("dim"),
        g.y(1),
        g.sizes("self"),
        keepdim);
  }
}
