package dev.cresset.processor.link;

import dev.cresset.ir.graph.Block;
import dev.cresset.ir.graph.Copy;
import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.Kinds;
import dev.cresset.ir.graph.Names;
import dev.cresset.ir.graph.Node;
import dev.cresset.ir.graph.Position;
import dev.cresset.ir.graph.Value;
import dev.cresset.ir.type.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts small graphs in the place of their calls: helpers and functions of the class itself, and
 * modules that hang on its fields. For those it says what must hold when the graph is run.
 */
public final class Inlining {
  /** How many steps a graph has at most that is put in the place of its call. */
  private static final int SMALL = 16;

  private static final String ROOT = "__torch__.";

  /**
   * A graph with its calls replaced.
   *
   * @param guards what it takes for granted
   */
  public record Inlined(Graph graph, Set<Guard> guards) {}

  private final ClassGraphs own;
  private final Function<String, @Nullable ClassGraphs> classes;
  private final Predicate<String> isPublic;
  private final Names names;
  private final Set<Guard> guards = new LinkedHashSet<>();
  private final Map<Value, List<Guard.Step>> paths = new HashMap<>();
  private final Map<Value, String> functions = new HashMap<>();
  private final Map<Value, Value> replaced = new HashMap<>();
  private final Deque<Graph> open = new ArrayDeque<>();

  private Inlining(
      Graph graph,
      ClassGraphs own,
      Function<String, @Nullable ClassGraphs> classes,
      Predicate<String> isPublic) {
    this.own = own;
    this.classes = classes;
    this.isPublic = isPublic;
    this.names = Names.of(graph.block());
  }

  /**
   * The graph of a method of {@code own} with small graphs put in.
   *
   * @param module whether the first input is the module itself
   * @param classes the graphs of a class by its canonical name; null if there are none
   * @param isPublic whether all packages see the class of a canonical name
   */
  public static Inlined apply(
      Graph graph,
      boolean module,
      ClassGraphs own,
      Function<String, @Nullable ClassGraphs> classes,
      Predicate<String> isPublic) {
    Inlining inlining = new Inlining(graph, own, classes, isPublic);
    if (module) {
      inlining.paths.put(graph.inputs().get(0), List.of());
    }
    Graph result = new Graph(inlining.block(graph.block()));
    return new Inlined(result, inlining.guards);
  }

  private Block block(Block block) {
    List<Node> written = new ArrayList<>();
    block.nodes().forEach(node -> node(node, written));
    return new Block(block.inputs(), written, of(block.outputs()));
  }

  private List<Value> of(List<Value> values) {
    return values.stream().map(this::of).toList();
  }

  private Value of(Value value) {
    Value now = value;
    while (replaced.containsKey(now)) {
      now = replaced.get(now);
    }
    return now;
  }

  private void node(Node node, List<Node> written) {
    Node here = node.withInputs(of(node.inputs()));
    if (here.isConstant() && here.attribute("name") instanceof String function) {
      functions.put(here.output(), function);
    } else if (here.is(Kinds.GET_ATTR)) {
      List<Guard.Step> path = paths.get(here.input(0));
      if (path != null && !isPlace(here.text("name"))) {
        List<Guard.Step> longer = new ArrayList<>(path);
        longer.add(new Guard.Step(nameOf(here.input(0).type()), here.text("name")));
        paths.put(here.output(), longer);
      }
    }
    Graph body = body(here);
    if (body == null) {
      written.add(here.withBlocks(here.blocks().stream().map(this::block).toList()));
      return;
    }
    int first = here.is(Kinds.CALL_FUNCTION) ? 1 : 0;
    Copy copy = new Copy(names);
    for (int i = 0; i < body.inputs().size(); i++) {
      copy.replace(body.inputs().get(i), here.input(first + i));
    }
    open.push(body);
    for (Node inner : body.nodes()) {
      node(calledBy(here, copy.of(inner)), written);
    }
    open.pop();
    List<Value> results = copy.of(body.outputs());
    for (int i = 0; i < results.size(); i++) {
      replaced.put(node.outputs().get(i), results.get(i));
    }
  }

  /** Whether {@code name} is a place in a list, which may hold fewer modules when it is asked. */
  private static boolean isPlace(String name) {
    return Character.isDigit(name.charAt(0));
  }

  /** A node of a body that stands in the place of {@code call}, which knows that. */
  private Node calledBy(Node call, Node node) {
    if (call.position() == null || node.position() == null) {
      return node;
    }
    boolean method = call.is(Kinds.CALL_METHOD);
    List<Guard.Step> path = method ? paths.getOrDefault(call.input(0), List.of()) : List.of();
    String module = path.stream().map(Guard.Step::field).collect(Collectors.joining("."));
    String owner = method ? nameOf(call.input(0).type()) : own.className();
    return calledBy(new Position.Call(module, owner, call.position()), node);
  }

