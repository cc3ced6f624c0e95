package dev.cresset.ir.pass;

import dev.cresset.ir.graph.Block;
import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.Kinds;
import dev.cresset.ir.graph.Node;
import dev.cresset.ir.graph.Value;
import dev.cresset.ir.op.Op;
import dev.cresset.ir.op.OpTable;
import dev.cresset.ir.pass.InferShapes.Mismatch;
import dev.cresset.ir.shape.Facts;
import dev.cresset.ir.shape.Made;
import dev.cresset.ir.shape.ShapeMismatch;
import dev.cresset.ir.shape.ShapeMismatch.Wish;
import dev.cresset.ir.shape.ShapeScope;
import dev.cresset.ir.shape.Size;
import dev.cresset.ir.shape.Sizes;
import dev.cresset.ir.shape.TensorFact;
import dev.cresset.ir.type.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One walk through a graph in which the sizes of its tensors are found. */
final class ShapeInference {
  /** How many turns of a loop are gone through one by one; a longer one is, until it is settled. */
  private static final int MOST_TURNS = 64;

  /** Of a value that is never read, whatever it is. */
  private static final Object NOTHING = new Object();

  private final ShapeCalls calls;
  private final Map<Value, Object> facts = new HashMap<>();
  private final List<Mismatch> mismatches = new ArrayList<>();
  private final Map<Value, String> functions = new HashMap<>();
  private final Map<Value, Value> same = new HashMap<>();

  ShapeInference(ShapeCalls calls) {
    this.calls = calls;
  }

  Map<Value, Object> facts() {
    return facts;
  }

  List<Mismatch> mismatches() {
    return mismatches;
  }

  static @Nullable TensorFact fromType(Type type) {
    if (!(type instanceof Type.Tensor tensor)) {
      return null;
    }
    List<@Nullable Long> sizes = tensor.sizes();
    return TensorFact.of(
        sizes == null ? null : new Sizes(sizes.stream().map(Size::ofNullable).toList()),
        tensor.dtype());
  }

  void know(Value value, @Nullable Object fact) {
    if (fact == null) {
      facts.remove(value);
    } else {
      facts.put(value, fact);
    }
  }

  @Nullable Object fact(Value value) {
    Object fact = facts.get(value);
    return fact == null && value.type() == Type.INT ? Size.UNKNOWN : fact;
  }

  List<@Nullable Object> facts(List<Value> values) {
    List<@Nullable Object> all = new ArrayList<>();
    values.forEach(value -> all.add(fact(value)));
    return all;
  }

  void block(Block block) {
    block.nodes().forEach(this::node);
  }

  private void node(Node node) {
    if (!calls.goesOn()) {
      node.outputs().forEach(output -> know(output, null));
      return;
    }
    switch (node.kind()) {
      case Kinds.CONSTANT -> constant(node);
      case "prim::Uninitialized" -> know(node.output(), NOTHING);
      case Kinds.LIST_CONSTRUCT, Kinds.TUPLE_CONSTRUCT -> know(node.output(), facts(node.inputs()));
      case Kinds.TUPLE_UNPACK, Kinds.LIST_UNPACK -> knowAll(node, fact(node.input(0)));
      case Kinds.TUPLE_INDEX ->
          know(node.output(), element(fact(node.input(0)), fact(node.input(1))));
      case Kinds.UNCHECKED_CAST -> is(node.output(), node.input(0));
      case Kinds.GET_ATTR -> know(node.output(), attribute(node));
      case Kinds.CALL_METHOD -> new ModuleCall(this, calls, node).go();
      case Kinds.CALL_FUNCTION -> function(node);
      case Kinds.IF -> branch(node);
      case Kinds.LOOP -> loop(node);
      case Kinds.FUSION_GROUP -> knowAll(node, inside(node, node.subgraph()));
      default -> call(node);
    }
  }

  /** Notes that a value is another one. */
  private void is(Value value, Value other) {
    know(value, fact(other));
    same.put(value, other);
  }

