package dev.cresset.script;

import java.util.List;

/** How a module is frozen; made by {@link Freeze}. */
public sealed interface FreezeOption {

  /** Tensors, and modules of which they all, that stay attributes, by path. */
  record PreserveAttributes(List<String> paths) implements FreezeOption {}

  /** Methods that are kept besides {@code forward}, by name. */
  record PreserveMethods(List<String> names) implements FreezeOption {}

  /** Whether weights may change, as folding batch norm into them does. */
  record FoldWeights(boolean fold) implements FreezeOption {}
}
