package dev.cresset.processor.generate;

import dev.cresset.ir.graph.Kinds;
import dev.cresset.ir.graph.Node;
import dev.cresset.ir.graph.Value;
import dev.cresset.ir.type.Type;
import dev.cresset.processor.generate.Code.Binds;
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

/** Calls of the user's own methods and functions, and of modules; their records. */
final class UserCalls {
  private final Scene scene;
  private final Body body;
  private final @Nullable Value self;
  private final Map<Value, String> functions = new HashMap<>();

  UserCalls(Scene scene, Body body, @Nullable Value self) {
    this.scene = scene;
    this.body = body;
    this.self = self;
  }

  /** Says which function a constant is. */
  void function(Value value, String name) {
    functions.put(value, name);
  }

  /** Says which lists a call shares with the code that it calls. */
  void lists(Node node) {
    ScriptMethod callee;
    if (node.is(Kinds.CALL_METHOD)) {
      callee = callee(node);
    } else {
      Node function = body.uses().maker(node.input(0));
      callee =
          function != null && function.attribute("name") instanceof String name
              ? scene.function(name)
              : null;
    }
    if (callee == null || callee.kind() == ScriptMethod.Kind.POINTWISE) {
      return;
    }
    for (int i = 0; i < callee.parameters().size(); i++) {
      Value given = node.input(i + 1);
      if (given.type() instanceof Type.ListOf) {
        ScriptType type = callee.parameters().get(i).type();
        boolean array = type instanceof ScriptType.ListOf list && list.array();
        if (!array) {
          body.forms().ofUser(given, type);
          body.forms().write(given);
        }
      }
    }
    node.outputs().forEach(output -> body.forms().ofUser(output, callee.returns()));
  }

  /** The method of a call: of this module, inherited or of another; null if nothing is known. */
  private @Nullable ScriptMethod callee(Node call) {
    String name = call.text("name");
    ScriptMethod own = call.input(0).equals(self) ? scene.own(name) : null;
    return own != null ? own : scene.method(call.input(0).type(), name);
  }

  /** A call of a method of this module or of another. */
  void method(Node node) {
    String name = node.text("name");
    Value receiver = node.input(0);
    boolean own = receiver.equals(self);
    ScriptMethod callee = callee(node);
    if (own && callee == null) {
      throw new Inexpressible("the call of " + name + ", which could not be read");
    }
    List<Value> given = node.inputs().subList(1, node.inputs().size());
    List<Code> in = body.take(node.inputs());
    List<Code> arguments = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      Code code = in.get(i + 1);
      arguments.add(
          callee == null ? code : java(callee.parameters().get(i).type(), given.get(i), code));
    }
    Code call;
    if (own && scene.compiles(name)) {
      arguments.add(0, in.get(0));
      call = Scene.call(Text.of("$L", name), arguments);
    } else if (callee != null && own && !callee.visible()) {
      throw new Inexpressible("the call of the private method " + name);
    } else {
      boolean hooks = !Long.valueOf(0).equals(node.attribute("hooks"));
      String called = name.equals("forward") && hooks ? "call" : name;
      if (called.equals(name) && !scene.maySee(receiver.type(), name)) {
        throw new Inexpressible("the call of " + name + ", which other packages do not see");
      }
      Code dot = in.get(0).in(Binds.TIGHT);
      Code applied = Scene.call(Text.of("$L.$L", dot.text(), called), arguments);
      Set<Local> reads = new LinkedHashSet<>(applied.reads());
      reads.addAll(dot.reads());
      call = new Code(applied.text(), reads, Binds.TIGHT, false);
    }
    given(node, callee == null ? Simple.TENSOR : callee.returns(), call);
  }

  /** A call of a static function. */
  void function(Node node) {
    String function = functions.get(node.input(0));
    if (function == null) {
      throw new Inexpressible("a function that is a value");
    }
    ScriptMethod callee = scene.function(function);
    if (callee == null) {
      throw new Inexpressible("the call of " + function + ", which could not be read");
    }
    List<Value> given = node.inputs().subList(1, node.inputs().size());
    List<Code> in = body.take(given);
    boolean ofElements = callee.kind() == ScriptMethod.Kind.POINTWISE;
    List<Code> arguments = new ArrayList<>(in);
    for (int i = 0; !ofElements && i < in.size(); i++) {
      arguments.set(i, java(callee.parameters().get(i).type(), given.get(i), in.get(i)));
    }
    Code call = Scene.call(scene.functionName(function), arguments);
    given(node, ofElements ? Simple.TENSOR : callee.returns(), call);
  }

  /** The result of a call of the user's own methods. */
  private void given(Node node, ScriptType returns, Code call) {
    if (returns == Simple.VOID) {
      body.emit(call, node.position());
      node.outputs().forEach(value -> body.name(value, Code.of("null")));
    } else if (returns instanceof Tuple tuple && body.uses().count(node.output()) > 0) {
      body.isRecord(node.output(), tuple);
      body.declare(node.output(), call, node.position(), scene.boundary().java(tuple));
    } else {
      boolean list = node.outputs().size() == 1 && body.forms().isList(node.output());
      body.result(node, list ? call.asList() : scene.boundary().held(returns, call));
    }
  }

  /** {@code value} as the user's own methods take it. */
  Code java(ScriptType type, Value value, Code code) {
    if (type instanceof Tuple tuple) {
      return record(tuple, value);
    }
    return scene.boundary().java(type, code);
  }

  /** {@code value} as a record of the user's. */
  Code record(Tuple tuple, Value value) {
    if (tuple.equals(body.record(value))) {
      return body.code(value);
    }
    List<Value> made = body.elements(value);
    if (made == null) {
      throw new Inexpressible("a record out of another");
    }
    List<Code> arguments = new ArrayList<>();
    List<Code> in = body.take(made);
    for (int i = 0; i < made.size(); i++) {
      arguments.add(java(tuple.components().get(i).type(), made.get(i), in.get(i)));
    }
    return Scene.call(Text.of("new $T", scene.boundary().java(tuple)), arguments);
  }
}
