package dev.cresset.processor.link;

import java.util.List;

/**
 * What must hold of a module inside of another so that its graph may stand in the place of its
 * call: it is exactly of this class, compiled from these graphs, and carries no hook.
 *
 * @param path the fields that lead to it
 * @param className canonical name of the class
 * @param hash of the class's graphs
 */
public record Guard(List<Step> path, String className, String hash) {

  /**
   * A field on the way.
   *
   * @param owner canonical name of the class that it is read from, as far as the graph knows it
   * @param field by the name that graphs have for it
   */
  public record Step(String owner, String field) {}

  /** A guard of these. */
  public Guard {
    path = List.copyOf(path);
  }
}
