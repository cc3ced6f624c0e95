package dev.cresset.tensor;

import dev.cresset.Tensor;
import dev.cresset.annotations.Aten;
import dev.cresset.tensor.eager.Elementwise;
import dev.cresset.tensor.eager.Embedding;
import dev.cresset.tensor.eager.Index;
import dev.cresset.tensor.eager.Sort;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Elements picked and placed by tensors of indices. */
public abstract class IndexFunctions extends ShapeFunctions {

  /** Holds functions alone. */
  protected IndexFunctions() {}

  /** These places of a dimension. As {@code torch.index_select}. */
  @Aten("index_select")
  public static Tensor indexSelect(Tensor self, int dim, Tensor index) {
    return Index.indexSelect(self, dim, index);
  }

  /** {@code source} added at these places of a dimension. As {@code torch.index_add}. */
  @Aten("index_add")
  public static Tensor indexAdd(Tensor self, int dim, Tensor index, Tensor source) {
    return Index.indexAdd(self, dim, index, source, 1L);
  }

  /**
   * {@code alpha} times {@code source} added at these places of a dimension. As {@code
   * torch.index_add}.
   */
  @Aten("index_add")
  public static Tensor indexAdd(Tensor self, int dim, Tensor index, Tensor source, long alpha) {
    return Index.indexAdd(self, dim, index, source, alpha);
  }

  /**
   * {@code alpha} times {@code source} added at these places of a dimension. As {@code
   * torch.index_add}.
   */
  @Aten("index_add")
  public static Tensor indexAdd(Tensor self, int dim, Tensor index, Tensor source, double alpha) {
    return Index.indexAdd(self, dim, index, source, alpha);
  }

  /** {@code source} written to these places of a dimension. As {@code torch.index_copy}. */
  @Aten("index_copy")
  public static Tensor indexCopy(Tensor self, int dim, Tensor index, Tensor source) {
    return Index.indexCopy(self, dim, index, source);
  }

  /** A number written to these places of a dimension. As {@code torch.index_fill}. */
  @Aten("index_fill.int_Scalar")
  public static Tensor indexFill(Tensor self, int dim, Tensor index, long value) {
    return Index.indexFill(self, dim, index, value);
  }

  /** A number written to these places of a dimension. As {@code torch.index_fill}. */
  @Aten("index_fill.int_Scalar")
  public static Tensor indexFill(Tensor self, int dim, Tensor index, double value) {
    return Index.indexFill(self, dim, index, value);
  }

  /**
   * A tensor of one element written to these places of a dimension. As {@code torch.index_fill}.
   */
  @Aten("index_fill.int_Tensor")
  public static Tensor indexFill(Tensor self, int dim, Tensor index, Tensor value) {
    return Index.indexFill(self, dim, index, value);
  }

  /**
   * {@code values} written where tensors of indices say; null stands for a whole dimension. As
   * {@code torch.index_put}.
   */
  @Aten("index_put")
  public static Tensor indexPut(Tensor self, List<@Nullable Tensor> indices, Tensor values) {
    return Index.indexPut(self, indices, values, false);
  }

  /**
   * {@code values} written, or added if {@code accumulate}, where tensors of indices say. As {@code
   * torch.index_put}.
   */
  @Aten("index_put")
  public static Tensor indexPut(
      Tensor self, List<@Nullable Tensor> indices, Tensor values, boolean accumulate) {
    return Index.indexPut(self, indices, values, accumulate);
  }

  /**
   * For each element of {@code index} the element there along a dimension. As {@code torch.gather}.
   */
  @Aten("gather")
  public static Tensor gather(Tensor self, int dim, Tensor index) {
    return Index.gather(self, dim, index, false);
  }

  /** {@code src} written along a dimension where {@code index} says. As {@code torch.scatter}. */
  @Aten("scatter.src")
  public static Tensor scatter(Tensor self, int dim, Tensor index, Tensor src) {
    return Index.scatter(self, dim, index, src);
  }

  /** A number written along a dimension where {@code index} says. As {@code torch.scatter}. */
  @Aten("scatter.value")
  public static Tensor scatter(Tensor self, int dim, Tensor index, long value) {
    return Index.scatter(self, dim, index, value);
  }

  /** A number written along a dimension where {@code index} says. As {@code torch.scatter}. */
  @Aten("scatter.value")
  public static Tensor scatter(Tensor self, int dim, Tensor index, double value) {
    return Index.scatter(self, dim, index, value);
  }

  /** {@code src} added along a dimension where {@code index} says. As {@code torch.scatter_add}. */
  @Aten("scatter_add")
  public static Tensor scatterAdd(Tensor self, int dim, Tensor index, Tensor src) {
    return Index.scatterAdd(self, dim, index, src);
  }

  /** A number where {@code mask} is true. As {@code torch.masked_fill}. */
  @Aten("masked_fill.Scalar")
  public static Tensor maskedFill(Tensor self, Tensor mask, long value) {
    return Elementwise.maskedFill(self, mask, value);
  }

  /** A number where {@code mask} is true. As {@code torch.masked_fill}. */
  @Aten("masked_fill.Scalar")
  public static Tensor maskedFill(Tensor self, Tensor mask, double value) {
    return Elementwise.maskedFill(self, mask, value);
  }

  /** A tensor of one element where {@code mask} is true. As {@code torch.masked_fill}. */
  @Aten("masked_fill.Tensor")
  public static Tensor maskedFill(Tensor self, Tensor mask, Tensor value) {
    return Elementwise.maskedFill(self, mask, value);
  }

