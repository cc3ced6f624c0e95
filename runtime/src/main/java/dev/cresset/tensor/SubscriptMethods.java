package dev.cresset.tensor;

import dev.cresset.Index;
import dev.cresset.Tensor;

/** A tensor's brackets. */
public interface SubscriptMethods {

  /**
   * The part that {@code indices} name, one for each dimension from the first on; what they do not
   * name is taken whole. A view unless tensors of indices are among them. As {@code x[:, 0:3, i]},
   * which is {@code x.get(all(), range(0, 3), at(i))}.
   *
   * @throws IndexOutOfBoundsException if there are more indices than dimensions, or one names a
   *     place that is not there
   */
  default Tensor get(Index... indices) {
    return Subscript.of((Tensor) this, indices);
  }
}
