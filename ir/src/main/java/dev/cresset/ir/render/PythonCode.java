package dev.cresset.ir.render;

import dev.cresset.ir.graph.Block;
import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.Kinds;
import dev.cresset.ir.graph.Node;
import dev.cresset.ir.graph.TensorConstant;
import dev.cresset.ir.graph.Uses;
import dev.cresset.ir.graph.Value;
import dev.cresset.ir.type.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Prints a graph as the Python that TorchScript prints for it, {@code scripted.code}, and keeps in
 * its archives.
 */
public final class PythonCode {
  /** An expression longer than this, in characters, gets a line of its own. */
  private static final int LONG = 39;

  private final Uses uses;
  private final Set<Node> inline;
  private final PythonConstants constants = new PythonConstants();
  private final PythonExpressions expressions;
  private final PythonNames names = new PythonNames();
  private final Map<Value, String> used = new HashMap<>();
  private final StringBuilder text = new StringBuilder();
  private int level = 1;

  private PythonCode(Graph graph) {
    uses = Uses.of(graph.block());
    inline = new InlineScan(uses).in(graph.block());
    expressions = new PythonExpressions(uses, this::use);
  }

  /** A text, and the tensors that it names {@code CONSTANTS.c0}, {@code CONSTANTS.c1} and so on. */
  public record Printed(String text, List<TensorConstant> constants) {}

  /** The text of a function or method of this name. */
  public static Printed print(String name, Graph graph) {
    PythonCode code = new PythonCode(graph);
    code.function(name, graph);
    return new Printed(code.text.toString(), code.constants.tensors());
  }

  private void function(String name, Graph graph) {
    List<String> parameters = new ArrayList<>();
    for (Value input : graph.inputs()) {
      boolean self = parameters.isEmpty() && input.type() instanceof Type.ClassOf;
      String own = self ? names.fixed("self") : names.of(input);
      used.put(input, own);
      parameters.add(self ? own : own + ": " + PythonTypes.of(input.type()));
    }
    List<Value> outputs = graph.outputs();
    String result =
        outputs.size() == 1
            ? PythonTypes.of(outputs.get(0).type())
            : PythonTypes.of(new Type.Tuple(outputs.stream().map(Value::type).toList()));
    text.append("def ").append(name).append('(').append(String.join(",\n    ", parameters));
    text.append(") -> ").append(outputs.isEmpty() ? "NoneType" : result).append(":\n");
    nodes(graph.block());
    split(outputs);
    line(
        "return "
            + (outputs.isEmpty()
                ? "None"
                : outputs.size() == 1 ? use(outputs.get(0)) : tuple(outputs)));
  }

  private String tuple(List<Value> values) {
    return values.stream().map(this::use).collect(Collectors.joining(", ", "(", ")"));
  }

  private void line(String statement) {
    text.append("  ".repeat(level)).append(statement).append('\n');
  }

  private String use(Value value) {
    String known = used.get(value);
    if (known == null) {
      throw new IllegalStateException(value + " has no name yet");
    }
    return known;
  }

  private void nodes(Block block) {
    block.nodes().forEach(this::node);
  }

  private void node(Node node) {
    if (node.isConstant()) {
      used.put(node.output(), constants.of(node));
      return;
    }
    split(node.inputs());
    switch (node.kind()) {
      case Kinds.IF -> choice(node);
      case Kinds.LOOP -> loop(node);
      case Kinds.SET_ATTR ->
          line("%s.%s = %s".formatted(use(node.input(0)), node.text("name"), use(node.input(1))));
      case Kinds.LIST_UNPACK, Kinds.TUPLE_UNPACK -> {
        String left =
            assigned(node.outputs()).stream()
                .map(name -> name + ", ")
                .collect(Collectors.joining());
        line(left + "= " + use(node.input(0)));
      }
      default -> plain(node);
    }
  }

  private void plain(Node node) {
    String expression = expressions.of(node);
    if (inline.contains(node)) {
      used.put(node.output(), expression);
    } else if (node.outputs().isEmpty()) {
      line(expression);
    } else {
      line(String.join(", ", assigned(node.outputs())) + " = " + expression);
    }
  }

  private List<String> assigned(List<Value> values) {
    List<String> all = new ArrayList<>();
    for (Value value : values) {
      String name = names.of(value);
      used.put(value, name);
      all.add(name);
    }
    return all;
  }

