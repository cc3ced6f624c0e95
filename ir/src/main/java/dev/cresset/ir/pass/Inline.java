package dev.cresset.ir.pass;

import dev.cresset.ir.graph.Copy;
import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.Kinds;
import dev.cresset.ir.graph.Node;
import dev.cresset.ir.graph.Value;
import dev.cresset.ir.type.Type;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts the bodies of called methods and functions in the place of the calls, and what these call in
 * turn. A call whose body is not known stays, and so does one of a body that is being put in.
 */
public final class Inline extends Rebuild {

  /** Where the bodies are. */
  public interface Bodies {
    /**
     * The graph of a method, whose first input is the object; null if the call is to stay.
     *
     * @param owner the object's type
     */
    @Nullable Graph method(Type owner, String name);

    /** The graph of a function; null if the call is to stay. */
    @Nullable Graph function(String name);
  }

  private final Bodies bodies;
  private final Map<Value, String> functions = new HashMap<>();
  private final Deque<Graph> open = new ArrayDeque<>();

  private Inline(Graph graph, Bodies bodies) {
    super(graph);
    this.bodies = bodies;
  }

  /** The pass with these bodies. */
  public static Pass with(Bodies bodies) {
    return new Pass("inline", graph -> new Inline(graph, bodies).apply(graph));
  }

  @Override
  void node(Node node, List<Node> written) {
    if (node.isConstant() && node.attribute("name") instanceof String name) {
      functions.put(node.output(), name);
    }
    Graph body = body(node);
    if (body == null || open.contains(body)) {
      written.add(renewed(node));
      return;
    }
    int first = node.is(Kinds.CALL_FUNCTION) ? 1 : 0;
    Copy copy = new Copy(names());
    for (int i = 0; i < body.inputs().size(); i++) {
      copy.replace(body.inputs().get(i), of(node.input(first + i)));
    }
    open.push(body);
    for (Node inner : body.nodes()) {
      node(copy.of(inner), written);
    }
    open.pop();
    replaceAll(node.outputs(), of(copy.of(body.outputs())));
  }

  private @Nullable Graph body(Node node) {
    if (node.is(Kinds.CALL_METHOD)) {
      return bodies.method(of(node.input(0)).type(), node.text("name"));
    }
    String function = node.is(Kinds.CALL_FUNCTION) ? functions.get(of(node.input(0))) : null;
    return function == null ? null : bodies.function(function);
  }
}