  /** The value that is at fault, as it came first. */
  @Nullable Value first(@Nullable Value value) {
    Value now = value;
    while (now != null && same.containsKey(now)) {
      now = same.get(now);
    }
    return now;
  }

  private void constant(Node node) {
    if (node.attribute("name") instanceof String function) {
      functions.put(node.output(), function);
    } else {
      know(node.output(), OpFacts.ofConstant(node.constant()));
    }
  }

  void knowAll(Node node, @Nullable Object found) {
    if (found instanceof List<?> list && list.size() == node.outputs().size()) {
      for (int i = 0; i < list.size(); i++) {
        know(node.outputs().get(i), list.get(i));
      }
    }
  }

  static @Nullable Object element(@Nullable Object list, @Nullable Object index) {
    List<?> all =
        list instanceof Made.Modules modules
            ? modules.modules()
            : list instanceof List<?> elements ? elements : null;
    Long at = index instanceof Size size ? size.known() : null;
    if (list instanceof Made.Repeated repeated) {
      return repeated.module();
    } else if (all == null || at == null || at < -all.size() || at >= all.size()) {
      return null;
    }
    return all.get((int) (at < 0 ? at + all.size() : at));
  }

  // ---- modules

  private @Nullable Object attribute(Node node) {
    Object object = Facts.settled(fact(node.input(0)));
    String name = node.text("name");
    if (object instanceof Made.Built built) {
      Object found = Facts.settled(calls.classes().field(built, name));
      return found != null ? found : fromType(node.output().type());
    } else if (object instanceof Made.Modules || object instanceof Made.Repeated) {
      boolean number = name.chars().allMatch(Character::isDigit);
      return number && name.length() < 9
          ? Facts.settled(element(object, Size.of(Long.parseLong(name))))
          : null;
    }
    return fromType(node.output().type());
  }

  private void function(Node node) {
    String name = functions.get(node.input(0));
    if (name != null) {
      int dot = name.lastIndexOf('.');
      List<@Nullable Object> in = facts(node.inputs().subList(1, node.inputs().size()));
      ShapeCalls.Outcome outcome =
          calls.call(name.substring(0, Math.max(0, dot)), name.substring(dot + 1), in);
      if (outcome != null) {
        knowAll(node, outcome.results());
        outcome.mismatches().stream()
            .limit(1)
            .forEach(
                inner -> {
                  Value subject = inner.argument() < 0 ? null : node.input(inner.argument() + 1);
                  report(new Mismatch(node, inner.message(), subject, null, inner.where()));
                });
      }
    }
  }

  void report(Mismatch mismatch) {
    boolean again =
        mismatches.stream()
            .anyMatch(
                each ->
                    each.node() == mismatch.node() && each.message().equals(mismatch.message()));
    if (!again) {
      mismatches.add(mismatch);
    }
  }

  // ---- branches and loops

  private void branch(Node node) {
    Object taken = Facts.settled(fact(node.input(0)));
    List<List<@Nullable Object>> sides = new ArrayList<>();
    for (int side = 0; side < 2; side++) {
      Block block = node.blocks().get(side);
      if (!Boolean.valueOf(side == 1).equals(taken)) { // the side that is not taken says nothing
        block(block);
        if (block.nodes().stream().noneMatch(each -> each.is(Kinds.RAISE))) {
          sides.add(facts(block.outputs()));
        }
      }
    }
    if (taken instanceof Boolean known) {
      Block block = node.blocks().get(known ? 0 : 1);
      for (int i = 0; i < node.outputs().size(); i++) {
        is(node.outputs().get(i), block.outputs().get(i));
      }
      return;
    }
    for (int i = 0; i < node.outputs().size() && !sides.isEmpty(); i++) {
      Object first = sides.get(0).get(i);
      know(node.outputs().get(i), joined(first, sides.get(sides.size() - 1).get(i)));
    }
  }

  private static @Nullable Object joined(@Nullable Object a, @Nullable Object b) {
    if (a == NOTHING || b == NOTHING) {
      return a == NOTHING ? b : a;
    }
    return Facts.joined(a, b);
  }