  /** The elements where {@code mask} is true, row by row. As {@code torch.masked_select}. */
  @Aten("masked_select")
  public static Tensor maskedSelect(Tensor self, Tensor mask) {
    return Index.maskedSelect(self, mask);
  }

  /**
   * The elements of {@code source}, row by row, where {@code mask} is true. As {@code
   * torch.masked_scatter}.
   */
  @Aten("masked_scatter")
  public static Tensor maskedScatter(Tensor self, Tensor mask, Tensor source) {
    return Index.maskedScatter(self, mask, source);
  }

  /** The elements at places counted row by row. As {@code torch.take}. */
  @Aten("take")
  public static Tensor take(Tensor self, Tensor index) {
    return Index.take(self, index);
  }

  /**
   * For each element of {@code indices} the element there along a dimension. As {@code
   * torch.take_along_dim}.
   */
  @Aten("take_along_dim")
  public static Tensor takeAlongDim(Tensor self, Tensor indices, int dim) {
    return Index.takeAlongDim(self, indices, (long) dim);
  }

  /** The places that are not 0, {@code [n, dim]}. As {@code torch.nonzero}. */
  @Aten("nonzero")
  public static Tensor nonzero(Tensor self) {
    return Index.nonzero(self);
  }

  /** The places that are not 0, {@code [n, dim]}. As {@code torch.argwhere}. */
  @Aten("argwhere")
  public static Tensor argwhere(Tensor self) {
    return Index.argwhere(self);
  }

  /**
   * A 1 at each index, else zeros, as a new last dimension. As {@code torch.nn.functional.one_hot}.
   */
  @Aten("one_hot")
  public static Tensor oneHot(Tensor self) {
    return Index.oneHot(self, -1);
  }

  /**
   * A 1 at each index, else zeros, as a new last dimension of {@code numClasses}. As {@code
   * torch.nn.functional.one_hot}.
   */
  @Aten("one_hot")
  public static Tensor oneHot(Tensor self, long numClasses) {
    return Index.oneHot(self, numClasses);
  }

  /** {@code self} where {@code condition} is true, else {@code other}. As {@code torch.where}. */
  @Aten("where.self")
  public static Tensor where(Tensor condition, Tensor self, Tensor other) {
    return Elementwise.where(condition, self, other);
  }

  /** {@code self} where {@code condition} is true, else a number. As {@code torch.where}. */
  @Aten("where.ScalarOther")
  public static Tensor where(Tensor condition, Tensor self, long other) {
    return Elementwise.where(condition, self, other);
  }

  /** {@code self} where {@code condition} is true, else a number. As {@code torch.where}. */
  @Aten("where.ScalarOther")
  public static Tensor where(Tensor condition, Tensor self, double other) {
    return Elementwise.where(condition, self, other);
  }

  /** A number where {@code condition} is true, else {@code other}. As {@code torch.where}. */
  @Aten("where.ScalarSelf")
  public static Tensor where(Tensor condition, long self, Tensor other) {
    return Elementwise.where(condition, self, other);
  }

  /** A number where {@code condition} is true, else {@code other}. As {@code torch.where}. */
  @Aten("where.ScalarSelf")
  public static Tensor where(Tensor condition, double self, Tensor other) {
    return Elementwise.where(condition, self, other);
  }

  /** One number where {@code condition} is true, else another. As {@code torch.where}. */
  @Aten("where.Scalar")
  public static Tensor where(Tensor condition, long self, long other) {
    return Elementwise.where(condition, self, other);
  }

  /** One number where {@code condition} is true, else another. As {@code torch.where}. */
  @Aten("where.Scalar")
  public static Tensor where(Tensor condition, double self, double other) {
    return Elementwise.where(condition, self, other);
  }

  /**
   * The rows of {@code weight} at {@code indices}, as a new last dimension. As {@code
   * torch.nn.functional.embedding}.
   */
  @Aten("embedding")
  public static Tensor embedding(Tensor indices, Tensor weight) {
    return Embedding.embedding(weight, indices, -1, false, false);
  }

  /**
   * The rows of {@code weight} at {@code indices}; the row {@code paddingIdx} gets no gradient, and
   * gradients may be divided by how often an index occurs. As {@code
   * torch.nn.functional.embedding}.
   */
  @Aten("embedding")
  public static Tensor embedding(
      Tensor indices, Tensor weight, long paddingIdx, boolean scaleGradByFreq) {
    return Embedding.embedding(weight, indices, paddingIdx, scaleGradByFreq, false);
  }

  /**
   * Cuts the rows at {@code indices} to a largest norm, in place. As {@code max_norm} of {@code
   * torch.nn.functional.embedding}.
   */
  @Aten("embedding_renorm_")
  public static Tensor embeddingRenorm_(
      Tensor self, Tensor indices, double maxNorm, double normType) {
    return Embedding.embeddingRenorm_(self, indices, maxNorm, normType);
  }

  /** Where the elements would stand in a sorted sequence. As {@code torch.searchsorted}. */
  @Aten("searchsorted.Tensor")
  public static Tensor searchsorted(Tensor sortedSequence, Tensor self) {
    return Sort.searchsorted(sortedSequence, self, false, false, null, null);
  }

  /** Between which boundaries the elements lie. As {@code torch.bucketize}. */
  @Aten("bucketize.Tensor")
  public static Tensor bucketize(Tensor self, Tensor boundaries) {
    return Sort.bucketize(self, boundaries, false, false);
  }
}
