package dev.cresset.ir.op;

import static dev.cresset.ir.op.Op.op;
import static dev.cresset.ir.op.Term.call;

import dev.cresset.ir.reference.JoinReference;
import dev.cresset.ir.reference.ShapeReference;
import dev.cresset.ir.reference.SizeReference;
import dev.cresset.ir.shape.ShapeRules;
import java.util.List;

/** Ops that put tensors beside each other, repeat, turn and pad them. */
public final class JoinOps {

  /** One behind the other along {@code dim}. */
  public static final Op CAT =
      op("aten::cat(Tensor[] tensors, int dim=0) -> Tensor")
          .shapeOf(ShapeRules::cat)
          .reference(ShapeReference::cat)
          .gradient(
              "tensors",
              g ->
                  call(
                      "aten::split_with_sizes",
                      g.dy(),
                      call("cresset::sizes_along", g.in("tensors"), g.in("dim")),
                      g.in("dim")));

  /** As {@link #CAT}. */
  public static final Op CONCAT =
      op("aten::concat(Tensor[] tensors, int dim=0) -> Tensor")
          .composed(x -> call("aten::cat", x.in("tensors"), x.in("dim")));

  /** The sizes of all of them along {@code dim}: does not keep them. */
  public static final Op SIZES_ALONG =
      op("cresset::sizes_along(Tensor[] tensors, int dim) -> int[]")
          .reference(SizeReference::sizesAlong);

  /** Beside each other along a new dimension. */
  public static final Op STACK =
      op("aten::stack(Tensor[] tensors, int dim=0) -> Tensor")
          .shapeOf(ShapeRules::stack)
          .reference(ShapeReference::stack)
          .gradient("tensors", g -> call("aten::unbind.int", g.dy(), g.in("dim")));

  /** All of it {@code repeats} times along each dimension. */
  public static final Op REPEAT =
      op("aten::repeat(Tensor self, SymInt[] repeats) -> Tensor")
          .shapeOf(ShapeRules::repeat)
          .reference(JoinReference::repeat)
          .gradient(
              "self",
              g -> call("cresset::repeat_backward", g.dy(), g.sizes("self"), g.in("repeats")));

  /** From the gradient of {@link #REPEAT} that of its input, of {@code size}. */
  public static final Op REPEAT_BACKWARD =
      op("cresset::repeat_backward(Tensor dy, int[] size, int[] repeats) -> Tensor")
          .gradient("dy", g -> call("aten::repeat", g.dy(), g.in("repeats")));

  /** As {@link #REPEAT}, with 1 for dimensions that are not named. */
  public static final Op TILE =
      op("aten::tile(Tensor self, int[] dims) -> Tensor")
          .composed(
              x ->
                  call(
                      "aten::repeat",
                      call(
                          "aten::reshape",
                          x.in("self"),
                          call("cresset::pad_sizes", x.sizes("self"), x.in("dims"))),
                      call("cresset::pad_sizes", x.in("dims"), x.sizes("self"))));

  /** {@code size} with ones in front until it is as long as {@code other}. */
  public static final Op PAD_SIZES =
      op("cresset::pad_sizes(int[] size, int[] other) -> int[]").reference(SizeReference::padSizes);

  /** Each entry along {@code dim}, or of all flattened, {@code repeats} times. */
  public static final Op REPEAT_INTERLEAVE_INT =
      op("aten::repeat_interleave.self_int(Tensor self, int repeats, int? dim=None, *,"
              + " int? output_size=None) -> Tensor")
          .reference(JoinReference::repeatInterleave)
          .gradient(
              "self",
              g ->
                  call(
                      "cresset::repeat_interleave_backward",
                      g.dy(),
                      g.sizes("self"),
                      call("aten::tensor.int", g.in("repeats")),
                      g.in("dim")));

  /** Each entry as often as {@code repeats} says for it. */
  public static final Op REPEAT_INTERLEAVE_TENSOR =
      op("aten::repeat_interleave.self_Tensor(Tensor self, Tensor repeats, int? dim=None, *,"
              + " int? output_size=None) -> Tensor")
          .reference(JoinReference::repeatInterleave)
          .gradient(
              "self",
              g ->
                  call(
                      "cresset::repeat_interleave_backward",
                      g.dy(),
                      g.sizes("self"),
                      g.in("repeats"),
                      g.in("dim")));

