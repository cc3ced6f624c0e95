package dev.cresset.tensor;

import dev.cresset.Tensor;
import dev.cresset.annotations.Aten;
import dev.cresset.tensor.eager.Sort;

/** Elements in order. */
public abstract class SortFunctions extends IndexFunctions {

  /** Holds functions alone. */
  protected SortFunctions() {}

  /** The last dimension in rising order, and where its elements stood. As {@code torch.sort}. */
  @Aten("sort")
  public static void sort(Tensor self) {
    Sort.sort(self, -1, false);
  }

  /** A dimension in rising order, and where its elements stood. As {@code torch.sort}. */
  @Aten("sort")
  public static void sort(Tensor self, int dim) {
    Sort.sort(self, dim, false);
  }

  /**
   * A dimension in rising or falling order, and where its elements stood. As {@code torch.sort}.
   */
  @Aten("sort")
  public static void sort(Tensor self, int dim, boolean descending) {
    Sort.sort(self, dim, descending);
  }

  /** A dimension in order, equal elements in theirs if {@code stable}. As {@code torch.sort}. */
  @Aten("sort.stable")
  public static void sort(Tensor self, boolean stable, int dim, boolean descending) {
    Sort.sort(self, stable, dim, descending);
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

  /** The k largest of the last dimension, and where they stand. As {@code torch.topk}. */
  @Aten("topk")
  public static void topk(Tensor self, long k) {
    Sort.topk(self, k, -1, true, true);
  }

  /** The k largest of a dimension, and where they stand. As {@code torch.topk}. */
  @Aten("topk")
  public static void topk(Tensor self, long k, int dim) {
    Sort.topk(self, k, dim, true, true);
  }

  /** The k largest or smallest of a dimension, and where they stand. As {@code torch.topk}. */
  @Aten("topk")
  public static void topk(Tensor self, long k, int dim, boolean largest, boolean sorted) {
    Sort.topk(self, k, dim, largest, sorted);
  }
}
