package dev.cresset.tensor;

import dev.cresset.Tensor;
import dev.cresset.annotations.Aten;
import dev.cresset.tensor.eager.Elementwise;
import dev.cresset.tensor.eager.Index;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A tensor's elements picked and placed by tensors of indices. */
public interface IndexMethods {

  /**
   * Elements where a mask is true, or at these places of the first dimension. As {@code
   * x[indices]}.
   */
  @Aten("index.Tensor")
  default Tensor get(Tensor indices) {
    return Index.index((Tensor) this, List.of(indices));
  }

  /** These places of a dimension. As {@code torch.index_select}. */
  @Aten("index_select")
  default Tensor indexSelect(int dim, Tensor index) {
    return Index.indexSelect((Tensor) this, dim, index);
  }

  /** {@code source} added at these places of a dimension. As {@code torch.index_add}. */
  @Aten("index_add")
  default Tensor indexAdd(int dim, Tensor index, Tensor source) {
    return Index.indexAdd((Tensor) this, dim, index, source, 1L);
  }

  /**
   * {@code source} added at these places of a dimension; in place. As {@code
   * torch.Tensor.index_add_}.
   */
  @Aten("index_add_")
  default Tensor indexAdd_(int dim, Tensor index, Tensor source) {
    return Index.indexAdd_((Tensor) this, dim, index, source, 1L);
  }

  /**
   * {@code alpha} times {@code source} added at these places of a dimension. As {@code
   * torch.index_add}.
   */
  @Aten("index_add")
  default Tensor indexAdd(int dim, Tensor index, Tensor source, long alpha) {
    return Index.indexAdd((Tensor) this, dim, index, source, alpha);
  }

  /**
   * {@code alpha} times {@code source} added at these places of a dimension. As {@code
   * torch.index_add}.
   */
  @Aten("index_add")
  default Tensor indexAdd(int dim, Tensor index, Tensor source, double alpha) {
    return Index.indexAdd((Tensor) this, dim, index, source, alpha);
  }

  /**
   * {@code alpha} times {@code source} added at these places of a dimension; in place. As {@code
   * torch.Tensor.index_add_}.
   */
  @Aten("index_add_")
  default Tensor indexAdd_(int dim, Tensor index, Tensor source, long alpha) {
    return Index.indexAdd_((Tensor) this, dim, index, source, alpha);
  }

  /**
   * {@code alpha} times {@code source} added at these places of a dimension; in place. As {@code
   * torch.Tensor.index_add_}.
   */
  @Aten("index_add_")
  default Tensor indexAdd_(int dim, Tensor index, Tensor source, double alpha) {
    return Index.indexAdd_((Tensor) this, dim, index, source, alpha);
  }

  /** {@code source} written to these places of a dimension. As {@code torch.index_copy}. */
  @Aten("index_copy")
  default Tensor indexCopy(int dim, Tensor index, Tensor source) {
    return Index.indexCopy((Tensor) this, dim, index, source);
  }

  /**
   * {@code source} written to these places of a dimension; in place. As {@code
   * torch.Tensor.index_copy_}.
   */
  @Aten("index_copy_")
  default Tensor indexCopy_(int dim, Tensor index, Tensor source) {
    return Index.indexCopy_((Tensor) this, dim, index, source);
  }

  /** A number written to these places of a dimension. As {@code torch.index_fill}. */
  @Aten("index_fill.int_Scalar")
  default Tensor indexFill(int dim, Tensor index, long value) {
    return Index.indexFill((Tensor) this, dim, index, value);
  }

  /** A number written to these places of a dimension. As {@code torch.index_fill}. */
  @Aten("index_fill.int_Scalar")
  default Tensor indexFill(int dim, Tensor index, double value) {
    return Index.indexFill((Tensor) this, dim, index, value);
  }

  /**
   * A number written to these places of a dimension; in place. As {@code torch.Tensor.index_fill_}.
   */
  @Aten("index_fill_.int_Scalar")
  default Tensor indexFill_(int dim, Tensor index, long value) {
    return Index.indexFill_((Tensor) this, dim, index, value);
  }

