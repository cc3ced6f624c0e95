package dev.cresset.nn;

import dev.cresset.IValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sees a module's result. As {@code register_forward_hook}. */
@FunctionalInterface
public interface ForwardHook {

  /**
   * Sees input and result.
   *
   * @return what to give back instead, or null to leave the result
   */
  @Nullable IValue run(NnModule module, List<IValue> input, IValue output);
}
