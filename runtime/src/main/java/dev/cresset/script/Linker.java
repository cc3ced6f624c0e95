package dev.cresset.script;

import dev.cresset.Tensor;
import dev.cresset.ir.graph.Block;
import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.Kinds;
import dev.cresset.ir.graph.Names;
import dev.cresset.ir.graph.Node;
import dev.cresset.ir.graph.Position;
import dev.cresset.ir.graph.Value;
import dev.cresset.ir.type.None;
import dev.cresset.ir.type.Type;
import dev.cresset.nn.NnModule;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts the graphs of classes together to the graph of a module as it stands: its modules' graphs in
 * the place of their calls, loops over modules unrolled, attributes constant. Tensors are read from
 * the module that holds them. As {@code inlined_graph} of {@code torch.jit}.
 */
public final class Linker {
  private final Names names = new Names();
  private final List<Node> before = new ArrayList<>();
  private final Map<NnModule, Instance> instances = new IdentityHashMap<>();
  private final Map<NnModule, Value> values = new IdentityHashMap<>();
  private final Map<String, Value> tensors = new HashMap<>();
  private final Map<List<Object>, Value> constants = new LinkedHashMap<>();
  private final Map<Value, Object> known = new HashMap<>();
  private final Map<Value, Instance> modules = new HashMap<>();

  /** Whether modules are there: only the side of a branch on it that runs is put in. */
  private final Set<Value> decided = new HashSet<>();

  private final Deque<String> running = new ArrayDeque<>();

  /** The calls in whose place nodes are put, the innermost first. */
  private final Deque<Position.Call> calls = new ArrayDeque<>();

  private final boolean inline;

  private Linker(boolean inline) {
    this.inline = inline;
  }

  /**
   * The graph of {@code forward}.
   *
   * @throws LinkException if a part of the module has no graph, or carries hooks
   */
  public static Graph link(NnModule module) {
    return link(module, "forward");
  }

  /** The graph of a scripted method; see {@link #link(NnModule)}. */
  public static Graph link(NnModule module, String method) {
    return new Linker(true).linked(module, method);
  }

  /** The graph of a scripted method of this very module: other modules are called. */
  static Graph graph(NnModule module, String method) {
    return new Linker(false).linked(module, method);
  }

  private Graph linked(NnModule module, String method) {
    Instance self = new Instance(module, "the module");
    instances.put(module, self);
    List<Value> inputs = new ArrayList<>();
    List<Node> written = new ArrayList<>();
    Scope scope = new Scope();
    // the hooks of a module of graphs run around what is linked
    Graph graph = module instanceof GraphModule own ? own.own(method) : body(self, method);
    for (Value input : graph.inputs()) {
      Value here = names.like(input);
      inputs.add(here);
      scope.put(input, here);
    }
    values.put(module, inputs.get(0));
    modules.put(inputs.get(0), self);
    List<Value> outputs = nodes(graph.block(), self, scope, written);
    List<Node> all = new ArrayList<>(before);
    all.addAll(written);
    return new Graph(inputs, all, outputs);
  }

  private static Graph body(Instance instance, String method) {
    if (!instance.module.plain()) {
      throw new LinkException(
          "%s carries hooks, and a graph has none; remove them first".formatted(instance.path));
    }
    Graph graph = instance.method(method);
    if (graph == null) {
      throw new LinkException(
          "%s (%s) has no graph of '%s'; write it with @Script"
              .formatted(instance.path, instance.module.getClass().getSimpleName(), method));
    }
    return graph;
  }

  /** What stands for the values of one graph that is being put in. */
  private static final class Scope {
    private final Map<Value, Value> replaced = new HashMap<>();

    void put(Value value, Value with) {
      replaced.put(value, with);
    }

    Value of(Value value) {
      return replaced.getOrDefault(value, value);
    }

    List<Value> of(List<Value> all) {
      return all.stream().map(this::of).toList();
    }
  }

  private List<Value> nodes(Block block, Instance self, Scope scope, List<Node> written) {
    block.nodes().forEach(node -> node(node, self, scope, written));
    return scope.of(block.outputs());
  }

