package dev.cresset.ir.op;

import static dev.cresset.ir.op.Op.op;
import static dev.cresset.ir.op.Term.call;
import static dev.cresset.ir.op.Term.list;

import dev.cresset.ir.reference.IndexReference;
import dev.cresset.ir.shape.ShapeRules;
import java.util.List;

/** Ops that read and write elements by number or by mask. */
public final class IndexOps {

  /** {@code x[i, j]}: tensors of numbers, or masks, one per dimension; None takes all of it. */
  public static final Op INDEX =
      op("aten::index.Tensor(Tensor self, Tensor?[] indices) -> Tensor")
          .reference(IndexReference::index)
          .gradient("self", g -> call("aten::index_put", zeros(g), g.in("indices"), g.dy(), true));

  /** {@code x[i, j] = values}, or added to what is there. */
  public static final Op INDEX_PUT =
      op("aten::index_put(Tensor self, Tensor?[] indices, Tensor values, bool accumulate=False)"
              + " -> Tensor")
          .shape(ShapeRules.sameAs("self"))
          .reference(IndexReference::indexPut)
          .gradient(
              "self",
              g ->
                  Term.choice(
                      g.in("accumulate"),
                      g.dy(),
                      call(
                          "aten::index_put",
                          g.dy(),
                          g.in("indices"),
                          call("aten::new_zeros", g.dy(), List.of()))))
          .gradient("values", g -> call("aten::index.Tensor", g.dy(), g.in("indices")))
          .withInPlace();

  /** The entries {@code index} along {@code dim}. */
  public static final Op INDEX_SELECT =
      op("aten::index_select(Tensor self, int dim, Tensor index) -> Tensor")
          .shapeOf(ShapeRules::indexSelect)
          .reference(IndexReference::indexSelect)
          .gradient(
              "self", g -> call("aten::index_add", zeros(g), g.in("dim"), g.in("index"), g.dy()));

  /** {@code source · alpha} added to the entries {@code index} along {@code dim}. */
  public static final Op INDEX_ADD =
      op("aten::index_add(Tensor self, int dim, Tensor index, Tensor source, *, Scalar alpha=1)"
              + " -> Tensor")
          .shape(ShapeRules.sameAs("self"))
          .reference(IndexReference::indexAdd)
          .gradient("self", GradientScope::dy)
          .gradient("source", g -> call("cresset::scale", selected(g), g.in("alpha")))
          .withInPlace();

  /** {@code source} written over the entries {@code index} along {@code dim}. */
  public static final Op INDEX_COPY =
      op("aten::index_copy(Tensor self, int dim, Tensor index, Tensor source) -> Tensor")
          .shape(ShapeRules.sameAs("self"))
          .reference(IndexReference::indexCopy)
          .gradient("self", IndexOps::cleared)
          .gradient("source", IndexOps::selected)
          .withInPlace();

  /** {@code value} written over the entries {@code index} along {@code dim}. */
  public static final Op INDEX_FILL_SCALAR =
      op("aten::index_fill.int_Scalar(Tensor self, int dim, Tensor index, Scalar value) -> Tensor")
          .shape(ShapeRules.sameAs("self"))
          .reference(IndexReference::indexFill)
          .gradient("self", IndexOps::cleared)
          .withInPlace();

  /** As {@link #INDEX_FILL_SCALAR}, with a tensor of one element. */
  public static final Op INDEX_FILL_TENSOR =
      op("aten::index_fill.int_Tensor(Tensor self, int dim, Tensor index, Tensor value) -> Tensor")
          .shape(ShapeRules.sameAs("self"))
          .reference(IndexReference::indexFill)
          .gradient("self", IndexOps::cleared)
          .gradient(
              "value",
              g ->
                  call("aten::sum", call("aten::index_select", g.dy(), g.in("dim"), g.in("index"))))
          .withInPlace();

  /** For each place of {@code index} the element that it names along {@code dim}. */
  public static final Op GATHER =
      op("aten::gather(Tensor self, int dim, Tensor index, *, bool sparse_grad=False) -> Tensor")
          .shape(ShapeRules.sameAs("index"))
          .reference(IndexReference::gather)
          .gradient(
              "self", g -> call("aten::scatter_add", zeros(g), g.in("dim"), g.in("index"), g.dy()));

  /** {@code src} written to the places that {@code index} names along {@code dim}. */
  public static final Op SCATTER_SRC =
      op("aten::scatter.src(Tensor self, int dim, Tensor index, Tensor src) -> Tensor")
          .shape(ShapeRules.sameAs("self"))
          .reference(IndexReference::scatter)
          .gradient("self", IndexOps::scattered)
          .gradient("src", g -> call("aten::gather", g.dy(), g.in("dim"), g.in("index")))
          .withInPlace();

  /** {@code value} written to the places that {@code index} names along {@code dim}. */
  public static final Op SCATTER_VALUE =
      op("aten::scatter.value(Tensor self, int dim, Tensor index, Scalar value) -> Tensor")
          .shape(ShapeRules.sameAs("self"))
          .reference(IndexReference::scatter)
          .gradient("self", IndexOps::scattered)
          .withInPlace();

