package dev.cresset.script;

import dev.cresset.IValue;
import dev.cresset.Tensor;
import dev.cresset.ir.graph.Block;
import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.GraphBuilder;
import dev.cresset.ir.graph.Kinds;
import dev.cresset.ir.graph.Node;
import dev.cresset.ir.graph.Position;
import dev.cresset.ir.graph.TupleConstant;
import dev.cresset.ir.graph.Value;
import dev.cresset.ir.op.Op;
import dev.cresset.ir.op.OpTable;
import dev.cresset.ir.type.Argument;
import dev.cresset.ir.type.DType;
import dev.cresset.ir.type.None;
import dev.cresset.ir.type.Type;
import dev.cresset.nn.NnModule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a graph of what Java did in one run, or in several whose steps are the same. */
final class TraceWriter {
  private static final List<String> NAMES = List.of("x", "y", "z", "u", "v", "w");

  /** The value of a step, or a part of it. */
  private record Key(int step, List<Integer> path) {}

  private final TraceRuns runs;
  private final TraceModules modules;
  private final GraphBuilder builder = new GraphBuilder();
  private final Witnesses witnesses = new Witnesses();
  private final Map<Key, Value> values = new HashMap<>();
  private final Map<Key, Object> trees = new HashMap<>();
  private final Map<NnModule, Value> self = new IdentityHashMap<>();
  private final Map<Tensor, Value> held = new IdentityHashMap<>();
  private final Map<Integer, Value> made = new HashMap<>();
  private final Map<Object, Value> constants = new HashMap<>();
  private final Map<List<Object>, Value> facts = new HashMap<>();
  private final Set<List<Value>> ties = new HashSet<>();
  private final boolean writes;
  private @Nullable Value module;

  /** For each step the values that it gave, tensors alone, for those who compare them. */
  private final List<List<Value>> tensors = new ArrayList<>();

  TraceWriter(TraceRuns runs, TraceModules modules) {
    this.runs = runs;
    this.modules = modules;
    this.writes = runs.first().steps().stream().anyMatch(TraceWriter::writes);
  }

  private static boolean writes(TraceStep step) {
    if (step.kind() instanceof TraceStep.Applied applied) {
      return OpTable.get(applied.op()).schema().writes();
    }
    Graph graph =
        step.kind() instanceof TraceStep.Called called
            ? called.graph()
            : step.kind() instanceof TraceStep.Function function ? function.graph() : null;
    return graph != null
        && graph.allNodes().stream()
            .map(OpTable::of)
            .anyMatch(op -> op != null && op.schema().writes());
  }

  /** For each step its tensors in the graph. */
  List<List<Value>> tensors() {
    return tensors;
  }

  /** The graph; its first input is the traced module if it needs one. */
  Graph write(String typeName, List<String> names) {
    if (runs.needsModule()) {
      module = builder.input("self", new Type.ClassOf(typeName));
    }
    inputs(names);
    for (int i = 0; i < runs.first().steps().size(); i++) {
      step(i);
    }
    Value output = value(runs.results(), null, "the result");
    return builder.graph(output);
  }

