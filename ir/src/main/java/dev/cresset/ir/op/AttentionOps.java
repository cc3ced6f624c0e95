package dev.cresset.ir.op;

import static dev.cresset.ir.op.Op.op;

import java.util.List;

/** Attention. A program of products and softmax, whose gradients are its own. */
public final class AttentionOps {

  /** {@code softmax(q · kᵀ / √d + mask) · v} (Vaswani and others, 2017). */
  public static final Op SCALED_DOT_PRODUCT_ATTENTION =
      op("aten::scaled_dot_product_attention(Tensor query, Tensor key, Tensor value,"
              + " Tensor? attn_mask=None, float dropout_p=0.0, bool is_causal=False, *,"
              + " float? scale=None, bool enable_gqa=False) -> Tensor")
          .program()
          .random();

  static final List<Op> ALL = List.of(SCALED_DOT_PRODUCT_ATTENTION);

  private AttentionOps() {}
}
