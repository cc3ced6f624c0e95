package dev.cresset.ir.op;

import static dev.cresset.ir.op.Op.op;
import static dev.cresset.ir.op.Term.call;

import java.util.List;

/** Padding in all its modes: constant, reflect, replicate, circular. */
public final class PadOps {

  /** Widths come in pairs from the last dimension on; negative ones cut. */
  public static final Op PAD =
      op("aten::pad(Tensor self, SymInt[] pad, str mode=\"constant\", float? value=None) -> Tensor")
          .gradient(
              "self",
              g ->
                  call(
                      "cresset::pad_backward", g.dy(), g.sizes("self"), g.in("pad"), g.in("mode")));

  /** From the gradient of {@link #PAD} that of its input, of {@code size}. */
  public static final Op PAD_BACKWARD =
      op("cresset::pad_backward(Tensor dy, int[] size, int[] pad, str mode) -> Tensor")
          .gradient("dy", g -> call("aten::pad", g.dy(), g.in("pad"), g.in("mode")));

  static final List<Op> ALL = List.of(PAD, PAD_BACKWARD);

  private PadOps() {}
}
