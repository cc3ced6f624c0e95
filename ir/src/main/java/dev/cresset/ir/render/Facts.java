package dev.cresset.ir.render;

import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.Kinds;
import dev.cresset.ir.graph.Node;
import dev.cresset.ir.graph.Value;
import dev.cresset.ir.type.Type;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What a gradient wants to know of an op's arguments and results beside their elements: sizes,
 * dtypes, and numbers that follow from them. It is computed where the op is run, so that the
 * tensors need not be kept.
 */
final class Facts {
  private final Source source;
  private final Function<Value, String> outside;
  private final Map<String, String> locals = new LinkedHashMap<>();

  /**
   * Writes facts.
   *
   * @param outside what an input of a rule's graph is called where the op is run
   */
  Facts(Source source, Function<Value, String> outside) {
    this.source = source;
    this.outside = outside;
  }

  /** Writes those of a rule's graph, and gives their names. */
  Map<Value, String> write(Graph graph) {
    GraphCode code = new GraphCode(source);
    Set<Value> known = new HashSet<>();
    for (Value input : graph.inputs()) {
      if (!RecordedMethod.isDy(input)) {
        code.name(input, outside.apply(input), input.type());
        known.add(input);
      }
    }
    Map<Value, String> facts = new LinkedHashMap<>();
    for (Node node : graph.allNodes()) {
      if (node.isConstant()) {
        code.constant(node);
        known.add(node.output());
      } else if (known.containsAll(node.inputs())
          && isFact(node)
          && (graph.nodes().contains(node) || isSafe(node, graph))) {
        String text = code.expression(node);
        String local = locals.get(text);
        if (local == null) {
          local = "fact" + locals.size();
          source.line("var %s = %s;", local, text);
          locals.put(text, local);
        }
        code.name(node.output(), local, node.output().type());
        known.add(node.output());
        facts.put(node.output(), local);
      }
    }
    return facts;
  }

  private static boolean isFact(Node node) {
    return node.outputs().size() == 1 && !node.is(Kinds.IF) && !holdsTensors(node.output().type());
  }

  private static boolean holdsTensors(Type type) {
    return type.isTensor()
        || type instanceof Type.ListOf list && holdsTensors(list.element())
        || type instanceof Type.OptionalOf option && holdsTensors(option.element());
  }

  /**
   * What stands in one branch may be asked for before: a size or dtype of a tensor that is there.
   */
  private static boolean isSafe(Node node, Graph graph) {
    return List.of("aten::size", "aten::numel", "aten::dim", "prim::dtype")
            .contains(node.qualifiedKind())
        && graph.inputs().contains(node.input(0))
        && node.input(0).type().isTensor();
  }
}
