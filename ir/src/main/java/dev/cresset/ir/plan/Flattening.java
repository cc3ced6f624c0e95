package dev.cresset.ir.plan;

import dev.cresset.ir.graph.Block;
import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.Kinds;
import dev.cresset.ir.graph.Node;
import dev.cresset.ir.graph.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lays the nodes of a graph out one after the other, with jumps for its blocks. */
final class Flattening {
  private final Map<Value, Integer> slots = new HashMap<>();
  private final Map<Integer, Object> constants = new HashMap<>();
  private final List<Instruction> written = new ArrayList<>();
  private final List<Lifetimes.Span> loops = new ArrayList<>();
  private int count;

  Program program(Graph graph) {
    List<Integer> inputs = made(graph.inputs());
    nodes(graph.block());
    List<Integer> outputs = of(graph.outputs());
    return new Program(
        count,
        constants,
        inputs,
        outputs,
        written,
        new Lifetimes(written, loops, inputs, outputs, constants.keySet()).dead(count));
  }

  private List<Integer> made(List<Value> values) {
    List<Integer> all = new ArrayList<>();
    for (Value value : values) {
      slots.put(value, count);
      all.add(count++);
    }
    return all;
  }

  private int of(Value value) {
    Integer slot = slots.get(value);
    if (slot == null) {
      throw new IllegalStateException(value + " is used before it is made");
    }
    return slot;
  }

  private List<Integer> of(List<Value> values) {
    return values.stream().map(this::of).toList();
  }

  private void nodes(Block block) {
    block.nodes().forEach(this::node);
  }

  private void node(Node node) {
    switch (node.kind()) {
      case Kinds.CONSTANT -> constant(node);
      case Kinds.IF -> choice(node);
      case Kinds.LOOP -> loop(node);
      default -> written.add(new Instruction.Apply(node, of(node.inputs()), made(node.outputs())));
    }
  }

  /** A constant is there from the start, but for a list, which is a new one each time. */
  private void constant(Node node) {
    if (node.constant() instanceof List<?> || node.attributes().containsKey("name")) {
      written.add(new Instruction.Apply(node, List.of(), made(node.outputs())));
    } else {
      constants.put(made(node.outputs()).get(0), node.constant());
    }
  }

  private void move(List<Integer> from, List<Integer> to) {
    if (!to.isEmpty()) {
      written.add(new Instruction.Move(from, to));
    }
  }

  private void choice(Node node) {
    List<Integer> results = made(node.outputs());
    int condition = of(node.input(0));
    int test = written.size();
    written.add(new Instruction.Jump(test)); // a place holder until the targets are known
    side(node.blocks().get(0), results);
    int end = written.size();
    written.add(new Instruction.Jump(end));
    written.set(test, new Instruction.JumpUnless(condition, written.size()));
    side(node.blocks().get(1), results);
    written.set(end, new Instruction.Jump(written.size()));
  }

  private void side(Block block, List<Integer> results) {
    nodes(block);
    move(of(block.outputs()), results);
  }

  private void loop(Node node) {
    Block body = node.blocks().get(0);
    int zero = count++;
    constants.put(zero, 0L);
    int condition = count++;
    List<Integer> state = made(body.inputs()); // the turn, then what is carried
    List<Integer> carried = state.subList(1, state.size());
    List<Integer> begin = new ArrayList<>(List.of(of(node.input(1)), zero));
    List<Integer> to = new ArrayList<>(List.of(condition, state.get(0)));
    begin.addAll(of(node.inputs().subList(2, node.inputs().size())));
    to.addAll(carried);
    move(begin, to);
    int test = written.size();
    written.add(new Instruction.Jump(test)); // a place holder until the end is known
    nodes(body);
    List<Integer> next = new ArrayList<>(List.of(condition));
    next.addAll(carried);
    move(of(body.outputs()), next);
    written.add(new Instruction.NextTurn(state.get(0), test));
    int end = written.size();
    written.set(
        test, new Instruction.JumpUnlessTurn(condition, state.get(0), of(node.input(0)), end));
    loops.add(new Lifetimes.Span(test, end));
    for (int i = 0; i < carried.size(); i++) {
      slots.put(node.outputs().get(i), carried.get(i));
    }
  }
}
