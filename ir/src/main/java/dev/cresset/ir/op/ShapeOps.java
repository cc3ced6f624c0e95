package dev.cresset.ir.op;

import static dev.cresset.ir.op.Op.op;
import static dev.cresset.ir.op.Term.call;
import static dev.cresset.ir.op.Term.list;

import dev.cresset.ir.reference.ShapeReference;
import dev.cresset.ir.reference.SizeReference;
import dev.cresset.ir.shape.ShapeRules;
import java.util.List;

/** Ops that show the same elements under other sizes, most of them without a copy. */
public final class ShapeOps {

  /** Other sizes over the same memory, of which one may be −1. As {@code Tensor.view}. */
  public static final Op VIEW =
      op("aten::view(Tensor(a) self, SymInt[] size) -> Tensor(a)")
          .shape(ShapeRules.reshape("size"))
          .reference(ShapeReference::reshape)
          .gradient("self", g -> call("aten::reshape", g.dy(), g.sizes("self")));

  /** As {@link #VIEW}; copies where memory does not allow it. */
  public static final Op RESHAPE =
      op("aten::reshape(Tensor(a) self, SymInt[] shape) -> Tensor(a)")
          .shape(ShapeRules.reshape("shape"))
          .reference(ShapeReference::reshape)
          .gradient("self", g -> call("aten::reshape", g.dy(), g.sizes("self")));

  /** The sizes of {@code other}. */
  public static final Op VIEW_AS =
      op("aten::view_as(Tensor(a) self, Tensor other) -> Tensor(a)")
          .composed(x -> call("aten::view", x.in("self"), x.sizes("other")));

  /** The sizes of {@code other}, with a copy where memory asks for one. */
  public static final Op RESHAPE_AS =
      op("aten::reshape_as(Tensor(a) self, Tensor other) -> Tensor(a)")
          .composed(x -> call("aten::reshape", x.in("self"), x.sizes("other")));

  /** One dimension. */
  public static final Op RAVEL =
      op("aten::ravel(Tensor(a) self) -> Tensor(a)")
          .composed(x -> call("aten::reshape", x.in("self"), List.of(-1L)));

  /** The dimensions from {@code start_dim} to {@code end_dim} as one. */
  public static final Op FLATTEN =
      op("aten::flatten.using_ints(Tensor(a) self, int start_dim=0, int end_dim=-1) -> Tensor(a)")
          .shapeOf(ShapeRules::flatten)
          .reference(ShapeReference::flatten)
          .gradient("self", g -> call("aten::reshape", g.dy(), g.sizes("self")));

  /** One dimension as several. */
  public static final Op UNFLATTEN =
      op("aten::unflatten.int(Tensor(a) self, int dim, int[] sizes) -> Tensor(a)")
          .shapeOf(ShapeRules::unflatten)
          .reference(ShapeReference::unflatten)
          .gradient("self", g -> call("aten::reshape", g.dy(), g.sizes("self")));

  /** The dimensions in another order. */
  public static final Op PERMUTE =
      op("aten::permute(Tensor(a) self, int[] dims) -> Tensor(a)")
          .shapeOf(ShapeRules::permute)
          .reference(ShapeReference::permute)
          .gradient(
              "self",
              g ->
                  call(
                      "aten::permute", g.dy(), call("cresset::inverse_permutation", g.in("dims"))));

  /** The order that undoes {@code permute(dims)}. */
  public static final Op INVERSE_PERMUTATION =
      op("cresset::inverse_permutation(int[] dims) -> int[]")
          .reference(SizeReference::inversePermutation);

  /** Two dimensions exchanged. */
  public static final Op TRANSPOSE =
      op("aten::transpose.int(Tensor(a) self, int dim0, int dim1) -> Tensor(a)")
          .shapeOf(ShapeRules::transpose)
          .reference(ShapeReference::transpose)
          .gradient("self", g -> call("aten::transpose.int", g.dy(), g.in("dim0"), g.in("dim1")));

  /** As {@link #TRANSPOSE}. */
  public static final Op SWAPAXES =
      op("aten::swapaxes(Tensor(a) self, int axis0, int axis1) -> Tensor(a)")
          .composed(x -> call("aten::transpose.int", x.in("self"), x.in("axis0"), x.in("axis1")));

  /** As {@link #TRANSPOSE}. */
  public static final Op SWAPDIMS =
      op("aten::swapdims(Tensor(a) self, int dim0, int dim1) -> Tensor(a)")
          .composed(x -> call("aten::transpose.int", x.in("self"), x.in("dim0"), x.in("dim1")));

  /** A matrix transposed; a vector or a number as it is. */
  public static final Op T =
      op("aten::t(Tensor(a) self) -> Tensor(a)")
          .shapeOf(ShapeRules::t)
          .reference(ShapeReference::t)
          .gradient("self", g -> call("aten::t", g.dy()));

  /** The last two dimensions exchanged. As {@code Tensor.mT}. */
  public static final Op M_T =
      op("aten::mT(Tensor(a) self) -> Tensor(a)")
          .composed(x -> call("aten::transpose.int", x.in("self"), -2, -1));

  /** As {@link #M_T}, since elements are real. */
  public static final Op ADJOINT =
      op("aten::adjoint(Tensor(a) self) -> Tensor(a)")
          .composed(x -> call("aten::transpose.int", x.in("self"), -2, -1));

