package dev.cresset.processor.extract;

import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import dev.cresset.processor.script.Expression;
import dev.cresset.processor.script.ScriptType;
import dev.cresset.processor.script.ScriptType.Simple;
import dev.cresset.processor.script.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.element.Name;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Loops, and what leaves them. */
final class LoopReader {
  private final Context context;
  private final Unit unit;
  private final Locals locals;
  private final ExpressionReader expressions;
  private final StatementReader statements;
  private final Targets targets = new Targets();

  LoopReader(
      Context context, Locals locals, ExpressionReader expressions, StatementReader statements) {
    this.context = context;
    this.unit = context.unit();
    this.locals = locals;
    this.expressions = expressions;
    this.statements = statements;
  }

  /**
   * Reads a loop.
   *
   * @param name the user's label, or empty
   */
  Statement read(StatementTree tree, String name) {
    return within(name, Targets.Kind.LOOP, label -> loop(tree, label));
  }

  /** Reads a statement that can be left; afterwards what was set on every way out of it is set. */
  Statement within(String name, Targets.Kind kind, Function<String, Statement> read) {
    Targets.Target target = targets.open(name, kind);
    try {
      Statement statement = read.apply(target.label());
      Set<String> unset = new HashSet<>(locals.unset());
      unset.addAll(target.unset());
      locals.restore(unset);
      return statement;
    } finally {
      targets.close();
    }
  }

  /** {@code break} and {@code continue}. */
  Statement leave(Tree tree, @Nullable Name label, boolean again) {
    Targets.Target target = targets.find(label == null ? "" : label.toString(), again);
    if (target == null) {
      throw unit.leave(tree, "there is nothing to leave here");
    }
    if (!again) {
      target.unset().addAll(locals.unset());
    }
    locals.restore(Set.of());
    return new Statement.Leave(target.label(), again, unit.at(tree));
  }

  private Statement loop(StatementTree tree, String label) {
    if (tree instanceof WhileLoopTree loop) {
      return loop(label, List.of(), loop.getCondition(), List.of(), loop.getStatement(), tree);
    } else if (tree instanceof DoWhileLoopTree loop) {
      List<Statement> body = statements.body(loop.getStatement());
      Expression condition = expressions.numbers().truth(loop.getCondition()).expression();
      return new Statement.Do(label, body, condition, unit.at(tree));
    } else if (tree instanceof ForLoopTree loop) {
      return loop(
          label,
          loop.getInitializer(),
          loop.getCondition(),
          loop.getUpdate(),
          loop.getStatement(),
          tree);
    }
    return forEach(label, (EnhancedForLoopTree) tree);
  }

  private Statement loop(
      String label,
      List<? extends StatementTree> initializer,
      @Nullable ExpressionTree asks,
      List<? extends StatementTree> update,
      StatementTree turn,
      Tree tree) {
    locals.open();
    try {
      List<Statement> start = new ArrayList<>();
      initializer.forEach(each -> statements.add(each, start));
      Expression condition =
          asks == null
              ? new Expression.Literal(true, Simple.BOOLEAN, unit.at(tree))
              : expressions.numbers().truth(asks).expression();
      Set<String> before = locals.unset();
      List<Statement> body = statements.body(turn);
      List<Statement> step = new ArrayList<>();
      update.forEach(each -> statements.add(each, step));
      boolean endless =
          condition instanceof Expression.Literal literal && Boolean.TRUE.equals(literal.value());
      locals.restore(endless ? Set.of() : before);
      return new Statement.For(label, start, condition, step, body, unit.at(tree));
    } finally {
      locals.close();
    }
  }

  private Statement forEach(String label, EnhancedForLoopTree tree) {
    VariableTree variable = tree.getVariable();
    Set<String> before = locals.unset();
    locals.open();
    try {
      Typed over = expressions.read(tree.getExpression());
      TypeMirror held =
          over.type() instanceof ArrayType array
              ? array.getComponentType()
              : context.script().iterated(over.type());
      ScriptType element = ConstructReader.held(over.scriptType());
      if (held == null) {
        throw unit.leave(tree.getExpression(), "this is nothing to go through");
      } else if (element == null) {
        throw unit.refuse(Problem.TYPE, tree.getExpression(), TypeReader.text(over.type()));
      }
      TypeMirror type = variable.getType() == null ? held : expressions.type(variable.getType());
      if (!context.types().isAssignable(held, type)) {
        throw unit.leave(variable, "the elements are no " + TypeReader.text(type));
      }
      ScriptType script = variable.getType() == null ? element : context.script().of(type);
      String name = variable.getName().toString();
      locals.declare(name, expressions.supported(script, variable), type);
      return new Statement.ForEach(
          label,
          name,
          script,
          over.expression(),
          statements.body(tree.getStatement()),
          unit.at(tree));
    } catch (Refusal refusal) {
      if (locals.find(variable.getName().toString()) == null) {
        locals.poison(variable.getName().toString());
        statements.body(tree.getStatement());
      }
      throw refusal;
    } finally {
      locals.close();
      locals.restore(before);
    }
  }
}
