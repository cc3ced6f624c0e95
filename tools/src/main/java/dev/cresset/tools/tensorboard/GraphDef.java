package dev.cresset.tools.tensorboard;

import dev.cresset.ir.graph.Block;
import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.Kinds;
import dev.cresset.ir.graph.Node;
import dev.cresset.ir.graph.Position;
import dev.cresset.ir.graph.Value;
import dev.cresset.ir.op.Op;
import dev.cresset.ir.op.OpTable;
import dev.cresset.ir.type.Argument;
import dev.cresset.ir.type.Literals;
import dev.cresset.ir.type.None;
import dev.cresset.ir.type.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A graph as TensorFlow's {@code GraphDef}: ops are nodes in the scopes of their modules,
 * parameters too; constants are attributes of the nodes that take them; branches, loops and fused
 * groups are scopes of what is inside.
 */
final class GraphDef {
  private static final int PRODUCER = 22; // the version that PyTorch's writer names

  private final Message message = new Message();
  private final Map<String, Integer> names = new HashMap<>();

  /** The node that gives a value, as its takers name it. */
  private final Map<Value, String> givers = new HashMap<>();

  /** What values are that are no nodes: constants, and lists of them. */
  private final Map<Value, String> words = new HashMap<>();

  /** The paths of modules. */
  private final Map<Value, String> modules = new HashMap<>();

  private GraphDef() {}

  static Message of(Graph graph) {
    GraphDef def = new GraphDef();
    for (Value input : graph.inputs()) {
      if (isModule(input.type())) {
        def.modules.put(input, "");
      } else {
        def.put(input, def.node("input/" + input.name(), "IO Node", List.of(), Map.of(), input));
      }
    }
    def.nodes(graph.block(), "");
    for (Value output : graph.outputs()) {
      def.node("output/" + output.name(), "IO Node", def.inputs(List.of(output)), Map.of(), output);
    }
    return def.message.message(4, new Message().number(1, PRODUCER));
  }

  private void nodes(Block block, String scope) {
    for (Node node : block.nodes()) {
      if (!isWord(node)) {
        op(node, scope);
      }
    }
  }

  /** Whether the node's value is written where it is taken. */
  private boolean isWord(Node node) {
    if (node.isConstant()) {
      Object value = node.constant();
      words.put(node.output(), value == None.NONE ? "None" : Literals.text(value));
    } else if (node.is(Kinds.GET_ATTR) && isModule(node.output().type())) {
      modules.put(node.output(), path(node));
    } else if (node.is(Kinds.UNCHECKED_CAST)) {
      same(node.input(0), node.output());
    } else if (node.is(Kinds.LIST_CONSTRUCT) && words.keySet().containsAll(node.inputs())) {
      words.put(
          node.output(),
          node.inputs().stream().map(words::get).collect(Collectors.joining(", ", "[", "]")));
    } else {
      return false;
    }
    return true;
  }

  private static boolean isModule(Type type) {
    return type instanceof Type.ClassOf
        || type instanceof Type.OptionalOf optional && isModule(optional.element());
  }

  /** Takes {@code other} for what {@code value} is; false if that is not known. */
  private boolean same(Value value, Value other) {
    boolean known = false;
    for (Map<Value, String> what : List.of(givers, words, modules)) {
      String is = what.get(value);
      if (is != null) {
        what.put(other, is);
        known = true;
      }
    }
    return known;
  }

  /** The path of an attribute of a module. */
  private String path(Node node) {
    String owner = modules.getOrDefault(node.input(0), "");
    return owner.isEmpty() ? node.text("name") : owner + "/" + node.text("name");
  }

