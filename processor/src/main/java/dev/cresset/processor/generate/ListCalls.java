package dev.cresset.processor.generate;

import dev.cresset.ir.graph.Kinds;
import dev.cresset.ir.graph.Node;
import dev.cresset.ir.graph.Value;
import dev.cresset.ir.type.Type;
import dev.cresset.processor.generate.Code.Binds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Ops that make lists and write to them, in Java. */
final class ListCalls {
  private final Body body;

  ListCalls(Body body) {
    this.body = body;
  }

  /** Writes {@code node}, if it is one of these ops on lists. */
  boolean write(Node node) {
    boolean list = !node.inputs().isEmpty() && node.input(0).type() instanceof Type.ListOf;
    if (!list) {
      return false;
    }
    switch (node.kind()) {
      case "aten::append" -> effect(node, "add");
      case "aten::insert" -> effect(node, "add");
      case "aten::clear" -> effect(node, "clear");
      case "aten::extend" -> effect(node, "addAll");
      case "aten::pop" -> pop(node);
      case "aten::_set_item" -> set(node);
      case "aten::reverse" -> sort(node, "reverse");
      case "aten::sort" -> sort(node, "sort");
      case "aten::list" -> fresh(node, copy(node.input(0), body.take(node.inputs()).get(0)));
      case "aten::slice" -> slice(node);
      case "aten::mul" -> blank(node);
      case "aten::__contains__" -> contains(node);
      case "aten::eq", "aten::ne" -> equal(node);
      default -> {
        return false;
      }
    }
    return true;
  }

  // ---- made

  /** A list that is made here: one of its own, where it is written to. */
  void fresh(Node node, Code list) {
    Value output = node.output();
    if (body.forms().isWritten(output)) {
      body.declare(output, list, node.position());
    } else {
      body.result(node, list);
    }
  }

  /** The list of {@code elements}. */
  Code literal(Value output, List<Value> of, List<Code> elements) {
    Type.ListOf type = (Type.ListOf) output.type();
    boolean list = body.forms().isList(output);
    if (!list && (Held.isArray(type) || !body.forms().isWritten(output))) {
      return Literal.list(type, elements);
    }
    List<Code> wide = new ArrayList<>();
    for (int i = 0; i < elements.size(); i++) {
      wide.add(boxed(of.get(i).type(), elements.get(i)));
    }
    Set<Local> reads = EagerCalls.reads(wide);
    Text text =
        elements.isEmpty()
            ? Text.of("new $T<>()", ArrayList.class)
            : Text.of(
                "new $T<>($T.asList($L))", ArrayList.class, Arrays.class, EagerCalls.join(wide));
    return new Code(text, reads, Binds.TIGHT, false, list);
  }

  /** A number as an element of a {@code List} of 64-bit numbers. */
  private static Code boxed(Type type, Code code) {
    return type.isNumber() ? JavaOps.wide(type, code) : code;
  }

  private Code copy(Value value, Code list) {
    boolean array = value.type() instanceof Type.ListOf type && Held.isArray(type) && !list.list();
    if (array) {
      return Code.from(Binds.TIGHT, "$L.clone()", list.in(Binds.TIGHT));
    }
    Text text = Text.of("new $T<>($L)", ArrayList.class, list.text());
    return new Code(text, list.reads(), Binds.TIGHT, false, list.list());
  }

  /** {@code new long[n]}: one element, that often. */
  private void blank(Node node) {
    Node one = body.uses().maker(node.input(0));
    boolean blank = one != null && one.is(Kinds.LIST_CONSTRUCT) && one.inputs().size() == 1;
    if (!blank) {
      throw new Inexpressible("a list that is repeated");
    }
    List<Code> in = body.take(node.inputs());
    Code size = JavaOps.index(in.get(1));
    Type.ListOf type = (Type.ListOf) node.output().type();
    Text text;
    if (Held.isArray(type)) {
      text = Text.of("new $T[$L]", Held.of(type.element()), size.text());
    } else if (type.element().isTensor() || type.element() == Type.STR) {
      text = Text.of("$T.asList(new $T[$L])", Arrays.class, Held.of(type.element()), size.text());
    } else {
      throw new Inexpressible("an empty array of " + type.element());
    }
    body.declare(
        node.output(), new Code(text, size.reads(), Binds.TIGHT, false, false), node.position());
  }

  private void slice(Node node) {
    List<Code> in = body.take(node.inputs());
    Code list = in.get(0).in(Binds.TIGHT);
    Code from = JavaOps.index(in.get(1));
    Code to = JavaOps.index(in.get(2));
    boolean array = Held.isArray((Type.ListOf) node.output().type());
    if (array && !list.list()) {
      Code part = Code.from(Binds.TIGHT, "$L, $L, $L", in.get(0), from, to);
      fresh(node, part.with(Text.of("$T.copyOfRange($L)", Arrays.class, part.text()), Binds.TIGHT));
      return;
    }
    Code part = Code.from(Binds.TIGHT, "$L.subList($L, $L)", list, from, to);
    Code copy = part.with(Text.of("new $T<>($L)", ArrayList.class, part.text()), Binds.TIGHT);
    if (array && !body.forms().isList(node.output())) {
      body.result(node, asArray(node.output().type(), part.asList()));
    } else {
      body.declare(node.output(), array ? copy.asList() : copy, node.position());
    }
  }

