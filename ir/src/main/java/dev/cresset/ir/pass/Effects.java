package dev.cresset.ir.pass;

import dev.cresset.ir.graph.Block;
import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.Kinds;
import dev.cresset.ir.graph.Node;
import dev.cresset.ir.graph.Uses;
import dev.cresset.ir.graph.Value;
import dev.cresset.ir.op.Op;
import dev.cresset.ir.op.OpTable;
import dev.cresset.ir.pass.Memory.Place;
import dev.cresset.ir.type.Argument;
import dev.cresset.ir.type.Type;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the nodes of one graph do besides giving their results: may this node be removed, merged,
 * moved? It follows from the schemas' alias marks. Writes to memory and attributes, draws of random
 * numbers, raises and calls of what is not known here are steps: they stay, in their order.
 *
 * <p>It knows the very nodes of the graph, not equal ones.
 */
public final class Effects {
  private static final Set<String> PURE =
      Set.of(
          Kinds.CONSTANT,
          Kinds.TUPLE_CONSTRUCT,
          Kinds.TUPLE_UNPACK,
          Kinds.TUPLE_INDEX,
          Kinds.LIST_CONSTRUCT,
          Kinds.LIST_UNPACK,
          Kinds.DICT_CONSTRUCT,
          Kinds.UNCHECKED_CAST,
          Kinds.FUSION_GROUP,
          Kinds.IF,
          Kinds.LOOP,
          "prim::Uninitialized",
          "prim::ModuleContainerIndex");

  /** The flags without which an op leaves its running statistics as they are. */
  private static final List<String> TRAINING = List.of("training", "use_input_stats");

  /** What one node reads and writes. */
  private record Effect(Set<Place> reads, Set<Place> writes) {
    Effect() {
      this(new HashSet<>(), new HashSet<>());
    }
  }

  private final Memory memory = new Memory();
  private final Uses uses;
  private final Place steps = Memory.fresh();
  private final Map<String, Place> attributes = new HashMap<>();
  private final Map<Node, Effect> effects = new IdentityHashMap<>();
  private final Set<Place> allOutside;
  private final Set<Place> written = new HashSet<>();
  private final Set<Place> kept = new HashSet<>();

  private Effects(Graph graph) {
    uses = Uses.of(graph.block());
    new Aliasing(memory).graph(graph.block());
    allOutside = memory.allOutside();
    attributesOf(graph);
    kept.addAll(allOutside);
    graph.outputs().forEach(output -> kept.addAll(memory.reach(output)));
    graph.nodes().forEach(node -> written.addAll(effect(node).writes()));
  }

  /** The effects of a graph's nodes. */
  public static Effects of(Graph graph) {
    return new Effects(graph);
  }

  /** The effects of a graph's nodes, which are found out when they are first asked for. */
  static Supplier<Effects> later(Graph graph) {
    return new Supplier<>() {
      private @Nullable Effects effects;

      @Override
      public Effects get() {
        Effects known = effects;
        if (known == null) {
          known = of(graph);
          effects = known;
        }
        return known;
      }
    };
  }

  private void attributesOf(Graph graph) {
    graph
        .block()
        .forEachNode(
            node -> {
              if (node.is(Kinds.GET_ATTR) || node.is(Kinds.SET_ATTR)) {
                attributes.computeIfAbsent(node.text("name"), name -> Memory.fresh());
              }
            });
  }

  private Effect effect(Node node) {
    Effect known = effects.get(node);
    if (known == null) {
      known = compute(node);
      effects.put(node, known);
    }
    return known;
  }

  private Effect compute(Node node) {
    Effect effect = new Effect();
    for (Block block : node.blocks()) {
      for (Node inner : block.nodes()) {
        effect.reads().addAll(effect(inner).reads());
        effect.writes().addAll(effect(inner).writes());
      }
    }
    switch (node.kind()) {
      case Kinds.GET_ATTR -> {
        if (!(node.output().type() instanceof Type.ClassOf)) { // modules are never exchanged
          effect.reads().add(attributes.get(node.text("name")));
        }
      }
      case Kinds.SET_ATTR -> {
        effect.writes().add(attributes.get(node.text("name")));
        effect.writes().add(steps);
      }
      case Kinds.RAISE, Kinds.WARN -> effect.writes().add(steps);
      default -> {
        if (!PURE.contains(node.kind())) {
          call(node, effect);
        } else {
          node.inputs().forEach(input -> effect.reads().addAll(memory.reach(input)));
        }
      }
    }
    return effect;
  }

