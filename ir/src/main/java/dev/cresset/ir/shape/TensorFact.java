package dev.cresset.ir.shape;

import dev.cresset.ir.type.DType;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a tensor.
 *
 * @param sizes its sizes, or its last ones; null if not even these
 * @param dtype its elements' type, or null
 */
public record TensorFact(@Nullable Sizes sizes, @Nullable DType dtype) {

  /** What is known of a tensor; null if that is nothing. */
  public static @Nullable TensorFact of(@Nullable Sizes sizes, @Nullable DType dtype) {
    return sizes == null && dtype == null ? null : new TensorFact(sizes, dtype);
  }

  /** What is known of a tensor that is either this or the other; null if that is nothing. */
  @Nullable TensorFact or(TensorFact other) {
    return of(sizes == null ? null : sizes.or(other.sizes), dtype == other.dtype ? dtype : null);
  }

  @Override
  public String toString() {
    return (dtype == null ? "" : dtype.name()) + (sizes == null ? "" : sizes);
  }
}
