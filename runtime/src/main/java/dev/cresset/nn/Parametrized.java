package dev.cresset.nn;

import dev.cresset.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parameters of one module that are computed of others. */
final class Parametrized {
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  /**
   * One of them.
   *
   * @param handle the module's own field, which shows the value
   * @param hook computes it before every call
   */
  private record Entry(Tensor handle, Parametrization rule, HookHandle hook) {}

  boolean isEmpty() {
    return entries.isEmpty();
  }

  void add(NnModule module, String name, Tensor handle, Parametrization rule) {
    if (entries.containsKey(name)) {
      throw new IllegalStateException("'" + name + "' is computed of others already");
    }
    handle.requiresGrad_(false);
    handle.setGrad(null);
    HookHandle hook =
        module.registerForwardPreHook(
            (called, input) -> {
              show(handle, rule.value(called.isTraining()));
              return null;
            });
    entries.put(name, new Entry(handle, rule, hook));
    show(handle, rule.value(module.isTraining()));
  }

  /** Lets the field be trained itself again, from the value that it has. */
  void remove(String name) {
    Entry entry = entries.remove(name);
    if (entry == null) {
      throw new IllegalArgumentException("'" + name + "' is not computed of others");
    }
    entry.hook.remove();
    Tensor value = entry.handle.detach().clone();
    entry.handle.detach_();
    entry.handle.setData(value);
    entry.handle.requiresGrad_(true);
  }

  /** Memory of its own, as an earlier pass may still need what the handle showed before. */
  private static void show(Tensor handle, Tensor value) {
    handle.detach_();
    handle.setData(Tensor.emptyLike(value.detach()));
    handle.copy_(value);
  }

  /** What is trained stands in the place of what is computed. */
  void exchange(
      Map<String, @Nullable Tensor> parameters,
      Map<String, @Nullable Tensor> buffers,
      Map<String, @Nullable Tensor> persistent) {
    entries.forEach(
        (name, entry) -> {
          String prefix = "parametrizations." + name + ".";
          parameters.remove(name);
          entry.rule.parameters().forEach((key, tensor) -> parameters.put(prefix + key, tensor));
          entry.rule.buffers().forEach((key, tensor) -> buffers.put(prefix + key, tensor));
          entry.rule.buffers().forEach((key, tensor) -> persistent.put(prefix + key, tensor));
        });
  }
}
