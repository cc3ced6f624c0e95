package dev.cresset.ir.pass;

import dev.cresset.ir.graph.Block;
import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.Kinds;
import dev.cresset.ir.graph.Node;
import dev.cresset.ir.graph.TensorConstant;
import dev.cresset.ir.graph.Uses;
import dev.cresset.ir.graph.Value;
import dev.cresset.ir.type.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Takes out of loops what is the same in each turn: what takes nothing of the turn, and reads
 * nothing that the loop writes. Each turn gives the very thing that the turn before gave, so that
 * only what nobody writes to or sees later is taken out. What could fail is taken only out of loops
 * that surely turn, from before their first step: it is to fail where it would have.
 */
public final class HoistInvariants {
  /** The pass. */
  public static final Pass PASS =
      new Pass(
              "hoist-invariants",
              graph -> new Graph(new HoistInvariants(graph).block(graph.block())))
          .about(node -> node.is(Kinds.LOOP));

  /** What never fails, whatever it is given. */
  private static final Set<String> SAFE =
      Set.of(Kinds.CONSTANT, Kinds.GET_ATTR, Kinds.LIST_CONSTRUCT, Kinds.TUPLE_CONSTRUCT);

  /** What never fails on numbers. */
  private static final Set<String> SAFE_ON_NUMBERS =
      Set.of(
          "aten::add",
          "aten::sub",
          "aten::mul",
          "aten::neg",
          "aten::eq",
          "aten::ne",
          "aten::lt",
          "aten::le",
          "aten::gt",
          "aten::ge",
          "aten::__and__",
          "aten::__or__",
          "aten::__not__",
          "aten::Float",
          "aten::Bool",
          "cresset::wrap_int",
          "cresset::round_float");

  private final Effects effects;
  private final Uses uses;

  private HoistInvariants(Graph graph) {
    effects = Effects.of(graph);
    uses = Uses.of(graph.block());
  }

  private Block block(Block block) {
    List<Node> written = new ArrayList<>();
    for (Node node : block.nodes()) {
      List<Block> inner = node.blocks().stream().map(this::block).toList();
      if (node.is(Kinds.LOOP)) {
        written.add(node.withBlocks(List.of(without(inner.get(0), node, written))));
      } else {
        written.add(inner.isEmpty() ? node : node.withBlocks(inner));
      }
    }
    return block.withNodes(written);
  }

  /** The body of {@code loop} without what is written before it now. */
  private Block without(Block body, Node loop, List<Node> before) {
    Set<Value> ofTurn = new HashSet<>(body.inputs());
    boolean sure = turnsForSure(loop);
    List<Node> kept = new ArrayList<>();
    for (Node node : body.nodes()) {
      if (Collections.disjoint(node.inputs(), ofTurn)
          && isSame(node, loop)
          && (sure || neverFails(node))) {
        before.add(node);
      } else {
        ofTurn.addAll(node.outputs());
        kept.add(node);
        sure &= node.blocks().isEmpty() && !effects.isStep(node);
      }
    }
    return body.withNodes(kept);
  }

  private boolean turnsForSure(Node loop) {
    return uses.constant(loop.input(0)) instanceof Long most
        && most > 0
        && Boolean.TRUE.equals(uses.constant(loop.input(1)));
  }

  /** Whether a node of the loop's body that takes nothing of the turn gives the same in each. */
  private boolean isSame(Node node, Node loop) {
    return node.blocks().isEmpty()
        && effects.mayMerge(node)
        && !(node.attribute("value") instanceof TensorConstant)
        && Collections.disjoint(effects.reads(node), effects.writes(loop))
        && (node.is(Kinds.GET_ATTR)
            || node.outputs().stream().allMatch(value -> effects.mayReplace(value, value)));
  }

  private static boolean neverFails(Node node) {
    return SAFE.contains(node.kind())
        || SAFE_ON_NUMBERS.contains(node.kind())
            && node.inputTypes().stream().allMatch(HoistInvariants::isNumber);
  }

  private static boolean isNumber(Type type) {
    return type.isNumber() || type == Type.BOOL;
  }
}