  /** Gives all up to the last long expression among these a line of its own. */
  private void split(List<Value> values) {
    int last = -1;
    for (int i = 0; i < values.size(); i++) {
      if (isInline(values.get(i)) && use(values.get(i)).length() > LONG) {
        last = i;
      }
    }
    for (Value value : values.subList(0, last + 1)) {
      if (isInline(value)) {
        String expression = use(value);
        inline.remove(uses.maker(value));
        line(assigned(List.of(value)).get(0) + " = " + expression);
      }
    }
  }

  private boolean isInline(Value value) {
    Node maker = uses.maker(value);
    return maker != null && inline.contains(maker);
  }

  // ---- blocks

  private void choice(Node node) {
    String condition = use(node.input(0));
    List<String> results = assigned(node.outputs());
    line("if " + condition + ":");
    side(node.blocks().get(0), results);
    line("else:");
    side(node.blocks().get(1), results);
  }

  private void side(Block block, List<String> results) {
    level++;
    if (block.nodes().stream().allMatch(Node::isConstant) && results.isEmpty()) {
      line("pass");
    }
    nodes(block);
    split(block.outputs());
    assign(results, block.outputs());
    level--;
  }

  private void assign(List<String> to, List<Value> from) {
    if (!to.isEmpty()) {
      String values = from.stream().map(this::use).collect(Collectors.joining(", "));
      line(String.join(", ", to) + " = " + values);
    }
  }

  private void loop(Node node) {
    Block body = node.blocks().get(0);
    List<Value> carried = body.inputs().subList(1, body.inputs().size());
    List<Value> begin = node.inputs().subList(2, node.inputs().size());
    List<String> from = begin.stream().map(this::use).toList();
    String most = use(node.input(0));
    String condition = use(node.input(1));
    List<String> state = assigned(carried);
    for (int i = 0; i < state.size(); i++) {
      boolean none = begin.get(i).type() == Type.NONE;
      String type = none ? ": " + PythonTypes.of(carried.get(i).type()) : "";
      line(state.get(i) + type + " = " + from.get(i));
    }
    if (isTrue(node.input(1)) && isTrue(body.outputs().get(0))) {
      line("for " + assigned(body.inputs().subList(0, 1)).get(0) + " in range(" + most + "):");
      turn(body, state, body.outputs().subList(1, body.outputs().size()));
    } else if (isEndless(node)) {
      String again = names.fresh();
      line(again + " = " + condition);
      line("while " + again + ":");
      List<String> all = new ArrayList<>(List.of(again));
      all.addAll(state);
      turn(body, all, body.outputs());
    } else {
      counted(body, most, condition, state);
    }
    for (int i = 0; i < state.size(); i++) {
      used.put(node.outputs().get(i), state.get(i));
    }
  }

  /** A loop that ends by its count or by its condition: the count is kept by hand. */
  private void counted(Block body, String most, String condition, List<String> state) {
    String turn = assigned(body.inputs().subList(0, 1)).get(0);
    String again = names.fresh();
    line(turn + " = 0");
    line("%s = torch.__and__(torch.lt(%s, %s), %s)".formatted(again, turn, most, condition));
    line("while " + again + ":");
    level++;
    nodes(body);
    split(body.outputs());
    String goOn = use(body.outputs().get(0));
    String next = names.fresh();
    line("%s = torch.add(%s, 1)".formatted(next, turn));
    List<String> to = new ArrayList<>(List.of(again, turn));
    to.addAll(state);
    List<String> values = new ArrayList<>();
    values.add("torch.__and__(torch.lt(%s, %s), %s)".formatted(next, most, goOn));
    values.add(next);
    body.outputs().subList(1, body.outputs().size()).forEach(value -> values.add(use(value)));
    line(String.join(", ", to) + " = " + String.join(", ", values));
    level--;
  }

  private void turn(Block body, List<String> state, List<Value> results) {
    level++;
    if (body.nodes().stream().allMatch(Node::isConstant) && state.isEmpty()) {
      line("pass");
    }
    nodes(body);
    split(body.outputs());
    assign(state, results);
    level--;
  }

  private boolean isTrue(Value value) {
    return Boolean.TRUE.equals(uses.constant(value));
  }

  private boolean isEndless(Node loop) {
    Value turn = loop.blocks().get(0).inputs().get(0);
    return Long.valueOf(Long.MAX_VALUE).equals(uses.constant(loop.input(0))) && uses.isUnused(turn);
  }
}
