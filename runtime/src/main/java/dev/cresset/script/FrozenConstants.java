package dev.cresset.script;

import dev.cresset.Tensor;
import dev.cresset.backend.Storage;
import dev.cresset.ir.graph.Block;
import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.Kinds;
import dev.cresset.ir.graph.Names;
import dev.cresset.ir.graph.Node;
import dev.cresset.ir.graph.Value;
import dev.cresset.ir.pass.Effects;
import dev.cresset.ir.type.None;
import dev.cresset.ir.type.Type;
import dev.cresset.nn.NnModule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Puts copies of a module's tensors into its linked graph as constants, named after their path. One
 * that the graph writes to, or that is to be preserved, stays an attribute of the module that the
 * graph becomes, under its path.
 */
final class FrozenConstants {
  private final Attributes attributes = new Attributes();
  private final SharedCopies copies;
  private final Predicate<String> preserved;
  private final Map<Value, Object> objects = new HashMap<>();
  private final Map<Value, String> paths = new HashMap<>();
  private final Map<Value, Value> replaced = new HashMap<>();
  private final Map<Value, String> tensors = new HashMap<>();
  private final Map<String, Tensor> own = new HashMap<>();
  private final Map<String, Object> kept = new LinkedHashMap<>();
  private final Set<String> set = new HashSet<>();
  private final Names names = new Names();
  private Value self = new Value("self", Type.Atom.ANY);

  /**
   * A way to put constants in.
   *
   * @param copies makes the copies, so that several methods share them
   * @param preserved which paths are to stay attributes
   */
  FrozenConstants(SharedCopies copies, Predicate<String> preserved) {
    this.copies = copies;
    this.preserved = preserved;
  }

  /**
   * The graph with all numbers that it reads from the module as constants, but for what it sets;
   * tensors are read from the root.
   */
  Graph constants(Graph linked, NnModule module) {
    List<Value> inputs = made(linked.inputs());
    self = inputs.get(0);
    objects.put(linked.inputs().get(0), module);
    paths.put(linked.inputs().get(0), "");
    linked.allNodes().stream().filter(node -> node.is(Kinds.GET_ATTR)).forEach(this::find);
    for (Node node : linked.allNodes()) {
      if (node.is(Kinds.SET_ATTR) && paths.containsKey(node.input(0))) {
        set.add(path(node));
      }
    }
    return new Graph(new Block(inputs, nodes(linked.block()), of(linked.outputs())));
  }

  /** Notes what object an attribute is, if it is one. */
  private void find(Node node) {
    Object holder = objects.get(node.input(0));
    if (holder != null && attributes.get(holder, node.text("name")) instanceof NnModule child) {
      objects.put(node.output(), child);
      paths.put(node.output(), path(node));
    }
  }

  private String path(Node node) {
    String parent = paths.get(node.input(0));
    String name = node.text("name");
    return parent == null || parent.isEmpty() ? name : parent + "." + name;
  }

  private List<Value> made(List<Value> values) {
    List<Value> all = new ArrayList<>();
    for (Value value : values) {
      Value here = names.like(value);
      replaced.put(value, here);
      all.add(here);
    }
    return all;
  }

  private List<Value> of(List<Value> values) {
    return values.stream().map(value -> replaced.getOrDefault(value, value)).toList();
  }

  private List<Node> nodes(Block block) {
    List<Node> written = new ArrayList<>();
    for (Node node : block.nodes()) {
      Object holder = node.inputs().isEmpty() ? null : objects.get(node.input(0));
      if (node.is(Kinds.GET_ATTR) && holder != null) {
        attribute(node, holder, written);
      } else if (node.is(Kinds.SET_ATTR) && holder != null) {
        List<Value> in = List.of(self, of(node.inputs()).get(1));
        String path = path(node);
        written.add(node.withInputs(in).withAttribute("name", path));
      } else {
        written.add(copied(node));
      }
    }
    return written;
  }

