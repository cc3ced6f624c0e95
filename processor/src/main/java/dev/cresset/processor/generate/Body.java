package dev.cresset.processor.generate;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.TypeName;
import dev.cresset.ir.graph.Block;
import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.Node;
import dev.cresset.ir.graph.Position;
import dev.cresset.ir.graph.Uses;
import dev.cresset.ir.graph.Value;
import dev.cresset.processor.generate.Code.Binds;
import dev.cresset.processor.script.ScriptType.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The method that is written, as far as it is: its statements, and how its values are called. A
 * value that the user named becomes a variable of that name; one that is used once stands where it
 * is used, as long as everything is still computed in the graph's order; any other becomes a
 * variable.
 */
final class Body {
  /** An expression longer than this gets a variable of its own. */
  private static final int LONGEST = 70;

  /** What is written inside of one pair of braces. */
  static final class Place {
    final Block block;
    final boolean leaves;
    final List<Line> lines = new ArrayList<>();
    private final List<Pending> pending = new ArrayList<>();

    Place(Block block, boolean leaves) {
      this.block = block;
      this.leaves = leaves;
    }
  }

  /** A value that waits for the place where it is used. */
  private record Pending(Value value, Code code, List<Mark> marks) {}

  private final boolean marked;
  private final Uses uses;
  private final Map<Value, Block> users = new HashMap<>();
  private final Map<Value, Code> known = new HashMap<>();
  private final Map<Value, List<Value>> elements = new HashMap<>();
  private final Map<Value, Tuple> records = new HashMap<>();
  private final Locals locals = new Locals();
  private final ListForms forms;

  /** What the expressions come from that were taken, and are part of what is written next. */
  private final List<Mark> taken = new ArrayList<>();

  private Place place;

  /**
   * The body of a method with this graph.
   *
   * @param marked whether statements tell the places in the user's files that they come from
   */
  Body(Graph graph, boolean marked) {
    this.marked = marked;
    this.forms = new ListForms(graph);
    this.uses = Uses.of(graph.block());
    this.place = new Place(graph.block(), true);
    users(graph.block());
  }

  private void users(Block block) {
    for (Node node : block.nodes()) {
      node.inputs().forEach(value -> users.put(value, block));
      node.blocks().forEach(this::users);
    }
    block.outputs().forEach(value -> users.put(value, block));
  }

  Uses uses() {
    return uses;
  }

  Locals locals() {
    return locals;
  }

  /** How lists are held. */
  ListForms forms() {
    return forms;
  }

  /** A variable for {@code value}. */
  Local local(Value value) {
    return locals.of(value, forms.held(value));
  }

  /** Where one is. */
  Place place() {
    return place;
  }

  // ---- what values are called

  /** Says how a value is called, wherever it is used. */
  void name(Value value, Code code) {
    known.put(value, code);
  }

  /** Says of what a tuple was made here. */
  void made(Value tuple, List<Value> of) {
    elements.put(tuple, of);
  }

  /** Of what a tuple was made here; null if it came from elsewhere. */
  @Nullable List<Value> elements(Value tuple) {
    return elements.get(tuple);
  }

  /** Says which record of the user's a value is. */
  void isRecord(Value value, Tuple type) {
    records.put(value, type);
  }

  /** Which record of the user's a value is, or null. */
  @Nullable Tuple record(Value value) {
    return records.get(value);
  }

  /** Says that two values are one. */
  void alias(Value output, Value value) {
    name(output, settled(List.of(value)).get(0));
    Tuple type = record(value);
    if (type != null) {
      isRecord(output, type);
    }
  }

  /** Where a value is made, or null. */
  @Nullable Position position(Value value) {
    Node maker = uses.maker(value);
    return maker == null ? null : maker.position();
  }

  /** How a value is called. */
  Code code(Value value) {
    Code code = known.get(value);
    if (code == null) {
      if (elements.containsKey(value)) {
        return Code.of("null"); // a tuple, which is asked for by its elements
      }
      throw new Inexpressible("the value " + value + " of type " + value.type());
    }
    return code;
  }

  /** The expressions of {@code values}, which are used here, in this order. */
  List<Code> take(List<Value> values) {
    List<Pending> wanted = new ArrayList<>();
    for (Value value : values) {
      place.pending.stream().filter(each -> each.value().equals(value)).forEach(wanted::add);
    }
    int rest = place.pending.size() - wanted.size();
    if (place.pending.subList(rest, place.pending.size()).equals(wanted)) {
      wanted.forEach(each -> known.put(each.value(), each.code()));
      wanted.forEach(each -> taken.addAll(each.marks()));
      place.pending.subList(rest, place.pending.size()).clear();
    } else {
      flush();
    }
    return values.stream().map(this::code).toList();
  }