  private void op(Node node, String scope) {
    if (node.is(Kinds.GET_ATTR)) {
      put(node.output(), node(path(node), "Parameter", List.of(), Map.of(), node.output()));
      return;
    }
    String kind = node.kind().substring(node.kind().indexOf("::") + 2);
    String home = scope.isEmpty() ? scope(node.position()) : scope;
    String name = fresh(home.isEmpty() ? kind : home + "/" + kind);
    List<String> inputs = inputs(node.inputs());
    if (node.hasSubgraph()) {
      inside(name, node.subgraph().block(), node.inputs(), 0, inputs);
    }
    boolean loop = node.is(Kinds.LOOP);
    for (int i = 0; i < node.blocks().size(); i++) {
      String title = loop ? "body" : i == 0 ? "then" : "else";
      List<Value> given = loop ? node.inputs().subList(2, node.inputs().size()) : List.of();
      inside(name + "/" + title, node.blocks().get(i), given, loop ? 1 : 0, inputs);
    }
    Value first = node.outputs().isEmpty() ? null : node.outputs().get(0);
    write(name, node.kind(), inputs, attributes(node), first);
    for (int i = 0; i < node.outputs().size(); i++) {
      givers.put(node.outputs().get(i), i == 0 ? name : name + ":" + i);
    }
  }

  /**
   * The nodes of a block, in a scope of its own. What it gives becomes an input of the node around.
   *
   * @param given what its inputs are at first, from the one at {@code from} on
   */
  private void inside(String name, Block block, List<Value> given, int from, List<String> outer) {
    for (int i = 0; i < block.inputs().size(); i++) {
      Value input = block.inputs().get(i);
      Value outside = i >= from && i - from < given.size() ? given.get(i - from) : null;
      if (outside == null || !same(outside, input)) {
        put(input, node(name + "/" + input.name(), "prim::Param", List.of(), Map.of(), input));
      }
    }
    nodes(block, name);
    for (String result : inputs(block.outputs())) {
      if (!outer.contains(result)) {
        outer.add(result);
      }
    }
  }

  /** The modules around a node, from outside in. */
  private static String scope(@Nullable Position position) {
    Position.Call call = position == null ? null : position.via();
    if (call == null) {
      return "";
    }
    String outer = scope(call.at());
    String own = call.module().replace('.', '/');
    return outer.isEmpty() || own.isEmpty() ? outer + own : outer + "/" + own;
  }

  private List<String> inputs(List<Value> values) {
    List<String> inputs = new ArrayList<>();
    for (Value value : values) {
      String giver = givers.get(value);
      if (giver != null) {
        inputs.add(giver);
      }
    }
    return inputs;
  }

  /** The constants that a node takes, under the names of its op's arguments. */
  private Map<String, String> attributes(Node node) {
    Op op = OpTable.of(node);
    Map<String, String> attributes = new LinkedHashMap<>();
    for (int i = 0; i < node.inputs().size(); i++) {
      String word = words.get(node.input(i));
      List<Argument> arguments = op == null ? List.of() : op.schema().arguments();
      String name = i < arguments.size() ? arguments.get(i).name() : "argument_" + i;
      if (word != null) {
        attributes.put(name, word);
      }
    }
    if (node.position() != null) {
      attributes.put("source", node.position().toString());
    }
    return attributes;
  }

  private void put(Value value, String giver) {
    givers.put(value, giver);
  }

  private String node(
      String name, String op, List<String> inputs, Map<String, String> attributes, Value value) {
    String fresh = fresh(name);
    write(fresh, op, inputs, attributes, value);
    return fresh;
  }

  /** A name that no other node has, of letters that TensorFlow takes. */
  private String fresh(String name) {
    String plain = name.replaceAll("[^A-Za-z0-9_./]", "_").replaceAll("(^|/)_+", "$1");
    int times = names.merge(plain, 1, Integer::sum);
    return times == 1 ? plain : fresh(plain + "_" + (times - 1));
  }

  private void write(
      String name,
      String op,
      List<String> inputs,
      Map<String, String> attributes,
      @Nullable Value value) {
    Message node = new Message().text(1, name).text(2, op);
    inputs.forEach(input -> node.text(3, input));
    attributes.forEach((key, text) -> node.message(5, entry(key, new Message().text(2, text))));
    if (value != null && value.type() instanceof Type.Tensor tensor && tensor.sizes() != null) {
      Message shapes = new Message().message(7, shape(tensor.sizes()));
      node.message(5, entry("_output_shapes", new Message().message(1, shapes)));
    }
    message.message(1, node);
  }

  private static Message entry(String key, Message value) {
    return new Message().text(1, key).message(2, value);
  }

  private static Message shape(List<@Nullable Long> sizes) {
    Message shape = new Message();
    sizes.forEach(size -> shape.message(2, new Message().number(1, size == null ? -1 : size)));
    return shape;
  }
}