  /**
   * A number written to these places of a dimension; in place. As {@code torch.Tensor.index_fill_}.
   */
  @Aten("index_fill_.int_Scalar")
  default Tensor indexFill_(int dim, Tensor index, double value) {
    return Index.indexFill_((Tensor) this, dim, index, value);
  }

  /**
   * A tensor of one element written to these places of a dimension. As {@code torch.index_fill}.
   */
  @Aten("index_fill.int_Tensor")
  default Tensor indexFill(int dim, Tensor index, Tensor value) {
    return Index.indexFill((Tensor) this, dim, index, value);
  }

  /**
   * A tensor of one element written to these places of a dimension; in place. As {@code
   * torch.Tensor.index_fill_}.
   */
  @Aten("index_fill_.int_Tensor")
  default Tensor indexFill_(int dim, Tensor index, Tensor value) {
    return Index.indexFill_((Tensor) this, dim, index, value);
  }

  /**
   * {@code values} written where tensors of indices say; null stands for a whole dimension. As
   * {@code torch.index_put}.
   */
  @Aten("index_put")
  default Tensor indexPut(List<@Nullable Tensor> indices, Tensor values) {
    return Index.indexPut((Tensor) this, indices, values, false);
  }

  /**
   * {@code values} written where tensors of indices say; null stands for a whole dimension; in
   * place. As {@code torch.Tensor.index_put_}.
   */
  @Aten("index_put_")
  default Tensor indexPut_(List<@Nullable Tensor> indices, Tensor values) {
    return Index.indexPut_((Tensor) this, indices, values, false);
  }

  /**
   * {@code values} written, or added if {@code accumulate}, where tensors of indices say. As {@code
   * torch.index_put}.
   */
  @Aten("index_put")
  default Tensor indexPut(List<@Nullable Tensor> indices, Tensor values, boolean accumulate) {
    return Index.indexPut((Tensor) this, indices, values, accumulate);
  }

  /**
   * {@code values} written, or added if {@code accumulate}, where tensors of indices say; in place.
   * As {@code torch.Tensor.index_put_}.
   */
  @Aten("index_put_")
  default Tensor indexPut_(List<@Nullable Tensor> indices, Tensor values, boolean accumulate) {
    return Index.indexPut_((Tensor) this, indices, values, accumulate);
  }

  /**
   * For each element of {@code index} the element there along a dimension. As {@code torch.gather}.
   */
  @Aten("gather")
  default Tensor gather(int dim, Tensor index) {
    return Index.gather((Tensor) this, dim, index, false);
  }

  /** {@code src} written along a dimension where {@code index} says. As {@code torch.scatter}. */
  @Aten("scatter.src")
  default Tensor scatter(int dim, Tensor index, Tensor src) {
    return Index.scatter((Tensor) this, dim, index, src);
  }

  /**
   * {@code src} written along a dimension where {@code index} says; in place. As {@code
   * torch.Tensor.scatter_}.
   */
  @Aten("scatter_.src")
  default Tensor scatter_(int dim, Tensor index, Tensor src) {
    return Index.scatter_((Tensor) this, dim, index, src);
  }

  /** A number written along a dimension where {@code index} says. As {@code torch.scatter}. */
  @Aten("scatter.value")
  default Tensor scatter(int dim, Tensor index, long value) {
    return Index.scatter((Tensor) this, dim, index, value);
  }

  /** A number written along a dimension where {@code index} says. As {@code torch.scatter}. */
  @Aten("scatter.value")
  default Tensor scatter(int dim, Tensor index, double value) {
    return Index.scatter((Tensor) this, dim, index, value);
  }

  /**
   * A number written along a dimension where {@code index} says; in place. As {@code
   * torch.Tensor.scatter_}.
   */
  @Aten("scatter_.value")
  default Tensor scatter_(int dim, Tensor index, long value) {
    return Index.scatter_((Tensor) this, dim, index, value);
  }

  /**
   * A number written along a dimension where {@code index} says; in place. As {@code
   * torch.Tensor.scatter_}.
   */
  @Aten("scatter_.value")
  default Tensor scatter_(int dim, Tensor index, double value) {
    return Index.scatter_((Tensor) this, dim, index, value);
  }