  /** {@code src} added to the places that {@code index} names along {@code dim}. */
  public static final Op SCATTER_ADD =
      op("aten::scatter_add(Tensor self, int dim, Tensor index, Tensor src) -> Tensor")
          .shape(ShapeRules.sameAs("self"))
          .reference(IndexReference::scatterAdd)
          .gradient("self", GradientScope::dy)
          .gradient("src", g -> call("aten::gather", g.dy(), g.in("dim"), g.in("index")))
          .withInPlace();

  /** The elements where {@code mask} is true, one behind the other. */
  public static final Op MASKED_SELECT =
      op("aten::masked_select(Tensor self, Tensor mask) -> Tensor")
          .reference(IndexReference::maskedSelect)
          .gradient("self", g -> call("aten::masked_scatter", zeros(g), g.in("mask"), g.dy()));

  /** The elements of {@code source}, in order, where {@code mask} is true. */
  public static final Op MASKED_SCATTER =
      op("aten::masked_scatter(Tensor self, Tensor mask, Tensor source) -> Tensor")
          .reference(IndexReference::maskedScatter)
          .gradient("self", g -> call("aten::masked_fill.Scalar", g.dy(), g.in("mask"), 0))
          .gradient(
              "source",
              g ->
                  call("cresset::masked_scatter_backward", g.dy(), g.in("mask"), g.sizes("source")))
          .withInPlace();

  /** The elements where {@code mask} is true, in order, and zeros behind them, as {@code size}. */
  public static final Op MASKED_SCATTER_BACKWARD =
      op("cresset::masked_scatter_backward(Tensor dy, Tensor mask, int[] size) -> Tensor")
          .gradient(
              "dy",
              g ->
                  call(
                      "aten::masked_scatter",
                      call("aten::new_zeros", g.dy(), g.sizes("dy")),
                      g.in("mask"),
                      g.dy()));

  /** Elements by their number in the whole, flattened. */
  public static final Op TAKE =
      op("aten::take(Tensor self, Tensor index) -> Tensor")
          .shape(ShapeRules.sameAs("index"))
          .reference(IndexReference::take)
          .gradient(
              "self",
              g ->
                  call(
                      "aten::reshape",
                      call(
                          "aten::index_add",
                          call("aten::new_zeros", g.dy(), list(g.numel("self"))),
                          0,
                          call(
                              "aten::remainder.Scalar", // negative ones count from behind
                              call("aten::reshape", g.in("index"), List.of(-1L)),
                              g.numel("self")),
                          call("aten::reshape", g.dy(), List.of(-1L))),
                      g.sizes("self")));

  /** As {@link #GATHER} with sizes that broadcast; as {@link #TAKE} without {@code dim}. */
  public static final Op TAKE_ALONG_DIM =
      op("aten::take_along_dim(Tensor self, Tensor indices, int? dim=None) -> Tensor")
          .reference(IndexReference::takeAlongDim)
          .gradient(
              "self",
              g ->
                  call(
                      "cresset::take_along_dim_backward",
                      g.dy(),
                      g.sizes("self"),
                      g.in("indices"),
                      g.in("dim")));

  /** From the gradient of {@link #TAKE_ALONG_DIM} that of its input, of {@code size}. */
  public static final Op TAKE_ALONG_DIM_BACKWARD =
      op("cresset::take_along_dim_backward(Tensor dy, int[] size, Tensor indices, int? dim)"
              + " -> Tensor")
          .gradient("dy", g -> call("aten::take_along_dim", g.dy(), g.in("indices"), g.in("dim")));

  /** Where the elements are not 0: a row of indices each. */
  public static final Op NONZERO =
      op("aten::nonzero(Tensor self) -> Tensor").reference(IndexReference::nonzero);

  /** As {@link #NONZERO}. */
  public static final Op ARGWHERE =
      op("aten::argwhere(Tensor self) -> Tensor")
          .composed(x -> call("aten::nonzero", x.in("self")));

  /** For each number a row of zeros with a 1 at its place. */
  public static final Op ONE_HOT =
      op("aten::one_hot(Tensor self, int num_classes=-1) -> Tensor")
          .reference(IndexReference::oneHot);

  static final List<Op> ALL =
      List.of(
          INDEX,
          INDEX_PUT,
          INDEX_SELECT,
          INDEX_ADD,
          INDEX_COPY,
          INDEX_FILL_SCALAR,
          INDEX_FILL_TENSOR,
          GATHER,
          SCATTER_SRC,
          SCATTER_VALUE,
          SCATTER_ADD,
          MASKED_SELECT,
          MASKED_SCATTER,
          MASKED_SCATTER_BACKWARD,
          TAKE,
          TAKE_ALONG_DIM,
          TAKE_ALONG_DIM_BACKWARD,
          NONZERO,
          ARGWHERE,
          ONE_HOT);

  private IndexOps() {}

  /** Zeros as large as {@code self}. */
  private static Term zeros(GradientScope g) {
    return call("aten::new_zeros", g.dy(), g.sizes("self"));
  }

  /** The gradient of what was written to the entries. */
  private static Term selected(GradientScope g) {
    Term entries = call("aten::index_select", g.dy(), g.in("dim"), g.in("index"));
    return call("aten::reshape", entries, g.sizes("source"));
  }

  /** The gradient of what was written over. */
  private static Term cleared(GradientScope g) {
    return call("aten::index_fill.int_Scalar", g.dy(), g.in("dim"), g.in("index"), 0);
  }

  private static Term scattered(GradientScope g) {
    return call("aten::scatter.value", g.dy(), g.in("dim"), g.in("index"), 0);
  }
}
