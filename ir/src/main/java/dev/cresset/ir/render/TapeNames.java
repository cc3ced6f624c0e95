package dev.cresset.ir.render;

import dev.cresset.ir.op.Op;
import dev.cresset.ir.op.OpTable;
import java.util.Map;

/**
 * PyTorch's names of ops on the tape: {@code MulBackward0}. PyTorch makes them from the name, each
 * word in upper case and each letter after a digit too, and numbers overloads as they stand in its
 * {@code derivatives.yaml}; an op that it composes of another has that one's name.
 */
final class TapeNames {
  /** Those that do not follow from the names here and the order of our overloads. */
  private static final Map<String, String> OTHERS =
      Map.ofEntries(
          // A number is a tensor to these, as PyTorch's Python calls them.
          Map.entry("aten::add.Scalar", "AddBackward0"),
          Map.entry("aten::sub.Scalar", "SubBackward0"),
          Map.entry("aten::mul.Scalar", "MulBackward0"),
          Map.entry("aten::div.Scalar", "DivBackward0"),
          Map.entry("aten::where.ScalarSelf", "WhereBackward0"),
          Map.entry("aten::where.ScalarOther", "WhereBackward0"),
          // The order of derivatives.yaml.
          Map.entry("aten::pow.Tensor_Scalar", "PowBackward0"),
          Map.entry("aten::pow.Tensor_Tensor", "PowBackward1"),
          Map.entry("aten::max.dim", "MaxBackward0"),
          Map.entry("aten::max", "MaxBackward1"),
          Map.entry("aten::min.dim", "MinBackward0"),
          Map.entry("aten::min", "MinBackward1"),
          Map.entry("aten::fmod.Scalar", "FmodBackward0"),
          Map.entry("aten::fmod.Tensor", "FmodBackward1"),
          Map.entry("aten::remainder.Scalar", "RemainderBackward0"),
          Map.entry("aten::remainder.Tensor", "RemainderBackward1"),
          Map.entry("aten::remainder.Scalar_Tensor", "RemainderBackward1"),
          Map.entry("cresset::clamp_between.Tensor", "ClampBackward0"),
          Map.entry("cresset::clamp_between", "ClampBackward1"),
          // What PyTorch composes of another op, or calls otherwise.
          Map.entry("aten::square", "PowBackward0"),
          Map.entry("aten::relu6", "HardtanhBackward0"),
          Map.entry("aten::selu", "EluBackward0"),
          Map.entry("aten::celu", "EluBackward0"),
          Map.entry("cresset::gelu_erf", "GeluBackward0"),
          Map.entry("cresset::gelu_tanh", "GeluBackward0"),
          Map.entry("cresset::log_odds", "LogitBackward0"),
          Map.entry("cresset::log_odds.eps", "LogitBackward0"),
          Map.entry("aten::reshape", "ViewBackward0"),
          Map.entry("aten::flatten.using_ints", "ViewBackward0"),
          Map.entry("aten::unflatten.int", "ViewBackward0"),
          Map.entry("aten::movedim.intlist", "PermuteBackward0"),
          Map.entry("aten::narrow", "SliceBackward0"),
          Map.entry("aten::chunk", "SplitBackward0"),
          Map.entry("aten::contiguous", "CloneBackward0"),
          Map.entry("aten::to.dtype", "ToCopyBackward0"),
          Map.entry("aten::to.device", "ToCopyBackward0"),
          Map.entry("aten::to.dtype_layout", "ToCopyBackward0"),
          Map.entry("aten::to.other", "ToCopyBackward0"),
          Map.entry("aten::cpu", "ToCopyBackward0"),
          Map.entry("aten::cuda", "ToCopyBackward0"),
          Map.entry("aten::take_along_dim", "GatherBackward0"),
          Map.entry("cresset::batch_norm_with_stats", "NativeBatchNormBackward0"),
          Map.entry("cresset::cross_entropy", "NllLossBackward0"),
          Map.entry("aten::conv_transpose1d", "ConvolutionBackward0"),
          Map.entry("aten::conv_transpose2d.input", "ConvolutionBackward0"),
          Map.entry("aten::conv_transpose3d.input", "ConvolutionBackward0"));

  private TapeNames() {}

  /** The name of {@code op}'s entry. */
  static String of(Op op) {
    String other = OTHERS.get(op.name());
    return other == null ? prefix(op) + number(op) : other;
  }

  private static int number(Op op) {
    int number = 0;
    for (Op other : OpTable.overloads(op.schema().name())) {
      if (other == op) {
        break;
      }
      number += other.gradients().isEmpty() ? 0 : 1;
    }
    return number;
  }

  private static String prefix(Op op) {
    StringBuilder words = new StringBuilder();
    boolean starts = true;
    for (char c : JavaNames.plain(op.schema()).toCharArray()) {
      if (c != '_') {
        words.append(starts ? Character.toUpperCase(c) : c);
      }
      starts = !Character.isLetter(c);
    }
    return words.append("Backward").toString().replace("ForwardBackward", "Backward");
  }
}
