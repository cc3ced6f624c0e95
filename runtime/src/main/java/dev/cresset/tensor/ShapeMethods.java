package dev.cresset.tensor;

import static dev.cresset.tensor.Arguments.longs;

import dev.cresset.Tensor;
import dev.cresset.annotations.Aten;
import dev.cresset.tensor.eager.Composite;
import dev.cresset.tensor.eager.Join;
import dev.cresset.tensor.eager.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A tensor's other shapes. Most are views, which share memory. */
public interface ShapeMethods {

  /**
   * The same elements under other sizes, of which one may be −1: what is left. A view. As {@code
   * torch.Tensor.view}.
   */
  @Aten("view")
  default Tensor view(long... size) {
    return Shape.view((Tensor) this, size);
  }

  /**
   * The same elements under other sizes, of which one may be −1: what is left. A view where it can
   * be. As {@code torch.reshape}.
   */
  @Aten("reshape")
  default Tensor reshape(long... shape) {
    return Shape.reshape((Tensor) this, shape);
  }

  /**
   * The same elements under the sizes of {@code other}. A view. As {@code torch.Tensor.view_as}.
   */
  @Aten("view_as")
  default Tensor viewAs(Tensor other) {
    return Shape.viewAs((Tensor) this, other);
  }

  /** The same elements under the sizes of {@code other}. As {@code torch.Tensor.reshape_as}. */
  @Aten("reshape_as")
  default Tensor reshapeAs(Tensor other) {
    return Shape.reshapeAs((Tensor) this, other);
  }

  /** The dimensions in another order. A view. As {@code torch.permute}. */
  @Aten("permute")
  default Tensor permute(int... dims) {
    return Shape.permute((Tensor) this, longs(dims));
  }

  /** Two dimensions exchanged. A view. As {@code torch.transpose}. */
  @Aten("transpose.int")
  default Tensor transpose(int dim0, int dim1) {
    return Shape.transpose((Tensor) this, dim0, dim1);
  }

  /** A matrix transposed. A view. As {@code torch.t}. */
  @Aten("t")
  default Tensor t() {
    return Shape.t((Tensor) this);
  }

  /** Without dimensions of size 1. A view. As {@code torch.squeeze}. */
  @Aten("squeeze")
  default Tensor squeeze() {
    return Shape.squeeze((Tensor) this);
  }

  /** Without dimension {@code dim}, if its size is 1. A view. As {@code torch.squeeze}. */
  @Aten("squeeze.dim")
  default Tensor squeeze(int dim) {
    return Shape.squeeze((Tensor) this, dim);
  }

  /** With a new dimension of size 1. A view. As {@code torch.unsqueeze}. */
  @Aten("unsqueeze")
  default Tensor unsqueeze(int dim) {
    return Shape.unsqueeze((Tensor) this, dim);
  }

  /**
   * Repeated along dimensions of size 1, without memory of its own; −1 keeps a size. A view. As
   * {@code torch.Tensor.expand}.
   */
  @Aten("expand")
  default Tensor expand(long... size) {
    return Shape.expand((Tensor) this, size, false);
  }

  /** Repeated to the sizes of {@code other}. A view. As {@code torch.Tensor.expand_as}. */
  @Aten("expand_as")
  default Tensor expandAs(Tensor other) {
    return Shape.expandAs((Tensor) this, other);
  }

  /** Repeated along dimensions of size 1. A view. As {@code torch.broadcast_to}. */
  @Aten("broadcast_to")
  default Tensor broadcastTo(long... size) {
    return Shape.broadcastTo((Tensor) this, size);
  }

  /** One place of a dimension, which goes. A view. As {@code torch.select}. */
  @Aten("select.int")
  default Tensor select(int dim, long index) {
    return Shape.select((Tensor) this, dim, index);
  }

  /** The places from {@code start} to before {@code end}. A view. As {@code x[start:end]}. */
  @Aten("slice.Tensor")
  default Tensor slice(int dim, long start, long end) {
    return Shape.slice((Tensor) this, dim, start, end, 1);
  }

