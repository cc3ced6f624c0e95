package dev.cresset.processor.generate;

import dev.cresset.ir.graph.Block;
import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.Kinds;
import dev.cresset.ir.graph.Node;
import dev.cresset.ir.graph.Position;
import dev.cresset.ir.graph.Value;
import dev.cresset.ir.op.Op;
import dev.cresset.ir.op.OpTable;
import dev.cresset.ir.type.Type;
import dev.cresset.processor.generate.Code.Binds;
import dev.cresset.processor.script.At;
import dev.cresset.processor.script.Parameter;
import dev.cresset.processor.script.ScriptMethod;
import dev.cresset.processor.script.ScriptType;
import dev.cresset.processor.script.ScriptType.Simple;
import dev.cresset.processor.script.ScriptType.Tuple;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the graph of one method as straight Java, node by node. */
final class Driver {
  private static final ScriptMethod GROUP =
      new ScriptMethod(
          "group",
          ScriptMethod.Kind.FUNCTION,
          false,
          List.of(),
          Simple.TENSOR,
          List.of(),
          At.NOWHERE);

  private final Scene scene;
  private final ScriptMethod method;
  private final Graph graph;
  private final Body body;
  private final Flow flow;
  private final UserCalls calls;
  private final ListCalls lists;

  private Driver(Scene scene, ScriptMethod method, Graph graph) {
    this.scene = scene;
    this.method = method;
    this.graph = graph;
    this.body = new Body(graph, method != GROUP); // a group stands in several places
    this.flow = new Flow(body, this::nodes, scene.surroundings()::className);
    this.calls = new UserCalls(scene, body, isOfModule() ? graph.inputs().get(0) : null);
    this.lists = new ListCalls(body);
  }

  private boolean isOfModule() {
    return method.kind() == ScriptMethod.Kind.FORWARD || method.kind() == ScriptMethod.Kind.METHOD;
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
    return driver.body.place().lines;
  }

  /** The statements of the body of a fused group, op by op, over arrays of its inputs. */
  static List<Line> writeGroup(Scene scene, Graph group) {
    Driver driver = new Driver(scene, GROUP, group);
    int tensors = 0;
    int numbers = 0;
    for (Value input : group.inputs()) {
      driver.body.name(
          input,
          input.type().isTensor()
              ? Code.of("in[" + tensors++ + "]")
              : Code.of(
                  "numbers["
                      + numbers++
                      + (input.type() == Type.INT ? "].longValue()" : "].doubleValue()")));
    }
    driver.body.locals().take("in");
    driver.body.locals().take("numbers");
    driver.nodes(group.block());
    List<Code> results = driver.body.take(group.outputs());
    driver.body.flush();
    driver.body.line(
        Text.of("return new $T[] {$L}", Library.TENSOR, EagerCalls.join(results)),
        EagerCalls.reads(results),
        List.of(),
        null);
    return driver.body.place().lines;
  }

  /** Says which lists the user's code knows too. */
  private void lists(Block block) {
    for (Node node : block.nodes()) {
      node.blocks().forEach(this::lists);
      if (node.is(Kinds.GET_ATTR)) {
        Surroundings.Attribute field = scene.attribute(node.input(0).type(), node.text("name"));
        if (field != null) {
          body.forms().ofUser(node.output(), field.field().type());
        }
      } else if (node.is(Kinds.CALL_METHOD) || node.is(Kinds.CALL_FUNCTION)) {
        calls.lists(node);
      }
    }
  }

  private void parameters() {
    int first = isOfModule() ? 1 : 0;
    for (int i = 0; i < method.parameters().size(); i++) {
      body.forms().ofUser(graph.inputs().get(i + first), method.parameters().get(i).type());
    }
    lists(graph.block());
    if (isOfModule()) {
      body.locals().take(Scene.SELF);
      body.name(graph.inputs().get(0), Code.of(scene.self()));
    }
    method.parameters().forEach(each -> body.locals().take(scene.nameOf(each)));
    for (int i = 0; i < method.parameters().size(); i++) {
      Parameter parameter = method.parameters().get(i);
      Value value = graph.inputs().get(i + (isOfModule() ? 1 : 0));
      Local local = scene.local(method, parameter);
      if (method.kind() == ScriptMethod.Kind.POINTWISE) {
        body.name(value, Code.of(local));
        continue;
      }
      arrives(value, parameter.type(), Code.of(local), null);
    }
  }

