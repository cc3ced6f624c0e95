package dev.cresset.tensor;

import static dev.cresset.tensor.Arguments.longs;

import dev.cresset.Tensor;
import dev.cresset.annotations.Aten;
import dev.cresset.tensor.eager.Composite;
import dev.cresset.tensor.eager.Join;
import dev.cresset.tensor.eager.Pad;
import dev.cresset.tensor.eager.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Other shapes of tensors. Most are views, which share memory. */
public abstract class ShapeFunctions extends MatrixFunctions {

  /** Holds functions alone. */
  protected ShapeFunctions() {}

  /**
   * The same elements under other sizes, of which one may be −1: what is left. A view where it can
   * be. As {@code torch.reshape}.
   */
  @Aten("reshape")
  public static Tensor reshape(Tensor self, long... shape) {
    return Shape.reshape(self, shape);
  }

  /** The dimensions in another order. A view. As {@code torch.permute}. */
  @Aten("permute")
  public static Tensor permute(Tensor self, int... dims) {
    return Shape.permute(self, longs(dims));
  }

  /** Two dimensions exchanged. A view. As {@code torch.transpose}. */
  @Aten("transpose.int")
  public static Tensor transpose(Tensor self, int dim0, int dim1) {
    return Shape.transpose(self, dim0, dim1);
  }

  /** A matrix transposed. A view. As {@code torch.t}. */
  @Aten("t")
  public static Tensor t(Tensor self) {
    return Shape.t(self);
  }

  /** Without dimensions of size 1. A view. As {@code torch.squeeze}. */
  @Aten("squeeze")
  public static Tensor squeeze(Tensor self) {
    return Shape.squeeze(self);
  }

  /** Without dimension {@code dim}, if its size is 1. A view. As {@code torch.squeeze}. */
  @Aten("squeeze.dim")
  public static Tensor squeeze(Tensor self, int dim) {
    return Shape.squeeze(self, dim);
  }

  /** With a new dimension of size 1. A view. As {@code torch.unsqueeze}. */
  @Aten("unsqueeze")
  public static Tensor unsqueeze(Tensor self, int dim) {
    return Shape.unsqueeze(self, dim);
  }

  /** Repeated along dimensions of size 1. A view. As {@code torch.broadcast_to}. */
  @Aten("broadcast_to")
  public static Tensor broadcastTo(Tensor self, long... size) {
    return Shape.broadcastTo(self, size);
  }

  /** One place of a dimension, which goes. A view. As {@code torch.select}. */
  @Aten("select.int")
  public static Tensor select(Tensor self, int dim, long index) {
    return Shape.select(self, dim, index);
  }

  /** {@code length} places from {@code start} on. A view. As {@code torch.narrow}. */
  @Aten("narrow")
  public static Tensor narrow(Tensor self, int dim, long start, long length) {
    return Shape.narrow(self, dim, start, length);
  }

  /** The diagonal of the first two dimensions. A view. As {@code torch.diagonal}. */
  @Aten("diagonal")
  public static Tensor diagonal(Tensor self) {
    return Shape.diagonal(self, 0, 0, 1);
  }

  /** A diagonal of two dimensions, as their last. A view. As {@code torch.diagonal}. */
  @Aten("diagonal")
  public static Tensor diagonal(Tensor self, long offset, int dim1, int dim2) {
    return Shape.diagonal(self, offset, dim1, dim2);
  }

  /** Dimensions moved to other places. A view. As {@code torch.movedim}. */
  @Aten("movedim.intlist")
  public static Tensor movedim(Tensor self, int[] source, int[] destination) {
    return Shape.movedim(self, longs(source), longs(destination));
  }

  /** A dimension moved to another place. A view. As {@code torch.movedim}. */
  @Aten("movedim.int")
  public static Tensor movedim(Tensor self, int source, int destination) {
    return Shape.movedim(self, source, destination);
  }

  /** Two dimensions exchanged. A view. As {@code torch.swapaxes}. */
  @Aten("swapaxes")
  public static Tensor swapaxes(Tensor self, int axis0, int axis1) {
    return Shape.swapaxes(self, axis0, axis1);
  }

