package dev.cresset.autograd;

import dev.cresset.Tensor;
import org.jspecify.annotations.Nullable;

/** Sees a tensor's gradient in every backward pass. As {@code Tensor.register_hook}. */
@FunctionalInterface
public interface TensorHook {

  /**
   * Sees the gradient.
   *
   * @return what to go on with instead, or null to go on with {@code gradient}
   */
  @Nullable Tensor run(Tensor gradient);

  /** A hook that was registered. */
  interface Handle {
    /** Takes the hook away. */
    void remove();
  }
}
