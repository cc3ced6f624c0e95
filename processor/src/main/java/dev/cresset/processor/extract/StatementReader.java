package dev.cresset.processor.extract;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssertTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EmptyStatementTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import dev.cresset.processor.script.Expression;
import dev.cresset.processor.script.ScriptType;
import dev.cresset.processor.script.ScriptType.OptionalOf;
import dev.cresset.processor.script.ScriptType.Simple;
import dev.cresset.processor.script.ScriptType.Unsupported;
import dev.cresset.processor.script.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** The statements of one method. One that cannot be read is left out, and the next is read. */
final class StatementReader {

  /** What {@code y += v} computes before it is assigned. */
  private static final Map<Tree.Kind, Tree.Kind> COMPOUND =
      Map.ofEntries(
          Map.entry(Tree.Kind.PLUS_ASSIGNMENT, Tree.Kind.PLUS),
          Map.entry(Tree.Kind.MINUS_ASSIGNMENT, Tree.Kind.MINUS),
          Map.entry(Tree.Kind.MULTIPLY_ASSIGNMENT, Tree.Kind.MULTIPLY),
          Map.entry(Tree.Kind.DIVIDE_ASSIGNMENT, Tree.Kind.DIVIDE),
          Map.entry(Tree.Kind.REMAINDER_ASSIGNMENT, Tree.Kind.REMAINDER),
          Map.entry(Tree.Kind.AND_ASSIGNMENT, Tree.Kind.AND),
          Map.entry(Tree.Kind.OR_ASSIGNMENT, Tree.Kind.OR),
          Map.entry(Tree.Kind.XOR_ASSIGNMENT, Tree.Kind.XOR),
          Map.entry(Tree.Kind.LEFT_SHIFT_ASSIGNMENT, Tree.Kind.LEFT_SHIFT),
          Map.entry(Tree.Kind.RIGHT_SHIFT_ASSIGNMENT, Tree.Kind.RIGHT_SHIFT),
          Map.entry(Tree.Kind.UNSIGNED_RIGHT_SHIFT_ASSIGNMENT, Tree.Kind.UNSIGNED_RIGHT_SHIFT));

  private final Context context;
  private final Unit unit;
  private final Locals locals;
  private final ExpressionReader expressions;
  private final MethodScope method;
  private final TypeMirror returns;
  private final LoopReader loops;
  private final RaiseReader raises;
  private final ElementReader elements;

  StatementReader(
      Context context,
      Locals locals,
      ExpressionReader expressions,
      MethodScope method,
      TypeMirror returns) {
    this.context = context;
    this.unit = context.unit();
    this.locals = locals;
    this.expressions = expressions;
    this.method = method;
    this.returns = returns;
    this.loops = new LoopReader(context, locals, expressions, this);
    this.elements = new ElementReader(context, locals, expressions);
    this.raises = new RaiseReader(context, locals, expressions);
  }

  /** Reads {@code trees} in a scope of their own. */
  List<Statement> read(List<? extends StatementTree> trees) {
    locals.open();
    List<Statement> statements = new ArrayList<>();
    for (StatementTree tree : trees) {
      add(tree, statements);
    }
    locals.close();
    return statements;
  }

  /** Reads the one statement of a branch or a loop. */
  List<Statement> body(@Nullable StatementTree tree) {
    if (tree == null) {
      return List.of();
    }
    return read(tree instanceof BlockTree block ? block.getStatements() : List.of(tree));
  }

  /** Reads one statement, and adds it if it could be read. */
  void add(StatementTree tree, List<Statement> statements) {
    try {
      if (tree instanceof EmptyStatementTree) {
        return;
      }
      statements.add(statement(tree));
    } catch (Refusal refusal) {
      if (tree instanceof VariableTree variable) {
        declareAnyway(variable);
      }
    }
  }

  private void declareAnyway(VariableTree tree) {
    TypeMirror type = tree.getType() == null ? null : context.names().type(tree.getType());
    ScriptType script = type == null ? null : context.script().of(type);
    if (type == null || script == null || script instanceof Unsupported) {
      locals.poison(tree.getName().toString());
    } else {
      locals.declare(tree.getName().toString(), script, type);
    }
  }

