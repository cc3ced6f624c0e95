package dev.cresset.processor.generate;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.cresset.ir.graph.Block;
import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.Kinds;
import dev.cresset.ir.graph.Node;
import dev.cresset.ir.graph.Position;
import dev.cresset.ir.graph.Uses;
import dev.cresset.ir.graph.Value;
import dev.cresset.ir.op.Op;
import dev.cresset.ir.op.OpTable;
import dev.cresset.ir.type.Type;
import dev.cresset.processor.generate.Code.Binds;
import dev.cresset.processor.script.At;
import dev.cresset.processor.script.Parameter;
import dev.cresset.processor.script.ScriptField;
import dev.cresset.processor.script.ScriptMethod;
import dev.cresset.processor.script.ScriptType;
import dev.cresset.processor.script.ScriptType.Simple;
import dev.cresset.processor.script.ScriptType.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes the graph of one method as straight Java. A value that the user named becomes a variable
 * of that name; one that is used once stands where it is used, as long as everything is still
 * computed in the graph's order; any other becomes a variable.
 */
final class Driver {
  /** An expression longer than this gets a variable of its own. */
  private static final int LONGEST = 70;

  private static final ScriptMethod GROUP =
      new ScriptMethod(
          "group",
          ScriptMethod.Kind.FUNCTION,
          false,
          List.of(),
          Simple.TENSOR,
          List.of(),
          At.NOWHERE);

  /** What is written inside of one pair of braces. */
  private static final class Place {
    final Block block;
    final boolean leaves;
    final List<Line> lines = new ArrayList<>();
    final List<Pending> pending = new ArrayList<>();

    Place(Block block, boolean leaves) {
      this.block = block;
      this.leaves = leaves;
    }
  }

  /** A value that waits for the place where it is used. */
  private record Pending(Value value, Code code, @Nullable Position position) {}

  private final Scene scene;
  private final ScriptMethod method;
  private final Graph graph;
  private final Uses uses;
  private final Map<Value, Block> users = new HashMap<>();
  private final Map<Value, Code> known = new HashMap<>();
  private final Map<Value, List<Value>> elements = new HashMap<>();
  private final Map<Value, Tuple> records = new HashMap<>();
  private final Map<Value, String> functions = new HashMap<>();
  private final Map<Value, Code> turned = new HashMap<>();
  private final Locals locals = new Locals();
  private Place place;