  /** {@code src} added along a dimension where {@code index} says. As {@code torch.scatter_add}. */
  @Aten("scatter_add")
  default Tensor scatterAdd(int dim, Tensor index, Tensor src) {
    return Index.scatterAdd((Tensor) this, dim, index, src);
  }

  /**
   * {@code src} added along a dimension where {@code index} says; in place. As {@code
   * torch.Tensor.scatter_add_}.
   */
  @Aten("scatter_add_")
  default Tensor scatterAdd_(int dim, Tensor index, Tensor src) {
    return Index.scatterAdd_((Tensor) this, dim, index, src);
  }

  /** A number where {@code mask} is true. As {@code torch.masked_fill}. */
  @Aten("masked_fill.Scalar")
  default Tensor maskedFill(Tensor mask, long value) {
    return Elementwise.maskedFill((Tensor) this, mask, value);
  }

  /** A number where {@code mask} is true. As {@code torch.masked_fill}. */
  @Aten("masked_fill.Scalar")
  default Tensor maskedFill(Tensor mask, double value) {
    return Elementwise.maskedFill((Tensor) this, mask, value);
  }

  /** A number where {@code mask} is true; in place. As {@code torch.Tensor.masked_fill_}. */
  @Aten("masked_fill_.Scalar")
  default Tensor maskedFill_(Tensor mask, long value) {
    return Elementwise.maskedFill_((Tensor) this, mask, value);
  }

  /** A number where {@code mask} is true; in place. As {@code torch.Tensor.masked_fill_}. */
  @Aten("masked_fill_.Scalar")
  default Tensor maskedFill_(Tensor mask, double value) {
    return Elementwise.maskedFill_((Tensor) this, mask, value);
  }

  /** A tensor of one element where {@code mask} is true. As {@code torch.masked_fill}. */
  @Aten("masked_fill.Tensor")
  default Tensor maskedFill(Tensor mask, Tensor value) {
    return Elementwise.maskedFill((Tensor) this, mask, value);
  }

  /**
   * A tensor of one element where {@code mask} is true; in place. As {@code
   * torch.Tensor.masked_fill_}.
   */
  @Aten("masked_fill_.Tensor")
  default Tensor maskedFill_(Tensor mask, Tensor value) {
    return Elementwise.maskedFill_((Tensor) this, mask, value);
  }

  /** The elements where {@code mask} is true, row by row. As {@code torch.masked_select}. */
  @Aten("masked_select")
  default Tensor maskedSelect(Tensor mask) {
    return Index.maskedSelect((Tensor) this, mask);
  }

  /**
   * The elements of {@code source}, row by row, where {@code mask} is true. As {@code
   * torch.masked_scatter}.
   */
  @Aten("masked_scatter")
  default Tensor maskedScatter(Tensor mask, Tensor source) {
    return Index.maskedScatter((Tensor) this, mask, source);
  }

  /**
   * The elements of {@code source}, row by row, where {@code mask} is true; in place. As {@code
   * torch.Tensor.masked_scatter_}.
   */
  @Aten("masked_scatter_")
  default Tensor maskedScatter_(Tensor mask, Tensor source) {
    return Index.maskedScatter_((Tensor) this, mask, source);
  }

  /** The elements at places counted row by row. As {@code torch.take}. */
  @Aten("take")
  default Tensor take(Tensor index) {
    return Index.take((Tensor) this, index);
  }

  /**
   * For each element of {@code indices} the element there along a dimension. As {@code
   * torch.take_along_dim}.
   */
  @Aten("take_along_dim")
  default Tensor takeAlongDim(Tensor indices, int dim) {
    return Index.takeAlongDim((Tensor) this, indices, (long) dim);
  }

  /** The places that are not 0, {@code [n, dim]}. As {@code torch.nonzero}. */
  @Aten("nonzero")
  default Tensor nonzero() {
    return Index.nonzero((Tensor) this);
  }

  /** The places that are not 0, {@code [n, dim]}. As {@code torch.argwhere}. */
  @Aten("argwhere")
  default Tensor argwhere() {
    return Index.argwhere((Tensor) this);
  }
}
