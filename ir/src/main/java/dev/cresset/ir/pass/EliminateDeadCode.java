package dev.cresset.ir.pass;

import dev.cresset.ir.graph.Block;
import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.Kinds;
import dev.cresset.ir.graph.Node;
import dev.cresset.ir.graph.Value;
import dev.cresset.ir.pass.Memory.Place;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Removes what nobody can see: nodes whose results are not used and that are no steps, writes to
 * memory that is not read, results of branches and carried values of loops that lead nowhere.
 */
public final class EliminateDeadCode {
  /** The pass. */
  public static final Pass PASS =
      new Pass("eliminate-dead-code", graph -> new EliminateDeadCode(graph).swept(graph));

  private final Effects effects;
  private final Map<Value, Node> makers = new HashMap<>();
  private final Map<Node, Node> around = new IdentityHashMap<>();
  private final Set<Value> liveValues = new HashSet<>();
  private final Set<Node> liveNodes = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<Value> seen = new ArrayDeque<>();
  private final Set<Place> livePlaces = new HashSet<>();

  private EliminateDeadCode(Graph graph) {
    effects = Effects.of(graph);
    graph.nodes().forEach(this::know);
    graph.outputs().forEach(this::see);
    List<Node> all = graph.allNodes();
    all.stream()
        .filter(node -> node.blocks().isEmpty() && effects.isStep(node))
        .forEach(this::live);
    follow();
    int before;
    do {
      before = liveNodes.size();
      all.stream().filter(this::writesToLive).forEach(this::live);
      follow();
    } while (liveNodes.size() > before);
  }

  private void know(Node node) {
    node.outputs().forEach(value -> makers.put(value, node));
    for (Block block : node.blocks()) {
      block.inputs().forEach(value -> makers.put(value, node));
      for (Node inner : block.nodes()) {
        around.put(inner, node);
        know(inner);
      }
    }
  }

  private boolean writesToLive(Node node) {
    return node.blocks().isEmpty() && !Collections.disjoint(effects.writes(node), livePlaces);
  }

  private void live(Node node) {
    if (!liveNodes.add(node)) {
      return;
    }
    Node outer = around.get(node);
    if (outer != null) {
      live(outer);
    }
    if (node.is(Kinds.LOOP)) {
      see(node.input(0));
      see(node.input(1));
      see(node.blocks().get(0).outputs().get(0));
    } else {
      node.inputs().forEach(this::see);
    }
  }

  /** Notes that the value is seen; {@link #follow} goes on to where it comes from. */
  private void see(Value value) {
    if (liveValues.add(value)) {
      seen.add(value);
    }
  }

  /** A list of what is left to do, and no recursion: chains of values are long. */
  private void follow() {
    while (!seen.isEmpty()) {
      Value value = seen.remove();
      livePlaces.addAll(effects.reach(value));
      Node maker = makers.get(value);
      if (maker != null) {
        follow(value, maker);
      }
    }
  }

  private void follow(Value value, Node maker) {
    live(maker);
    int slot = maker.outputs().indexOf(value);
    if (maker.is(Kinds.IF)) {
      maker.blocks().forEach(side -> see(side.outputs().get(slot)));
    } else if (maker.is(Kinds.LOOP)) {
      Block body = maker.blocks().get(0);
      carry(maker, slot >= 0 ? slot : body.inputs().indexOf(value) - 1);
    }
  }

  /** Sees a carried value wherever it comes from; the number of the round comes from nowhere. */
  private void carry(Node loop, int slot) {
    if (slot >= 0) {
      Block body = loop.blocks().get(0);
      see(loop.input(2 + slot));
      see(body.inputs().get(1 + slot));
      see(body.outputs().get(1 + slot));
      see(loop.outputs().get(slot));
    }
  }

  private Graph swept(Graph graph) {
    return new Graph(swept(graph.block()));
  }

  private Block swept(Block block) {
    return block.withNodes(
        block.nodes().stream().filter(liveNodes::contains).map(this::sweptNode).toList());
  }

  private Node sweptNode(Node node) {
    if (node.blocks().isEmpty()) {
      return node;
    }
    int fixed = node.is(Kinds.LOOP) ? 1 : 0;
    List<Block> blocks = new ArrayList<>();
    for (Block block : node.blocks()) {
      Block swept = swept(block);
      blocks.add(
          new Block(
              fixed == 0 ? swept.inputs() : seen(node, swept.inputs(), 1),
              swept.nodes(),
              seen(node, swept.outputs(), fixed)));
    }
    Node narrowed = node.withOutputs(seen(node, node.outputs(), 0)).withBlocks(blocks);
    return fixed == 0 ? narrowed : narrowed.withInputs(seen(node, node.inputs(), 2));
  }

  /** Of {@code values} the first {@code fixed}, and those whose result of {@code node} is seen. */
  private List<Value> seen(Node node, List<Value> values, int fixed) {
    List<Value> seen = new ArrayList<>(values.subList(0, fixed));
    for (int slot = 0; slot < node.outputs().size(); slot++) {
      if (liveValues.contains(node.outputs().get(slot))) {
        seen.add(values.get(fixed + slot));
      }
    }
    return seen;
  }
}