  private Driver(Scene scene, ScriptMethod method, Graph graph) {
    this.scene = scene;
    this.method = method;
    this.graph = graph;
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

  /**
   * The statements of {@code method}, whose graph after all passes is {@code graph}.
   *
   * @throws Inexpressible if Java has no form for something in it
   */
  static List<Line> write(Scene scene, ScriptMethod method, Graph graph) {
    Driver driver = new Driver(scene, method, graph);
    driver.parameters();
    driver.leaveBy(graph.block());
    return driver.place.lines;
  }

  /** The statements of the body of a fused group, op by op, over arrays of its inputs. */
  static List<Line> writeGroup(Scene scene, Graph body) {
    Driver driver = new Driver(scene, GROUP, body);
    int tensors = 0;
    int numbers = 0;
    for (Value input : body.inputs()) {
      driver.known.put(
          input,
          input.type().isTensor()
              ? Code.of("in[" + tensors++ + "]")
              : Code.of(
                  "numbers["
                      + numbers++
                      + (input.type() == Type.INT ? "].longValue()" : "].doubleValue()")));
    }
    driver.locals.take("in");
    driver.locals.take("numbers");
    driver.nodes(body.block());
    List<Code> results = driver.take(body.outputs());
    driver.flush();
    driver.line(
        CodeBlock.of("return new $T[] {$L}", Library.TENSOR, EagerCalls.join(results)),
        EagerCalls.reads(results),
        List.of(),
        null);
    return driver.place.lines;
  }

  private void parameters() {
    boolean module =
        method.kind() == ScriptMethod.Kind.FORWARD || method.kind() == ScriptMethod.Kind.METHOD;
    if (module) {
      locals.take(Scene.SELF);
      known.put(graph.inputs().get(0), Code.of(scene.self()));
    }
    method.parameters().forEach(each -> locals.take(scene.nameOf(each)));
    for (int i = 0; i < method.parameters().size(); i++) {
      Parameter parameter = method.parameters().get(i);
      Value value = graph.inputs().get(i + (module ? 1 : 0));
      Local local = scene.local(method, parameter);
      if (method.kind() == ScriptMethod.Kind.POINTWISE) {
        known.put(value, Code.of(local));
        continue;
      }
      arrives(value, parameter.type(), Code.of(local), null);
    }
  }

  /** Makes {@code value} known as what the user's Java gives as {@code code}. */
  private void arrives(Value value, ScriptType type, Code code, @Nullable Position position) {
    Code held = scene.boundary().held(type, code);
    if (type instanceof Tuple tuple) {
      records.put(value, tuple);
    }
    if (held.text().equals(code.text()) || uses.count(value) == 0) {
      known.put(value, held);
    } else {
      declare(value, held, position);
    }
  }

  // ---- nodes

  private void nodes(Block block) {
    for (int i = 0; i < block.nodes().size(); i++) {
      boolean last = i == block.nodes().size() - 1;
      node(block.nodes().get(i), last);
    }
  }

  private void node(Node node, boolean last) {
    if (node.outputs().size() == 1 && turned.containsKey(node.output())) {
      known.put(node.output(), turned.get(node.output())); // the variable of a loop over a list
      return;
    }
    switch (node.kind()) {
      case Kinds.CONSTANT -> constant(node);
      case "prim::Uninitialized" -> known.put(node.output(), Code.of(nothing(node.output())));
      case Kinds.GET_ATTR -> known.put(node.output(), attribute(node));
      case "prim::ModuleContainerIndex" -> {
        List<Code> in = settled(node.inputs());
        Code index = JavaOps.index(in.get(1));
        known.put(node.output(), Code.from(Binds.TIGHT, "$L.get($L)", in.get(0), index));
      }
      case Kinds.UNCHECKED_CAST -> alias(node.output(), node.input(0));
      case Kinds.TUPLE_CONSTRUCT -> tuple(node, last);
      case Kinds.TUPLE_UNPACK -> {
        for (int i = 0; i < node.outputs().size(); i++) {
          element(node.input(0), i, node.outputs().get(i));
        }
      }
      case Kinds.TUPLE_INDEX -> {
        Object index = uses.constant(node.input(1));
        if (!(index instanceof Long at)) {
          throw new Inexpressible("an element of a tuple whose number is not known");
        }
        element(node.input(0), at.intValue(), node.output());
      }
      case Kinds.LIST_CONSTRUCT -> list(node);
      case Kinds.LIST_UNPACK -> {
        Code list = settled(node.inputs()).get(0).in(Binds.TIGHT);
        String form = isArray(node.input(0).type()) ? "$L[$L]" : "$L.get($L)";
        for (int i = 0; i < node.outputs().size(); i++) {
          Code index = Code.of("$L", i);
          known.put(node.outputs().get(i), Code.from(Binds.TIGHT, form, list, index));
        }
      }
      case Kinds.IF -> branch(node, last);
      case Kinds.LOOP -> loop(node);
      case Kinds.CALL_METHOD -> callMethod(node);
      case Kinds.CALL_FUNCTION -> callFunction(node);
      case Kinds.FUSION_GROUP -> results(node, scene.groups().call(node, take(node.inputs())));
      default -> op(node);
    }
  }

  private void constant(Node node) {
    if (node.attribute("name") instanceof String function) {
      functions.put(node.output(), function);
    } else {
      known.put(node.output(), Literal.of(node.constant(), node.output().type()));
    }
  }

  private static String nothing(Value value) {
    return Held.nothing(value.type());
  }

  private void op(Node node) {
    Op op = OpTable.of(node);
    List<Code> in = take(node.inputs());
    Code java = JavaOps.of(node, in);
    if (java != null) {
      result(node, java);
    } else if (op != null && EagerCalls.isEager(op)) {
      results(node, scene.calls().call(op, node, in));
    } else {
      throw new Inexpressible("the op " + node.qualifiedKind());
    }
  }

  private void list(Node node) {
    boolean constant = node.inputs().stream().allMatch(each -> uses.constant(each) != null);
    List<Code> in = take(node.inputs());
    Code list = Literal.list((Type.ListOf) node.output().type(), in);
    if (constant) {
      known.put(node.output(), list);
    } else {
      result(node, list);
    }
  }

  // ---- attributes and tuples

  private Code attribute(Node node) {
    Code module = settled(node.inputs()).get(0);
    String name = node.text("name");
    if (name.equals("training")) {
      return Code.from(Binds.TIGHT, "$L.isTraining()", module);
    } else if (Character.isDigit(name.charAt(0))) {
      return Code.from(Binds.TIGHT, "$L.get(" + name + ")", module);
    }
    ScriptField declared = scene.field(node.input(0).type(), name);
    if (declared == null) {
      return Code.from(Binds.TIGHT, "$L." + name, module);
    }
    Code field = Code.from(Binds.TIGHT, "$L." + declared.name(), module);
    return isModule(declared.type()) ? field : scene.boundary().held(declared.type(), field);
  }

  private static boolean isModule(ScriptType type) {
    ScriptType whole = type instanceof ScriptType.OptionalOf option ? option.element() : type;
    return whole instanceof ScriptType.ModuleOf || whole instanceof ScriptType.ModulesOf;
  }

  private void tuple(Node node, boolean last) {
    if (!last) {
      settled(node.inputs());
    }
    elements.put(node.output(), node.inputs());
  }

  private void element(Value tuple, int index, Value output) {
    List<Value> made = elements.get(tuple);
    Tuple record = records.get(tuple);
    if (made != null) {
      alias(output, made.get(index));
    } else if (record != null) {
      Code whole = settled(List.of(tuple)).get(0);
      var component = record.components().get(index);
      Code java = Code.from(Binds.TIGHT, "$L." + component.name() + "()", whole);
      arrives(output, component.type(), java, null);
    } else {
      throw new Inexpressible("an element of a tuple that is no record");
    }
  }

  private void alias(Value output, Value value) {
    known.put(output, settled(List.of(value)).get(0));
    if (records.containsKey(value)) {
      records.put(output, records.get(value));
    }
  }

  // ---- calls

  private void callMethod(Node node) {
    String name = node.text("name");
    Value receiver = node.input(0);
    boolean own = receiver.equals(graph.inputs().get(0));
    ScriptMethod callee = own ? scene.own(name) : scene.method(receiver.type(), name);
    List<Value> given = node.inputs().subList(1, node.inputs().size());
    List<Code> in = take(node.inputs());
    List<Code> arguments = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      Code code = in.get(i + 1);
      arguments.add(
          callee == null ? code : java(callee.parameters().get(i).type(), given.get(i), code));
    }
    Code call;
    if (own && scene.compiles(name)) {
      arguments.add(0, in.get(0));
      call = Scene.call(CodeBlock.of("$L", name), arguments);
    } else if (callee != null && own && !callee.visible()) {
      throw new Inexpressible("the call of the private method " + name);
    } else {
      boolean hooks = !Long.valueOf(0).equals(node.attribute("hooks"));
      String called = name.equals("forward") && hooks ? "call" : name;
      Code dot = in.get(0).in(Binds.TIGHT);
      Code applied = Scene.call(CodeBlock.of("$L.$L", dot.text(), called), arguments);
      Set<Local> reads = new LinkedHashSet<>(applied.reads());
      reads.addAll(dot.reads());
      call = new Code(applied.text(), reads, Binds.TIGHT, false);
    }
    given(node, callee == null ? Simple.TENSOR : callee.returns(), call);
  }