  private void loop(Node node) {
    Block body = node.blocks().get(0);
    List<@Nullable Object> begin = facts(node.inputs().subList(2, node.inputs().size()));
    Long turns = fact(node.input(0)) instanceof Size size ? size.known() : null;
    boolean counts = Boolean.TRUE.equals(fact(node.input(1)));
    List<@Nullable Object> end =
        turns != null && turns <= MOST_TURNS && counts ? each(body, begin, turns) : null;
    knowAll(node, end == null ? settled(body, begin) : end);
  }

  /** Goes through the turns one by one; null if it is not sure that there are so many. */
  private @Nullable List<@Nullable Object> each(
      Block body, List<@Nullable Object> begin, long turns) {
    List<@Nullable Object> now = begin;
    for (long i = 0; i < turns; i++) {
      know(body.inputs().get(0), Size.of(i));
      carry(body, now);
      block(body);
      if (!Boolean.TRUE.equals(fact(body.outputs().get(0)))) {
        return null;
      }
      now = facts(body.outputs().subList(1, body.outputs().size()));
    }
    return now;
  }

  private void carry(Block body, List<@Nullable Object> values) {
    for (int i = 0; i < values.size(); i++) {
      know(body.inputs().get(i + 1), values.get(i));
    }
  }

  /** Goes through the body until what is known of the carried values changes no more. */
  private List<@Nullable Object> settled(Block body, List<@Nullable Object> begin) {
    List<@Nullable Object> now = begin;
    while (true) {
      know(body.inputs().get(0), Size.UNKNOWN);
      carry(body, now);
      block(body);
      List<@Nullable Object> end = facts(body.outputs().subList(1, body.outputs().size()));
      List<@Nullable Object> both = new ArrayList<>();
      for (int i = 0; i < now.size(); i++) {
        both.add(joined(now.get(i), end.get(i)));
      }
      if (both.equals(now)) {
        return now;
      }
      now = both;
    }
  }

  // ---- ops

  private void call(Node node) {
    node.blocks().forEach(this::block);
    if (node.is("prim::ModuleContainerIndex")) {
      know(node.output(), Facts.settled(element(fact(node.input(0)), fact(node.input(1)))));
      return;
    }
    Op op = OpTable.of(node);
    if (op == null) {
      node.outputs().forEach(output -> know(output, fromType(output.type())));
      return;
    }
    List<@Nullable String> names = new ArrayList<>();
    node.inputs().forEach(input -> names.add(name(input)));
    ShapeScope in = new ShapeScope(op.schema(), facts(node.inputs()), names);
    try {
      knowAll(node, OpFacts.of(op, in, graph -> inside(node, graph)));
    } catch (ShapeMismatch mismatch) {
      node.outputs().forEach(output -> know(output, null));
      Wish wish = mismatch.wish();
      int argument = wish == null ? -1 : op.schema().indexOf(wish.argument());
      Value subject = argument < 0 ? null : node.input(argument);
      String message =
          op.schema().name().replaceFirst("^\\w+::", "") + ": " + mismatch.getMessage();
      report(new Mismatch(node, message, subject, wish, null));
    }
  }

  /** What the user calls a value, or null. */
  static @Nullable String name(Value value) {
    return value.isNamed() ? value.name().replaceFirst("\\.\\d+$", "") : null;
  }

  /** What a body gives, on what is known of the node's inputs. */
  private List<@Nullable Object> inside(Node node, Graph body) {
    ShapeInference inner = new ShapeInference(calls);
    for (int i = 0; i < body.inputs().size(); i++) {
      inner.know(body.inputs().get(i), fact(node.input(i)));
    }
    inner.block(body.block());
    for (Mismatch each : inner.mismatches) {
      int argument = body.inputs().indexOf(inner.first(each.subject()));
      Value subject = argument < 0 ? null : node.input(argument);
      report(new Mismatch(node, each.message(), subject, each.wish(), each.where()));
    }
    return inner.facts(body.outputs());
  }
}