  private void call(Node node, Effect effect) {
    Op op = OpTable.of(node);
    node.inputs().forEach(input -> effect.reads().addAll(memory.reach(input)));
    if (op == null) {
      node.inputs().forEach(input -> effect.writes().addAll(memory.reach(input)));
      effect.writes().addAll(allOutside);
      effect.writes().addAll(attributes.values());
      effect.writes().add(steps);
      return;
    }
    List<Argument> arguments = op.schema().arguments();
    boolean writes =
        op.schema().writes() && TRAINING.stream().noneMatch(flag -> isOff(node, op, flag));
    for (int i = 0; i < arguments.size() && writes; i++) {
      if (arguments.get(i).isWritten()) {
        write(node.input(i), effect);
      }
    }
    if (draws(node, op)) {
      effect.writes().add(steps);
    }
  }

  /** A write is a step if what is written may be seen after the graph has run, or from outside. */
  private void write(Value value, Effect effect) {
    Set<Place> places = memory.reach(value);
    effect.writes().addAll(places);
    if (!Collections.disjoint(places, kept)) {
      effect.writes().add(steps);
    }
  }

  /** Whether the op has this flag, and it is false for sure. */
  private boolean isOff(Node node, Op op, String flag) {
    int index = op.schema().indexOf(flag);
    return index >= 0 && Boolean.FALSE.equals(uses.constant(node.input(index)));
  }

  /** Whether the op draws random numbers: none does that is a dropout and not in training. */
  private boolean draws(Node node, Op op) {
    boolean dropout = op.schema().indexOf("train") >= 0;
    return op.isRandom() || dropout && !isOff(node, op, "train");
  }

  /**
   * Whether the node only gives its results: it may be removed where none of them is used. Whether
   * it could fail, as by sizes that do not fit, does not keep it.
   */
  public boolean mayRemove(Node node) {
    return writes(node).isEmpty();
  }

  /**
   * Whether the node is a step that can be seen after the graph has run, or from outside: it stays.
   */
  public boolean isStep(Node node) {
    return writes(node).contains(steps);
  }

  /** Whether the order of the two does not matter, apart from one taking what the other gives. */
  public boolean maySwap(Node a, Node b) {
    return mayRemove(a) && mayRemove(b)
        || Collections.disjoint(writes(a), writes(b))
            && Collections.disjoint(writes(a), reads(b))
            && Collections.disjoint(reads(a), writes(b));
  }

  /**
   * Whether the node gives the same each time it stands where nothing was written in between: two
   * of them may be one, as far as {@link #mayReplace} lets their results be one.
   */
  public boolean mayMerge(Node node) {
    return mayRemove(node) && !node.is("prim::Uninitialized");
  }

  /**
   * Whether {@code with}, of the same content, may stand for {@code value} from there on: not if
   * either is ever written to, nor if both are seen later, who would then share their memory.
   */
  public boolean mayReplace(Value value, Value with) {
    Place mine = memory.of(value);
    Place other = memory.of(with);
    return mine == null
        || other == null
        || !written.contains(mine)
            && !written.contains(other)
            && !(kept.contains(mine) && kept.contains(other));
  }

  /** Whether the two may share memory. */
  public boolean mayShare(Value a, Value b) {
    Place place = memory.of(a);
    return place != null && place == memory.of(b);
  }

  /** Whether {@code value} is written to anywhere in the graph. */
  public boolean isWritten(Value value) {
    Place place = memory.of(value);
    return place != null && written.contains(place);
  }

  /** What the node reads, blocks included. */
  Set<Place> reads(Node node) {
    return effect(node).reads();
  }

  /** What the node writes to, blocks included. */
  Set<Place> writes(Node node) {
    return effect(node).writes();
  }

  /** What {@code value} is and holds. */
  Set<Place> reach(Value value) {
    return memory.reach(value);
  }
}
