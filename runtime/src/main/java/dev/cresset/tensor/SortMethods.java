package dev.cresset.tensor;

import dev.cresset.Tensor;
import dev.cresset.annotations.Aten;
import dev.cresset.tensor.eager.Sort;

/** A tensor's elements in order. */
public interface SortMethods {

  /** The last dimension in rising order, and where its elements stood. As {@code torch.sort}. */
  @Aten("sort")
  default void sort() {
    Sort.sort((Tensor) this, -1, false);
  }

  /** A dimension in rising order, and where its elements stood. As {@code torch.sort}. */
  @Aten("sort")
  default void sort(int dim) {
    Sort.sort((Tensor) this, dim, false);
  }

  /**
   * A dimension in rising or falling order, and where its elements stood. As {@code torch.sort}.
   */
  @Aten("sort")
  default void sort(int dim, boolean descending) {
    Sort.sort((Tensor) this, dim, descending);
  }

  /** A dimension in order, equal elements in theirs if {@code stable}. As {@code torch.sort}. */
  @Aten("sort.stable")
  default void sort(boolean stable, int dim, boolean descending) {
    Sort.sort((Tensor) this, stable, dim, descending);
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

  /** The k largest of the last dimension, and where they stand. As {@code torch.topk}. */
  @Aten("topk")
  default void topk(long k) {
    Sort.topk((Tensor) this, k, -1, true, true);
  }

  /** The k largest of a dimension, and where they stand. As {@code torch.topk}. */
  @Aten("topk")
  default void topk(long k, int dim) {
    Sort.topk((Tensor) this, k, dim, true, true);
  }

  /** The k largest or smallest of a dimension, and where they stand. As {@code torch.topk}. */
  @Aten("topk")
  default void topk(long k, int dim, boolean largest, boolean sorted) {
    Sort.topk((Tensor) this, k, dim, largest, sorted);
  }
}