  private void node(Node node, Instance self, Scope scope, List<Node> written) {
    List<Value> in = scope.of(node.inputs());
    Instance of = in.isEmpty() ? null : modules.get(in.get(0));
    switch (node.kind()) {
      case Kinds.CONSTANT -> scope.put(node.output(), constant(node, written));
      case Kinds.GET_ATTR -> scope.put(node.output(), attribute(node, present(of, node)));
      case "prim::ModuleContainerIndex" ->
          scope.put(node.output(), value(child(present(of, node), known.get(in.get(1)))));
      case Kinds.CALL_METHOD -> {
        if (inline || of == self) {
          call(node, present(of, node), self, in, scope, written);
        } else {
          copy(node, self, in, scope, written);
        }
      }
      case Kinds.CALL_FUNCTION -> function(node, self, in, scope, written);
      case Kinds.LOOP -> loop(node, self, in, scope, written);
      case Kinds.IF -> {
        Block side = decided.contains(in.get(0)) ? side(node, in.get(0)) : null;
        if (side == null) {
          copy(node, self, in, scope, written);
        } else {
          List<Value> results = nodes(side, self, scope, written);
          for (int i = 0; i < results.size(); i++) {
            scope.put(node.outputs().get(i), results.get(i));
          }
        }
      }
      case Kinds.UNCHECKED_CAST -> {
        if (of == null) {
          copy(node, self, in, scope, written);
        } else {
          scope.put(node.output(), in.get(0));
        }
      }
      case "aten::__is__", "aten::__isnot__" -> {
        if (isModuleOrNone(node, in)) {
          boolean none = known.get(in.get(0)) == known.get(in.get(1));
          Value answer = decided(none == node.is("aten::__is__"));
          scope.put(node.output(), answer);
        } else {
          copy(node, self, in, scope, written);
        }
      }
      default -> {
        if (of != null && node.is("aten::len")) {
          scope.put(node.output(), constant((long) of.children.size(), Type.INT));
        } else {
          copy(node, self, in, scope, written);
        }
      }
    }
  }

  /** Whether the question is if a module is there; a module has no known constant. */
  private boolean isModuleOrNone(Node node, List<Value> in) {
    return node.input(0).type() instanceof Type.OptionalOf option
        && option.element() instanceof Type.ClassOf
        && known.get(in.get(1)) == None.NONE;
  }

  /** A constant of its own: not every branch on a constant is decided here. */
  private Value decided(boolean value) {
    Value made = names.fresh(Type.BOOL);
    Map<String, Object> attributes = Map.of("value", value);
    before.add(new Node(Kinds.CONSTANT, "", List.of(), attributes, List.of(made), List.of(), null));
    known.put(made, value);
    decided.add(made);
    return made;
  }

  /** The block of a branch that runs. */
  private Block side(Node node, Value condition) {
    return node.blocks().get(Boolean.TRUE.equals(known.get(condition)) ? 0 : 1);
  }

  private static Instance present(@Nullable Instance instance, Node node) {
    if (instance == null) {
      throw new LinkException("it is not known of which module " + node + " speaks");
    }
    return instance;
  }

  private void copy(Node node, Instance self, List<Value> in, Scope scope, List<Node> written) {
    List<Block> blocks = new ArrayList<>();
    for (Block block : node.blocks()) {
      List<Value> inputs = fresh(block.inputs(), scope);
      List<Node> inner = new ArrayList<>();
      List<Value> outputs = nodes(block, self, scope, inner);
      blocks.add(new Block(inputs, inner, outputs));
    }
    List<Value> outputs = fresh(node.outputs(), scope);
    written.add(
        node.withInputs(in)
            .withBlocks(blocks)
            .withOutputs(outputs)
            .withPosition(placed(node.position())));
  }

  /** The place, and by which calls it was reached. */
  private @Nullable Position placed(@Nullable Position position) {
    Position.Call call = calls.peek();
    return position == null || call == null ? position : position.calledBy(call);
  }