  /**
   * Every {@code step}-th place from {@code start} to before {@code end}. A view. As {@code
   * x[start:end:step]}.
   */
  @Aten("slice.Tensor")
  default Tensor slice(int dim, long start, long end, long step) {
    return Shape.slice((Tensor) this, dim, start, end, step);
  }

  /**
   * Every {@code step}-th place from {@code start}, null for the first, to before {@code end}, null
   * for the size. A view. As {@code x[start:end:step]}.
   */
  @Aten("slice.Tensor")
  default Tensor slice(int dim, @Nullable Long start, @Nullable Long end, long step) {
    return Shape.slice((Tensor) this, dim, start, end, step);
  }

  /** {@code length} places from {@code start} on. A view. As {@code torch.narrow}. */
  @Aten("narrow")
  default Tensor narrow(int dim, long start, long length) {
    return Shape.narrow((Tensor) this, dim, start, length);
  }

  /**
   * {@code length} places from the one on that {@code start}, a whole number without sizes, names.
   * A view. As {@code torch.narrow}.
   */
  @Aten("narrow.Tensor")
  default Tensor narrow(int dim, Tensor start, long length) {
    return Composite.narrow((Tensor) this, dim, start, length);
  }

  /** The diagonal of the first two dimensions. A view. As {@code torch.diagonal}. */
  @Aten("diagonal")
  default Tensor diagonal() {
    return Shape.diagonal((Tensor) this, 0, 0, 1);
  }

  /** A diagonal of two dimensions, as their last. A view. As {@code torch.diagonal}. */
  @Aten("diagonal")
  default Tensor diagonal(long offset, int dim1, int dim2) {
    return Shape.diagonal((Tensor) this, offset, dim1, dim2);
  }

  /** Windows along a dimension, each as a new last one. A view. As {@code torch.Tensor.unfold}. */
  @Aten("unfold")
  default Tensor unfold(int dimension, long size, long step) {
    return Shape.unfold((Tensor) this, dimension, size, step);
  }

  /** Dimensions moved to other places. A view. As {@code torch.movedim}. */
  @Aten("movedim.intlist")
  default Tensor movedim(int[] source, int[] destination) {
    return Shape.movedim((Tensor) this, longs(source), longs(destination));
  }

  /** A dimension moved to another place. A view. As {@code torch.movedim}. */
  @Aten("movedim.int")
  default Tensor movedim(int source, int destination) {
    return Shape.movedim((Tensor) this, source, destination);
  }

  /** Two dimensions exchanged. A view. As {@code torch.swapaxes}. */
  @Aten("swapaxes")
  default Tensor swapaxes(int axis0, int axis1) {
    return Shape.swapaxes((Tensor) this, axis0, axis1);
  }

  /** Two dimensions exchanged. A view. As {@code torch.swapdims}. */
  @Aten("swapdims")
  default Tensor swapdims(int dim0, int dim1) {
    return Shape.swapdims((Tensor) this, dim0, dim1);
  }

  /** Dimensions moved to other places. A view. As {@code torch.moveaxis}. */
  @Aten("moveaxis.intlist")
  default Tensor moveaxis(int[] source, int[] destination) {
    return Shape.moveaxis((Tensor) this, longs(source), longs(destination));
  }

  /** A dimension moved to another place. A view. As {@code torch.moveaxis}. */
  @Aten("moveaxis.int")
  default Tensor moveaxis(int source, int destination) {
    return Shape.moveaxis((Tensor) this, source, destination);
  }

  /** The last two dimensions exchanged. A view. As {@code torch.Tensor.mT}. */
  @Aten("mT")
  default Tensor mT() {
    return Shape.mT((Tensor) this);
  }

  /** The last two dimensions exchanged. A view. As {@code torch.adjoint}. */
  @Aten("adjoint")
  default Tensor adjoint() {
    return Shape.adjoint((Tensor) this);
  }

  /** All dimensions as one. As {@code torch.ravel}. */
  @Aten("ravel")
  default Tensor ravel() {
    return Shape.ravel((Tensor) this);
  }