  private Statement statement(StatementTree tree) {
    if (tree instanceof VariableTree variable) {
      return local(variable);
    } else if (tree instanceof ExpressionStatementTree effect) {
      return effect(effect.getExpression());
    } else if (tree instanceof ReturnTree leave) {
      return leave(leave);
    } else if (tree instanceof IfTree branch) {
      return branch(branch);
    }
    if (method.isPointwise() && !(tree instanceof BlockTree)) {
      throw unit.refuse(Problem.FLOAT_FUNCTION_BODY, tree, "another statement");
    } else if (tree instanceof BlockTree block) {
      return new Statement.Nested(read(block.getStatements()), unit.at(tree));
    } else if (isLoop(tree)) {
      return loops.read(tree, "");
    } else if (tree instanceof LabeledStatementTree labeled) {
      return labeled(labeled);
    } else if (tree instanceof BreakTree leave) {
      return loops.leave(tree, leave.getLabel(), false);
    } else if (tree instanceof ContinueTree leave) {
      return loops.leave(tree, leave.getLabel(), true);
    } else if (tree instanceof ThrowTree raise) {
      return raises.raise(raise);
    } else if (tree instanceof AssertTree check) {
      return raises.check(check);
    }
    throw unlike(tree);
  }

  private static boolean isLoop(StatementTree tree) {
    return tree instanceof ForLoopTree
        || tree instanceof EnhancedForLoopTree
        || tree instanceof WhileLoopTree
        || tree instanceof DoWhileLoopTree;
  }

  private Statement labeled(LabeledStatementTree tree) {
    String name = tree.getLabel().toString();
    if (isLoop(tree.getStatement())) {
      return loops.read(tree.getStatement(), name);
    }
    return loops.within(
        name,
        Targets.Kind.BLOCK,
        label -> new Statement.Labeled(label, body(tree.getStatement()), unit.at(tree)));
  }

  private Refusal unlike(StatementTree tree) {
    if (tree instanceof SwitchTree) {
      return unit.refuse(Problem.SWITCH, tree);
    } else if (tree instanceof TryTree) {
      return unit.refuse(Problem.TRY, tree);
    } else if (tree instanceof SynchronizedTree) {
      return unit.refuse(Problem.SYNCHRONIZED, tree);
    } else if (tree instanceof ClassTree) {
      return unit.refuse(Problem.LOCAL_CLASS, tree);
    }
    return unit.leave(tree, "this is no statement");
  }

  // ---- variables

  private Statement local(VariableTree tree) {
    String name = tree.getName().toString();
    ExpressionTree initializer = tree.getInitializer();
    if (tree.getType() == null) {
      if (initializer == null) {
        throw unit.leave(tree, "'" + name + "' has no type");
      }
      Typed value = expressions.read(initializer);
      if (value.scriptType() == Simple.NULL || value.scriptType() == Simple.VOID) {
        throw unit.leave(tree, "'" + name + "' has no type");
      }
      expressions.supported(context.script().of(value.type()), initializer);
      return declared(tree, value.scriptType(), value.type(), value.expression());
    }
    TypeMirror type = expressions.type(tree.getType());
    ScriptType script = expressions.supported(context.script().of(type), tree.getType());
    if (Names.isNullable(tree.getModifiers().getAnnotations())) {
      script = new OptionalOf(script);
    }
    if (initializer == null) {
      Statement local = declared(tree, script, type, null);
      locals.unset(name);
      return local;
    }
    Typed value = expressions.read(initializer, type);
    boolean isNull = value.scriptType() == Simple.NULL;
    return declared(
        tree,
        isNull && !(script instanceof OptionalOf) ? new OptionalOf(script) : script,
        type,
        value.expression());
  }

  private Statement declared(
      VariableTree tree, ScriptType script, TypeMirror type, @Nullable Expression value) {
    String name = tree.getName().toString();
    locals.declare(name, script, type);
    return new Statement.Local(name, script, value, unit.at(tree));
  }

  // ---- effects