  private Node copied(Node node) {
    List<Value> in = of(node.inputs());
    List<Block> blocks = new ArrayList<>();
    for (Block block : node.blocks()) {
      List<Value> inputs = made(block.inputs());
      blocks.add(new Block(inputs, nodes(block), of(block.outputs())));
    }
    return node.withInputs(in).withBlocks(blocks).withOutputs(made(node.outputs()));
  }

  private void attribute(Node node, Object holder, List<Node> written) {
    if (objects.containsKey(node.output())) {
      return; // a module: what it holds is read straight from the root
    }
    String path = path(node);
    Object value = attributes.get(holder, node.text("name"));
    if (set.contains(path)) {
      kept.put(path, copies.of(value));
      Value made = names.like(node.output());
      replaced.put(node.output(), made);
      written.add(read(made, path));
    } else if (value instanceof Tensor tensor) {
      Tensor copy = own.computeIfAbsent(path, absent -> copies.of(tensor));
      Value made = names.fresh("self." + path, typeOf(copy));
      replaced.put(node.output(), made);
      tensors.put(made, path);
      written.add(read(made, path)); // a write to it is seen from outside, until it is a constant
    } else {
      Type type = value == None.NONE ? Type.NONE : present(node.output().type());
      Value made = names.fresh("self." + path, type);
      replaced.put(node.output(), made);
      written.add(constant(made, copies.of(value)));
    }
  }

  private static Type present(Type type) {
    return type instanceof Type.OptionalOf option ? option.element() : type;
  }

  /**
   * The graph with tensors as constants, but for those that it writes to, those whose memory such a
   * one shares, and those that are to be preserved.
   */
  Graph keep(Graph graph) {
    Graph constant = new Graph(constant(graph.block(), path -> true));
    Effects effects = Effects.of(constant); // in which each tensor is memory of its own
    Set<Storage> written = Collections.newSetFromMap(new IdentityHashMap<>());
    tensors.forEach(
        (value, path) -> {
          if (effects.isWritten(value)) {
            written.add(memory(path));
          }
        });
    return new Graph(
        constant(graph.block(), path -> !preserved.test(path) && !written.contains(memory(path))));
  }

  private Storage memory(String path) {
    return tensor(path).strided().storage();
  }

  private Tensor tensor(String path) {
    return Objects.requireNonNull(own.get(path), path);
  }

  private Block constant(Block block, Predicate<String> isConstant) {
    List<Node> nodes = new ArrayList<>();
    for (Node node : block.nodes()) {
      String path = node.is(Kinds.GET_ATTR) ? tensors.get(node.output()) : null;
      if (path != null && isConstant.test(path)) {
        nodes.add(constant(node.output(), tensor(path)));
      } else {
        if (path != null) {
          kept.put(path, tensor(path));
        }
        nodes.add(
            node.withBlocks(
                node.blocks().stream().map(inner -> constant(inner, isConstant)).toList()));
      }
    }
    return block.withNodes(nodes);
  }

  /** What the graphs still read from the module, by path. */
  Map<String, Object> kept() {
    return kept;
  }

  private Node read(Value made, String path) {
    return new Node(
        Kinds.GET_ATTR, "", List.of(self), Map.of("name", path), List.of(made), List.of(), null);
  }

  static Node constant(Value made, Tensor tensor) {
    return constant(made, (Object) new TensorValue(tensor));
  }

  private static Node constant(Value made, Object value) {
    Map<String, Object> attributes = value == None.NONE ? Map.of() : Map.of("value", value);
    return new Node(Kinds.CONSTANT, "", List.of(), attributes, List.of(made), List.of(), null);
  }

  /** The type of a constant as TorchScript prints it. */
  static Type typeOf(Tensor tensor) {
    return new Type.Tensor(
        tensor.dtype(),
        Arrays.stream(tensor.sizes()).boxed().toList(),
        Arrays.stream(tensor.strides()).boxed().toList(),
        false,
        tensor.device().toString());
  }
}
