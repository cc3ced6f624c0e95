package dev.cresset.processor.extract;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The statements around the one that is read which {@code break} and {@code continue} can mean. */
final class Targets {

  /** What can be left. */
  enum Kind {
    LOOP,
    SWITCH,
    BLOCK
  }

  /**
   * A statement that can be left.
   *
   * @param name as the user labels it, or empty
   * @param label as the script knows it, unique in its method
   * @param unset the variables that may have no value where it is broken
   */
  record Target(String name, Kind kind, String label, Set<String> unset) {}

  private final Deque<Target> open = new ArrayDeque<>();
  private int count;

  /** Begins a statement that can be left. */
  Target open(String name, Kind kind) {
    count++;
    String label = (name.isEmpty() ? kind.name().toLowerCase(java.util.Locale.ROOT) : name) + count;
    Target target = new Target(name, kind, label, new HashSet<>());
    open.push(target);
    return target;
  }

  void close() {
    open.pop();
  }

  /**
   * What a {@code break} or {@code continue} means; null if there is nothing of the kind.
   *
   * @param name its label, or empty
   */
  @Nullable Target find(String name, boolean again) {
    for (Target each : open) { // innermost first
      boolean fits = again ? each.kind == Kind.LOOP : each.kind != Kind.BLOCK || !name.isEmpty();
      if (fits && (name.isEmpty() || name.equals(each.name))) {
        return each;
      }
    }
    return null;
  }
}
