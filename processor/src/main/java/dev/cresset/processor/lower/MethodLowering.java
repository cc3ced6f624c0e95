package dev.cresset.processor.lower;

import static dev.cresset.processor.lower.Scope.RESULT;
import static dev.cresset.processor.lower.Scope.RETURNED;

import dev.cresset.ir.graph.Block;
import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.graph.Node;
import dev.cresset.ir.graph.Value;
import dev.cresset.ir.type.Schema;
import dev.cresset.ir.type.Type;
import dev.cresset.processor.script.At;
import dev.cresset.processor.script.Parameter;
import dev.cresset.processor.script.ScriptMethod;
import dev.cresset.processor.script.ScriptType;
import dev.cresset.processor.script.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The statements of one method. Variables become values: what branches assign leaves them as
 * results of {@code prim::If}, what a loop assigns is carried around by {@code prim::Loop}. A
 * return is such a value too: the statements after {@code if (c) return a;} become the other
 * branch, and where that is not possible a flag is carried along, as TorchScript does it.
 */
final class MethodLowering {
  private final Emitter emitter = new Emitter();
  private final ExpressionLowering expressions;
  private final ScriptMethod method;
  private final Type returns;
  private final Map<String, Type> declared = new HashMap<>();
  private Scope scope = new Scope();

  private MethodLowering(ScriptMethod method, Function<String, Schema> schemas) {
    this.method = method;
    this.expressions = new ExpressionLowering(emitter, this::scope, schemas);
    this.returns = GraphTypes.of(method.returns());
  }

  /**
   * The graph of {@code method}.
   *
   * @param self the class, or null for a static function
   * @param schemas the op table
   */
  static Graph lower(
      ScriptMethod method, ScriptType.@Nullable ModuleOf self, Function<String, Schema> schemas) {
    return new MethodLowering(method, schemas).lower(self);
  }

  private Graph lower(ScriptType.@Nullable ModuleOf self) {
    if (self != null) {
      expressions.self(emitter.input("self", GraphTypes.of(self)));
    }
    for (Parameter parameter : method.parameters()) {
      Type type = GraphTypes.of(parameter.type());
      declared.put(parameter.name(), type);
      scope.set(parameter.name(), emitter.input(parameter.name(), type));
    }
    statements(method.body());
    boolean gives = method.returns() != ScriptType.Simple.VOID;
    return emitter.graph(
        List.of(gives ? scope.get(RESULT) : emitter.constant(null, Type.NONE, method.at())));
  }

  private Scope scope() {
    return scope;
  }

  private Exits statements(List<Statement> statements) {
    for (int i = 0; i < statements.size(); i++) {
      Statement statement = statements.get(i);
      List<Statement> rest = statements.subList(i + 1, statements.size());
      if (statement instanceof Statement.Return leave) {
        if (leave.value() != null) {
          scope.set(RESULT, expressions.as(leave.value(), returns, ""));
        }
        return Exits.ALWAYS;
      } else if (statement instanceof Statement.Nested nested) {
        return statements(joined(nested.body(), rest));
      } else if (statement instanceof Statement.If branch) {
        Exits then = Exits.of(branch.then());
        Exits otherwise = Exits.of(branch.otherwise());
        if (then == Exits.ALWAYS || otherwise == Exits.ALWAYS) {
          return branch(
              branch,
              then == Exits.ALWAYS ? branch.then() : joined(branch.then(), rest),
              otherwise == Exits.ALWAYS ? branch.otherwise() : joined(branch.otherwise(), rest));
        }
        if (branch(branch, branch.then(), branch.otherwise()) != Exits.NEVER) {
          return unlessReturned(rest, branch.at());
        }
      } else if (statement instanceof Statement.For loop) {
        if (loop(loop) != Exits.NEVER) {
          return unlessReturned(rest, loop.at());
        }
      } else if (statement instanceof Statement.ForEach loop) {
        if (loop(loop) != Exits.NEVER) {
          return unlessReturned(rest, loop.at());
        }
      } else {
        simple(statement);
      }
    }
    return Exits.NEVER;
  }

  private static List<Statement> joined(List<Statement> first, List<Statement> second) {
    List<Statement> both = new ArrayList<>(first);
    both.addAll(second);
    return both;
  }