  private void callFunction(Node node) {
    String function = functions.get(node.input(0));
    if (function == null) {
      throw new Inexpressible("a function that is a value");
    }
    ScriptMethod callee = scene.function(function);
    List<Value> given = node.inputs().subList(1, node.inputs().size());
    List<Code> in = take(given);
    boolean ofElements = callee == null || callee.kind() == ScriptMethod.Kind.POINTWISE;
    List<Code> arguments = new ArrayList<>(in);
    for (int i = 0; callee != null && !ofElements && i < in.size(); i++) {
      arguments.set(i, java(callee.parameters().get(i).type(), given.get(i), in.get(i)));
    }
    Code call = Scene.call(scene.functionName(function), arguments);
    given(node, callee == null || ofElements ? Simple.TENSOR : callee.returns(), call);
  }

  /** The result of a call of the user's own methods. */
  private void given(Node node, ScriptType returns, Code call) {
    if (returns == Simple.VOID) {
      emit(call, node.position());
      node.outputs().forEach(value -> known.put(value, Code.of("null")));
    } else if (returns instanceof Tuple tuple && uses.count(node.output()) > 0) {
      records.put(node.output(), tuple);
      declare(node.output(), call, node.position(), scene.boundary().java(tuple));
    } else {
      result(node, scene.boundary().held(returns, call));
    }
  }

