package dev.cresset.ir.op;

import static dev.cresset.ir.op.Op.op;
import static dev.cresset.ir.op.Term.call;

import dev.cresset.ir.reference.ShapeReference;
import dev.cresset.ir.shape.ShapeRules;
import dev.cresset.ir.shape.SplitShapes;
import java.util.List;

/** Ops that show a part of the elements, or cut them into parts. */
public final class SliceOps {

  /** Entry {@code index} along a dimension, which is gone then. */
  public static final Op SELECT =
      op("aten::select.int(Tensor(a) self, int dim, int index) -> Tensor(a)")
          .shapeOf(ShapeRules::select)
          .reference(ShapeReference::select)
          .gradient(
              "self",
              g ->
                  call(
                      "aten::select_backward",
                      g.dy(),
                      g.sizes("self"),
                      g.in("dim"),
                      g.in("index")));

  /** Zeros of these sizes, and {@code grad_output} at the entry. */
  public static final Op SELECT_BACKWARD =
      op("aten::select_backward(Tensor grad_output, SymInt[] input_sizes, int dim, int index)"
              + " -> Tensor")
          .gradient(
              "grad_output", g -> call("aten::select.int", g.dy(), g.in("dim"), g.in("index")));

  /** Every {@code step}-th entry from {@code start} to before {@code end}. */
  public static final Op SLICE =
      op("aten::slice.Tensor(Tensor(a) self, int dim=0, SymInt? start=None, SymInt? end=None,"
              + " SymInt step=1) -> Tensor(a)")
          .shapeOf(ShapeRules::slice)
          .reference(ShapeReference::slice)
          .gradient(
              "self",
              g ->
                  call(
                      "cresset::slice_backward",
                      g.dy(),
                      g.sizes("self"),
                      g.in("dim"),
                      g.in("start"),
                      g.in("end"),
                      g.in("step")));

  /** Zeros of these sizes, and {@code grad_output} at the slice. */
  public static final Op SLICE_BACKWARD =
      op("cresset::slice_backward(Tensor grad_output, int[] input_sizes, int dim, int? start,"
              + " int? end, int step) -> Tensor")
          .gradient(
              "grad_output",
              g ->
                  call(
                      "aten::slice.Tensor",
                      g.dy(),
                      g.in("dim"),
                      g.in("start"),
                      g.in("end"),
                      g.in("step")));

  /** {@code length} entries from {@code start} on. */
  public static final Op NARROW =
      op("aten::narrow(Tensor(a) self, int dim, int start, int length) -> Tensor(a)")
          .shapeOf(ShapeRules::narrow)
          .reference(ShapeReference::narrow)
          .gradient(
              "self",
              g ->
                  call(
                      "cresset::narrow_backward",
                      g.dy(),
                      g.sizes("self"),
                      g.in("dim"),
                      g.in("start"),
                      g.in("length")));

  /** Zeros of these sizes, and {@code grad_output} at the narrow part. */
  public static final Op NARROW_BACKWARD =
      op("cresset::narrow_backward(Tensor grad_output, int[] input_sizes, int dim, int start,"
              + " int length) -> Tensor")
          .gradient(
              "grad_output",
              g -> call("aten::narrow", g.dy(), g.in("dim"), g.in("start"), g.in("length")));

  /** A diagonal of two dimensions, put last. */
  public static final Op DIAGONAL =
      op("aten::diagonal(Tensor(a) self, int offset=0, int dim1=0, int dim2=1) -> Tensor(a)")
          .reference(ShapeReference::diagonal)
          .gradient(
              "self",
              g ->
                  call(
                      "aten::diagonal_backward",
                      g.dy(),
                      g.sizes("self"),
                      g.in("offset"),
                      g.in("dim1"),
                      g.in("dim2")));

  /** Zeros of these sizes, and {@code grad_output} on the diagonal. */
  public static final Op DIAGONAL_BACKWARD =
      op("aten::diagonal_backward(Tensor grad_output, SymInt[] input_sizes, int offset, int dim1,"
              + " int dim2) -> Tensor")
          .gradient(
              "grad_output",
              g -> call("aten::diagonal", g.dy(), g.in("offset"), g.in("dim1"), g.in("dim2")));

  /** Windows of {@code size} entries along a dimension, each {@code step} on, put last. */
  public static final Op UNFOLD =
      op("aten::unfold(Tensor(a) self, int dimension, int size, int step) -> Tensor(a)")
          .reference(ShapeReference::unfold)
          .gradient(
              "self",
              g ->
                  call(
                      "aten::unfold_backward",
                      g.dy(),
                      g.sizes("self"),
                      g.in("dimension"),
                      g.in("size"),
                      g.in("step")));

  /** Windows added up where they came from. */
  public static final Op UNFOLD_BACKWARD =
      op("aten::unfold_backward(Tensor grad_in, int[] input_sizes, int dim, int size, int step)"
              + " -> Tensor")
          .gradient(
              "grad_in",
              g -> call("aten::unfold", g.dy(), g.in("dim"), g.in("size"), g.in("step")));

  /** Parts of {@code split_size} entries; the last may be smaller. */
  public static final Op SPLIT =
      op("aten::split.Tensor(Tensor(a -> *) self, int split_size, int dim=0) -> Tensor(a)[]")
          .shape(SplitShapes::split)
          .reference(ShapeReference::split)
          .gradient("self", g -> call("aten::cat", g.dy(), g.in("dim")));

  /** Parts of these sizes. */
  public static final Op SPLIT_WITH_SIZES =
      op("aten::split_with_sizes(Tensor(a -> *) self, int[] split_sizes, int dim=0)"
              + " -> Tensor(a)[]")
          .shape(SplitShapes::splitWithSizes)
          .reference(ShapeReference::splitWithSizes)
          .gradient("self", g -> call("aten::cat", g.dy(), g.in("dim")));

  /** As {@link #SPLIT_WITH_SIZES}. */
  public static final Op SPLIT_SIZES =
      op("aten::split.sizes(Tensor(a -> *) self, int[] split_size, int dim=0) -> Tensor(a)[]")
          .composed(
              x -> call("aten::split_with_sizes", x.in("self"), x.in("split_size"), x.in("dim")));

  /** {@code chunks} parts of the same size; the last may be smaller, or missing. */
  public static final Op CHUNK =
      op("aten::chunk(Tensor(a -> *) self, int chunks, int dim=0) -> Tensor(a)[]")
          .shape(SplitShapes::chunk)
          .reference(ShapeReference::chunk)
          .gradient("self", g -> call("aten::cat", g.dy(), g.in("dim")));

  /** All entries along a dimension. */
  public static final Op UNBIND =
      op("aten::unbind.int(Tensor(a -> *) self, int dim=0) -> Tensor(a)[]")
          .shape(SplitShapes::unbind)
          .reference(ShapeReference::unbind)
          .gradient("self", g -> call("aten::stack", g.dy(), g.in("dim")));

  static final List<Op> ALL =
      List.of(
          SELECT,
          SELECT_BACKWARD,
          SLICE,
          SLICE_BACKWARD,
          NARROW,
          NARROW_BACKWARD,
          DIAGONAL,
          DIAGONAL_BACKWARD,
          UNFOLD,
          UNFOLD_BACKWARD,
          SPLIT,
          SPLIT_WITH_SIZES,
          SPLIT_SIZES,
          CHUNK,
          UNBIND);

  private SliceOps() {}
}