  /** The expressions of {@code values}, which may be used wherever and however often. */
  List<Code> settled(List<Value> values) {
    if (place.pending.stream().anyMatch(each -> values.contains(each.value()))) {
      flush();
    }
    return values.stream().map(this::code).toList();
  }

  /** Makes variables of all values that wait. */
  void flush() {
    List<Pending> all = List.copyOf(place.pending);
    place.pending.clear();
    for (Pending each : all) {
      Local local = locals.of(each.value(), Held.of(each.value().type()));
      known.put(each.value(), Code.of(local));
      declare(local, each.code(), each.marks());
    }
  }

  /** Makes the one result of {@code node} known. */
  void result(Node node, Code code) {
    Value output = node.output();
    int count = uses.count(output);
    List<Mark> marks = marks(Mark.of(node));
    if (count == 0) {
      emit(code, marks);
    } else if (count == 1
        && users.get(output) == place.block
        && (place.block.outputs().contains(output)
            || !output.isNamed() && code.length() <= LONGEST)) {
      place.pending.add(new Pending(output, code, marks));
    } else {
      flush();
      Local local = locals.of(output, Held.of(output.type()));
      known.put(output, Code.of(local));
      declare(local, code, marks);
    }
  }

  /** Makes the results of an op known. */
  void results(Node node, Code call) {
    if (node.outputs().size() == 1) {
      result(node, call);
      return;
    }
    List<Mark> marks = marks(Mark.of(node));
    if (node.outputs().stream().allMatch(uses::isUnused)) {
      emit(call, marks);
    } else {
      flush();
      Local all = locals.named("results", ArrayTypeName.of(Library.TENSOR));
      declare(all, call, marks);
      for (int i = 0; i < node.outputs().size(); i++) {
        known.put(node.outputs().get(i), Code.from(Binds.TIGHT, "$L[" + i + "]", Code.of(all)));
      }
    }
  }

  // ---- lines

  /** Makes a variable for {@code value}. */
  void declare(Value value, Code code, @Nullable Position position) {
    declare(value, code, position, forms.held(value));
  }

  /** Makes a variable for {@code value}, held as {@code type}. */
  void declare(Value value, Code code, @Nullable Position position, TypeName type) {
    List<Mark> marks = marks(Mark.at(position));
    flush();
    Local local = locals.of(value, type);
    known.put(value, Code.of(local));
    declare(local, code, marks);
  }

  void declare(Local local, Code code, @Nullable Position position) {
    declare(local, code, marks(Mark.at(position)));
  }

  private void declare(Local local, Code code, List<Mark> marks) {
    line(
        Text.of("$T $L = $L", local.type(), local.name(), code.text()),
        code.reads(),
        List.of(local),
        marks);
  }

  /** An expression as a statement, if it does anything. */
  void emit(Code code, @Nullable Position position) {
    emit(code, marks(Mark.at(position)));
  }

  private void emit(Code code, List<Mark> marks) {
    boolean acts = code.binds() == Binds.TIGHT && code.java().endsWith(")");
    if (acts) {
      flush();
      line(code.text(), code.reads(), List.of(), marks);
    }
  }

  /** Adds a statement. */
  void line(Text text, Set<Local> reads, List<Local> declares, @Nullable Position position) {
    line(text, reads, declares, marks(Mark.at(position)));
  }

  private void line(Text text, Set<Local> reads, List<Local> declares, List<Mark> marks) {
    Text.Builder line = Text.builder().add("$[$L;$]", text);
    place.lines.add(
        new Line(line.add("$L\n", Mark.comment(marks)).build().unbroken(), reads, declares));
  }

  /** Where what is written next comes from: what was taken for it, and itself. */
  private List<Mark> marks(List<Mark> own) {
    List<Mark> marks = new ArrayList<>(taken);
    marks.addAll(own);
    taken.clear();
    return marked ? marks : List.of();
  }

  /** The place in the user's file of what is written next, as a comment. */
  String comment(@Nullable Position position) {
    return Mark.comment(marks(Mark.at(position)));
  }

  /** Writes a block in braces of its own. */
  Place inside(Block block, boolean leaves, Runnable write) {
    Place outer = place;
    place = new Place(block, leaves);
    write.run();
    Place inner = place;
    place = outer;
    return inner;
  }

  /** Adds the statements of a block to one that they are part of. */
  static void put(Text.Builder text, List<Line> lines, Set<Local> reads) {
    for (Line line : lines) {
      text.add("$L", line.text());
      reads.addAll(line.reads());
    }
  }
}
