package dev.cresset.nn;

import dev.cresset.IValue;
import dev.cresset.tensor.Recording;
import java.util.List;

/** A module's forward between its hooks, in PyTorch's order. */
final class HookedCall {

  private HookedCall() {}

  static IValue run(NnModule module, Hooks hooks, List<IValue> inputs) {
    List<IValue> in = inputs;
    for (Hooks.Entry<ForwardPreHook> entry : hooks.before) {
      List<IValue> replaced = entry.hook.run(module, in);
      in = replaced == null ? in : replaced;
    }
    if (!hooks.backward.isEmpty()) {
      Recording.refuse("calls a module with backward hooks");
    }
    BackwardWatch watch = hooks.backward.isEmpty() ? null : new BackwardWatch(module, hooks);
    if (watch != null) {
      in = watch.inputs(in);
    }
    IValue out = module.invokeForward(in);
    for (Hooks.Entry<ForwardHook> entry : hooks.after) {
      IValue replaced = entry.hook.run(module, in, out);
      out = replaced == null ? out : replaced;
    }
    return watch == null ? out : watch.outputs(out);
  }
}
