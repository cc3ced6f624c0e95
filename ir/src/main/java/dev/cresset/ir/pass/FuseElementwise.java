package dev.cresset.ir.pass;

import dev.cresset.ir.graph.Block;
import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.Kinds;
import dev.cresset.ir.graph.Node;
import dev.cresset.ir.graph.TensorConstant;
import dev.cresset.ir.graph.Uses;
import dev.cresset.ir.graph.Value;
import dev.cresset.ir.op.Op;
import dev.cresset.ir.op.OpTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Gathers elementwise ops, where one takes what another gives, into groups of which each is one
 * {@code prim::FusionGroup}: one loop over memory in place of many. A group is as large as it can
 * be up to {@link #MOST} ops; nothing moves across a write that may alias, and no op stands in two
 * groups. An op alone stays as it is.
 *
 * <p>The body keeps the names of its values. Its inputs are the tensors and the numbers it takes
 * from outside; constants stand inside. It gives what is used outside. Sizes broadcast inside of a
 * group as they do outside: one result may be smaller than another.
 */
public final class FuseElementwise {
  /** The pass. What is elementwise is what has a body in the op table. */
  public static final Pass PASS = of(FuseElementwise::isElementwise);

  /**
   * How many ops one group has at most, so that its kernel stays a method that is compiled well.
   */
  public static final int MOST = 64;

  private final Effects effects;
  private final Uses uses;
  private final Predicate<Node> elementwise;

  private FuseElementwise(Graph graph, Predicate<Node> elementwise) {
    effects = Effects.of(graph);
    uses = Uses.of(graph.block());
    this.elementwise = elementwise;
  }

  /** The pass, where {@code elementwise} says which nodes may be in a group. */
  public static Pass of(Predicate<Node> elementwise) {
    return new Pass(
        "fuse-elementwise",
        graph -> new Graph(new FuseElementwise(graph, elementwise).block(graph.block())));
  }

  private static boolean isElementwise(Node node) {
    Op op = node.blocks().isEmpty() ? OpTable.of(node) : null;
    return op != null && op.elementwise() != null;
  }

  private Block block(Block block) {
    return block.withNodes(new Grouping(block).nodes());
  }

  private Node inner(Node node) {
    return node.blocks().isEmpty()
        ? node
        : node.withBlocks(node.blocks().stream().map(this::block).toList());
  }

  /** The groups of one block. Nodes are known by their numbers, groups by that of their first. */
  private final class Grouping {
    private final List<Node> nodes;
    private final List<Set<Integer>> before = new ArrayList<>();
    private final Map<Value, Integer> makers = new HashMap<>();
    private final List<Integer> writers = new ArrayList<>();
    private final int[] group;
    private final List<List<Integer>> members = new ArrayList<>();

    Grouping(Block block) {
      nodes = block.nodes();
      group = new int[nodes.size()];
      for (int i = 0; i < nodes.size(); i++) {
        group[i] = i;
        members.add(List.of(i));
        before.add(before(i));
      }
      for (int i = 0; i < nodes.size(); i++) {
        if (elementwise.test(nodes.get(i))) {
          joinMakers(i);
        }
      }
    }

    /**
     * The nodes that must run before node {@code at}: what it takes is theirs, or order matters.
     */
    private Set<Integer> before(int at) {
      Node node = nodes.get(at);
      Set<Integer> earlier = new TreeSet<>();
      for (Value value : taken(node)) {
        Integer maker = makers.get(value);
        if (maker != null) {
          earlier.add(maker);
        }
      }
      for (int i : effects.mayRemove(node) ? writers : numbersBelow(at)) {
        if (!effects.maySwap(nodes.get(i), node)) {
          earlier.add(i);
        }
      }
      node.outputs().forEach(value -> makers.put(value, at));
      if (!effects.mayRemove(node)) {
        writers.add(at);
      }
      return earlier;
    }

    private static List<Integer> numbersBelow(int end) {
      return IntStream.range(0, end).boxed().toList();
    }

    private static Set<Value> taken(Node node) {
      Set<Value> taken = new HashSet<>(node.inputs());
      for (Block block : node.blocks()) {
        taken.addAll(block.outputs());
        block.nodes().forEach(inner -> taken.addAll(taken(inner)));
      }
      return taken;
    }

    private void joinMakers(int at) {
      for (int maker : before.get(at)) {
        Node node = nodes.get(maker);
        boolean feeds = node.outputs().stream().anyMatch(nodes.get(at).inputs()::contains);
        if (feeds && elementwise.test(node) && mayJoin(group[maker], group[at])) {
          join(group[maker], group[at]);
        }
      }
    }

    /** Not where something between the two, of neither, must run after one and before the other. */
    private boolean mayJoin(int first, int second) {
      return first != second
          && members.get(first).size() + members.get(second).size() <= MOST
          && !passesOutside(first, second)
          && !passesOutside(second, first);
    }

    /** Whether a way leads from {@code from} over other groups to {@code to}. */
    private boolean passesOutside(int from, int to) {
      Set<Integer> seen = new HashSet<>(Set.of(from, to));
      List<Integer> open = new ArrayList<>();
      needs(to).stream().filter(seen::add).forEach(open::add);
      while (!open.isEmpty()) {
        int next = open.remove(open.size() - 1);
        if (last(next) < from) {
          continue; // all of it, and all that it needs, runs before
        }
        Set<Integer> needed = needs(next);
        if (needed.contains(from)) {
          return true;
        }
        needed.stream().filter(seen::add).forEach(open::add);
      }
      return false;
    }

    private int last(int which) {
      List<Integer> all = members.get(which);
      return all.get(all.size() - 1);
    }

    /** The groups that must run before this one. */
    private Set<Integer> needs(int which) {
      Set<Integer> needed = new LinkedHashSet<>();
      for (int member : members.get(which)) {
        before.get(member).forEach(earlier -> needed.add(group[earlier]));
      }
      needed.remove(which);
      return needed;
    }

    private void join(int first, int second) {
      int low = Math.min(first, second);
      int high = Math.max(first, second);
      members.get(high).forEach(member -> group[member] = low);
      members.set(
          low,
          Stream.concat(members.get(low).stream(), members.get(high).stream()).sorted().toList());
      members.set(high, List.of());
    }

    /** The nodes in an order that keeps what must be kept, else as it was; a group is one node. */
    List<Node> nodes() {
      List<Node> ordered = new ArrayList<>();
      Set<Integer> done = new HashSet<>();
      for (int i = 0; i < nodes.size(); i++) {
        place(group[i], done, ordered);
      }
      return ordered;
    }

    private void place(int which, Set<Integer> done, List<Node> ordered) {
      if (done.add(which)) {
        needs(which).forEach(needed -> place(needed, done, ordered));
        List<Node> all = members.get(which).stream().map(nodes::get).toList();
        ordered.add(all.size() == 1 ? inner(all.get(0)) : group(all));
      }
    }
  }

  private Node group(List<Node> members) {
    Set<Value> made = new HashSet<>();
    List<Node> constants = new ArrayList<>();
    Set<Value> inputs = new LinkedHashSet<>();
    for (Node member : members) {
      for (Value input : member.inputs()) {
        if (!made.contains(input)) {
          take(input, inputs, constants);
        }
      }
      made.addAll(member.outputs());
    }
    List<Node> body = new ArrayList<>(constants);
    body.addAll(members);
    List<Value> results =
        members.stream().map(Node::output).filter(of -> leaves(of, members)).toList();
    Graph graph = new Graph(List.copyOf(inputs), body, results);
    return new Node(
        Kinds.FUSION_GROUP,
        "",
        List.copyOf(inputs),
        Map.of(Kinds.SUBGRAPH, graph),
        results,
        List.of(),
        members.get(members.size() - 1).position());
  }

  private void take(Value input, Set<Value> inputs, List<Node> constants) {
    Node maker = uses.maker(input);
    boolean constant =
        maker != null && maker.isConstant() && !(maker.constant() instanceof TensorConstant);
    if (!constant) {
      inputs.add(input);
    } else if (!constants.contains(maker)) {
      constants.add(maker);
    }
  }

  private boolean leaves(Value value, List<Node> members) {
    long inside =
        members.stream().flatMap(node -> node.inputs().stream()).filter(value::equals).count();
    return uses.count(value) > inside;
  }
}
