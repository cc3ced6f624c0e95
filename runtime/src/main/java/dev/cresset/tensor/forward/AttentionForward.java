package dev.cresset.tensor.forward;

import dev.cresset.ShapeException;
import dev.cresset.Tensor;
import dev.cresset.ir.type.DType;
import dev.cresset.tensor.eager.Elementwise;
import dev.cresset.tensor.eager.Factory;
import dev.cresset.tensor.eager.Join;
import dev.cresset.tensor.eager.Matrix;
import dev.cresset.tensor.eager.Random;
import dev.cresset.tensor.eager.Reduction;
import dev.cresset.tensor.eager.Shape;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Attention by recorded ops. */
public final class AttentionForward {
  private AttentionForward() {}

  /**
   * Values weighed by how well their keys match the queries. A query that may look at no key gives
   * zeros.
   *
   * @param attnMask truths where a query may look, or numbers that are added
   */
  public static Tensor scaledDotProductAttention(
      Tensor query,
      Tensor key,
      Tensor value,
      @Nullable Tensor attnMask,
      double dropoutP,
      boolean isCausal,
      @Nullable Double scale,
      boolean enableGqa) {
    check(query, key, value);
    if (isCausal && attnMask != null) {
      throw new IllegalArgumentException(
          "scaled_dot_product_attention: attn_mask should not be set when is_causal=True");
    }
    double factor = scale == null ? 1 / Math.sqrt(query.size(-1)) : scale;
    Tensor keys = enableGqa ? repeated(key, query) : key;
    Tensor values = enableGqa ? repeated(value, query) : value;
    Tensor scores = Matrix.matmul(Elementwise.mul(query, factor), Shape.transpose(keys, -2, -1));
    Tensor mask = isCausal ? causal(query, key) : attnMask;
    Tensor weights = mask == null ? Reduction.softmax(scores, -1, null) : masked(scores, mask);
    if (dropoutP > 0) {
      weights = Random.dropout(weights, dropoutP, true);
    }
    return Matrix.matmul(weights, values);
  }

  private static void check(Tensor query, Tensor key, Tensor value) {
    if (query.dim() < 2 || key.dim() < 2 || value.dim() < 2) {
      throw new ShapeException(
          "scaled_dot_product_attention: query, key and value must have at least 2 sizes, but are"
              + " %dD, %dD and %dD".formatted(query.dim(), key.dim(), value.dim()));
    }
    if (query.size(-1) != key.size(-1) || key.size(-2) != value.size(-2)) {
      throw new ShapeException(
          "scaled_dot_product_attention: query is %s, key %s, value %s; query and key must agree in"
                  .formatted(
                      Arrays.toString(query.sizes()),
                      Arrays.toString(key.sizes()),
                      Arrays.toString(value.sizes()))
              + " the last size, key and value in the one before");
    }
  }

  private static Tensor repeated(Tensor few, Tensor query) {
    long times = query.size(-3) / few.size(-3);
    if (times * few.size(-3) != query.size(-3)) {
      throw new ShapeException(
          "scaled_dot_product_attention: %d heads of queries are no multiple of %d of keys"
              .formatted(query.size(-3), few.size(-3)));
    }
    return times == 1 ? few : Join.repeatInterleave(few, times, -3L, null);
  }

  /** Each query may look at the keys up to its own place. */
  private static Tensor causal(Tensor query, Tensor key) {
    long[] sizes = {query.size(-2), key.size(-2)};
    return Join.tril(Factory.newOnes(query, sizes, DType.BOOL, null, null, null), 0);
  }

  private static Tensor masked(Tensor scores, Tensor mask) {
    double never = Double.NEGATIVE_INFINITY;
    Tensor all =
        mask.dtype() == DType.BOOL
            ? Elementwise.maskedFill(scores, Elementwise.logicalNot(mask), never)
            : Elementwise.add(scores, mask, 1);
    Tensor blind = Reduction.all(Elementwise.eq(all, never), -1, true);
    Tensor weights = Reduction.softmax(Elementwise.maskedFill(all, blind, 0L), -1, null);
    return Elementwise.maskedFill(weights, blind, 0L);
  }
}
