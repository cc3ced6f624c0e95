package dev.cresset.processor.link;

import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.shape.Construction;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The graphs of a class as lowered.
 *
 * @param className its canonical name
 * @param packageName its package
 * @param isPublic whether other packages see it
 * @param hash of the graphs' text
 * @param methods its methods by name, its private helpers among them
 * @param constructions what its constructors make, in order
 */
public record ClassGraphs(
    String className,
    String packageName,
    boolean isPublic,
    String hash,
    Map<String, Graph> methods,
    List<Construction> constructions) {

  /** The graph of a method; null if it is not scripted. */
  public @Nullable Graph method(String name) {
    return methods.get(name);
  }

  /** Whether code in {@code other} may name the class. */
  boolean isSeenFrom(String other) {
    return isPublic || packageName.equals(other);
  }
}