  /** The array that the ops take, of a list that is held as a {@code List}. */
  static Code asArray(Type type, Code list) {
    if (!list.list()) {
      return list;
    }
    Type whole = type instanceof Type.OptionalOf option ? option.element() : type;
    Type element = ((Type.ListOf) whole).element();
    if (element == Type.BOOL) {
      throw new Inexpressible("a growing list of booleans as an argument of an op");
    }
    String form =
        element == Type.INT
            ? "$L.stream().mapToLong(Long::longValue).toArray()"
            : "$L.stream().mapToDouble(Double::doubleValue).toArray()";
    return Code.from(Binds.TIGHT, form, list.in(Binds.TIGHT));
  }

  // ---- written to

  private void effect(Node node, String method) {
    List<Code> in = body.take(node.inputs());
    List<Code> arguments = new ArrayList<>();
    boolean insert = node.is("aten::insert");
    for (int i = 1; i < in.size(); i++) {
      Type type = node.input(i).type();
      arguments.add(
          insert && i == 1
              ? JavaOps.index(in.get(i))
              : type instanceof Type.ListOf ? in.get(i) : boxed(type, in.get(i)));
    }
    if (node.is("aten::extend")) {
      Code other = in.get(1);
      boolean array = Held.isArray((Type.ListOf) node.input(1).type()) && !other.list();
      if (array) {
        Text boxed = Text.of("$T.stream($L).boxed().toList()", Arrays.class, other.text());
        arguments.set(0, other.with(boxed, Binds.TIGHT));
      }
    }
    Code call = Scene.call(Text.of("$L.$L", in.get(0).in(Binds.TIGHT).text(), method), arguments);
    statement(call, in.get(0), node);
    node.outputs().forEach(output -> body.name(output, in.get(0)));
  }

  private void statement(Code code, Code list, Node node) {
    body.flush();
    Set<Local> reads = new LinkedHashSet<>(code.reads());
    reads.addAll(list.reads());
    body.line(code.text(), reads, List.of(), node.position());
  }

  private void pop(Node node) {
    List<Code> in = body.take(node.inputs());
    Code call =
        Code.from(
            Binds.TIGHT, "$L.remove($L)", in.get(0).in(Binds.TIGHT), JavaOps.index(in.get(1)));
    body.flush();
    if (body.uses().isUnused(node.output())) {
      body.line(call.text(), call.reads(), List.of(), node.position());
    } else {
      body.declare(node.output(), call, node.position());
    }
  }

  private void set(Node node) {
    List<Code> in = body.take(node.inputs());
    Code index = JavaOps.index(in.get(1));
    boolean array = Held.isArray((Type.ListOf) node.input(0).type()) && !in.get(0).list();
    Code value = array ? in.get(2) : boxed(node.input(2).type(), in.get(2));
    String form = array ? "$L[$L] = $L" : "$L.set($L, $L)";
    statement(
        Code.from(Binds.CHOICE, form, in.get(0).in(Binds.TIGHT), index, value), in.get(0), node);
    node.outputs().forEach(output -> body.name(output, in.get(0)));
  }

  private void sort(Node node, String function) {
    List<Code> in = body.take(node.inputs());
    boolean array = Held.isArray((Type.ListOf) node.input(0).type()) && !in.get(0).list();
    boolean up =
        node.inputs().size() < 2 || Boolean.FALSE.equals(body.uses().constant(node.input(1)));
    if (array && function.equals("reverse") || !up) {
      throw new Inexpressible("an array that is turned around");
    }
    Class<?> owner = array ? Arrays.class : Collections.class;
    Text text = Text.of("$T.$L($L)", owner, function, in.get(0).text());
    statement(in.get(0).with(text, Binds.TIGHT), in.get(0), node);
  }

  // ---- asked

  private void contains(Node node) {
    List<Code> in = body.take(node.inputs());
    Type.ListOf type = (Type.ListOf) node.input(0).type();
    if (Held.isArray(type) && !in.get(0).list()) {
      Text stream = Text.of("$T.stream($L)", Arrays.class, in.get(0).text());
      Code boxed = in.get(0).with(Text.of("$L.boxed().toList()", stream), Binds.TIGHT);
      body.result(
          node, Code.from(Binds.TIGHT, "$L.contains($L)", boxed, boxed(type.element(), in.get(1))));
      return;
    }
    body.result(
        node,
        Code.from(
            Binds.TIGHT,
            "$L.contains($L)",
            in.get(0).in(Binds.TIGHT),
            boxed(node.input(1).type(), in.get(1))));
  }

  private void equal(Node node) {
    List<Code> in = body.take(node.inputs());
    Code a = asArray(node.input(0).type(), in.get(0));
    Code b = asArray(node.input(1).type(), in.get(1));
    Code both = Code.from(Binds.TIGHT, "$L, $L", a, b);
    Code same = both.with(Text.of("$T.equals($L)", Arrays.class, both.text()), Binds.TIGHT);
    body.result(node, node.is("aten::eq") ? same : JavaOps.not(same));
  }
}
