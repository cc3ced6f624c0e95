package dev.cresset.ir.op;

import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.type.Schema;
import java.util.List;
import java.util.function.Function;

/**
 * The gradients of some of an op's arguments, as terms that become a graph of ops. So the same rule
 * serves eager and compiled code, and differentiates again. A gradient may be larger than its
 * argument where that was broadcast, and of another dtype where it was converted: the engine sums
 * and converts it.
 *
 * @param arguments the arguments whose gradients it gives, by name
 * @param terms gives as many terms
 */
public record GradientRule(List<String> arguments, Function<GradientScope, List<Term>> terms) {

  /** A rule of these. */
  public GradientRule {
    arguments = List.copyOf(arguments);
  }

  /**
   * The rule as a graph. Its inputs are, as far as they are used and in this order: {@code dy} (or
   * {@code dy0}, {@code dy1}), the arguments under their names with {@code in_} before them, the
   * results {@code y} (or {@code y0}, {@code y1}). It gives the gradients in the order of {@link
   * #arguments}. A {@code dy} of a result that is a list of tensors is such a list.
   */
  public Graph graph(Schema schema, Function<String, Schema> schemas) {
    return TermGraph.ofGradients(schema, schemas, terms.apply(new GradientScope()));
  }
}