  /** Two dimensions exchanged. A view. As {@code torch.swapdims}. */
  @Aten("swapdims")
  public static Tensor swapdims(Tensor self, int dim0, int dim1) {
    return Shape.swapdims(self, dim0, dim1);
  }

  /** Dimensions moved to other places. A view. As {@code torch.moveaxis}. */
  @Aten("moveaxis.intlist")
  public static Tensor moveaxis(Tensor self, int[] source, int[] destination) {
    return Shape.moveaxis(self, longs(source), longs(destination));
  }

  /** A dimension moved to another place. A view. As {@code torch.moveaxis}. */
  @Aten("moveaxis.int")
  public static Tensor moveaxis(Tensor self, int source, int destination) {
    return Shape.moveaxis(self, source, destination);
  }

  /** The last two dimensions exchanged. A view. As {@code torch.adjoint}. */
  @Aten("adjoint")
  public static Tensor adjoint(Tensor self) {
    return Shape.adjoint(self);
  }

  /** All dimensions as one. As {@code torch.ravel}. */
  @Aten("ravel")
  public static Tensor ravel(Tensor self) {
    return Shape.ravel(self);
  }

  /** All dimensions as one. As {@code torch.flatten}. */
  @Aten("flatten.using_ints")
  public static Tensor flatten(Tensor self) {
    return Shape.flatten(self, 0, -1);
  }

  /** All dimensions from {@code startDim} on as one. As {@code torch.flatten}. */
  @Aten("flatten.using_ints")
  public static Tensor flatten(Tensor self, int startDim) {
    return Shape.flatten(self, startDim, -1);
  }

  /** The dimensions from {@code startDim} to {@code endDim} as one. As {@code torch.flatten}. */
  @Aten("flatten.using_ints")
  public static Tensor flatten(Tensor self, int startDim, int endDim) {
    return Shape.flatten(self, startDim, endDim);
  }

  /**
   * One dimension as several, of which one may be −1: what is left. A view. As {@code
   * torch.Tensor.unflatten}.
   */
  @Aten("unflatten.int")
  public static Tensor unflatten(Tensor self, int dim, long... sizes) {
    return Shape.unflatten(self, dim, sizes);
  }

  /** Parts of {@code splitSize} places, the last maybe smaller. Views. As {@code torch.split}. */
  @Aten("split.Tensor")
  public static List<Tensor> split(Tensor self, long splitSize, int dim) {
    return Shape.split(self, splitSize, dim);
  }

  /** Parts of these many places. Views. As {@code torch.split}. */
  @Aten("split_with_sizes")
  public static List<Tensor> split(Tensor self, long[] splitSizes, int dim) {
    return Shape.splitWithSizes(self, splitSizes, dim);
  }

  /** As good as {@code chunks} equal parts. Views. As {@code torch.chunk}. */
  @Aten("chunk")
  public static List<Tensor> chunk(Tensor self, long chunks, int dim) {
    return Shape.chunk(self, chunks, dim);
  }

  /** The places of the first dimension, each by itself. Views. As {@code torch.unbind}. */
  @Aten("unbind.int")
  public static List<Tensor> unbind(Tensor self) {
    return Shape.unbind(self, 0);
  }

  /** The places of a dimension, each by itself. Views. As {@code torch.unbind}. */
  @Aten("unbind.int")
  public static List<Tensor> unbind(Tensor self, int dim) {
    return Shape.unbind(self, dim);
  }

  /** Repeated so often along the last dimensions. As {@code torch.tile}. */
  @Aten("tile")
  public static Tensor tile(Tensor self, long... dims) {
    return Join.tile(self, dims);
  }

  /** Each element repeated, row by row. As {@code torch.repeat_interleave}. */
  @Aten("repeat_interleave.self_int")
  public static Tensor repeatInterleave(Tensor self, long repeats) {
    return Join.repeatInterleave(self, repeats, null, null);
  }

  /** Each place of a dimension repeated. As {@code torch.repeat_interleave}. */
  @Aten("repeat_interleave.self_int")
  public static Tensor repeatInterleave(Tensor self, long repeats, int dim) {
    return Join.repeatInterleave(self, repeats, (long) dim, null);
  }

