package dev.cresset.processor.generate;

import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.shape.Construction;
import dev.cresset.processor.link.Guard;
import dev.cresset.processor.script.ScriptClass;
import dev.cresset.processor.script.ScriptMethod;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A scripted class after all stages.
 *
 * @param text its graphs as lowered, and those of the functions that they call
 * @param hash of its own graphs
 * @param constructions what its constructors make
 * @param methods its methods in the order of its source
 * @param guards what they take for granted of the modules inside
 */
public record CompiledClass(
    ScriptClass script,
    String text,
    String hash,
    List<Construction> constructions,
    List<CompiledMethod> methods,
    Set<Guard> guards) {

  /**
   * A method.
   *
   * @param graph its graph after all passes
   */
  public record CompiledMethod(ScriptMethod method, Graph graph) {}

  /** A class of these. */
  public CompiledClass {
    constructions = List.copyOf(constructions);
    methods = List.copyOf(methods);
    guards = Collections.unmodifiableSet(new LinkedHashSet<>(guards));
  }
}
