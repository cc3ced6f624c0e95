package dev.cresset.nn;

import dev.cresset.IValue;
import dev.cresset.ir.graph.Graph;
import java.util.List;

/**
 * What knows the graphs of modules. It lies in a room behind this one, and generated superclasses
 * hold it open.
 */
public interface GraphDoor {

  /** The graph of one method, with calls of the modules in it. */
  Graph graph(NnModule module, String method);

  /** The graph of one method, with the graphs of the modules in it in the place of their calls. */
  Graph inlinedGraph(NnModule module, String method);

  /** What runs for these inputs: sizes known, fused groups with their bodies. */
  Graph graphFor(NnModule module, String method, List<IValue> inputs);

  /** One method as TorchScript's Python. */
  String code(NnModule module, String method);
}
