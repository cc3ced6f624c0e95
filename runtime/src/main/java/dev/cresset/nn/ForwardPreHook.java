package dev.cresset.nn;

import dev.cresset.IValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sees a module's input before it is called. As {@code register_forward_pre_hook}. */
@FunctionalInterface
public interface ForwardPreHook {

  /**
   * Sees the input.
   *
   * @return what to call the module with instead, or null to leave the input
   */
  @Nullable List<IValue> run(NnModule module, List<IValue> input);
}