  /** All dimensions as one. As {@code torch.flatten}. */
  @Aten("flatten.using_ints")
  default Tensor flatten() {
    return Shape.flatten((Tensor) this, 0, -1);
  }

  /** All dimensions from {@code startDim} on as one. As {@code torch.flatten}. */
  @Aten("flatten.using_ints")
  default Tensor flatten(int startDim) {
    return Shape.flatten((Tensor) this, startDim, -1);
  }

  /** The dimensions from {@code startDim} to {@code endDim} as one. As {@code torch.flatten}. */
  @Aten("flatten.using_ints")
  default Tensor flatten(int startDim, int endDim) {
    return Shape.flatten((Tensor) this, startDim, endDim);
  }

  /**
   * One dimension as several, of which one may be −1: what is left. A view. As {@code
   * torch.Tensor.unflatten}.
   */
  @Aten("unflatten.int")
  default Tensor unflatten(int dim, long... sizes) {
    return Shape.unflatten((Tensor) this, dim, sizes);
  }

  /** Parts of {@code splitSize} places, the last maybe smaller. Views. As {@code torch.split}. */
  @Aten("split.Tensor")
  default List<Tensor> split(long splitSize, int dim) {
    return Shape.split((Tensor) this, splitSize, dim);
  }

  /** Parts of these many places. Views. As {@code torch.split}. */
  @Aten("split_with_sizes")
  default List<Tensor> split(long[] splitSizes, int dim) {
    return Shape.splitWithSizes((Tensor) this, splitSizes, dim);
  }

  /** As good as {@code chunks} equal parts. Views. As {@code torch.chunk}. */
  @Aten("chunk")
  default List<Tensor> chunk(long chunks, int dim) {
    return Shape.chunk((Tensor) this, chunks, dim);
  }

  /** The places of the first dimension, each by itself. Views. As {@code torch.unbind}. */
  @Aten("unbind.int")
  default List<Tensor> unbind() {
    return Shape.unbind((Tensor) this, 0);
  }

  /** The places of a dimension, each by itself. Views. As {@code torch.unbind}. */
  @Aten("unbind.int")
  default List<Tensor> unbind(int dim) {
    return Shape.unbind((Tensor) this, dim);
  }

  /** Repeated so often along each dimension. As {@code torch.Tensor.repeat}. */
  @Aten("repeat")
  default Tensor repeat(long... repeats) {
    return Join.repeat((Tensor) this, repeats);
  }

  /** Repeated so often along the last dimensions. As {@code torch.tile}. */
  @Aten("tile")
  default Tensor tile(long... dims) {
    return Join.tile((Tensor) this, dims);
  }

  /** Each element repeated, row by row. As {@code torch.repeat_interleave}. */
  @Aten("repeat_interleave.self_int")
  default Tensor repeatInterleave(long repeats) {
    return Join.repeatInterleave((Tensor) this, repeats, null, null);
  }

  /** Each place of a dimension repeated. As {@code torch.repeat_interleave}. */
  @Aten("repeat_interleave.self_int")
  default Tensor repeatInterleave(long repeats, int dim) {
    return Join.repeatInterleave((Tensor) this, repeats, (long) dim, null);
  }

  /** Each place of a dimension repeated so often. As {@code torch.repeat_interleave}. */
  @Aten("repeat_interleave.self_Tensor")
  default Tensor repeatInterleave(Tensor repeats, int dim) {
    return Join.repeatInterleave((Tensor) this, repeats, (long) dim, null);
  }

  /** Dimensions from last place to first. As {@code torch.flip}. */
  @Aten("flip")
  default Tensor flip(int... dims) {
    return Join.flip((Tensor) this, longs(dims));
  }

  /** The second dimension from last place to first. As {@code torch.fliplr}. */
  @Aten("fliplr")
  default Tensor fliplr() {
    return Join.fliplr((Tensor) this);
  }

  /** The first dimension from last place to first. As {@code torch.flipud}. */
  @Aten("flipud")
  default Tensor flipud() {
    return Join.flipud((Tensor) this);
  }