  private void simple(Statement statement) {
    if (statement instanceof Statement.Local local) {
      scope.declare(local.name());
      Type type = GraphTypes.of(local.type());
      declared.put(local.name(), type);
      if (local.value() != null) {
        scope.set(local.name(), expressions.as(local.value(), type, local.name()));
      }
    } else if (statement instanceof Statement.Assign assign) {
      scope.set(assign.name(), expressions.lower(assign.value(), assign.name()));
    } else if (statement instanceof Statement.Evaluate evaluate) {
      expressions.lower(evaluate.expression(), "");
    } else {
      throw new IllegalStateException("no lowering for " + statement);
    }
  }

  /** What a variable is from turn to turn: one that may be null may be so in any. */
  private Type carriedType(String name, Value initial) {
    Type type = declared.get(name);
    return type instanceof Type.OptionalOf ? type : initial.type();
  }

  // ---- branches

  private Exits branch(Statement.If branch, List<Statement> then, List<Statement> otherwise) {
    Value condition = expressions.lower(branch.condition(), "");
    return fork(
        condition,
        branch.at(),
        () -> {
          expressions.refine(branch.condition(), true);
          return statements(then);
        },
        () -> {
          expressions.refine(branch.condition(), false);
          return statements(otherwise);
        });
  }

  private Exits unlessReturned(List<Statement> rest, At at) {
    return rest.isEmpty()
        ? Exits.SOMETIMES
        : fork(scope.get(RETURNED), at, () -> Exits.ALWAYS, () -> statements(rest));
  }

  private Exits fork(Value condition, At at, Supplier<Exits> then, Supplier<Exits> otherwise) {
    Scope before = scope;
    Side first = side(before, then);
    Side second = side(before, otherwise);
    scope = before;
    Exits exits = first.exits == second.exits ? first.exits : Exits.SOMETIMES;
    if (exits == Exits.SOMETIMES) {
      first.tellReturned(emitter);
      second.tellReturned(emitter);
    }
    List<String> names = new ArrayList<>();
    List<Value> firstResults = new ArrayList<>();
    List<Value> secondResults = new ArrayList<>();
    for (String name : leaving(before, first, second, exits)) {
      Value a = first.scope.find(name);
      Value b = second.scope.find(name);
      Value some = a == null ? b : a;
      if (some != null) {
        names.add(name);
        firstResults.add(a == null ? emitter.uninitialized(some.type()) : a);
        secondResults.add(b == null ? emitter.uninitialized(some.type()) : b);
      }
    }
    List<Value> results =
        emitter.branch(
            condition,
            new Block(List.of(), first.nodes, firstResults),
            new Block(List.of(), second.nodes, secondResults),
            hints(names),
            at);
    for (int i = 0; i < names.size(); i++) {
      scope.set(names.get(i), results.get(i));
    }
    return exits;
  }

  /** The variables whose value after the branches depends on which of them ran. */
  private Set<String> leaving(Scope before, Side first, Side second, Exits exits) {
    Set<String> names = new LinkedHashSet<>();
    if (exits != Exits.ALWAYS) {
      for (String name : before.declared()) {
        Value a = first.scope.find(name);
        Value b = second.scope.find(name);
        boolean known =
            (a != null || first.exits == Exits.ALWAYS)
                && (b != null || second.exits == Exits.ALWAYS);
        if (known && (a != before.find(name) || b != before.find(name))) {
          names.add(name);
        }
      }
    }
    if (exits != Exits.NEVER && returns != Type.NONE) {
      names.add(RESULT);
    }
    if (exits == Exits.SOMETIMES) {
      names.add(RETURNED);
    } else {
      names.remove(RETURNED);
    }
    return names;
  }

  private static List<String> hints(List<String> names) {
    return names.stream()
        .map(name -> name.equals(RESULT) || name.equals(RETURNED) ? "" : name)
        .toList();
  }

  private Side side(Scope before, Supplier<Exits> statements) {
    scope = before.copy();
    emitter.open();
    Exits exits = statements.get();
    return new Side(scope, exits, emitter.close());
  }

  /** One branch, lowered: its variables at its end and its nodes. */
  private record Side(Scope scope, Exits exits, List<Node> nodes) {

    void tellReturned(Emitter emitter) {
      if (exits != Exits.SOMETIMES) {
        boolean returned = exits == Exits.ALWAYS;
        scope.set(RETURNED, emitter.constant(returned, Type.BOOL, At.NOWHERE));
      }
    }
  }

  // ---- loops

