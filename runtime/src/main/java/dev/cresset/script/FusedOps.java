package dev.cresset.script;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The fused groups of all classes that were linked so far, by their bodies. */
public final class FusedOps {
  private static final Map<String, FusedOp> KNOWN = new ConcurrentHashMap<>();

  private FusedOps() {}

  static void add(FusedOp op) {
    KNOWN.putIfAbsent(op.graph(), op);
  }

  /** The group whose body in its canonical form prints as {@code graph}; null if none is known. */
  public static @Nullable FusedOp find(String graph) {
    return KNOWN.get(graph);
  }
}