  /** Places of a dimension moved on, the last ones to the front. As {@code torch.roll}. */
  @Aten("roll")
  default Tensor roll(long shifts, int dims) {
    return Join.roll((Tensor) this, new long[] {shifts}, new long[] {dims});
  }

  /** Places of dimensions moved on, the last ones to the front. As {@code torch.roll}. */
  @Aten("roll")
  default Tensor roll(long[] shifts, int[] dims) {
    return Join.roll((Tensor) this, shifts, longs(dims));
  }

  /** Turned by right angles in the plane of two dimensions. As {@code torch.rot90}. */
  @Aten("rot90")
  default Tensor rot90(long k, int[] dims) {
    return Composite.rot90((Tensor) this, k, longs(dims));
  }

  /** The lower triangle of matrices, else zeros. As {@code torch.tril}. */
  @Aten("tril")
  default Tensor tril() {
    return Join.tril((Tensor) this, 0);
  }

  /** The lower triangle of matrices, else zeros; in place. As {@code torch.Tensor.tril_}. */
  @Aten("tril_")
  default Tensor tril_() {
    return Join.tril_((Tensor) this, 0);
  }

  /** What lies on and below a diagonal of matrices, else zeros. As {@code torch.tril}. */
  @Aten("tril")
  default Tensor tril(long diagonal) {
    return Join.tril((Tensor) this, diagonal);
  }

  /**
   * What lies on and below a diagonal of matrices, else zeros; in place. As {@code
   * torch.Tensor.tril_}.
   */
  @Aten("tril_")
  default Tensor tril_(long diagonal) {
    return Join.tril_((Tensor) this, diagonal);
  }

  /** The upper triangle of matrices, else zeros. As {@code torch.triu}. */
  @Aten("triu")
  default Tensor triu() {
    return Join.triu((Tensor) this, 0);
  }

  /** The upper triangle of matrices, else zeros; in place. As {@code torch.Tensor.triu_}. */
  @Aten("triu_")
  default Tensor triu_() {
    return Join.triu_((Tensor) this, 0);
  }

  /** What lies on and above a diagonal of matrices, else zeros. As {@code torch.triu}. */
  @Aten("triu")
  default Tensor triu(long diagonal) {
    return Join.triu((Tensor) this, diagonal);
  }

  /**
   * What lies on and above a diagonal of matrices, else zeros; in place. As {@code
   * torch.Tensor.triu_}.
   */
  @Aten("triu_")
  default Tensor triu_(long diagonal) {
    return Join.triu_((Tensor) this, diagonal);
  }

  /** The diagonal of a matrix, or a matrix with this diagonal. As {@code torch.diag}. */
  @Aten("diag")
  default Tensor diag() {
    return Join.diag((Tensor) this, 0);
  }

  /** As {@code torch.diag}, for another diagonal. */
  @Aten("diag")
  default Tensor diag(long diagonal) {
    return Join.diag((Tensor) this, diagonal);
  }

  /** Matrices with these diagonals. As {@code torch.diag_embed}. */
  @Aten("diag_embed")
  default Tensor diagEmbed() {
    return Join.diagEmbed((Tensor) this, 0, -2, -1);
  }

  /** Matrices in two dimensions with these diagonals. As {@code torch.diag_embed}. */
  @Aten("diag_embed")
  default Tensor diagEmbed(long offset, int dim1, int dim2) {
    return Join.diagEmbed((Tensor) this, offset, dim1, dim2);
  }

  /** Differences of neighbours along a dimension, {@code n} times. As {@code torch.diff}. */
  @Aten("diff")
  default Tensor diff(long n, int dim) {
    return Composite.diff((Tensor) this, n, dim, null, null);
  }

  /**
   * The tensor itself if its elements lie row by row, else a copy of which that is true. As {@code
   * torch.Tensor.contiguous}.
   */
  @Aten("contiguous")
  default Tensor contiguous() {
    return Shape.contiguous((Tensor) this, 0);
  }
}
