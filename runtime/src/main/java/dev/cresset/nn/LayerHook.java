package dev.cresset.nn;

import dev.cresset.Tensor;

/** Sees a layer's input and result; see {@link Layer#onForward}. */
@FunctionalInterface
public interface LayerHook {

  /** Sees them, after each call. */
  void run(Tensor input, Tensor output);
}
