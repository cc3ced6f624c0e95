package dev.cresset.ir.pass;

import dev.cresset.ir.graph.Block;
import dev.cresset.ir.graph.Kinds;
import dev.cresset.ir.graph.Node;
import dev.cresset.ir.graph.Value;
import dev.cresset.ir.op.Op;
import dev.cresset.ir.op.OpTable;
import dev.cresset.ir.pass.Memory.Place;
import dev.cresset.ir.type.Alias;
import dev.cresset.ir.type.Argument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads off a graph which of its values may share memory: from the schemas' alias marks. */
final class Aliasing {
  private static final String ANYTHING = "*";

  /** Ops that may give their input itself, of which their schemas in PyTorch say nothing. */
  private static final Set<String> MAY_GIVE_INPUT =
      Set.of(
          "aten::dropout",
          "aten::feature_dropout",
          "aten::alpha_dropout",
          "aten::feature_alpha_dropout",
          "aten::type_as");

  private final Memory memory;

  Aliasing(Memory memory) {
    this.memory = memory;
  }

  /** The memory of a graph whose inputs and attributes come from outside. */
  void graph(Block block) {
    block.inputs().forEach(memory::fromOutside);
    block(block);
  }

  private void block(Block block) {
    block.nodes().forEach(this::node);
  }

  private void node(Node node) {
    switch (node.kind()) {
      case Kinds.CONSTANT, Kinds.RAISE, Kinds.WARN, Kinds.FUSION_GROUP, "prim::Uninitialized" -> {}
      case Kinds.IF -> branch(node);
      case Kinds.LOOP -> loop(node);
      case Kinds.TUPLE_CONSTRUCT, Kinds.LIST_CONSTRUCT, Kinds.DICT_CONSTRUCT ->
          node.inputs().forEach(element -> memory.hold(node.output(), element));
      case Kinds.TUPLE_UNPACK, Kinds.LIST_UNPACK, Kinds.TUPLE_INDEX ->
          node.outputs().forEach(element -> memory.hold(node.input(0), element));
      case Kinds.UNCHECKED_CAST -> memory.join(node.input(0), node.output());
      case Kinds.GET_ATTR -> memory.fromOutside(node.output());
      case Kinds.SET_ATTR -> memory.fromOutside(node.input(1));
      default -> call(node);
    }
  }

  private void branch(Node node) {
    for (Block side : node.blocks()) {
      block(side);
      joinAll(node.outputs(), side.outputs());
    }
  }

  private void loop(Node node) {
    Block body = node.blocks().get(0);
    List<Value> carried = node.inputs().subList(2, node.inputs().size());
    joinAll(node.outputs(), carried);
    joinAll(node.outputs(), body.inputs().subList(1, body.inputs().size()));
    joinAll(node.outputs(), body.outputs().subList(1, body.outputs().size()));
    block(body);
  }

  private void joinAll(List<Value> some, List<Value> others) {
    for (int i = 0; i < some.size(); i++) {
      memory.join(some.get(i), others.get(i));
    }
  }

  private void call(Node node) {
    Op op = OpTable.of(node);
    if (op == null) { // it may keep what it takes, and give what it keeps
      node.inputs().forEach(memory::fromOutside);
      node.outputs().forEach(memory::fromOutside);
      node.blocks().forEach(this::block);
      return;
    }
    Map<String, Place> sets = new HashMap<>();
    List<Argument> arguments = op.schema().arguments();
    for (int i = 0; i < arguments.size(); i++) {
      mark(arguments.get(i), node.input(i), sets);
    }
    List<Argument> returns = op.schema().returns();
    for (int i = 0; i < node.outputs().size(); i++) {
      mark(returns.get(i), node.outputs().get(i), sets);
    }
    everything(node, op);
    if (MAY_GIVE_INPUT.contains(node.kind())) {
      memory.join(node.input(0), node.output());
    }
  }

  private void mark(Argument argument, Value value, Map<String, Place> sets) {
    Place place = memory.of(value);
    if (place == null) {
      return;
    }
    mark(argument.alias(), place, sets);
    if (argument.elementAlias() != null) {
      mark(argument.elementAlias(), memory.held(place), sets);
    }
  }

  private void mark(@Nullable Alias alias, Place place, Map<String, Place> sets) {
    if (alias == null) {
      return;
    }
    for (String set : alias.sets()) {
      if (!set.equals(ANYTHING)) {
        Place other = sets.putIfAbsent(set, place);
        if (other != null) {
          memory.join(other, place);
        }
      }
    }
  }

  /** What goes into a container, {@code (c -> *)}, and what comes out of one, {@code (*)}. */
  private void everything(Node node, Op op) {
    List<Value> moved = new ArrayList<>();
    List<Value> containers = new ArrayList<>();
    for (int i = 0; i < op.schema().arguments().size(); i++) {
      Argument argument = op.schema().arguments().get(i);
      if (argument.alias() != null && argument.alias().after().contains(ANYTHING)) {
        moved.add(node.input(i));
      } else if (!node.input(i).type().isTensor()) {
        containers.add(node.input(i));
      }
    }
    for (int i = 0; i < node.outputs().size(); i++) {
      Alias alias = op.schema().returns().get(i).alias();
      if (alias != null && alias.sets().contains(ANYTHING)) {
        moved.add(node.outputs().get(i));
      }
    }
    for (Value value : moved) {
      containers.forEach(container -> memory.hold(container, value));
    }
  }
}
