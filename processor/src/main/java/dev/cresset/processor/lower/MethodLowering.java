package dev.cresset.processor.lower;

import dev.cresset.ir.graph.Graph;
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
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The statements of one method. Variables become values: what branches assign leaves them as
 * results of {@code prim::If}, what a loop assigns is carried around by {@code prim::Loop}. A
 * return is such a value too: the statements after {@code if (c) return a;} become the other
 * branch, and where that is not possible a flag is carried along, as TorchScript does it; breaks
 * likewise.
 */
final class MethodLowering {
  private final Emitter emitter = new Emitter();
  private final Forks forks;
  private final ExpressionLowering expressions;
  private final LoopLowering loops;
  private final ScriptMethod method;
  private final Type returns;
  private final Map<String, Type> declared = new HashMap<>();

  private MethodLowering(ScriptMethod method, Function<String, Schema> schemas) {
    this.method = method;
    this.returns = GraphTypes.of(method.returns());
    this.forks = new Forks(emitter, returns);
    this.expressions = new ExpressionLowering(emitter, forks, schemas);
    this.loops = new LoopLowering(emitter, forks, expressions, this::statements, declared, returns);
  }

  /**
   * The graph of {@code method}.
   *
   * @param self the class, or null for a static function
   * @param schemas the op table
   */
  static LoweredMethod lower(
      ScriptMethod method, ScriptType.@Nullable ModuleOf self, Function<String, Schema> schemas) {
    MethodLowering lowering = new MethodLowering(method, schemas);
    return new LoweredMethod(method, lowering.lower(self), lowering.emitter.places());
  }

  private Graph lower(ScriptType.@Nullable ModuleOf self) {
    if (self != null) {
      expressions.self(emitter.input("self", GraphTypes.of(self)));
    }
    for (Parameter parameter : method.parameters()) {
      Type type = GraphTypes.of(parameter.type());
      declared.put(parameter.name(), type);
      scope().set(parameter.name(), emitter.input(parameter.name(), type));
    }
    statements(method.body());
    return emitter.graph(List.of(result()));
  }

  private Value result() {
    if (returns == Type.NONE) {
      return emitter.constant(null, Type.NONE, method.at());
    }
    Value result = scope().find(Scope.RESULT);
    return result == null ? emitter.uninitialized(returns) : result; // it always raises
  }

  private Scope scope() {
    return forks.scope();
  }

  private Exits statements(List<Statement> statements) {
    for (int i = 0; i < statements.size(); i++) {
      Statement statement = statements.get(i);
      List<Statement> rest = statements.subList(i + 1, statements.size());
      Exits exits;
      if (statement instanceof Statement.Return leave) {
        if (leave.value() != null) {
          scope().set(Scope.RESULT, expressions.as(leave.value(), returns, ""));
        }
        return Exits.to(Exits.RETURN);
      } else if (statement instanceof Statement.Leave leave) {
        return Exits.to(Exits.target(leave));
      } else if (statement instanceof Statement.Throw raise) {
        expressions.raise(raise);
        return Exits.RAISE;
      } else if (statement instanceof Statement.Nested nested) {
        return statements(joined(nested.body(), rest));
      } else if (statement instanceof Statement.If branch) {
        boolean then = Exits.of(branch.then()).always();
        boolean otherwise = Exits.of(branch.otherwise()).always();
        if (then || otherwise) {
          return branch(
              branch,
              then ? branch.then() : joined(branch.then(), rest),
              otherwise ? branch.otherwise() : joined(branch.otherwise(), rest));
        }
        exits = branch(branch, branch.then(), branch.otherwise());
        boolean thenRaises = Exits.of(branch.then()).equals(Exits.RAISE);
        if (thenRaises || Exits.of(branch.otherwise()).equals(Exits.RAISE)) {
          expressions.refine(branch.condition(), !thenRaises);
        }
      } else if (statement instanceof Statement.Labeled labeled) {
        exits = statements(labeled.body()).within(Exits.behind(labeled.label()));
      } else if (statement instanceof Statement.For loop) {
        exits = loops.lower(loop);
      } else if (statement instanceof Statement.Do loop) {
        exits = loops.lower(loop);
      } else if (statement instanceof Statement.ForEach loop) {
        exits = loops.lower(loop);
      } else {
        simple(statement);
        continue;
      }
      if (!exits.falls()) {
        return exits;
      } else if (exits.areMixed()) {
        return unlessLeft(exits, rest, statement.at());
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
      scope().declare(local.name());
      Type type = GraphTypes.of(local.type());
      declared.put(local.name(), type);
      if (local.value() != null) {
        scope().set(local.name(), expressions.as(local.value(), type, local.name()));
      }
    } else if (statement instanceof Statement.Assign assign) {
      scope().set(assign.name(), expressions.lower(assign.value(), assign.name()));
    } else if (statement instanceof Statement.Evaluate evaluate) {
      expressions.lower(evaluate.expression(), "");
    } else {
      throw new IllegalStateException("no lowering for " + statement);
    }
  }

  private Exits branch(Statement.If branch, List<Statement> then, List<Statement> otherwise) {
    Value condition = expressions.lower(branch.condition(), "");
    return forks.fork(
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

  /** The statements behind those that ended so; how both ended in all. */
  private Exits unlessLeft(Exits exits, List<Statement> rest, At at) {
    return rest.isEmpty()
        ? exits
        : forks.fork(
            forks.left(exits, at),
            at,
            () -> new Exits(false, exits.targets()),
            () -> statements(rest));
  }
}
