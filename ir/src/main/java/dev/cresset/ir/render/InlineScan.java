package dev.cresset.ir.render;

import dev.cresset.ir.graph.Block;
import dev.cresset.ir.graph.Kinds;
import dev.cresset.ir.graph.Node;
import dev.cresset.ir.graph.Uses;
import dev.cresset.ir.graph.Value;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds which nodes are written where they are used, as TorchScript does: those without a name that
 * are used once, by the node right behind them, so that all is still computed in the graph's order.
 */
final class InlineScan {
  private final Uses uses;
  private final Set<Node> inline = Collections.newSetFromMap(new IdentityHashMap<>());

  InlineScan(Uses uses) {
    this.uses = uses;
  }

  Set<Node> in(Block block) {
    scan(block);
    return inline;
  }

  private void scan(Block block) {
    values(block.nodes(), block.nodes().size(), block.outputs(), null);
    for (int i = block.nodes().size() - 1; i >= 0; i--) {
      node(block.nodes(), i);
    }
  }

  /** Scans what a node takes; gives the place before which nothing is inline any more. */
  private int node(List<Node> nodes, int at) {
    Node node = nodes.get(at);
    if (inline.contains(node) || node.isConstant()) {
      return at;
    }
    node.blocks().forEach(this::scan);
    return values(nodes, at, node.inputs(), node);
  }

  private int values(List<Node> nodes, int at, List<Value> taken, @Nullable Node user) {
    int point = before(nodes, at);
    for (int i = taken.size() - 1; i >= 0; i--) {
      Value value = taken.get(i);
      Node maker = uses.maker(value);
      if (point >= 0 && maker == nodes.get(point) && mayInline(value, maker, user, i)) {
        int own = point;
        point = node(nodes, own);
        inline.add(nodes.get(own));
      }
    }
    return point;
  }

  private static int before(List<Node> nodes, int at) {
    int point = at - 1;
    while (point >= 0 && nodes.get(point).isConstant()) {
      point--;
    }
    return point;
  }

  /** A name that the user gave is kept, but for what is only returned. */
  private boolean mayInline(Value value, Node maker, @Nullable Node user, int input) {
    boolean returned = user == null;
    return maker.outputs().size() == 1
        && uses.count(value) == 1
        && (returned || !value.isNamed())
        && maker.blocks().isEmpty()
        && !(user != null && user.is(Kinds.LOOP) && input >= 2)
        && !maker.is(Kinds.LIST_UNPACK)
        && !maker.is(Kinds.TUPLE_UNPACK);
  }
}
