package dev.cresset.nn;

import dev.cresset.Tensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sees the gradients that pass through a module. As {@code register_full_backward_hook}. */
@FunctionalInterface
public interface BackwardHook {

  /**
   * Sees the gradients; called once in each backward pass, when those of the inputs are known.
   *
   * @param gradInput one per input tensor; null where the input needs none
   * @param gradOutput one per output tensor; null where none arrived
   * @return what to pass on to the inputs instead, as long as {@code gradInput}, or null to leave
   *     it
   */
  @Nullable List<@Nullable Tensor> run(
      NnModule module, List<@Nullable Tensor> gradInput, List<@Nullable Tensor> gradOutput);
}
