package dev.cresset.processor.generate;

import dev.cresset.ir.graph.Graph;
import dev.cresset.processor.script.ScriptClass;
import dev.cresset.processor.script.ScriptMethod;
import java.util.List;

/**
 * A scripted class after all stages.
 *
 * @param methods its methods in the order of its source
 */
public record CompiledClass(ScriptClass script, List<CompiledMethod> methods) {

  /**
   * A method.
   *
   * @param meaning its graph as lowered, which is kept as text
   * @param graph its graph after all passes, which is run
   */
  public record CompiledMethod(ScriptMethod method, Graph meaning, Graph graph) {}

  public CompiledClass {
    methods = List.copyOf(methods);
  }
}
