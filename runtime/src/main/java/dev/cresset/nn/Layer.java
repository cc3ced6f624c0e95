package dev.cresset.nn;

import dev.cresset.Tensor;

/**
 * A module from tensor to tensor, so that layers stand in lists and sequences without casts. A
 * generated superclass extends it exactly when {@code forward} is such a method.
 */
public abstract class Layer extends NnModule {

  /** For subclasses. */
  protected Layer() {}

  /** What the layer computes, as written: op by op, no hooks. Call {@link #call} instead. */
  public abstract Tensor forward(Tensor input);

  /** Runs the layer: hooks, and between them the compiled forward. As {@code __call__}. */
  public abstract Tensor call(Tensor input);

  /** Lets {@code hook} see input and result of every call. As {@code register_forward_hook}. */
  public final HookHandle onForward(LayerHook hook) {
    return registerForwardHook(
        (module, input, output) -> {
          hook.run(input.get(0).toTensor(), output.toTensor());
          return null;
        });
  }
}