  /** What an entry was repeated to summed again. */
  public static final Op REPEAT_INTERLEAVE_BACKWARD =
      op("cresset::repeat_interleave_backward(Tensor dy, int[] size, Tensor repeats, int? dim)"
              + " -> Tensor")
          .gradient(
              "dy",
              g ->
                  call(
                      "aten::repeat_interleave.self_Tensor", g.dy(), g.in("repeats"), g.in("dim")));

  /** From behind along {@code dims}. */
  public static final Op FLIP =
      op("aten::flip(Tensor self, int[] dims) -> Tensor")
          .shape(ShapeRules.sameAs("self"))
          .reference(JoinReference::flip)
          .gradient("self", g -> call("aten::flip", g.dy(), g.in("dims")));

  /** Columns from behind. */
  public static final Op FLIPLR =
      op("aten::fliplr(Tensor self) -> Tensor")
          .composed(x -> call("aten::flip", x.in("self"), List.of(1L)));

  /** Rows from behind. */
  public static final Op FLIPUD =
      op("aten::flipud(Tensor self) -> Tensor")
          .composed(x -> call("aten::flip", x.in("self"), List.of(0L)));

  /** Moved on by {@code shifts}; what leaves at the end comes in at the beginning. */
  public static final Op ROLL =
      op("aten::roll(Tensor self, int[1] shifts, int[1] dims=[]) -> Tensor")
          .shape(ShapeRules.sameAs("self"))
          .reference(JoinReference::roll)
          .gradient(
              "self",
              g ->
                  call(
                      "aten::roll",
                      g.dy(),
                      call("cresset::negated", g.in("shifts")),
                      g.in("dims")));

  /** Each number with the other sign. */
  public static final Op NEGATED =
      op("cresset::negated(int[] numbers) -> int[]").reference(SizeReference::negated);

  /** Moved on by {@code by} along {@code dim}; what comes in is {@code fill}. */
  public static final Op SHIFT =
      op("cresset::shift(Tensor self, int dim, int by, Scalar fill) -> Tensor")
          .gradient(
              "self",
              g ->
                  call(
                      "cresset::shift", g.dy(), g.in("dim"), call("aten::neg.int", g.in("by")), 0));

  /** On and below a diagonal; 0 elsewhere. */
  public static final Op TRIL =
      op("aten::tril(Tensor self, int diagonal=0) -> Tensor")
          .shape(ShapeRules.sameAs("self"))
          .reference(JoinReference::tril)
          .gradient("self", g -> call("aten::tril", g.dy(), g.in("diagonal")))
          .withInPlace();

  /** On and above a diagonal; 0 elsewhere. */
  public static final Op TRIU =
      op("aten::triu(Tensor self, int diagonal=0) -> Tensor")
          .shape(ShapeRules.sameAs("self"))
          .reference(JoinReference::triu)
          .gradient("self", g -> call("aten::triu", g.dy(), g.in("diagonal")))
          .withInPlace();

  /** The diagonal of a matrix; of a vector the matrix with that diagonal. */
  public static final Op DIAG =
      op("aten::diag(Tensor self, int diagonal=0) -> Tensor")
          .reference(JoinReference::diag)
          .gradient(
              "self", g -> call("aten::diag_backward", g.dy(), g.sizes("self"), g.in("diagonal")));

  /** From the gradient of {@link #DIAG} that of its input. */
  public static final Op DIAG_BACKWARD =
      op("aten::diag_backward(Tensor grad, SymInt[] input_sizes, int diagonal) -> Tensor")
          .gradient("grad", g -> call("aten::diag", g.dy(), g.in("diagonal")));

  /** The last dimension as the diagonal of two. */
  public static final Op DIAG_EMBED =
      op("aten::diag_embed(Tensor self, int offset=0, int dim1=-2, int dim2=-1) -> Tensor")
          .gradient(
              "self",
              g -> call("aten::diagonal", g.dy(), g.in("offset"), g.in("dim1"), g.in("dim2")));