  /** {@code value} as the user's own methods take it. */
  private Code java(ScriptType type, Value value, Code code) {
    if (type instanceof Tuple tuple) {
      return record(tuple, value);
    }
    return scene.boundary().java(type, code);
  }

  private Code record(Tuple tuple, Value value) {
    if (tuple.equals(records.get(value))) {
      return code(value);
    }
    List<Value> made = elements.get(value);
    if (made == null) {
      throw new Inexpressible("a record out of another");
    }
    List<Code> arguments = new ArrayList<>();
    List<Code> in = take(made);
    for (int i = 0; i < made.size(); i++) {
      arguments.add(java(tuple.components().get(i).type(), made.get(i), in.get(i)));
    }
    return Scene.call(CodeBlock.of("new $T", scene.boundary().java(tuple)), arguments);
  }

  // ---- values

  private static boolean isArray(Type type) {
    return type instanceof Type.ListOf list && Held.isArray(list);
  }

  private Code code(Value value) {
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
  private List<Code> take(List<Value> values) {
    List<Pending> wanted = new ArrayList<>();
    for (Value value : values) {
      place.pending.stream().filter(each -> each.value().equals(value)).forEach(wanted::add);
    }
    int rest = place.pending.size() - wanted.size();
    if (place.pending.subList(rest, place.pending.size()).equals(wanted)) {
      wanted.forEach(each -> known.put(each.value(), each.code()));
      place.pending.subList(rest, place.pending.size()).clear();
    } else {
      flush();
    }
    return values.stream().map(this::code).toList();
  }

  /** The expressions of {@code values}, which may be used wherever and however often. */
  private List<Code> settled(List<Value> values) {
    if (place.pending.stream().anyMatch(each -> values.contains(each.value()))) {
      flush();
    }
    return values.stream().map(this::code).toList();
  }

  private void flush() {
    List<Pending> all = List.copyOf(place.pending);
    place.pending.clear();
    all.forEach(each -> declare(each.value(), each.code(), each.position()));
  }

  /** Makes the one result of {@code node} known. */
  private void result(Node node, Code code) {
    Value output = node.output();
    int count = uses.count(output);
    if (count == 0) {
      emit(code, node.position());
    } else if (count == 1
        && users.get(output) == place.block
        && (place.block.outputs().contains(output)
            || !output.isNamed() && code.length() <= LONGEST)) {
      place.pending.add(new Pending(output, code, node.position()));
    } else {
      declare(output, code, node.position());
    }
  }

  /** Makes the results of an op known. */
  private void results(Node node, Code call) {
    if (node.outputs().size() == 1) {
      result(node, call);
    } else if (node.outputs().stream().allMatch(uses::isUnused)) {
      emit(call, node.position());
    } else {
      flush();
      Local all = locals.named("results", ArrayTypeName.of(Library.TENSOR));
      declare(all, call, node.position());
      for (int i = 0; i < node.outputs().size(); i++) {
        known.put(node.outputs().get(i), Code.from(Binds.TIGHT, "$L[" + i + "]", Code.of(all)));
      }
    }
  }

  // ---- lines

  private void declare(Value value, Code code, @Nullable Position position) {
    declare(value, code, position, Held.of(value.type()));
  }

  private void declare(Value value, Code code, @Nullable Position position, TypeName type) {
    flush();
    Local local = locals.of(value, type);
    known.put(value, Code.of(local));
    declare(local, code, position);
  }

  private void declare(Local local, Code code, @Nullable Position position) {
    line(
        CodeBlock.of("$T $L = $L", local.type(), local.name(), code.text()),
        code.reads(),
        List.of(local),
        position);
  }

  /** An expression as a statement, if it does anything. */
  private void emit(Code code, @Nullable Position position) {
    boolean acts = code.binds() == Binds.TIGHT && code.text().toString().endsWith(")");
    if (acts) {
      flush();
      line(code.text(), code.reads(), List.of(), position);
    }
  }

  private void line(
      CodeBlock text, Set<Local> reads, List<Local> declares, @Nullable Position position) {
    CodeBlock.Builder line = CodeBlock.builder().add("$[$L;$]", text);
    place.lines.add(new Line(line.add("$L\n", comment(position)).build(), reads, declares));
  }

  private static String comment(@Nullable Position position) {
    return position == null ? "" : " // " + position.file() + ":" + position.line();
  }

  // ---- leaving

  /** Returns what the block gives, which is what the method gives. */
  private void leave() {
    if (method.returns() == Simple.VOID) {
      flush();
      return;
    }
    Value value = place.block.outputs().get(0);
    Position position = position(value);
    Code code;
    if (method.kind() == ScriptMethod.Kind.POINTWISE) {
      code = take(List.of(value)).get(0);
    } else if (method.returns() instanceof Tuple tuple) {
      code = record(tuple, value);
    } else {
      code = scene.boundary().java(method.returns(), take(List.of(value)).get(0));
    }
    flush();
    line(CodeBlock.of("return $L", code.text()), code.reads(), List.of(), position);
  }

  private @Nullable Position position(Value value) {
    Node maker = uses.maker(value);
    return maker == null ? null : maker.position();
  }

  /** Writes a block in braces of its own. */
  private Place inside(Block block, boolean leaves, Runnable write) {
    Place outer = place;
    place = new Place(block, leaves);
    write.run();
    Place inner = place;
    place = outer;
    return inner;
  }

  private static void put(CodeBlock.Builder text, List<Line> lines, Set<Local> reads) {
    for (Line line : lines) {
      text.add("$L", line.text());
      reads.addAll(line.reads());
    }
  }

  // ---- branches

  private void branch(Node node, boolean last) {
    Block first = node.blocks().get(0);
    Block second = node.blocks().get(1);
    Code condition = take(node.inputs()).get(0);
    if (last
        && place.leaves
        && method.returns() != Simple.VOID
        && place.block.outputs().equals(node.outputs())) {
      flush();
      leaveOneWay(node, condition, first);
      Place outer = place;
      Place rest = inside(second, true, () -> leaveBy(second));
      outer.lines.addAll(rest.lines);
      return;
    }
    Set<Value> used = new LinkedHashSet<>(node.outputs());
    used.removeIf(uses::isUnused);
    List<Code> yes = new ArrayList<>();
    List<Code> no = new ArrayList<>();
    Place then = inside(first, false, () -> yes.addAll(gives(first)));
    Place otherwise = inside(second, false, () -> no.addAll(gives(second)));
    if (then.lines.isEmpty() && otherwise.lines.isEmpty() && node.outputs().size() == 1) {
      Type type = node.output().type();
      Code choice = JavaOps.choice(condition, chosen(type, yes.get(0)), chosen(type, no.get(0)));
      result(node, choice);
      return;
    }
    flush();
    boolean stays = otherwise.lines.isEmpty() && no.stream().allMatch(Code::isSimple);
    List<@Nullable Local> targets = new ArrayList<>();
    for (int i = 0; i < node.outputs().size(); i++) {
      Value output = node.outputs().get(i);
      if (!used.contains(output) || output.type() == Type.NONE) {
        known.put(output, Code.of("null"));
        targets.add(null);
        continue;
      }
      Local local = locals.of(output);
      known.put(output, Code.of(local));
      targets.add(local);
      CodeBlock text =
          stays
              ? CodeBlock.of("$T $L = $L", local.type(), local.name(), no.get(i).text())
              : CodeBlock.of("$T $L", local.type(), local.name());
      line(text, stays ? no.get(i).reads() : Set.of(), List.of(local), null);
    }
    Set<Local> reads = new LinkedHashSet<>(condition.reads());
    CodeBlock.Builder text = CodeBlock.builder();
    text.add("if ($L) {$L\n$>", condition.text(), comment(node.position()));
    put(text, then.lines, reads);
    assign(text, targets, first, yes, reads);
    if (!stays) {
      text.add("$<} else {\n$>");
      put(text, otherwise.lines, reads);
      assign(text, targets, second, no, reads);
    }
    text.add("$<}\n");
    place.lines.add(new Line(text.build(), reads, List.of()));
  }

  /** A number in the type of both branches, boxed or not. */
  private static Code chosen(Type type, Code code) {
    return type == Type.INT || type == Type.FLOAT ? JavaOps.wide(type, code) : code;
  }

  private void leaveOneWay(Node node, Code condition, Block block) {
    Place then = inside(block, true, () -> leaveBy(block));
    Set<Local> reads = new LinkedHashSet<>(condition.reads());
    CodeBlock.Builder text = CodeBlock.builder();
    text.add("if ($L) {$L\n$>", condition.text(), comment(node.position()));
    put(text, then.lines, reads);
    place.lines.add(new Line(text.add("$<}\n").build(), reads, List.of()));
  }

  private void leaveBy(Block block) {
    nodes(block);
    boolean left =
        !block.nodes().isEmpty()
            && block.nodes().get(block.nodes().size() - 1).is(Kinds.IF)
            && block.nodes().get(block.nodes().size() - 1).outputs().equals(block.outputs());
    if (!left) {
      leave();
    }
  }

  /** Writes a block, and gives what it gives. */
  private List<Code> gives(Block block) {
    nodes(block);
    for (Value output : block.outputs()) {
      if (elements.containsKey(output) || records.containsKey(output)) {
        throw new Inexpressible("a tuple that branches or loops give");
      }
    }
    List<Code> codes = take(block.outputs());
    flush();
    return codes;
  }

  /** Sets the variables to what a block gives. */
  private void assign(
      CodeBlock.Builder text,
      List<@Nullable Local> targets,
      Block block,
      List<Code> codes,
      Set<Local> reads) {
    for (int i = 0; i < targets.size(); i++) {
      Local target = targets.get(i);
      Code code = codes.get(i);
      if (target != null && !code.text().toString().equals(target.name())) {
        String comment = code.isSimple() ? "" : comment(position(block.outputs().get(i)));
        text.add("$[$L = $L;$]$L\n", target.name(), code.text(), comment);
        reads.addAll(code.reads());
        reads.add(target);
      }
    }
  }

  // ---- loops

  private void loop(Node node) {
    Block body = node.blocks().get(0);
    List<Code> in = take(node.inputs());
    flush();
    List<Local> carried = new ArrayList<>();
    for (int i = 0; i < node.outputs().size(); i++) {
      Value output = node.outputs().get(i);
      Local local = locals.of(output);
      declare(local, in.get(i + 2), null);
      carried.add(local);
      known.put(output, Code.of(local));
      known.put(body.inputs().get(i + 1), Code.of(local));
    }
    boolean always =
        Boolean.TRUE.equals(uses.constant(node.input(1)))
            && Boolean.TRUE.equals(uses.constant(body.outputs().get(0)));
    boolean endless = Long.valueOf(Long.MAX_VALUE).equals(uses.constant(node.input(0)));
    Local go = always ? null : locals.named("go", TypeName.BOOLEAN);
    if (go != null) {
      declare(go, in.get(1), null);
    }
    Node each = always ? eachElement(node) : null;
    CodeBlock head;
    Set<Local> reads = new LinkedHashSet<>();
    if (each != null) {
      head = forEach(each, reads);
    } else if (endless && go != null && uses.isUnused(body.inputs().get(0))) {
      head = CodeBlock.of("while ($L)", go.name());
      reads.add(go);
    } else {
      Code turns = in.get(0);
      if (turns.text().toString().contains("(")) {
        Local bound = locals.named("turns", TypeName.LONG);
        declare(bound, turns, node.position());
        turns = Code.of(bound);
      }
      reads.addAll(turns.reads());
      Local turn = locals.of(body.inputs().get(0));
      known.put(body.inputs().get(0), Code.of(turn));
      CodeBlock more = go == null ? CodeBlock.of("") : CodeBlock.of(" && $L", go.name());
      if (go != null) {
        reads.add(go);
      }
      head =
          CodeBlock.of(
              "for (long $1L = 0; $1L < $2L$3L; $1L++)",
              turn.name(),
              turns.in(Binds.SUM).text(),
              more);
    }
    List<Code> next = new ArrayList<>();
    Place inner = inside(body, false, () -> next.addAll(gives(body)));
    CodeBlock.Builder text = CodeBlock.builder();
    text.add("$L {$L\n$>", head, comment(node.position()));
    put(text, inner.lines, reads);
    List<@Nullable Local> targets = new ArrayList<>();
    targets.add(go);
    targets.addAll(carried);
    assign(text, targets, body, apart(text, targets, next), reads);
    place.lines.add(new Line(text.add("$<}\n").build(), reads, List.of()));
  }

  /**
   * The node that takes one element of a list in each turn, if the turn's number is for it alone.
   */
  private @Nullable Node eachElement(Node loop) {
    Node length = uses.maker(loop.input(0));
    Block body = loop.blocks().get(0);
    Value turn = body.inputs().get(0);
    if (length == null || !length.is("aten::len") || uses.count(turn) != 1) {
      return null;
    }
    for (Node node : body.nodes()) {
      if (node.inputs().size() == 2
          && node.input(1).equals(turn)
          && (node.is("prim::ModuleContainerIndex") || node.is("aten::__getitem__"))
          && node.input(0).equals(length.input(0))) {
        return node;
      }
    }
    return null;
  }

  private CodeBlock forEach(Node element, Set<Local> reads) {
    Code list = settled(List.of(element.input(0))).get(0);
    reads.addAll(list.reads());
    boolean module = element.is("prim::ModuleContainerIndex");
    Local local =
        module
            ? locals.of(element.output(), ClassName.get(Object.class))
            : locals.of(element.output());
    turned.put(element.output(), Code.of(local));
    return module
        ? CodeBlock.of("for (var $L : $L)", local.name(), list.text())
        : CodeBlock.of("for ($T $L : $L)", local.type(), local.name(), list.text());
  }

  /**
   * The values of the next turn, with variables of their own where one is computed from another
   * that would be overwritten by then.
   */
  private List<Code> apart(CodeBlock.Builder text, List<@Nullable Local> targets, List<Code> next) {
    List<Code> apart = new ArrayList<>(next);
    for (int i = 0; i < targets.size(); i++) {
      for (int j = i + 1; j < targets.size(); j++) {
        Local target = targets.get(i);
        Local other = targets.get(j);
        if (target != null && other != null && apart.get(j).reads().contains(target)) {
          Local kept = locals.named(other.name(), other.type());
          text.addStatement("$T $L = $L", kept.type(), kept.name(), apart.get(j).text());
          apart.set(j, Code.of(kept));
        }
      }
    }
    return apart;
  }
}