  private List<Value> fresh(List<Value> all, Scope scope) {
    List<Value> made = new ArrayList<>();
    for (Value value : all) {
      Value here = names.like(value);
      scope.put(value, here);
      made.add(here);
    }
    return made;
  }

  // ---- constants and attributes

  private Value constant(Node node, List<Node> written) {
    if (node.attributes().containsKey("name")) { // a function
      Value made = names.like(node.output());
      known.put(made, node.text("name"));
      written.add(node.withOutputs(List.of(made)));
      return made;
    }
    return constant(node.constant(), node.output().type());
  }

  /** The constant of this value, once at the beginning of the graph. */
  private Value constant(Object value, Type type) {
    Type own = value == None.NONE ? Type.NONE : type;
    return constants.computeIfAbsent(
        List.of(value, own),
        absent -> {
          Value made = names.fresh(own);
          Map<String, Object> attributes = value == None.NONE ? Map.of() : Map.of("value", value);
          before.add(
              new Node(Kinds.CONSTANT, "", List.of(), attributes, List.of(made), List.of(), null));
          known.put(made, value);
          return made;
        });
  }

  private Value attribute(Node node, Instance of) {
    String name = node.text("name");
    if (of.children.containsKey(name)) {
      NnModule child = of.children.get(name);
      return child == null
          ? constant(None.NONE, Type.NONE)
          : value(instance(child, path(of, name)), of, name, node.output().type());
    }
    Object constant = of.constants.get(name);
    if (constant instanceof List<?> list && list.stream().anyMatch(Tensor.class::isInstance)) {
      Value known = tensors.get(path(of, name));
      if (known == null) {
        known = list(list, of);
        tensors.put(path(of, name), known);
      }
      return known;
    }
    if (constant != null) {
      Type type = node.output().type();
      return constant(constant, type instanceof Type.OptionalOf option ? option.element() : type);
    }
    if (!of.tensors.contains(name)) {
      throw new LinkException(of.path + " tells nothing of '" + name + "', which its graph reads");
    }
    return tensors.computeIfAbsent(path(of, name), absent -> read(value(of), name, Type.TENSOR));
  }

  /** A list of the module's own tensors, each read by its name. */
  private Value list(List<?> elements, Instance of) {
    List<Value> read = new ArrayList<>();
    for (Object element : elements) {
      String name = of.names.get(element);
      if (name == null) {
        throw new LinkException(of.path + " has a list with a tensor that it does not register");
      }
      Value known = tensors.get(path(of, name));
      if (known == null) {
        known = read(value(of), name, Type.TENSOR);
        tensors.put(path(of, name), known);
      }
      read.add(known);
    }
    Value made = names.fresh(new Type.ListOf(Type.TENSOR));
    before.add(new Node(Kinds.LIST_CONSTRUCT, "", read, Map.of(), List.of(made), List.of(), null));
    return made;
  }

  /** The path of a module from the one that calls it. */
  private static String relative(Instance of, Instance caller) {
    if (of == caller) {
      return "";
    }
    return of.path.startsWith(caller.path + ".")
        ? of.path.substring(caller.path.length() + 1)
        : of.path;
  }

  private static String path(Instance of, String name) {
    return of.path.equals("the module") ? name : of.path + "." + name;
  }

  private Instance instance(NnModule module, String path) {
    return instances.computeIfAbsent(module, absent -> new Instance(module, path));
  }

  private Instance child(Instance of, @Nullable Object index) {
    if (!(index instanceof Long number)) {
      throw new LinkException(
          of.path + " is asked for a module by a number that is not known before it runs");
    }
    int at = (int) (number < 0 ? number + of.children.size() : number);
    NnModule module = of.inOrder().get(at);
    Instance child = instance(module, path(of, String.valueOf(at)));
    value(child, of, List.copyOf(of.children.keySet()).get(at), Instance.typeOf(module));
    return child;
  }

  private Value value(Instance instance) {
    Value value = values.get(instance.module);
    if (value == null) {
      throw new LinkException(instance.path + " was reached on no way from the module");
    }
    return value;
  }