  /** Dimensions put elsewhere; the others keep their order. */
  public static final Op MOVEDIM =
      op("aten::movedim.intlist(Tensor(a) self, int[] source, int[] destination) -> Tensor(a)")
          .reference(ShapeReference::movedim)
          .gradient(
              "self",
              g -> call("aten::movedim.intlist", g.dy(), g.in("destination"), g.in("source")));

  /** One dimension put elsewhere. */
  public static final Op MOVEDIM_INT =
      op("aten::movedim.int(Tensor(a) self, int source, int destination) -> Tensor(a)")
          .composed(
              x ->
                  call(
                      "aten::movedim.intlist",
                      x.in("self"),
                      list(x.in("source")),
                      list(x.in("destination"))));

  /** As {@link #MOVEDIM}. */
  public static final Op MOVEAXIS =
      op("aten::moveaxis.intlist(Tensor(a) self, int[] source, int[] destination) -> Tensor(a)")
          .composed(
              x ->
                  call("aten::movedim.intlist", x.in("self"), x.in("source"), x.in("destination")));

  /** As {@link #MOVEDIM_INT}. */
  public static final Op MOVEAXIS_INT =
      op("aten::moveaxis.int(Tensor(a) self, int source, int destination) -> Tensor(a)")
          .composed(
              x ->
                  call(
                      "aten::movedim.intlist",
                      x.in("self"),
                      list(x.in("source")),
                      list(x.in("destination"))));

  /** Without the dimensions of size 1. */
  public static final Op SQUEEZE =
      op("aten::squeeze(Tensor(a) self) -> Tensor(a)")
          .shapeOf(ShapeRules::squeezeAll)
          .reference(ShapeReference::squeeze)
          .gradient("self", g -> call("aten::reshape", g.dy(), g.sizes("self")));

  /** Without dimension {@code dim}, if its size is 1. */
  public static final Op SQUEEZE_DIM =
      op("aten::squeeze.dim(Tensor(a) self, int dim) -> Tensor(a)")
          .shapeOf(ShapeRules::squeeze)
          .reference(ShapeReference::squeeze)
          .gradient("self", g -> call("aten::reshape", g.dy(), g.sizes("self")));

  /** With one more dimension, of size 1, at {@code dim}. */
  public static final Op UNSQUEEZE =
      op("aten::unsqueeze(Tensor(a) self, int dim) -> Tensor(a)")
          .shapeOf(ShapeRules::unsqueeze)
          .reference(ShapeReference::unsqueeze)
          .gradient("self", g -> call("aten::squeeze.dim", g.dy(), g.in("dim")));

  /** Sizes of 1 repeated, and more dimensions put in front, without a copy. */
  public static final Op EXPAND =
      op("aten::expand(Tensor(a) self, SymInt[] size, *, bool implicit=False) -> Tensor(a)")
          .shapeOf(ShapeRules::expand)
          .reference(ShapeReference::expand)
          .gradient("self", g -> call("cresset::sum_to", g.dy(), g.sizes("self")));

  /** Expanded to the sizes of {@code other}. */
  public static final Op EXPAND_AS =
      op("aten::expand_as(Tensor(a) self, Tensor other) -> Tensor(a)")
          .composed(x -> call("aten::expand", x.in("self"), x.sizes("other")));

  /** As {@link #EXPAND}. */
  public static final Op BROADCAST_TO =
      op("aten::broadcast_to(Tensor(a) self, SymInt[] size) -> Tensor(a)")
          .composed(x -> call("aten::expand", x.in("self"), x.in("size")));

  /** Summed over what an expansion from {@code size} repeated; itself if that is nothing. */
  public static final Op SUM_TO =
      op("cresset::sum_to(Tensor(a) self, int[] size) -> Tensor(a)")
          .reference(SizeReference::sumTo)
          .gradient("self", g -> call("aten::expand", g.dy(), g.sizes("self")));

  /** As {@link #SUM_TO}. As {@code Tensor.sum_to_size}. */
  public static final Op SUM_TO_SIZE =
      op("aten::sum_to_size(Tensor self, int[] size) -> Tensor")
          .composed(x -> call("cresset::sum_to", x.in("self"), x.in("size")));

  /** What a reduction over {@code dim} took away put back: expanded to {@code size}. */
  public static final Op EXPAND_REDUCED =
      op("cresset::expand_reduced(Tensor(a) self, int[] size, int[1]? dim, bool keepdim)"
              + " -> Tensor(a)")
          .reference(SizeReference::expandReduced)
          .gradient(
              "self", g -> call("aten::sum.dim_IntList", g.dy(), g.in("dim"), g.in("keepdim")));

  /** How many elements a reduction over {@code dim} folds into one. */
  public static final Op REDUCED_NUMEL =
      op("cresset::reduced_numel(int[] size, int[1]? dim) -> int")
          .reference(SizeReference::reducedNumel);

  static final List<Op> ALL =
      List.of(
          VIEW,
          RESHAPE,
          VIEW_AS,
          RESHAPE_AS,
          RAVEL,
          FLATTEN,
          UNFLATTEN,
          PERMUTE,
          INVERSE_PERMUTATION,
          TRANSPOSE,
          SWAPAXES,
          SWAPDIMS,
          T,
          M_T,
          ADJOINT,
          MOVEDIM,
          MOVEDIM_INT,
          MOVEAXIS,
          MOVEAXIS_INT,
          SQUEEZE,
          SQUEEZE_DIM,
          UNSQUEEZE,
          EXPAND,
          EXPAND_AS,
          BROADCAST_TO,
          SUM_TO,
          SUM_TO_SIZE,
          EXPAND_REDUCED,
          REDUCED_NUMEL);

  private ShapeOps() {}
}