  /** Makes {@code value} known as what the user's Java gives as {@code code}. */
  private void arrives(Value value, ScriptType type, Code code, @Nullable Position position) {
    Code held = body.forms().isList(value) ? code.asList() : scene.boundary().held(type, code);
    if (type instanceof Tuple tuple) {
      body.isRecord(value, tuple);
    }
    if (held.text().equals(code.text()) || body.uses().count(value) == 0) {
      body.name(value, held);
    } else {
      body.declare(value, held, position);
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
    Code element = flow.element(node);
    if (element != null) {
      body.name(node.output(), element);
      return;
    }
    switch (node.kind()) {
      case Kinds.CONSTANT -> constant(node);
      case "prim::Uninitialized" -> body.name(node.output(), Code.of(nothing(node.output())));
      case Kinds.GET_ATTR -> body.name(node.output(), attribute(node));
      case "prim::ModuleContainerIndex" -> {
        List<Code> in = body.settled(node.inputs());
        Code index = JavaOps.index(in.get(1));
        body.name(node.output(), Code.from(Binds.TIGHT, "$L.get($L)", in.get(0), index));
      }
      case Kinds.UNCHECKED_CAST -> body.alias(node.output(), node.input(0));
      case Kinds.TUPLE_CONSTRUCT -> tuple(node, last);
      case Kinds.TUPLE_UNPACK -> {
        for (int i = 0; i < node.outputs().size(); i++) {
          element(node.input(0), i, node.outputs().get(i));
        }
      }
      case Kinds.TUPLE_INDEX -> {
        Object index = body.uses().constant(node.input(1));
        if (!(index instanceof Long at)) {
          throw new Inexpressible("an element of a tuple whose number is not known");
        }
        element(node.input(0), at.intValue(), node.output());
      }
      case Kinds.LIST_CONSTRUCT -> list(node);
      case Kinds.LIST_UNPACK -> {
        Code list = body.settled(node.inputs()).get(0).in(Binds.TIGHT);
        boolean array = isArray(node.input(0).type()) && !list.list();
        String form = array ? "$L[$L]" : "$L.get($L)";
        for (int i = 0; i < node.outputs().size(); i++) {
          Code index = Code.of("$L", i);
          body.name(node.outputs().get(i), Code.from(Binds.TIGHT, form, list, index));
        }
      }
      case Kinds.RAISE -> flow.raise(node);
      case Kinds.IF -> branch(node, last);
      case Kinds.LOOP -> flow.loop(node);
      case Kinds.CALL_METHOD -> calls.method(node);
      case Kinds.CALL_FUNCTION -> calls.function(node);
      case Kinds.FUSION_GROUP ->
          body.results(node, scene.groups().call(node, body.take(node.inputs())));
      default -> op(node);
    }
  }

  private void constant(Node node) {
    if (node.attribute("name") instanceof String function) {
      calls.function(node.output(), function);
    } else {
      Code code = Literal.of(node.constant(), node.output().type());
      if (body.forms().isWritten(node.output())) {
        throw new Inexpressible("a constant list that is written to");
      }
      body.name(node.output(), code);
    }
  }

  private static String nothing(Value value) {
    return Held.nothing(value.type());
  }

  private void op(Node node) {
    if (lists.write(node)) {
      return;
    }
    Op op = OpTable.of(node);
    List<Code> in = body.take(node.inputs());
    Code java = JavaOps.of(node, in);
    if (java != null
        && node.is("aten::len")
        && in.get(0).isSimple()
        && !body.forms().isWritten(node.input(0))) {
      body.name(node.output(), java); // lists and containers keep their lengths
    } else if (java != null) {
      body.result(node, java);
    } else if (op != null && OpTable.hasFamily(op.name())) {
      body.results(node, scene.calls().call(op, node, in));
    } else {
      throw new Inexpressible("the op " + node.qualifiedKind());
    }
  }

  private void list(Node node) {
    boolean constant = node.inputs().stream().allMatch(each -> body.uses().constant(each) != null);
    List<Code> in = body.take(node.inputs());
    Code list = lists.literal(node.output(), node.inputs(), in);
    if (body.forms().isWritten(node.output())) {
      lists.fresh(node, list);
    } else if (constant) {
      body.name(node.output(), list);
    } else {
      body.result(node, list);
    }
  }

  // ---- attributes and tuples

  private Code attribute(Node node) {
    Code module = body.settled(node.inputs()).get(0);
    String name = node.text("name");
    if (name.equals("training")) {
      return Code.from(Binds.TIGHT, "$L.isTraining()", module);
    } else if (Character.isDigit(name.charAt(0))) {
      return Code.from(Binds.TIGHT, "$L.get(" + name + ")", module);
    }
    Surroundings.Attribute declared = scene.attribute(node.input(0).type(), name);
    if (declared == null) {
      return module.member(name);
    }
    Code field = declared.of(module);
    ScriptType type = declared.field().type();
    if (body.forms().isList(node.output())) {
      return field.asList();
    }
    return isModule(type) ? field : scene.boundary().held(type, field);
  }

  private static boolean isModule(ScriptType type) {
    ScriptType whole = type instanceof ScriptType.OptionalOf option ? option.element() : type;
    return whole instanceof ScriptType.ModuleOf || whole instanceof ScriptType.ModulesOf;
  }

  private void tuple(Node node, boolean last) {
    if (!last) {
      body.settled(node.inputs());
    }
    body.made(node.output(), node.inputs());
  }

  private void element(Value tuple, int index, Value output) {
    List<Value> made = body.elements(tuple);
    Tuple record = body.record(tuple);
    if (made != null) {
      body.alias(output, made.get(index));
    } else if (record != null) {
      Code whole = body.settled(List.of(tuple)).get(0);
      var component = record.components().get(index);
      Code java = whole.member(component.name() + "()");
      arrives(output, component.type(), java, null);
    } else {
      throw new Inexpressible("an element of a tuple that is no record");
    }
  }

  private static boolean isArray(Type type) {
    return type instanceof Type.ListOf list && Held.isArray(list);
  }

  // ---- leaving

  /** Returns what the block gives, which is what the method gives. */
  private void leave() {
    if (method.returns() == Simple.VOID) {
      body.flush();
      return;
    }
    Value value = body.place().block.outputs().get(0);
    Position position = body.position(value);
    Code code;
    if (method.kind() == ScriptMethod.Kind.POINTWISE) {
      code = body.take(List.of(value)).get(0);
    } else if (method.returns() instanceof Tuple tuple) {
      code = calls.record(tuple, value);
    } else {
      code = scene.boundary().java(method.returns(), body.take(List.of(value)).get(0));
    }
    body.flush();
    body.line(Text.of("return $L", code.text()), code.reads(), List.of(), position);
  }

  private void branch(Node node, boolean last) {
    Body.Place place = body.place();
    boolean leaves =
        last
            && place.leaves
            && method.returns() != Simple.VOID
            && place.block.outputs().equals(node.outputs());
    if (leaves) {
      List<Block> sides = node.blocks();
      flow.leave(node, () -> leaveBy(sides.get(0)), () -> leaveBy(sides.get(1)));
    } else {
      flow.branch(node);
    }
  }

  private void leaveBy(Block block) {
    nodes(block);
    Node last = block.nodes().isEmpty() ? null : block.nodes().get(block.nodes().size() - 1);
    boolean left = last != null && last.is(Kinds.IF) && last.outputs().equals(block.outputs());
    if (!Flow.raises(block) && (!left || method.returns() == Simple.VOID)) {
      leave();
    }
  }
}
