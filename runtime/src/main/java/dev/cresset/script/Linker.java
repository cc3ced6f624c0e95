package dev.cresset.script;

import dev.cresset.ir.graph.Block;
import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.Kinds;
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
  private final LinkedValues linked = new LinkedValues();

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
    List<Value> inputs = new ArrayList<>();
    List<Node> written = new ArrayList<>();
    Scope scope = new Scope();
    // the hooks of a module of graphs run around what is linked
    Graph graph = module instanceof GraphModule own ? own.own(method) : body(self, method);
    for (Value input : graph.inputs()) {
      Value here = linked.names.like(input);
      inputs.add(here);
      scope.put(input, here);
    }
    linked.begin(self, inputs.get(0));
    List<Value> outputs = nodes(graph.block(), self, scope, written);
    List<Node> all = new ArrayList<>(linked.before);
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
          "%s (%s) has no graph of '%s'; write it with @Script, and compile it with javac"
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
    Instance of = in.isEmpty() ? null : linked.module(in.get(0));
    switch (node.kind()) {
      case Kinds.CONSTANT -> scope.put(node.output(), linked.constant(node, written));
      case Kinds.GET_ATTR -> scope.put(node.output(), linked.attribute(node, present(of, node)));
      case "prim::ModuleContainerIndex" ->
          scope.put(
              node.output(),
              linked.value(linked.child(present(of, node), linked.known(in.get(1)))));
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
          boolean none = linked.known(in.get(0)) == linked.known(in.get(1));
          Value answer = linked.fresh(none == node.is("aten::__is__"));
          decided.add(answer); // not every branch on a constant is
          scope.put(node.output(), answer);
        } else {
          copy(node, self, in, scope, written);
        }
      }
      default -> {
        if (of != null && node.is("aten::len")) {
          scope.put(node.output(), linked.constant((long) of.children.size(), Type.INT));
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
        && linked.known(in.get(1)) == None.NONE;
  }

  /** The block of a branch that runs. */
  private Block side(Node node, Value condition) {
    return node.blocks().get(Boolean.TRUE.equals(linked.known(condition)) ? 0 : 1);
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
      Value here = linked.names.like(value);
      scope.put(value, here);
      made.add(here);
    }
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

  // ---- calls and loops

  private void call(
      Node node, Instance of, Instance self, List<Value> in, Scope scope, List<Node> written) {
    Position.Call call = called(placed(node.position()), relative(of, self), of);
    if (call != null) {
      calls.push(call);
    }
    List<Value> results = call(of, node.text("name"), in, written);
    if (call != null) {
      calls.pop();
    }
    for (int i = 0; i < results.size(); i++) {
      scope.put(node.outputs().get(i), results.get(i));
    }
  }

  /**
   * A call that stands in no file, such as that of a module in a sequence, is part of the outer.
   */
  private Position.@Nullable Call called(@Nullable Position at, String path, Instance of) {
    String owner = of.module.getClass().getSimpleName();
    Position.Call outer = calls.peek();
    if (at == null) {
      return outer == null
          ? null
          : new Position.Call(outer.module() + "." + path, owner, outer.at());
    }
    return new Position.Call(path, owner, at);
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
    Object name = linked.known(in.get(0));
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
      scope.put(
          body.inputs().get(i), i < in.size() ? in.get(i) : linked.constant(None.NONE, Type.NONE));
    }
    return nodes(body.block(), of, scope, written);
  }

  private void loop(Node node, Instance self, List<Value> in, Scope scope, List<Node> written) {
    Block body = node.blocks().get(0);
    if (!isOverModules(body)) {
      copy(node, self, in, scope, written);
      return;
    }
    if (!(linked.known(in.get(0)) instanceof Long times)
        || !Boolean.TRUE.equals(linked.known(in.get(1)))) {
      throw new LinkException(
          "how often a loop over modules in " + self.path + " runs is not known before it runs");
    }
    List<Value> carried = new ArrayList<>(in.subList(2, in.size()));
    for (long turn = 0; turn < times; turn++) {
      scope.put(body.inputs().get(0), linked.constant(turn, Type.INT));
      for (int i = 0; i < carried.size(); i++) {
        scope.put(body.inputs().get(i + 1), carried.get(i));
      }
      List<Value> results = nodes(body, self, scope, written);
      if (!Boolean.TRUE.equals(linked.known(results.get(0)))) {
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
