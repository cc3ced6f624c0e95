package dev.cresset.ir.pass;

import dev.cresset.ir.graph.Block;
import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.Kinds;
import dev.cresset.ir.graph.Node;
import dev.cresset.ir.graph.TensorConstant;
import dev.cresset.ir.graph.Value;
import dev.cresset.ir.type.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Computes once what is computed twice from the same values, if nothing that it reads was written
 * to in between.
 */
public final class MergeCommonSubexpressions extends Rebuild {
  /** The pass. */
  public static final Pass PASS =
      new Pass(
          "merge-common-subexpressions",
          graph -> new MergeCommonSubexpressions(graph).apply(graph));

  /** What decides what a node gives. */
  private record Key(
      String kind, List<Value> inputs, Map<String, Object> attributes, List<Type> types) {}

  private final Effects effects;
  private Map<Key, Node> known = new HashMap<>();

  private MergeCommonSubexpressions(Graph graph) {
    super(graph);
    effects = Effects.of(graph);
  }

  @Override
  void node(Node node, List<Node> written) {
    if (!node.blocks().isEmpty()) {
      forget(node); // a round of a loop comes after the writes of the round before
      written.add(renewed(node));
    } else if (!mergeable(node)) {
      forget(node);
      written.add(renewed(node));
    } else {
      Key key = key(node);
      Node same = known.get(key);
      if (same != null && replaceable(node, same)) {
        replaceAll(node.outputs(), same.outputs());
      } else {
        known.putIfAbsent(key, node);
        written.add(renewed(node));
      }
    }
  }

  /** What a block computes is known in it and in its inner blocks alone. */
  @Override
  Block block(Block block) {
    Map<Key, Node> before = known;
    known = new HashMap<>(before);
    Block renewed = super.block(block);
    known = before;
    return renewed;
  }

  private boolean mergeable(Node node) {
    return effects.mayMerge(node) && !(node.attribute("value") instanceof TensorConstant);
  }

  /** An attribute is the same thing each time; else two results must not both be seen later. */
  private boolean replaceable(Node node, Node same) {
    if (node.is(Kinds.GET_ATTR)) {
      return true;
    }
    for (int i = 0; i < node.outputs().size(); i++) {
      if (!effects.mayReplace(node.outputs().get(i), same.outputs().get(i))) {
        return false;
      }
    }
    return true;
  }

  private void forget(Node writer) {
    if (!effects.mayRemove(writer)) {
      known
          .values()
          .removeIf(node -> !Collections.disjoint(effects.reads(node), effects.writes(writer)));
    }
  }

  private Key key(Node node) {
    List<Type> types = new ArrayList<>();
    node.outputs().forEach(output -> types.add(output.type()));
    return new Key(node.kind(), of(node.inputs()), node.attributes(), types);
  }
}
