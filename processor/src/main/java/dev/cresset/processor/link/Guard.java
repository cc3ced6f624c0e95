package dev.cresset.processor.link;

import java.util.List;

/**
 * What must hold of a module inside of another so that its graph may stand in the place of its
 * call: it is exactly of this class, compiled from these graphs, and carries no hook.
 *
 * @param path the fields that lead to it, by the names that graphs have for them
 * @param className canonical name of the class
 * @param hash of the class's graphs
 */
public record Guard(List<String> path, String className, String hash) {
  /** A guard of these. */
  public Guard {
    path = List.copyOf(path);
  }
}
