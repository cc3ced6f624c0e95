package dev.cresset.nn;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The hooks of one module, in the order they were registered. */
final class Hooks {
  final List<Entry<ForwardPreHook>> before = new CopyOnWriteArrayList<>();
  final List<Entry<ForwardHook>> after = new CopyOnWriteArrayList<>();
  final List<Entry<BackwardHook>> backward = new CopyOnWriteArrayList<>();

  boolean isEmpty() {
    return before.isEmpty() && after.isEmpty() && backward.isEmpty();
  }

  /** One registration; the same hook may be registered twice and removed once. */
  static final class Entry<H> {
    final H hook;

    Entry(H hook) {
      this.hook = hook;
    }
  }
}