  private void inputs(List<String> names) {
    List<IValue> given = runs.first().inputs();
    List<Value> inputs = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      String name =
          i < names.size() ? names.get(i) : i < NAMES.size() ? NAMES.get(i) : "x" + (i + 1);
      inputs.add(builder.input(name, typeOf(Values.of(given.get(i)))));
    }
    for (int i = 0; i < given.size(); i++) {
      int at = i;
      List<Object> all = runs.each(run -> Values.of(run.inputs().get(at)));
      give(new Key(-1, List.of(i)), inputs.get(i), all);
      numbers(new Key(-1, List.of(i)), all, "input " + names(names, i), null, true);
    }
  }

  private static String names(List<String> names, int i) {
    return i < names.size() ? "'" + names.get(i) + "'" : String.valueOf(i);
  }

  private static Type typeOf(Object value) {
    if (value instanceof Tensor || value instanceof Origin) {
      return Type.TENSOR;
    } else if (value instanceof TupleConstant tuple) {
      return new Type.Tuple(tuple.elements().stream().map(TraceWriter::typeOf).toList());
    } else if (value instanceof List<?> list) {
      return new Type.ListOf(list.isEmpty() ? Type.TENSOR : typeOf(list.get(0)));
    } else if (value instanceof Long) {
      return Type.INT;
    } else if (value instanceof Double) {
      return Type.FLOAT;
    } else if (value instanceof Boolean) {
      return Type.BOOL;
    } else if (value instanceof String) {
      return Type.STR;
    } else if (value == None.NONE) {
      return Type.NONE;
    } else if (value instanceof Map<?, ?> map && !map.isEmpty()) {
      return new Type.Dict(Type.STR, typeOf(map.values().iterator().next()));
    }
    throw new TraceException(
        "a value of " + value.getClass().getSimpleName() + " is none of a graph");
  }

  // ---- values that are known

  private void give(Key key, Value value, List<Object> all) {
    values.put(key, value);
    trees.put(key, all);
  }

  @SuppressWarnings("unchecked") // put in by give
  private List<Object> tree(Key key) {
    return (List<Object>) present(trees.get(key));
  }

  /** A step's value, taken out of the list or tuple that it is in where that is yet to be done. */
  private Value value(Key key) {
    Value known = values.get(key);
    if (known != null) {
      return known;
    }
    List<Integer> path = key.path();
    Key outer = new Key(key.step(), path.subList(0, path.size() - 1));
    Value whole = value(outer);
    List<Object> all = tree(outer);
    int size = elements(all.get(0)).size();
    List<Type> types = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      types.add(typeOf(elements(all.get(0)).get(i)));
    }
    String kind = all.get(0) instanceof TupleConstant ? Kinds.TUPLE_UNPACK : Kinds.LIST_UNPACK;
    List<Value> parts = builder.node(kind).inputs(whole).outputs(types);
    for (int i = 0; i < size; i++) {
      int at = i;
      List<Integer> inner = new ArrayList<>(outer.path());
      inner.add(i);
      give(
          new Key(key.step(), List.copyOf(inner)),
          parts.get(i),
          all.stream().map(each -> elements(each).get(at)).toList());
    }
    return present(values.get(key));
  }

  private static <T> T present(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("a trace uses a value that none of its steps gives");
    }
    return value;
  }

  private static List<Object> elements(Object value) {
    return value instanceof TupleConstant tuple ? tuple.elements() : Values.list(value);
  }

  private Value module(NnModule of) {
    TraceModules.Place place = modules.of(of);
    if (place == null) {
      return self();
    }
    Value known = self.get(of);
    if (known == null) {
      Value owner = place.owner() == null ? self() : module(place.owner());
      known = attribute(owner, place.name(), Instance.typeOf(of));
      self.put(of, known);
    }
    return known;
  }

  private Value self() {
    return present(module);
  }

  private Value attribute(Value owner, String name, Type type) {
    return builder
        .node(Kinds.GET_ATTR)
        .inputs(owner)
        .attribute("name", name)
        .named((Character.isDigit(name.charAt(0)) ? "_" : "") + name)
        .output(type);
  }

  private Value tensor(Origin origin) {
    if (origin instanceof Origin.Input input) {
      return value(new Key(-1, input.path()));
    } else if (origin instanceof Origin.Result result) {
      return value(new Key(result.step(), result.path()));
    } else if (origin instanceof Origin.Made constant) {
      return made.computeIfAbsent(constant.number(), absent -> constant(constant.copy()));
    }
    Tensor own = ((Origin.Held) origin).tensor();
    Value known = held.get(own);
    if (known == null) {
      TraceModules.Place place = modules.of(own);
      Value owner = place.owner() == null ? self() : module(place.owner());
      known = attribute(owner, place.name(), Type.TENSOR);
      held.put(own, known);
    }
    return known;
  }

  /** A tensor as a constant; a copy of it in each call, where something is written to tensors. */
  private Value constant(Tensor tensor) {
    Value constant = builder.constant(new TensorValue(tensor), Type.TENSOR);
    return writes
        ? builder.node("aten::clone").inputs(constant, constant(None.NONE)).output(Type.TENSOR)
        : constant;
  }

  private Value constant(Object value) {
    return constants.computeIfAbsent(value, builder::constant);
  }

  // ---- values of all runs

  /**
   * The value that was this in each run.
   *
   * @param type what it is taken as; null if it is not known
   */
  private Value value(List<Object> all, @Nullable Type type, String where) {
    Object first = all.get(0);
    Type present = type instanceof Type.OptionalOf option ? option.element() : type;
    if (first instanceof Origin origin) {
      agree(all, where);
      return tensor(origin);
    } else if (first instanceof TupleConstant || first instanceof List<?>) {
      return several(all, present, where);
    } else if (first instanceof Map<?, ?> map) {
      return dictionary(all, map, where);
    } else if (all.stream().allMatch(first::equals)) {
      return present == Type.DEVICE
          ? constants.computeIfAbsent(
              List.of(first, present), absent -> builder.constant(first, Type.DEVICE))
          : constant(first);
    }
    if (first instanceof String
        || all.stream().anyMatch(each -> each.getClass() != first.getClass())) {
      throw differ(all, where);
    }
    Value found = witnesses.find(all, builder, where, this::tie);
    if (found == null) {
      throw differ(all, where);
    }
    return found;
  }

  private static void agree(List<Object> all, String where) {
    Object first = all.get(0);
    for (Object each : all) {
      if (!first.equals(each)) {
        throw new TraceException(
            "%s: the runs do not agree on which tensor is used there".formatted(where));
      } else if (first instanceof Origin.Made one && each instanceof Origin.Made other) {
        if (!TraceRuns.equal(one.copy(), other.copy())) {
          throw new TraceException(
              ("%s: Java made a tensor of numbers that were not the same in all runs; make it with"
                      + " ops, such as Tensor.full")
                  .formatted(where));
        }
      }
    }
  }

  private static TraceException differ(List<Object> all, String where) {
    return new TraceException(
        ("%s: Java computed %s in the runs, and no arithmetic of what it had asked of tensors gives"
                + " that; ask for the sizes that it follows from, or compute it with ops")
            .formatted(where, all));
  }

  private Value several(List<Object> all, @Nullable Type type, String where) {
    int size = elements(all.get(0)).size();
    for (Object each : all) {
      if (elements(each).size() != size) {
        throw new TraceException("%s: a list has not the same length in all runs".formatted(where));
      }
    }
    List<Value> parts = new ArrayList<>();
    List<Type> types = new ArrayList<>();
    Type element = type instanceof Type.ListOf list ? list.element() : null;
    for (int i = 0; i < size; i++) {
      int at = i;
      Value part = value(all.stream().map(each -> elements(each).get(at)).toList(), element, where);
      parts.add(part);
      types.add(part.type());
    }
    if (all.get(0) instanceof TupleConstant) {
      return builder.node(Kinds.TUPLE_CONSTRUCT).inputs(parts).output(new Type.Tuple(types));
    }
    Type of = element != null ? element : size == 0 ? Type.TENSOR : types.get(0);
    return builder.node(Kinds.LIST_CONSTRUCT).inputs(parts).output(new Type.ListOf(of));
  }

  private Value dictionary(List<Object> all, Map<?, ?> first, String where) {
    List<Value> parts = new ArrayList<>();
    Type type = Type.TENSOR;
    for (Object key : first.keySet()) {
      List<Object> of = new ArrayList<>();
      for (Object each : all) {
        Object held = Values.dictionary(each).get(key);
        if (held == null) {
          throw new TraceException("%s: the runs give not the same keys".formatted(where));
        }
        of.add(held);
      }
      parts.add(constant(key));
      Value value = value(of, null, where);
      parts.add(value);
      type = value.type();
    }
    return builder.node(Kinds.DICT_CONSTRUCT).inputs(parts).output(new Type.Dict(Type.STR, type));
  }

  // ---- steps

  private void step(int index) {
    List<TraceStep> all = runs.steps(index);
    TraceStep step = all.get(0);
    builder.at(position(step));
    int before = tensors.size();
    if (step.kind() instanceof TraceStep.Applied applied) {
      applied(index, all, OpTable.get(applied.op()));
    } else if (step.kind() instanceof TraceStep.Called called) {
      called(index, all, called);
    } else if (step.kind() instanceof TraceStep.Function function) {
      function(index, all, function);
    } else if (step.kind() instanceof TraceStep.Read) {
      read(all, step);
    }
    if (tensors.size() == before) {
      tensors.add(List.of());
    }
  }

  private @Nullable Position position(TraceStep step) {
    StackTraceElement place = step.place();
    if (place == null || place.getFileName() == null) {
      return null;
    }
    Position position = new Position(place.getFileName(), place.getLineNumber(), 0);
    return step.scope().isEmpty()
        ? position
        : position.calledBy(new Position.Call(step.scope(), "", position));
  }

  private List<Object> argument(List<TraceStep> all, int index) {
    return all.stream().map(step -> step.arguments().get(index)).toList();
  }

  private List<Object> results(List<TraceStep> all) {
    return all.stream().map(TraceStep::result).toList();
  }

  private void applied(int index, List<TraceStep> all, Op op) {
    TraceStep step = all.get(0);
    if (op.name().equals("aten::size") || op.name().equals("aten::stride")) {
      eachDimension(index, all, op);
      return;
    }
    List<Value> in = new ArrayList<>();
    for (int i = 0; i < op.schema().arguments().size(); i++) {
      in.add(value(argument(all, i), op.schema().arguments().get(i).type(), step.where()));
    }
    if (TraceRecorder.FACTS.contains(op.name())) {
      Value fact = fact(op, in);
      asked(new Key(index, List.of()), fact, all, isFixed(step));
      return;
    }
    List<Type> types = op.schema().returns().stream().map(Argument::type).toList();
    List<Value> out = node(op).inputs(in).outputs(types);
    if (out.isEmpty()) {
      return;
    }
    Key key = new Key(index, List.of());
    if (types.size() == 1) {
      give(key, out.get(0), results(all));
    } else {
      trees.put(key, results(all));
      for (int i = 0; i < out.size(); i++) {
        int at = i;
        give(
            new Key(index, List.of(i)),
            out.get(i),
            results(all).stream().map(each -> elements(each).get(at)).toList());
      }
    }
    given(key, step);
    numbers(key, results(all), text(step), step, false);
  }

  private GraphBuilder.NodeBuilder node(Op op) {
    return builder.node(op.schema().name()).overload(op.schema().overload());
  }

  /** Notes the tensors of a step, and switches their gradients off where Java had. */
  private void given(Key key, TraceStep step) {
    List<Key> all = new ArrayList<>();
    gather(key, step.result(), all);
    List<Value> made = new ArrayList<>();
    for (Key each : all) {
      Value value = value(each);
      if (step.detached()) {
        value = builder.node("aten::detach").inputs(value).output(Type.TENSOR);
        values.put(each, value);
      }
      made.add(value);
    }
    tensors.add(made);
  }

  private static void gather(Key key, Object tree, List<Key> all) {
    if (tree instanceof Origin.Result) {
      all.add(key);
    } else if (tree instanceof TupleConstant || tree instanceof List<?>) {
      for (int i = 0; i < elements(tree).size(); i++) {
        List<Integer> inner = new ArrayList<>(key.path());
        inner.add(i);
        gather(new Key(key.step(), List.copyOf(inner)), elements(tree).get(i), all);
      }
    }
  }

  private void called(int index, List<TraceStep> all, TraceStep.Called called) {
    TraceStep step = all.get(0);
    List<Value> in = new ArrayList<>(List.of(module(called.module())));
    for (int i = 0; i < step.arguments().size(); i++) {
      Type type = called.graph().inputs().get(i + 1).type();
      in.add(value(argument(all, i), type, step.where()));
    }
    Value out =
        builder
            .node(Kinds.CALL_METHOD)
            .inputs(in)
            .attribute("name", modules.method(called.module(), called.graph()))
            .output(called.graph().outputs().get(0).type());
    Key key = new Key(index, List.of());
    give(key, out, results(all));
    given(key, step);
    numbers(key, results(all), text(step), step, false);
  }

  private void function(int index, List<TraceStep> all, TraceStep.Function function) {
    TraceStep step = all.get(0);
    List<Value> in = new ArrayList<>();
    for (int i = 0; i < step.arguments().size(); i++) {
      in.add(value(argument(all, i), function.graph().inputs().get(i).type(), step.where()));
    }
    Key key = new Key(index, List.of());
    give(key, builder.inline(function.graph(), in).get(0), results(all));
    given(key, step);
  }

  // ---- what Java asked

  private boolean isFixed(TraceStep step) {
    return step.arguments().get(0) instanceof Origin origin
        && (origin instanceof Origin.Held || origin instanceof Origin.Made);
  }

  private Value fact(Op op, List<Value> in) {
    List<Object> key = new ArrayList<>(in);
    key.add(op);
    return facts.computeIfAbsent(
        key, absent -> node(op).inputs(in).output(op.schema().returns().get(0).type()));
  }

  private void eachDimension(int index, List<TraceStep> all, Op op) {
    TraceStep step = all.get(0);
    Value tensor = value(argument(all, 0), Type.TENSOR, step.where());
    Op one = OpTable.get(op.name() + ".int");
    int rank = elements(step.result()).size();
    if (all.stream().anyMatch(each -> elements(each.result()).size() != rank)) {
      throw new TraceException(step.where() + ": a tensor has not as many sizes in all runs");
    }
    if (!isFixed(step)) {
      Value dim = fact(OpTable.get("aten::dim"), List.of(tensor));
      guard(dim, (long) rank, "dim()", step);
    }
    for (int i = 0; i < rank; i++) {
      int at = i;
      Value size = fact(one, List.of(tensor, constant((long) i)));
      List<Object> each = all.stream().map(run -> elements(run.result()).get(at)).toList();
      String what = TraceRecorder.question(op.name()) + "(" + i + ")";
      number(new Key(index, List.of(i)), size, each, what, step, isFixed(step));
    }
  }

  private void asked(Key key, Value value, List<TraceStep> all, boolean fixed) {
    number(key, value, results(all), text(all.get(0)), all.get(0), fixed);
  }

  private static String text(TraceStep step) {
    if (!(step.kind() instanceof TraceStep.Applied applied)) {
      return step.kind().text();
    }
    StringBuilder text = new StringBuilder(TraceRecorder.question(applied.op())).append('(');
    for (int i = 1; i < step.arguments().size(); i++) {
      if (step.arguments().get(i) instanceof Long number) {
        text.append(text.charAt(text.length() - 1) == '(' ? "" : ", ").append(number);
      }
    }
    return text.append(')').toString();
  }

  /** Takes the numbers of a tree for witnesses, and guards those that were always the same. */
  private void numbers(
      Key key, List<Object> all, String what, @Nullable TraceStep step, boolean input) {
    Object first = all.get(0);
    if (first instanceof Long || first instanceof Double || first instanceof Boolean) {
      number(key, value(key), all, what, step, false);
    } else if (first instanceof TupleConstant || first instanceof List<?>) {
      for (int i = 0; i < elements(first).size(); i++) {
        int at = i;
        List<Integer> inner = new ArrayList<>(key.path());
        inner.add(i);
        if (all.stream().anyMatch(each -> elements(each).size() != elements(first).size())) {
          if (input || !(elements(first).get(0) instanceof Origin)) {
            throw new TraceException("a list has not the same length in all runs: " + what);
          }
          return;
        }
        numbers(
            new Key(key.step(), List.copyOf(inner)),
            all.stream().map(each -> elements(each).get(at)).toList(),
            what,
            step,
            input);
      }
    }
  }

  private void number(
      Key key,
      Value value,
      List<Object> all,
      String what,
      @Nullable TraceStep step,
      boolean fixed) {
    values.put(key, value);
    trees.put(key, all);
    if (!all.stream().allMatch(all.get(0)::equals)) {
      witnesses.add(all, value, what + (step == null ? "" : " of " + step.where()));
    } else if (!fixed) {
      guard(value, all.get(0), what, step);
    }
  }

  private void read(List<TraceStep> all, TraceStep step) {
    Tensor seen = ((Origin.Made) step.result()).copy();
    for (TraceStep each : all) {
      if (!TraceRuns.equal(seen, ((Origin.Made) each.result()).copy())) {
        throw new TraceException(
            "%s: Java reads elements with %s that are not the same in all runs"
                .formatted(step.where(), step.kind().text()));
      }
    }
    Value tensor = value(argument(all, 0), Type.TENSOR, step.where());
    Op size = OpTable.get("aten::size.int");
    guard(fact(OpTable.get("aten::dim"), List.of(tensor)), (long) seen.dim(), "dim()", step);
    for (int i = 0; i < seen.dim(); i++) {
      Value each = fact(size, List.of(tensor, constant((long) i)));
      guard(each, seen.size(i), "size(" + i + ")", step);
    }
    Value constant = builder.constant(new TensorValue(seen), Type.TENSOR);
    Value same =
        node(OpTable.get("aten::allclose"))
            .inputs(tensor, constant, constant(0.0), constant(0.0), constant(true))
            .output(Type.BOOL);
    guard(same, true, step.kind().text(), step);
  }

  // ---- guards

  private void guard(Value value, Object seen, String what, @Nullable TraceStep step) {
    if (facts.putIfAbsent(List.of("guard", value, seen), value) != null) {
      return;
    }
    fail(
        value,
        seen,
        (step == null ? "" : step.where() + ": ") + "this trace is for " + told(what, seen, step));
  }

  private static String told(String what, Object seen, @Nullable TraceStep step) {
    if (what.equals("dtype()") && seen instanceof Long code) {
      return what + " = " + DType.ofCode(code) + ", as Java saw there";
    }
    String varies = "; let it vary with Trace.again(..)";
    if (step == null) {
      return what + " = " + seen + varies;
    } else if (step.kind() instanceof TraceStep.Read && what.equals(step.kind().text())) {
      return "the elements that Java read there with " + what + "; compute with ops instead";
    } else if (seen instanceof Boolean) {
      return what
          + " = "
          + seen
          + ", by which Java may have chosen its way; compile the method with @Script, which keeps"
          + " both ways";
    }
    return what + " = " + seen + ", as Java saw there" + varies;
  }

  private void tie(Value one, String textOfOne, Value other, String textOfOther) {
    if (one.type() == Type.INT && ties.add(List.of(one, other))) {
      Value same = builder.node("aten::eq").overload("int").inputs(one, other).output(Type.BOOL);
      fail(
          same,
          true,
          ("when this was traced, %s and %s were the same in each run, so it is not known which of"
                  + " them counts; give Trace.again(..) sizes that tell them apart")
              .formatted(textOfOne, textOfOther));
    }
  }

  /** Ends the program with a message unless the value is what was seen. */
  private void fail(Value value, Object seen, String message) {
    Value holds = value;
    if (seen instanceof Long || seen instanceof Double) {
      boolean nan = seen instanceof Double real && real.isNaN();
      holds =
          nan
              ? builder.node("aten::isnan").overload("float").inputs(value).output(Type.BOOL)
              : builder
                  .node("aten::eq")
                  .overload(seen instanceof Long ? "int" : "float")
                  .inputs(value, constant(seen))
                  .output(Type.BOOL);
    }
    GraphBuilder raising = builder.inner();
    raising
        .node(Kinds.RAISE)
        .inputs(raising.constant(message), raising.constant(None.NONE))
        .outputs(List.of());
    Block raises = raising.block(List.of());
    Block goesOn = builder.inner().block(List.of());
    boolean wanted = !Boolean.FALSE.equals(seen);
    builder
        .node(Kinds.IF)
        .inputs(holds)
        .block(wanted ? goesOn : raises)
        .block(wanted ? raises : goesOn)
        .outputs(List.of());
  }

  /** Whether a node is a guard of a trace. */
  static boolean isGuard(Node node) {
    return node.is(Kinds.IF) && node.outputs().isEmpty();
  }
}
