package dev.cresset.ir.op;

import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.GraphBuilder;
import dev.cresset.ir.graph.Kinds;
import dev.cresset.ir.graph.Value;
import dev.cresset.ir.type.Argument;
import dev.cresset.ir.type.Schema;
import dev.cresset.ir.type.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Writes terms over the arguments, results and gradients of one op as a graph. */
final class TermGraph {
  private final Schema schema;
  private final Function<String, Schema> schemas;
  private final Map<Term, Value> inputs;
  private final GraphBuilder graph;
  private final Map<Term, List<Value>> known;

  private TermGraph(
      Schema schema,
      Function<String, Schema> schemas,
      Map<Term, Value> inputs,
      GraphBuilder graph,
      Map<Term, List<Value>> known) {
    this.schema = schema;
    this.schemas = schemas;
    this.inputs = inputs;
    this.graph = graph;
    this.known = known;
  }

  private TermGraph(Schema schema, Function<String, Schema> schemas) {
    this(schema, schemas, new HashMap<>(), new GraphBuilder(), new IdentityHashMap<>());
  }

  /** A graph whose inputs are the op's arguments, all of them, under their names. */
  static Graph ofArguments(Schema schema, Function<String, Schema> schemas, List<Term> results) {
    TermGraph written = new TermGraph(schema, schemas);
    for (Argument argument : schema.arguments()) {
      written.declare(new Term.In(argument.name()), argument.name(), argument.type());
    }
    return written.build(results);
  }

  /** A graph whose inputs are what is used, as {@link GradientRule#graph} says. */
  static Graph ofGradients(Schema schema, Function<String, Schema> schemas, List<Term> results) {
    Set<Term> used = new LinkedHashSet<>();
    results.forEach(term -> gather(term, used));
    TermGraph written = new TermGraph(schema, schemas);
    int returns = schema.returns().size();
    for (int i = 0; i < returns; i++) {
      written.declareUsed(new Term.Dy(i), number("dy", i, returns), result(schema, i), used);
    }
    for (Argument argument : schema.arguments()) {
      String name = "in_" + argument.name();
      written.declareUsed(new Term.In(argument.name()), name, argument.type(), used);
    }
    for (int i = 0; i < returns; i++) {
      written.declareUsed(new Term.Y(i), number("y", i, returns), result(schema, i), used);
    }
    return written.build(results);
  }

  private static String number(String name, int i, int count) {
    return count == 1 ? name : name + i;
  }

  private static Type result(Schema schema, int i) {
    return schema.returns().get(i).type();
  }

  private static void gather(Term term, Set<Term> used) {
    if (term instanceof Term.Call call) {
      call.arguments().forEach(argument -> gather(argument, used));
    } else if (term instanceof Term.Items items) {
      items.items().forEach(item -> gather(item, used));
    } else if (term instanceof Term.Part part) {
      gather(part.call(), used);
    } else if (term instanceof Term.Present present) {
      gather(present.optional(), used);
    } else if (term instanceof Term.Choice choice) {
      gather(choice.condition(), used);
      gather(choice.then(), used);
      gather(choice.otherwise(), used);
    } else if (!(term instanceof Term.Literal)) {
      used.add(term);
    }
  }

  private void declareUsed(Term term, String name, Type type, Set<Term> used) {
    if (used.contains(term)) {
      declare(term, name, type);
    }
  }

  private void declare(Term term, String name, Type type) {
    inputs.put(term, graph.input(name, type.inGraph()));
  }

  private Graph build(List<Term> results) {
    return graph.graph(results.stream().map(this::value).toList());
  }

  private Value value(Term term) {
    if (term instanceof Term.Part part) {
      return values(part.call()).get(part.index());
    }
    return values(term).get(0);
  }

  private List<Value> values(Term term) {
    List<Value> made = known.get(term);
    if (made == null) {
      made = write(term);
      known.put(term, made);
    }
    return made;
  }

  private List<Value> write(Term term) {
    if (term instanceof Term.Literal literal) {
      return List.of(constant(literal.value()));
    } else if (term instanceof Term.Call call) {
      return call(call);
    } else if (term instanceof Term.Items items) {
      return List.of(list(items));
    } else if (term instanceof Term.Present present) {
      return List.of(present(value(present.optional())));
    } else if (term instanceof Term.Choice choice) {
      return List.of(choice(choice));
    }
    Value input = inputs.get(term);
    if (input == null) {
      throw new IllegalArgumentException(
          schema.qualifiedName() + " has no " + term + " that a rule could use");
    }
    return List.of(input);
  }

  private Value constant(Object value) {
    if (value instanceof List<?> list) {
      return graph.constant(list, Type.INT.list());
    }
    return graph.constant(value);
  }

  private Value list(Term.Items items) {
    List<Value> values = items.items().stream().map(this::value).toList();
    return graph.node(Kinds.LIST_CONSTRUCT).inputs(values).output(values.get(0).type().list());
  }

  private Value present(Value value) {
    Type type = value.type() instanceof Type.OptionalOf option ? option.element() : value.type();
    return graph.node(Kinds.UNCHECKED_CAST).inputs(value).output(type);
  }

  /** What is used in one branch alone is computed in it. */
  private Value choice(Term.Choice choice) {
    Value condition = value(choice.condition());
    TermGraph then = inner();
    Value first = then.value(choice.then());
    TermGraph otherwise = inner();
    Value second = otherwise.value(choice.otherwise());
    return graph
        .node(Kinds.IF)
        .inputs(condition)
        .block(then.graph.block(List.of(first)))
        .block(otherwise.graph.block(List.of(second)))
        .output(first.type());
  }

  private TermGraph inner() {
    return new TermGraph(schema, schemas, inputs, graph.inner(), new IdentityHashMap<>(known));
  }

  private List<Value> call(Term.Call call) {
    Schema callee = schemas.apply(call.op());
    List<Argument> arguments = callee.arguments();
    if (call.arguments().size() > arguments.size()) {
      throw new IllegalArgumentException(
          "%s passes %d arguments to %s"
              .formatted(schema.qualifiedName(), call.arguments().size(), callee));
    }
    List<Value> in = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      in.add(
          i < call.arguments().size()
              ? value(call.arguments().get(i))
              : defaultOf(arguments.get(i), callee));
    }
    return graph
        .node(callee.name())
        .overload(callee.overload())
        .inputs(in)
        .outputs(callee.returns().stream().map(each -> each.type().inGraph()).toList());
  }

  private Value defaultOf(Argument argument, Schema callee) {
    Object value = argument.defaultValue();
    if (value == null) {
      throw new IllegalArgumentException(
          "%s calls %s without '%s'".formatted(schema.qualifiedName(), callee, argument.name()));
    }
    return value instanceof List<?>
        ? graph.constant(value, argument.type().inGraph())
        : graph.constant(value);
  }
}
