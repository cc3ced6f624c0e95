package dev.cresset.tensor;

import static dev.cresset.tensor.Arguments.pair;

import dev.cresset.Tensor;
import dev.cresset.ValuesIndices;
import dev.cresset.annotations.Aten;
import dev.cresset.tensor.eager.Sort;

/** A tensor's elements in order. */
public interface SortMethods {

  /** The last dimension in rising order, and where its elements stood. As {@code torch.sort}. */
  @Aten("sort")
  default ValuesIndices sort() {
    return pair(Sort.sort((Tensor) this, -1, false));
  }

  /** A dimension in rising order, and where its elements stood. As {@code torch.sort}. */
  @Aten("sort")
  default ValuesIndices sort(int dim) {
    return pair(Sort.sort((Tensor) this, dim, false));
  }

  /**
   * A dimension in rising or falling order, and where its elements stood. As {@code torch.sort}.
   */
  @Aten("sort")
  default ValuesIndices sort(int dim, boolean descending) {
    return pair(Sort.sort((Tensor) this, dim, descending));
  }

  /** A dimension in order, equal elements in theirs if {@code stable}. As {@code torch.sort}. */
  @Aten("sort.stable")
  default ValuesIndices sort(boolean stable, int dim, boolean descending) {
    return pair(Sort.sort((Tensor) this, stable, dim, descending));
  }

  /** Where the elements of the last dimension stand when sorted. As {@code torch.argsort}. */
  @Aten("argsort")
  default Tensor argsort() {
    return Sort.argsort((Tensor) this, -1, false);
  }

  /** Where the elements of a dimension stand when sorted. As {@code torch.argsort}. */
  @Aten("argsort")
  default Tensor argsort(int dim) {
    return Sort.argsort((Tensor) this, dim, false);
  }

  /** Where the elements of a dimension stand when sorted. As {@code torch.argsort}. */
  @Aten("argsort")
  default Tensor argsort(int dim, boolean descending) {
    return Sort.argsort((Tensor) this, dim, descending);
  }

  /**
   * Where the elements of a dimension stand when sorted, equal ones in their order if {@code
   * stable}. As {@code torch.argsort}.
   */
  @Aten("argsort.stable")
  default Tensor argsort(boolean stable, int dim, boolean descending) {
    return Sort.argsort((Tensor) this, stable, dim, descending);
  }

  /** The first dimension in rising order. As {@code torch.msort}. */
  @Aten("msort")
  default Tensor msort() {
    return Sort.msort((Tensor) this);
  }

  /** The most frequent elements along a dimension, and where they stand. As {@code torch.mode}. */
  @Aten("mode")
  default ValuesIndices mode(int dim, boolean keepdim) {
    return pair(Sort.mode((Tensor) this, dim, keepdim));
  }

  /** The k largest of the last dimension, and where they stand. As {@code torch.topk}. */
  @Aten("topk")
  default ValuesIndices topk(long k) {
    return pair(Sort.topk((Tensor) this, k, -1, true, true));
  }

  /** The k largest of a dimension, and where they stand. As {@code torch.topk}. */
  @Aten("topk")
  default ValuesIndices topk(long k, int dim) {
    return pair(Sort.topk((Tensor) this, k, dim, true, true));
  }

  /** The k largest or smallest of a dimension, and where they stand. As {@code torch.topk}. */
  @Aten("topk")
  default ValuesIndices topk(long k, int dim, boolean largest, boolean sorted) {
    return pair(Sort.topk((Tensor) this, k, dim, largest, sorted));
  }
}