  private Exits loop(Statement.For loop) {
    Scope outer = scope;
    scope = outer.copy();
    for (Statement start : loop.start()) {
      simple(start);
    }
    Counted counted = Counted.of(loop);
    Exits exits = Exits.of(loop.body());
    Set<String> assigned = Assignments.inTurn(loop);
    if (counted == null) {
      Value first = expressions.lower(loop.condition(), "");
      turns(
          emitter.constant(Long.MAX_VALUE, Type.INT, loop.at()),
          first,
          assigned,
          exits,
          loop.at(),
          "",
          turn -> {
            if (body(loop.body(), loop.at()) == Exits.NEVER) {
              loop.step().forEach(this::simple);
            } else {
              unlessReturned(loop.step(), loop.at());
            }
            return expressions.lower(loop.condition(), "");
          });
    } else {
      assigned.remove(counted.name());
      Value start = scope.get(counted.name());
      Value end = counted.end(expressions);
      boolean plain = counted.step() == 1 && counted.startsAtZero();
      Value times =
          plain ? end : expressions.numbers().rangeLength(start, end, counted.step(), loop.at());
      turns(
          times,
          emitter.constant(true, Type.BOOL, loop.at()),
          assigned,
          exits,
          loop.at(),
          plain ? counted.name() : "",
          turn -> {
            Value here =
                plain
                    ? turn
                    : expressions
                        .numbers()
                        .derivedIndex(turn, start, counted.step(), loop.at(), counted.name());
            scope.set(counted.name(), here);
            body(loop.body(), loop.at());
            return emitter.constant(true, Type.BOOL, loop.at());
          });
    }
    scope = outer.with(scope);
    return exits == Exits.NEVER ? Exits.NEVER : Exits.SOMETIMES;
  }

  private Exits loop(Statement.ForEach loop) {
    Value over = expressions.lower(loop.over(), "");
    boolean modules = loop.over().type() instanceof ScriptType.ModulesOf;
    Value times = expressions.length(over, loop.at());
    Exits exits = Exits.of(loop.body());
    Scope outer = scope;
    scope = outer.copy();
    turns(
        times,
        emitter.constant(true, Type.BOOL, loop.at()),
        Assignments.in(loop.body()),
        exits,
        loop.at(),
        "",
        turn -> {
          Type type = GraphTypes.of(loop.type());
          scope.set(
              loop.name(), expressions.element(over, modules, turn, type, loop.at(), loop.name()));
          body(loop.body(), loop.at());
          return emitter.constant(true, Type.BOOL, loop.at());
        });
    scope = outer.with(scope);
    return exits == Exits.NEVER ? Exits.NEVER : Exits.SOMETIMES;
  }

  private Exits body(List<Statement> statements, At at) {
    Exits exits = statements(statements);
    if (exits == Exits.ALWAYS) {
      scope.set(RETURNED, emitter.constant(true, Type.BOOL, at));
    }
    return exits;
  }

  /** Lowers one turn; gives the condition for the next. */
  private interface Turn {
    Value lower(Value turn);
  }

  private void turns(
      Value most,
      Value first,
      Set<String> assigned,
      Exits exits,
      At at,
      String counterHint,
      Turn turn) {
    if (exits != Exits.NEVER) {
      scope.set(RETURNED, emitter.constant(false, Type.BOOL, at));
      if (returns != Type.NONE) {
        scope.set(RESULT, emitter.uninitialized(returns));
      }
    }
    List<String> carried = new ArrayList<>();
    for (String name : scope.declared()) {
      boolean leaves = name.equals(RESULT) || name.equals(RETURNED);
      if (scope.find(name) != null && (leaves ? exits != Exits.NEVER : assigned.contains(name))) {
        carried.add(name);
      }
    }
    Scope before = scope;
    List<Value> initial = carried.stream().map(before::get).toList();
    scope = before.copy();
    emitter.open();
    List<Value> inputs = new ArrayList<>();
    inputs.add(emitter.fresh(counterHint, Type.INT));
    for (int i = 0; i < carried.size(); i++) {
      inputs.add(emitter.fresh(hints(carried).get(i), carriedType(carried.get(i), initial.get(i))));
      scope.set(carried.get(i), inputs.get(i + 1));
    }
    Value again = turn.lower(inputs.get(0));
    if (exits != Exits.NEVER) {
      again = expressions.numbers().andNot(again, scope.get(RETURNED), at);
    }
    List<Value> results = new ArrayList<>();
    results.add(again);
    carried.forEach(name -> results.add(scope.get(name)));
    Block body = new Block(inputs, emitter.close(), results);
    scope = before;
    List<Value> after = emitter.loop(most, first, initial, body, hints(carried), at);
    for (int i = 0; i < carried.size(); i++) {
      scope.set(carried.get(i), after.get(i));
    }
  }
}