  /** Each place of a dimension repeated so often. As {@code torch.repeat_interleave}. */
  @Aten("repeat_interleave.self_Tensor")
  public static Tensor repeatInterleave(Tensor self, Tensor repeats, int dim) {
    return Join.repeatInterleave(self, repeats, (long) dim, null);
  }

  /** Dimensions from last place to first. As {@code torch.flip}. */
  @Aten("flip")
  public static Tensor flip(Tensor self, int... dims) {
    return Join.flip(self, longs(dims));
  }

  /** The second dimension from last place to first. As {@code torch.fliplr}. */
  @Aten("fliplr")
  public static Tensor fliplr(Tensor self) {
    return Join.fliplr(self);
  }

  /** The first dimension from last place to first. As {@code torch.flipud}. */
  @Aten("flipud")
  public static Tensor flipud(Tensor self) {
    return Join.flipud(self);
  }

  /** Places of a dimension moved on, the last ones to the front. As {@code torch.roll}. */
  @Aten("roll")
  public static Tensor roll(Tensor self, long shifts, int dims) {
    return Join.roll(self, new long[] {shifts}, new long[] {dims});
  }

  /** Places of dimensions moved on, the last ones to the front. As {@code torch.roll}. */
  @Aten("roll")
  public static Tensor roll(Tensor self, long[] shifts, int[] dims) {
    return Join.roll(self, shifts, longs(dims));
  }

  /** Turned by right angles in the plane of two dimensions. As {@code torch.rot90}. */
  @Aten("rot90")
  public static Tensor rot90(Tensor self, long k, int[] dims) {
    return Composite.rot90(self, k, longs(dims));
  }

  /** The lower triangle of matrices, else zeros. As {@code torch.tril}. */
  @Aten("tril")
  public static Tensor tril(Tensor self) {
    return Join.tril(self, 0);
  }

  /** What lies on and below a diagonal of matrices, else zeros. As {@code torch.tril}. */
  @Aten("tril")
  public static Tensor tril(Tensor self, long diagonal) {
    return Join.tril(self, diagonal);
  }

  /** The upper triangle of matrices, else zeros. As {@code torch.triu}. */
  @Aten("triu")
  public static Tensor triu(Tensor self) {
    return Join.triu(self, 0);
  }

  /** What lies on and above a diagonal of matrices, else zeros. As {@code torch.triu}. */
  @Aten("triu")
  public static Tensor triu(Tensor self, long diagonal) {
    return Join.triu(self, diagonal);
  }

  /** The diagonal of a matrix, or a matrix with this diagonal. As {@code torch.diag}. */
  @Aten("diag")
  public static Tensor diag(Tensor self) {
    return Join.diag(self, 0);
  }

  /** As {@code torch.diag}, for another diagonal. */
  @Aten("diag")
  public static Tensor diag(Tensor self, long diagonal) {
    return Join.diag(self, diagonal);
  }

  /** Matrices with these diagonals. As {@code torch.diag_embed}. */
  @Aten("diag_embed")
  public static Tensor diagEmbed(Tensor self) {
    return Join.diagEmbed(self, 0, -2, -1);
  }

  /** Matrices in two dimensions with these diagonals. As {@code torch.diag_embed}. */
  @Aten("diag_embed")
  public static Tensor diagEmbed(Tensor self, long offset, int dim1, int dim2) {
    return Join.diagEmbed(self, offset, dim1, dim2);
  }

  /** Differences of neighbours along a dimension, {@code n} times. As {@code torch.diff}. */
  @Aten("diff")
  public static Tensor diff(Tensor self, long n, int dim) {
    return Composite.diff(self, n, dim, null, null);
  }

  /**
   * Put around: {@code pad} has a number before and one after for each dimension, the last one
   * first; {@code mode} is constant, reflect, replicate or circular. As {@code
   * torch.nn.functional.pad}.
   */
  @Aten("pad")
  public static Tensor pad(Tensor self, long[] pad, String mode) {
    return Pad.pad(self, pad, mode, null);
  }

