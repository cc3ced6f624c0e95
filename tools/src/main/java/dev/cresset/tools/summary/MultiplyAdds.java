package dev.cresset.tools.summary;

import dev.cresset.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many multiply-adds an op takes: those of matrix products, convolutions, attention and
 * recurrent layers. All else is not counted, as in {@code torch.utils.flop_counter}.
 */
final class MultiplyAdds {

  private MultiplyAdds() {}

  /**
   * The multiply-adds of one call.
   *
   * @param op its name, {@code aten::conv2d}
   * @param arguments those of its schema, in order
   * @param result what it gave
   */
  static long of(String op, @Nullable Object[] arguments, @Nullable Object result) {
    String name = op.replaceFirst("^aten::", "").replaceFirst("\\..*$", "").replaceFirst("_$", "");
    return switch (name) {
      case "conv1d", "conv2d", "conv3d" -> tensor(result).numel() * perFilter(arguments);
      case "conv_transpose1d", "conv_transpose2d", "conv_transpose3d" ->
          tensor(arguments[0]).numel() * perFilter(arguments);
      case "linear", "mm", "bmm", "matmul", "mv", "dot", "vdot", "inner" -> {
        Tensor left = tensor(arguments[0]);
        yield tensor(result).numel() * (left.dim() == 0 ? 1 : left.size(-1));
      }
      case "addmm", "addmv", "baddbmm" -> tensor(result).numel() * tensor(arguments[1]).size(-1);
      case "addbmm" -> {
        Tensor batches = tensor(arguments[1]);
        yield tensor(result).numel() * batches.size(0) * batches.size(-1);
      }
      case "outer", "ger", "addr" -> tensor(result).numel();
      case "bilinear" -> rows(tensor(result)) * tensor(arguments[2]).numel();
      case "tensordot" -> tensordot(arguments);
      case "einsum" -> Einsum.multiplyAdds((String) arguments[0], tensors(arguments[1]));
      case "scaled_dot_product_attention" -> attention(arguments);
      case "lstm", "gru", "rnn_tanh", "rnn_relu" -> {
        int weights = op.endsWith(".data") ? 3 : 2; // behind input, batch sizes and states
        yield recurrent(arguments, weights, weights);
      }
      case "lstm_cell", "gru_cell", "rnn_tanh_cell", "rnn_relu_cell" -> recurrent(arguments, 2, 3);
      default -> 0;
    };
  }

  /** Of {@code [out, in / groups, k...]}: one filter's elements; transposed, one input's. */
  private static long perFilter(@Nullable Object[] arguments) {
    Tensor weight = tensor(arguments[1]);
    return weight.numel() / weight.size(0);
  }

  private static long rows(Tensor tensor) {
    return tensor.numel() / tensor.size(-1);
  }

  /** Each query meets each key, and each meeting adds one value. */
  private static long attention(@Nullable Object[] arguments) {
    Tensor query = tensor(arguments[0]);
    long keys = tensor(arguments[1]).size(-2);
    return rows(query) * keys * (query.size(-1) + tensor(arguments[2]).size(-1));
  }

  /** Every weight meets every step of every sequence once; biases have one size. */
  private static long recurrent(@Nullable Object[] arguments, int first, int last) {
    long weights = 0;
    for (int i = first; i <= last; i++) {
      weights +=
          tensors(arguments[i]).stream()
              .filter(MultiplyAdds::isMatrix)
              .mapToLong(Tensor::numel)
              .sum();
    }
    return rows(tensor(arguments[0])) * weights;
  }

  private static boolean isMatrix(Tensor tensor) {
    return tensor.dim() == 2;
  }

  private static long tensordot(@Nullable Object[] arguments) {
    Tensor left = tensor(arguments[0]);
    long shared = 1;
    for (long dim : (long[]) object(arguments[2])) {
      shared *= left.size((int) dim);
    }
    return shared == 0 ? 0 : left.numel() * (tensor(arguments[1]).numel() / shared);
  }

  private static Tensor tensor(@Nullable Object value) {
    return (Tensor) object(value);
  }

  private static Object object(@Nullable Object value) {
    if (value == null) {
      throw new IllegalStateException("an op was told of without an argument that it needs");
    }
    return value;
  }

  /** The tensors in an argument: one, several or none. */
  static List<Tensor> tensors(@Nullable Object value) {
    List<Tensor> all = new ArrayList<>();
    if (value instanceof Tensor one) {
      all.add(one);
    } else if (value instanceof Tensor[] several) {
      all.addAll(List.of(several));
    } else if (value instanceof Iterable<?> several) {
      several.forEach(each -> all.addAll(tensors(each)));
    }
    return all;
  }
}