  /**
   * With {@code value} around it; pairs of widths from the last dimension on, negative ones cut.
   */
  public static final Op CONSTANT_PAD_ND =
      op("aten::constant_pad_nd(Tensor self, int[] pad, Scalar value=0) -> Tensor")
          .shapeOf(ShapeRules::pad)
          .reference(JoinReference::pad)
          .gradient(
              "self",
              g -> call("aten::constant_pad_nd", g.dy(), call("cresset::negated", g.in("pad")), 0));

  /** Beside each other: along the second dimension, or the only one. */
  public static final Op HSTACK =
      op("aten::hstack(Tensor[] tensors) -> Tensor")
          .composed(
              x -> {
                Term parts = call("cresset::at_least", x.in("tensors"), 1);
                return call("aten::cat", parts, call("cresset::hstack_dim", parts));
              });

  /** One below the other: along the first of at least two dimensions. */
  public static final Op VSTACK =
      op("aten::vstack(Tensor[] tensors) -> Tensor")
          .composed(x -> call("aten::cat", call("cresset::at_least", x.in("tensors"), 2), 0));

  /** One behind the other: along the third of at least three dimensions. */
  public static final Op DSTACK =
      op("aten::dstack(Tensor[] tensors) -> Tensor")
          .composed(x -> call("aten::cat", call("cresset::at_least", x.in("tensors"), 3), 2));

  /** Each with sizes of 1 put where {@code torch.atleast_2d} and {@code atleast_3d} put them. */
  public static final Op AT_LEAST =
      op("cresset::at_least(Tensor(a -> *)[] tensors, int dims) -> Tensor(a)[]")
          .gradient("tensors", g -> call("cresset::reshape_each_as", g.dy(), g.in("tensors")));

  /** Each with the sizes of its counterpart. */
  public static final Op RESHAPE_EACH_AS =
      op("cresset::reshape_each_as(Tensor(a -> *)[] self, Tensor[] other) -> Tensor(a)[]")
          .gradient("self", g -> call("cresset::reshape_each_as", g.dy(), g.in("self")));

  /** Along which dimension {@link #HSTACK} joins these. */
  public static final Op HSTACK_DIM = op("cresset::hstack_dim(Tensor[] tensors) -> int");

  /** Each vector repeated along the dimensions of all others. */
  public static final Op MESHGRID =
      op("aten::meshgrid(Tensor[] tensors) -> Tensor[]")
          .composed(x -> call("aten::meshgrid.indexing", x.in("tensors"), "ij"));

  /** As {@link #MESHGRID}, with the first two dimensions exchanged if {@code indexing} is xy. */
  public static final Op MESHGRID_INDEXING =
      op("aten::meshgrid.indexing(Tensor[] tensors, *, str indexing) -> Tensor[]")
          .gradient("tensors", g -> call("cresset::meshgrid_backward", g.dy(), g.in("indexing")));

  /** Each grid summed to the vector that it came from. */
  public static final Op MESHGRID_BACKWARD =
      op("cresset::meshgrid_backward(Tensor[] dy, str indexing) -> Tensor[]")
          .gradient("dy", g -> call("aten::meshgrid.indexing", g.dy(), g.in("indexing")));

  static final List<Op> ALL =
      List.of(
          CAT,
          CONCAT,
          SIZES_ALONG,
          STACK,
          REPEAT,
          REPEAT_BACKWARD,
          TILE,
          PAD_SIZES,
          REPEAT_INTERLEAVE_INT,
          REPEAT_INTERLEAVE_TENSOR,
          REPEAT_INTERLEAVE_BACKWARD,
          FLIP,
          FLIPLR,
          FLIPUD,
          ROLL,
          NEGATED,
          SHIFT,
          TRIL,
          TRIU,
          DIAG,
          DIAG_BACKWARD,
          DIAG_EMBED,
          CONSTANT_PAD_ND,
          HSTACK,
          VSTACK,
          DSTACK,
          AT_LEAST,
          RESHAPE_EACH_AS,
          HSTACK_DIM,
          MESHGRID,
          MESHGRID_INDEXING,
          MESHGRID_BACKWARD);

  private JoinOps() {}
}
