package dev.cresset.tensor;

import static dev.cresset.tensor.Arguments.pair;

import dev.cresset.Tensor;
import dev.cresset.ValuesIndices;
import dev.cresset.annotations.Aten;
import dev.cresset.tensor.eager.Sort;

/** Elements in order. */
public abstract class SortFunctions extends IndexFunctions {

  /** Holds functions alone. */
  protected SortFunctions() {}

  /** The last dimension in rising order, and where its elements stood. As {@code torch.sort}. */
  @Aten("sort")
  public static ValuesIndices sort(Tensor self) {
    return pair(Sort.sort(self, -1, false));
  }

  /** A dimension in rising order, and where its elements stood. As {@code torch.sort}. */
  @Aten("sort")
  public static ValuesIndices sort(Tensor self, int dim) {
    return pair(Sort.sort(self, dim, false));
  }

  /**
   * A dimension in rising or falling order, and where its elements stood. As {@code torch.sort}.
   */
  @Aten("sort")
  public static ValuesIndices sort(Tensor self, int dim, boolean descending) {
    return pair(Sort.sort(self, dim, descending));
  }

  /** A dimension in order, equal elements in theirs if {@code stable}. As {@code torch.sort}. */
  @Aten("sort.stable")
  public static ValuesIndices sort(Tensor self, boolean stable, int dim, boolean descending) {
    return pair(Sort.sort(self, stable, dim, descending));
  }

  /** Where the elements of the last dimension stand when sorted. As {@code torch.argsort}. */
  @Aten("argsort")
  public static Tensor argsort(Tensor self) {
    return Sort.argsort(self, -1, false);
  }

  /** Where the elements of a dimension stand when sorted. As {@code torch.argsort}. */
  @Aten("argsort")
  public static Tensor argsort(Tensor self, int dim) {
    return Sort.argsort(self, dim, false);
  }

  /** Where the elements of a dimension stand when sorted. As {@code torch.argsort}. */
  @Aten("argsort")
  public static Tensor argsort(Tensor self, int dim, boolean descending) {
    return Sort.argsort(self, dim, descending);
  }

  /**
   * Where the elements of a dimension stand when sorted, equal ones in their order if {@code
   * stable}. As {@code torch.argsort}.
   */
  @Aten("argsort.stable")
  public static Tensor argsort(Tensor self, boolean stable, int dim, boolean descending) {
    return Sort.argsort(self, stable, dim, descending);
  }

  /** The first dimension in rising order. As {@code torch.msort}. */
  @Aten("msort")
  public static Tensor msort(Tensor self) {
    return Sort.msort(self);
  }

  /** The most frequent elements along a dimension, and where they stand. As {@code torch.mode}. */
  @Aten("mode")
  public static ValuesIndices mode(Tensor self, int dim, boolean keepdim) {
    return pair(Sort.mode(self, dim, keepdim));
  }

  /** The k largest of the last dimension, and where they stand. As {@code torch.topk}. */
  @Aten("topk")
  public static ValuesIndices topk(Tensor self, long k) {
    return pair(Sort.topk(self, k, -1, true, true));
  }

  /** The k largest of a dimension, and where they stand. As {@code torch.topk}. */
  @Aten("topk")
  public static ValuesIndices topk(Tensor self, long k, int dim) {
    return pair(Sort.topk(self, k, dim, true, true));
  }

  /** The k largest or smallest of a dimension, and where they stand. As {@code torch.topk}. */
  @Aten("topk")
  public static ValuesIndices topk(Tensor self, long k, int dim, boolean largest, boolean sorted) {
    return pair(Sort.topk(self, k, dim, largest, sorted));
  }
}
