package dev.cresset.ir.pass;

import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.Node;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A named step from a graph to one that means the same.
 *
 * @param name what it does, {@code eliminate-dead-code}
 * @param function does it; it gives the same for the same graph
 */
public record Pass(String name, UnaryOperator<Graph> function) {

  /** A pass that applies laws until none of them applies any more. */
  public static Pass rewrite(String name, Rule... laws) {
    List<Rule> all = List.of(laws);
    return new Pass(name, graph -> new Rewriting(all).apply(graph));
  }

  /**
   * This pass for graphs alone in which there is a node that it is about; it would leave others as
   * they are, and takes no time for them.
   */
  Pass about(Predicate<Node> nodes) {
    return new Pass(
        name, graph -> graph.allNodes().stream().anyMatch(nodes) ? function.apply(graph) : graph);
  }

  /** The graph after this pass. */
  public Graph apply(Graph graph) {
    return function.apply(graph);
  }

  @Override
  public String toString() {
    return name;
  }
}