  private Value value(Instance instance, Instance parent, String name, Type type) {
    Value value = values.get(instance.module);
    if (value == null) {
      value = read(value(parent), name, type);
      values.put(instance.module, value);
      modules.put(value, instance);
    }
    return value;
  }

  /** Reads an attribute at the beginning of the graph. */
  private Value read(Value module, String name, Type type) {
    Value made = names.fresh(Character.isDigit(name.charAt(0)) ? "_" + name : name, type);
    before.add(
        new Node(
            Kinds.GET_ATTR,
            "",
            List.of(module),
            Map.of("name", name),
            List.of(made),
            List.of(),
            null));
    return made;
  }

  // ---- calls and loops

  private void call(
      Node node, Instance of, Instance self, List<Value> in, Scope scope, List<Node> written) {
    Position at = placed(node.position());
    if (at != null) {
      String owner = of.module.getClass().getSimpleName();
      calls.push(new Position.Call(relative(of, self), owner, at));
    }
    List<Value> results = call(of, node.text("name"), in, written);
    if (at != null) {
      calls.pop();
    }
    for (int i = 0; i < results.size(); i++) {
      scope.put(node.outputs().get(i), results.get(i));
    }
  }

  /** Puts in the graph of a method, which must not come to call itself. */
  private List<Value> call(Instance of, String method, List<Value> in, List<Node> written) {
    String name = of.path + "." + method;
    if (running.contains(name)) {
      throw new LinkException(
          "%s of %s calls itself, by way of %s; a graph has no recursion"
              .formatted(method, of.path, String.join(", ", running)));
    }
    running.push(name);
    List<Value> results = put(body(of, method), of, in, written);
    running.pop();
    return results;
  }

  private void function(Node node, Instance self, List<Value> in, Scope scope, List<Node> written) {
    Object name = known.get(in.get(0));
    Graph body = inline && name instanceof String function ? self.method(function) : null;
    if (body == null) {
      copy(node, self, in, scope, written);
      return;
    }
    List<Value> results = put(body, self, in.subList(1, in.size()), written);
    for (int i = 0; i < results.size(); i++) {
      scope.put(node.outputs().get(i), results.get(i));
    }
  }

  /** Puts a graph in; what it is not given is None. */
  private List<Value> put(Graph body, Instance of, List<Value> in, List<Node> written) {
    Scope scope = new Scope();
    for (int i = 0; i < body.inputs().size(); i++) {
      scope.put(body.inputs().get(i), i < in.size() ? in.get(i) : constant(None.NONE, Type.NONE));
    }
    return nodes(body.block(), of, scope, written);
  }

  private void loop(Node node, Instance self, List<Value> in, Scope scope, List<Node> written) {
    Block body = node.blocks().get(0);
    if (!isOverModules(body)) {
      copy(node, self, in, scope, written);
      return;
    }
    if (!(known.get(in.get(0)) instanceof Long times)
        || !Boolean.TRUE.equals(known.get(in.get(1)))) {
      throw new LinkException(
          "how often a loop over modules in " + self.path + " runs is not known before it runs");
    }
    List<Value> carried = new ArrayList<>(in.subList(2, in.size()));
    for (long turn = 0; turn < times; turn++) {
      scope.put(body.inputs().get(0), constant(turn, Type.INT));
      for (int i = 0; i < carried.size(); i++) {
        scope.put(body.inputs().get(i + 1), carried.get(i));
      }
      List<Value> results = nodes(body, self, scope, written);
      if (!Boolean.TRUE.equals(known.get(results.get(0)))) {
        throw new LinkException("a loop over modules in " + self.path + " may end early");
      }
      carried = new ArrayList<>(results.subList(1, results.size()));
    }
    for (int i = 0; i < carried.size(); i++) {
      scope.put(node.outputs().get(i), carried.get(i));
    }
  }

  /** Whether each turn of a loop speaks of another module. */
  private static boolean isOverModules(Block body) {
    boolean[] found = {false};
    body.forEachNode(node -> found[0] |= node.is("prim::ModuleContainerIndex"));
    return found[0];
  }
}