  private static Node calledBy(Position.Call call, Node node) {
    Position position = node.position();
    List<Block> blocks = new ArrayList<>();
    for (Block block : node.blocks()) {
      List<Node> nodes = block.nodes().stream().map(each -> calledBy(call, each)).toList();
      blocks.add(new Block(block.inputs(), nodes, block.outputs()));
    }
    return node.withBlocks(blocks).withPosition(position == null ? null : position.calledBy(call));
  }

  /** What is to stand in the place of {@code node}, or null. */
  private @Nullable Graph body(Node node) {
    Graph body = null;
    int given = node.inputs().size();
    if (node.is(Kinds.CALL_FUNCTION)) {
      body = function(functions.get(node.input(0)));
      given--;
    } else if (node.is(Kinds.CALL_METHOD)) {
      List<Guard.Step> path = paths.get(node.input(0));
      if (path != null) {
        body = path.isEmpty() ? helper(node.text("name")) : child(node, path);
      }
    }
    return body != null && body.inputs().size() == given ? body : null;
  }

  private @Nullable Graph function(@Nullable String qualified) {
    if (qualified == null) {
      return null;
    }
    int dot = qualified.lastIndexOf('.');
    return qualified.substring(0, dot).equals(own.className())
        ? helper(qualified.substring(dot + 1))
        : null;
  }

  private @Nullable Graph helper(String name) {
    Graph body = name.equals("forward") ? null : own.method(name);
    return body != null && isSmall(body, own) ? body : null;
  }

  private @Nullable Graph child(Node call, List<Guard.Step> path) {
    Value module = call.input(0);
    String name = nameOf(module.type());
    ClassGraphs graphs = module.type() instanceof Type.ClassOf ? classes.apply(name) : null;
    Graph body = graphs == null ? null : graphs.method(call.text("name"));
    if (graphs == null
        || body == null
        || !graphs.isSeenFrom(own.packageName())
        || !isSmall(body, graphs)
        || !isSeenFromHere(body, graphs)) {
      return null;
    }
    guards.add(new Guard(path, graphs.className(), graphs.hash()));
    return body;
  }

  private static String nameOf(Type type) {
    String name = type.toString();
    return name.startsWith(ROOT) ? name.substring(ROOT.length()) : name;
  }

  /** Whether a graph is small, and all of its class that it calls is small in its turn. */
  private boolean isSmall(Graph body, ClassGraphs graphs) {
    if (open.contains(body)) {
      return false;
    }
    List<Node> nodes = body.allNodes();
    long steps =
        nodes.stream().filter(node -> !node.isConstant() && !node.is(Kinds.GET_ATTR)).count();
    if (steps > SMALL || nodes.stream().anyMatch(node -> node.is(Kinds.LOOP))) {
      return false;
    }
    open.push(body);
    boolean small =
        nodes.stream()
            .filter(node -> callsItself(node, body))
            .map(node -> graphs.method(node.text("name")))
            .allMatch(called -> called != null && isSmall(called, graphs));
    open.pop();
    return small;
  }

  /** Whether the code of {@link #own} may name all that {@code body} calls. */
  private boolean isSeenFromHere(Graph body, ClassGraphs graphs) {
    return graphs.packageName().equals(own.packageName())
        || body.allNodes().stream().allMatch(node -> isSeenFromHere(node, body, graphs));
  }

  private boolean isSeenFromHere(Node node, Graph body, ClassGraphs graphs) {
    if (node.isConstant() && node.attribute("name") instanceof String function) {
      return isPublic.test(function.substring(0, function.lastIndexOf('.')));
    } else if (!node.is(Kinds.CALL_METHOD)) {
      return true;
    } else if (callsItself(node, body)) {
      Graph called = graphs.method(node.text("name"));
      return called != null && isSeenFromHere(called, graphs);
    }
    boolean call = node.text("name").equals("forward") && node.attribute("hooks") == null;
    boolean records =
        Stream.of(node.inputs(), node.outputs())
            .flatMap(List::stream)
            .anyMatch(value -> value.type() instanceof Type.Tuple);
    return call && !records && isPublic.test(nameOf(node.input(0).type()));
  }

  private static boolean callsItself(Node node, Graph body) {
    return node.is(Kinds.CALL_METHOD)
        && !body.inputs().isEmpty()
        && node.input(0).equals(body.inputs().get(0));
  }
}