  private Statement effect(ExpressionTree tree) {
    if (tree instanceof AssignmentTree assignment
        && assignment.getVariable() instanceof ArrayAccessTree element) {
      return elements.assign(element, assignment.getExpression(), tree);
    } else if (tree instanceof AssignmentTree assignment) {
      Locals.Known target = target(assignment.getVariable());
      String name = assignment.getVariable().toString();
      try {
        Typed value = expressions.read(assignment.getExpression(), target.type());
        return new Statement.Assign(name, value.expression(), unit.at(tree));
      } finally {
        locals.set(name); // what is wrong with the value has been said
      }
    } else if (tree instanceof CompoundAssignmentTree assignment) {
      Tree.Kind kind = COMPOUND.get(tree.getKind());
      if (kind == null) {
        throw unit.leave(tree, "this is no assignment");
      }
      return compound(
          assignment.getVariable(), kind, expressions.read(assignment.getExpression()), tree);
    } else if (tree instanceof UnaryTree step) {
      return step(step);
    }
    Typed value = expressions.effect(tree);
    return new Statement.Evaluate(value.expression(), unit.at(tree));
  }

  private Statement step(UnaryTree tree) {
    Tree.Kind kind =
        switch (tree.getKind()) {
          case PREFIX_INCREMENT, POSTFIX_INCREMENT -> Tree.Kind.PLUS;
          case PREFIX_DECREMENT, POSTFIX_DECREMENT -> Tree.Kind.MINUS;
          default -> throw unit.leave(tree, "this is no statement");
        };
    TypeMirror whole = context.types().getPrimitiveType(TypeKind.INT);
    Typed one = new Typed(new Expression.Literal(1L, Simple.INT, unit.at(tree)), whole);
    return compound(tree.getExpression(), kind, one, tree);
  }

  private Statement compound(ExpressionTree variable, Tree.Kind kind, Typed by, Tree tree) {
    if (variable instanceof ArrayAccessTree element) {
      return elements.compound(element, kind, by, tree);
    }
    Locals.Known target = target(variable);
    Typed before = expressions.read(variable);
    Typed after = expressions.numbers().binary(kind, before, by, tree);
    Typed kept = expressions.numbers().cast(after, target.type(), tree);
    return new Statement.Assign(
        variable.toString(), (kept == null ? after : kept).expression(), unit.at(tree));
  }

  /** The local variable that is assigned. */
  private Locals.Known target(ExpressionTree variable) {
    boolean local =
        variable instanceof IdentifierTree name && locals.find(name.getName().toString()) != null;
    if (!local) {
      String field =
          variable instanceof MemberSelectTree select
              ? select.getIdentifier().toString()
              : variable.toString();
      if (variable instanceof IdentifierTree && context.names().field(field) == null) {
        throw unit.leave(variable, "no variable '" + field + "' is found");
      }
      throw unit.refuse(Problem.FIELD_ASSIGNMENT, variable, field);
    }
    Locals.Local found = locals.find(variable.toString());
    Locals.Known known = found == null ? null : found.known();
    if (known == null) {
      throw new Refusal(); // its declaration has been reported
    }
    return known;
  }

  // ---- returns and branches

  private Statement leave(ReturnTree tree) {
    ExpressionTree value = tree.getExpression();
    boolean gives = returns.getKind() != TypeKind.VOID;
    if ((value != null) != gives) {
      throw unit.leave(tree, "this method returns " + TypeReader.text(returns));
    }
    Typed given = value == null ? null : expressions.read(value, returns);
    locals.restore(Set.of());
    return new Statement.Return(given == null ? null : given.expression(), unit.at(tree));
  }

  private Statement branch(IfTree tree) {
    Expression condition = null;
    try {
      condition = expressions.numbers().truth(tree.getCondition()).expression();
    } catch (Refusal refusal) {
      condition = null; // the branches may have errors of their own
    }
    Set<String> before = locals.unset();
    List<Statement> then = body(tree.getThenStatement());
    Set<String> after = new HashSet<>(locals.unset());
    locals.restore(isTrue(condition) ? Set.of() : before); // nothing runs there: JLS 16.1.1
    List<Statement> otherwise = body(tree.getElseStatement());
    after.addAll(locals.unset());
    locals.restore(after);
    if (condition == null) {
      throw new Refusal();
    } else if (isTrue(condition) && otherwise.isEmpty()) {
      return new Statement.Nested(then, unit.at(tree));
    }
    return new Statement.If(condition, then, otherwise, unit.at(tree));
  }

  private static boolean isTrue(@Nullable Expression condition) {
    return condition instanceof Expression.Literal literal && Boolean.TRUE.equals(literal.value());
  }
}