  /** Put around, {@code value} if {@code mode} is constant. As {@code torch.nn.functional.pad}. */
  @Aten("pad")
  public static Tensor pad(Tensor self, long[] pad, String mode, @Nullable Double value) {
    return Pad.pad(self, pad, mode, value);
  }

  /** A number put around. As {@code torch.constant_pad_nd}. */
  @Aten("constant_pad_nd")
  public static Tensor constantPadNd(Tensor self, long[] pad, long value) {
    return Join.constantPadNd(self, pad, value);
  }

  /** A number put around. As {@code torch.constant_pad_nd}. */
  @Aten("constant_pad_nd")
  public static Tensor constantPadNd(Tensor self, long[] pad, double value) {
    return Join.constantPadNd(self, pad, value);
  }

  /** Channels as larger images. As {@code torch.nn.functional.pixel_shuffle}. */
  @Aten("pixel_shuffle")
  public static Tensor pixelShuffle(Tensor self, long upscaleFactor) {
    return Composite.pixelShuffle(self, upscaleFactor);
  }

  /** Larger images as channels. As {@code torch.nn.functional.pixel_unshuffle}. */
  @Aten("pixel_unshuffle")
  public static Tensor pixelUnshuffle(Tensor self, long downscaleFactor) {
    return Composite.pixelUnshuffle(self, downscaleFactor);
  }

  /** Tensors one after the other along a dimension. As {@code torch.cat}. */
  @Aten("cat")
  public static Tensor cat(List<Tensor> tensors, int dim) {
    return Join.cat(tensors, dim);
  }

  /** Tensors one after the other along the first dimension. As {@code torch.cat}. */
  @Aten("cat")
  public static Tensor cat(Tensor... tensors) {
    return Join.cat(List.of(tensors), 0);
  }

  /** Tensors one after the other along a dimension. As {@code torch.cat}. */
  @Aten("cat")
  public static Tensor cat(int dim, Tensor... tensors) {
    return Join.cat(List.of(tensors), dim);
  }

  /** Tensors beside each other along a new dimension. As {@code torch.stack}. */
  @Aten("stack")
  public static Tensor stack(List<Tensor> tensors, int dim) {
    return Join.stack(tensors, dim);
  }

  /** Tensors beside each other along a new first dimension. As {@code torch.stack}. */
  @Aten("stack")
  public static Tensor stack(Tensor... tensors) {
    return Join.stack(List.of(tensors), 0);
  }

  /** Tensors beside each other along a new dimension. As {@code torch.stack}. */
  @Aten("stack")
  public static Tensor stack(int dim, Tensor... tensors) {
    return Join.stack(List.of(tensors), dim);
  }

  /** Tensors beside each other along the second dimension. As {@code torch.hstack}. */
  @Aten("hstack")
  public static Tensor hstack(Tensor... tensors) {
    return Join.hstack(List.of(tensors));
  }

  /** Tensors beside each other, vectors as columns. As {@code torch.column_stack}. */
  @Aten("column_stack")
  public static Tensor columnStack(Tensor... tensors) {
    return Composite.columnStack(List.of(tensors));
  }

  /**
   * Tensors repeated to the sizes that all of them have in common. Views. As {@code
   * torch.broadcast_tensors}.
   */
  @Aten("broadcast_tensors")
  public static List<Tensor> broadcastTensors(Tensor... tensors) {
    return Composite.broadcastTensors(List.of(tensors));
  }

  /** Tensors below each other, as rows. As {@code torch.vstack}. */
  @Aten("vstack")
  public static Tensor vstack(Tensor... tensors) {
    return Join.vstack(List.of(tensors));
  }

  /** Tensors behind each other along the third dimension. As {@code torch.dstack}. */
  @Aten("dstack")
  public static Tensor dstack(Tensor... tensors) {
    return Join.dstack(List.of(tensors));
  }

  /**
   * Coordinates of a grid; {@code indexing} is {@code "ij"} or {@code "xy"}. As {@code
   * torch.meshgrid}.
   */
  @Aten("meshgrid.indexing")
  public static List<Tensor> meshgrid(List<Tensor> tensors, String indexing) {
    return Join.meshgrid(tensors, indexing);
  }
}
