package dev.cresset.tensor;

import dev.cresset.Tensor;
import dev.cresset.autograd.Autograd;
import dev.cresset.autograd.TensorHook;
import org.jspecify.annotations.Nullable;

/** A tensor's methods that have to do with gradients. */
public interface AutogradMethods {

  /**
   * Adds the gradient of this tensor, which has one element, to {@link Tensor#grad} of every leaf
   * that it was computed from. As {@code torch.Tensor.backward}.
   *
   * @throws IllegalStateException if the tensor has more elements or needs no gradient
   */
  default void backward() {
    backward(null, false, false);
  }

  /**
   * As {@link #backward()}, for a tensor of any size.
   *
   * @param gradient the gradient of what is sought by this tensor, of its sizes
   */
  default void backward(@Nullable Tensor gradient) {
    backward(gradient, false, false);
  }

  /**
   * As {@link #backward()}.
   *
   * @param gradient the gradient of what is sought by this tensor; null for 1
   * @param retainGraph whether the tape is kept, for another pass
   * @param createGraph whether the pass itself is recorded, so that gradients have gradients; keeps
   *     the tape too
   */
  default void backward(@Nullable Tensor gradient, boolean retainGraph, boolean createGraph) {
    Autograd.backward((Tensor) this, gradient, retainGraph, createGraph);
  }

  /**
   * Calls {@code hook} with this tensor's gradient in every backward pass. As {@code
   * torch.Tensor.register_hook}.
   */
  default TensorHook.Handle registerHook(TensorHook hook) {
    return Autograd.registerHook((Tensor) this, hook);
  }

  /** Keeps the gradient of a tensor that is no leaf, too. As {@code torch.Tensor.retain_grad}. */
  default void retainGrad() {
    Autograd.retainGrad((Tensor) this);
  }
}
