package dev.cresset.ir.op;

import static dev.cresset.ir.op.Op.op;
import static dev.cresset.ir.op.Term.call;

import dev.cresset.ir.reference.CtcReference;
import java.util.List;

/**
 * Connectionist temporal classification: how unlikely sequences of log-probabilities make labels,
 * whatever their alignment. A. Graves et al., ICML 2006.
 */
public final class CtcOps {

  /**
   * The loss of each sample, and the logarithms of the probabilities of all prefixes, {@code [n,
   * times, 2 labels + 1]}. {@code log_probs} is {@code [times, n, classes]}; {@code targets} is
   * {@code [n, labels]}, or all labels one after the other.
   */
  public static final Op CTC_LOSS_FORWARD =
      op("aten::_ctc_loss(Tensor log_probs, Tensor targets, int[] input_lengths,"
              + " int[] target_lengths, int blank=0, bool zero_infinity=False)"
              + " -> (Tensor, Tensor)")
          .reference(CtcReference::losses)
          .gradient(
              "log_probs",
              g ->
                  call(
                      "aten::_ctc_loss_backward",
                      g.dy(0),
                      g.in("log_probs"),
                      g.in("targets"),
                      g.in("input_lengths"),
                      g.in("target_lengths"),
                      g.y(0),
                      g.y(1),
                      g.in("blank"),
                      g.in("zero_infinity")));

  /**
   * From the gradients of the losses those of the log-probabilities, less what {@code
   * log_softmax}'s own gradient takes away again: PyTorch's form. It has no gradient itself, as in
   * PyTorch.
   */
  public static final Op CTC_LOSS_BACKWARD =
      op("aten::_ctc_loss_backward(Tensor grad, Tensor log_probs, Tensor targets,"
              + " int[] input_lengths, int[] target_lengths, Tensor neg_log_likelihood,"
              + " Tensor log_alpha, int blank, bool zero_infinity=False) -> Tensor")
          .gradient("grad", CtcOps::none)
          .gradient("log_probs", CtcOps::none);

  /** The loss, reduced; the mean is taken of losses divided by the number of labels. */
  public static final Op CTC_LOSS_INT_LIST =
      op("aten::ctc_loss.IntList(Tensor log_probs, Tensor targets, int[] input_lengths,"
              + " int[] target_lengths, int blank=0, int reduction=1, bool zero_infinity=False)"
              + " -> Tensor")
          .program();

  /** As {@link #CTC_LOSS_INT_LIST}, with lengths in tensors. */
  public static final Op CTC_LOSS_TENSOR =
      op("aten::ctc_loss.Tensor(Tensor log_probs, Tensor targets, Tensor input_lengths,"
              + " Tensor target_lengths, int blank=0, int reduction=1, bool zero_infinity=False)"
              + " -> Tensor")
          .program();

  static final List<Op> ALL =
      List.of(CTC_LOSS_FORWARD, CTC_LOSS_BACKWARD, CTC_LOSS_INT_LIST, CTC_LOSS_TENSOR);

  private CtcOps() {}

  private static Term none(GradientScope g) {
    Term refused =
        call(
            "cresset::refused", "the derivative for '%s' is not implemented", "_ctc_loss_backward");
    return call("aten::mul.Tensor", g.dy(), refused);
  }
}
