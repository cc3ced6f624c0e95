package dev.cresset.ir.op;

import static dev.cresset.ir.op.Op.op;
import static dev.cresset.ir.op.Term.call;

import dev.cresset.ir.reference.LossReference;
import dev.cresset.ir.shape.ShapeRules;
import java.util.List;

/** Rows of a table looked up by number. */
public final class EmbeddingOps {

  /** The rows {@code indices} of {@code weight}; row {@code padding_idx} gets no gradient. */
  public static final Op EMBEDDING =
      op("aten::embedding(Tensor weight, Tensor indices, int padding_idx=-1,"
              + " bool scale_grad_by_freq=False, bool sparse=False) -> Tensor")
          .shapeOf(ShapeRules::embedding)
          .reference(LossReference::embedding)
          .gradient(
              "weight",
              g ->
                  call(
                      "aten::embedding_dense_backward",
                      g.dy(),
                      g.in("indices"),
                      g.size("weight", 0),
                      g.in("padding_idx"),
                      g.in("scale_grad_by_freq")));

  /** A table of zeros, and {@code grad_output} added to the rows {@code indices}. */
  public static final Op EMBEDDING_DENSE_BACKWARD =
      op("aten::embedding_dense_backward(Tensor grad_output, Tensor indices, SymInt num_weights,"
              + " int padding_idx, bool scale_grad_by_freq) -> Tensor")
          .gradient(
              "grad_output",
              g -> {
                Term padded = call("aten::eq.Scalar", g.in("indices"), g.in("padding_idx"));
                return call(
                    "aten::masked_fill.Scalar",
                    call("aten::embedding", g.dy(), g.in("indices")),
                    call("aten::unsqueeze", padded, -1),
                    0);
              });

  /** Rows that are named and longer than {@code max_norm} shortened to it, in the table itself. */
  public static final Op EMBEDDING_RENORM_ =
      op(
          "aten::embedding_renorm_(Tensor(a!) self, Tensor indices, float max_norm,"
              + " float norm_type) -> Tensor(a!)");

  /**
   * Rows of {@code weight} folded bag by bag: their sum if {@code mode} is 0, mean if it is 1,
   * greatest elements if it is 2. {@code offsets} say where in {@code indices} each bag begins;
   * with rows of {@code indices} for bags there are none. As {@code aten::embedding_bag}'s first
   * result; the others are what PyTorch's own gradient needs.
   */
  public static final Op EMBEDDING_BAG =
      op("cresset::embedding_bag(Tensor weight, Tensor indices, Tensor? offsets,"
              + " bool scale_grad_by_freq, int mode, Tensor? per_sample_weights,"
              + " bool include_last_offset, int padding_idx) -> Tensor")
          .program();

  static final List<Op> ALL =
      List.of(EMBEDDING, EMBEDDING_DENSE_BACKWARD, EMBEDDING_RENORM_, EMBEDDING_BAG);

  private EmbeddingOps() {}
}
