package dev.cresset.processor.extract;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import dev.cresset.ir.shape.Construction;
import dev.cresset.ir.shape.Facts;
import dev.cresset.ir.shape.Made;
import dev.cresset.ir.shape.Size;
import dev.cresset.processor.script.ScriptField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * What the constructors of a module make: they are gone through with their parameters as names.
 * Only what is certain is kept, of fields that are final; whatever is not understood is unknown.
 */
public final class ConstructorReader {
  private static final int MOST_TURNS = 64;
  private static final int DEEPEST = 8;

  private final Elements elements;
  private final Types types;
  private final Sources sources;
  private final Members members;

  /** A reader for one round. */
  public ConstructorReader(Elements elements, Types types, Sources sources) {
    this.elements = elements;
    this.types = types;
    this.sources = sources;
    this.members = new Members(elements, types);
  }

  /** What each constructor of {@code type} makes, in order; empty without a source. */
  public List<Construction> read(TypeElement type) {
    TreePath path = sources.path(type);
    if (path == null || !(path.getLeaf() instanceof ClassTree tree)) {
      return List.of();
    }
    Names names = new Names(elements, types, members, type, path.getCompilationUnit());
    List<Construction> all = new ArrayList<>();
    for (ExecutableElement constructor : ElementFilter.constructorsIn(type.getEnclosedElements())) {
      all.add(new Run(type, tree, names).construction(constructor));
    }
    return all;
  }

  /** One walk through one constructor. */
  final class Run {
    private final TypeElement type;
    private final ClassTree tree;
    private final ConstructorExpressions expressions;
    private ConstructorState state = new ConstructorState();
    private int depth;
    private int unsure;
    private boolean turning;
    private @Nullable Object returned;

    Run(TypeElement type, ClassTree tree, Names names) {
      this.type = type;
      this.tree = tree;
      this.expressions = new ConstructorExpressions(this, names, elements, types);
    }

    ConstructorState state() {
      return state;
    }

    TypeElement type() {
      return type;
    }

    Construction construction(ExecutableElement constructor) {
      MethodTree body = sources.trees().getTree(constructor);
      List<Object> parameters = new ArrayList<>();
      for (VariableElement parameter : constructor.getParameters()) {
        String name = parameter.getSimpleName().toString();
        Object fact = isWhole(parameter) ? new Size.Given(name) : new Made.Parameter(name);
        parameters.add(fact);
        state.declare(name, fact);
      }
      body(body);
      Map<String, Object> fields = new LinkedHashMap<>();
      for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
        Object made = state.field(field.getSimpleName().toString());
        Object fact = made == null ? Size.UNKNOWN : Growing.fact(made);
        if (field.getModifiers().contains(Modifier.FINAL) && fact != Size.UNKNOWN) {
          fields.put(ScriptField.key(field.getSimpleName().toString()), fact);
        }
      }
      return new Construction(parameters, constructor.isVarArgs(), fields);
    }

    private boolean isWhole(VariableElement parameter) {
      return switch (parameter.asType().getKind()) {
        case INT, LONG, SHORT, BYTE -> true;
        default -> false;
      };
    }

    private void body(@Nullable MethodTree constructor) {
      List<? extends StatementTree> statements =
          constructor == null || constructor.getBody() == null
              ? List.of()
              : constructor.getBody().getStatements();
      if (statements.isEmpty() || !callsOther(statements.get(0))) {
        for (Tree member : tree.getMembers()) {
          if (member instanceof VariableTree field
              && !field.getModifiers().getFlags().contains(Modifier.STATIC)
              && field.getInitializer() != null) {
            state.field(field.getName().toString(), expressions.of(field.getInitializer()));
          } else if (member instanceof BlockTree block && !block.isStatic()) {
            statements(block.getStatements());
          }
        }
      }
      statements(statements);
    }

    private boolean callsOther(StatementTree first) {
      return first instanceof ExpressionStatementTree statement
          && statement.getExpression() instanceof MethodInvocationTree call
          && call.getMethodSelect() instanceof IdentifierTree name
          && name.getName().contentEquals("this");
    }

    /** {@code this(..)}: the other constructor, with what it is given. */
    void other(List<Object> arguments) {
      int index = new ConstructorChoice(elements, types).of(type, arguments);
      List<ExecutableElement> all = ElementFilter.constructorsIn(type.getEnclosedElements());
      if (index >= 0 && depth < DEEPEST) {
        ExecutableElement other = all.get(index);
        ConstructorState here = state;
        state = here.called();
        bind(other, arguments);
        depth++;
        body(sources.trees().getTree(other));
        depth--;
        state = here;
      }
    }

    /** What a method of the class gives, or unknown. */
    Object called(String name, List<Object> arguments) {
      List<ExecutableElement> fitting =
          ElementFilter.methodsIn(type.getEnclosedElements()).stream()
              .filter(each -> each.getSimpleName().contentEquals(name))
              .filter(each -> each.getParameters().size() == arguments.size())
              .toList();
      if (fitting.size() != 1 || depth >= DEEPEST || fitting.get(0).isVarArgs()) {
        return Size.UNKNOWN;
      }
      ExecutableElement method = fitting.get(0);
      boolean fixed =
          method.getModifiers().contains(Modifier.PRIVATE)
              || method.getModifiers().contains(Modifier.STATIC)
              || method.getModifiers().contains(Modifier.FINAL)
              || type.getModifiers().contains(Modifier.FINAL);
      MethodTree body = sources.trees().getTree(method);
      if (!fixed || body == null || body.getBody() == null) {
        return Size.UNKNOWN;
      }
      ConstructorState here = state;
      Object before = returned;
      returned = null;
      state = here.called();
      bind(method, arguments);
      depth++;
      statements(body.getBody().getStatements());
      depth--;
      state = here;
      Object result = Facts.orUnknown(returned);
      returned = before;
      return result;
    }

    private void bind(ExecutableElement method, List<Object> arguments) {
      int count = method.getParameters().size();
      for (int i = 0; i < count; i++) {
        boolean rest = method.isVarArgs() && i == count - 1;
        Object value =
            rest
                ? rest(arguments.subList(Math.min(i, arguments.size()), arguments.size()))
                : arguments.get(i);
        state.declare(method.getParameters().get(i).getSimpleName().toString(), value);
      }
    }

    /** The arguments that go into varargs: options that are passed on stay what they are. */
    private static Object rest(List<Object> arguments) {
      return arguments.size() == 1 && !(arguments.get(0) instanceof Made.Given)
          ? arguments.get(0)
          : List.copyOf(arguments.stream().map(Growing::fact).toList());
    }

    // ---- statements

    /** Whether the statements end in a return or throw. */
    private boolean statements(List<? extends StatementTree> all) {
      for (StatementTree each : all) {
        if (statement(each)) {
          return true;
        }
      }
      return false;
    }

    private boolean statement(@Nullable StatementTree each) {
      if (each instanceof ExpressionStatementTree expression) {
        expressions.of(expression.getExpression());
      } else if (each instanceof VariableTree local) {
        ExpressionTree value = local.getInitializer();
        state.declare(
            local.getName().toString(), value == null ? Size.UNKNOWN : expressions.of(value));
      } else if (each instanceof BlockTree block) {
        return statements(block.getStatements());
      } else if (each instanceof IfTree branch) {
        return branch(branch);
      } else if (each instanceof ForLoopTree loop) {
        loop.getInitializer().forEach(this::statement);
        turns(loop, loop.getCondition(), loop.getStatement(), loop.getUpdate());
      } else if (each instanceof EnhancedForLoopTree loop) {
        forEach(loop);
      } else if (each instanceof ReturnTree leave) {
        Object value =
            leave.getExpression() == null ? Size.UNKNOWN : expressions.of(leave.getExpression());
        boolean first = returned == null && unsure == 0;
        returned = first ? value : Facts.orUnknown(Facts.joined(returned, Growing.fact(value)));
        return true;
      } else if (each instanceof ThrowTree) {
        return true;
      } else if (each != null) {
        forget(each);
      }
      return false;
    }

    private boolean branch(IfTree branch) {
      Object condition = expressions.of(branch.getCondition());
      if (condition instanceof Boolean known) {
        return statement(known ? branch.getThenStatement() : branch.getElseStatement());
      }
      ConstructorState before = state;
      unsure++;
      state = before.copy();
      final boolean thenEnds = statement(branch.getThenStatement());
      ConstructorState then = state;
      state = before.copy();
      boolean otherwiseEnds = statement(branch.getElseStatement());
      ConstructorState otherwise = state;
      unsure--;
      state = before;
      if (thenEnds || otherwiseEnds) {
        state.become(thenEnds ? otherwise : then);
      } else {
        state.choose(condition, then, otherwise);
      }
      return thenEnds && otherwiseEnds;
    }

    private void turns(
        StatementTree loop,
        @Nullable ExpressionTree condition,
        StatementTree body,
        List<? extends StatementTree> update) {
      for (int turn = 0; turn < MOST_TURNS; turn++) {
        Object goesOn = condition == null ? true : expressions.of(condition);
        if (Boolean.FALSE.equals(goesOn)) {
          return;
        } else if (!Boolean.TRUE.equals(goesOn) || leaves(body)) {
          break;
        }
        statement(body);
        update.forEach(this::statement);
      }
      anyTurns(loop, body);
    }

    /** A loop that turns nobody knows how often. */
    private void anyTurns(StatementTree loop, StatementTree body) {
      assigned(loop).forEach(name -> state.assign(name, Size.UNKNOWN));
      boolean before = turning;
      turning = true;
      unsure++;
      statement(body);
      unsure--;
      turning = before;
      assigned(loop).forEach(name -> state.assign(name, Size.UNKNOWN));
    }

    private void forEach(EnhancedForLoopTree loop) {
      Object over = expressions.of(loop.getExpression());
      String name = loop.getVariable().getName().toString();
      List<?> all =
          over instanceof Growing growing
              ? growing.elements()
              : over instanceof List<?> list ? list : null;
      if (all == null || all.size() > MOST_TURNS || leaves(loop.getStatement())) {
        state.declare(name, Size.UNKNOWN);
        anyTurns(loop, loop.getStatement());
      } else {
        for (Object each : List.copyOf(all)) {
          state.declare(name, each);
          statement(loop.getStatement());
        }
      }
    }

    /** Adds to a list; only some say how often, and where that is not sure. */
    void add(Growing list, Object element) {
      if (unsure == 0) {
        list.add(element);
      } else if (turning && unsure == 1) {
        list.addSome(Growing.fact(element));
      } else {
        list.lose();
      }
    }

    boolean isSure() {
      return unsure == 0;
    }

    /** Forgets all that a statement may change. */
    private void forget(Tree statement) {
      assigned(statement).forEach(state::forget);
      new TreeScanner<@Nullable Void, @Nullable Void>() {
        @Override
        public @Nullable Void visitMethodInvocation(
            MethodInvocationTree call, @Nullable Void nothing) {
          if (call.getMethodSelect() instanceof MemberSelectTree select
              && expressions.of(select.getExpression()) instanceof Growing growing) {
            growing.lose();
          }
          return super.visitMethodInvocation(call, nothing);
        }
      }.scan(statement, null);
    }

    private static boolean leaves(StatementTree body) {
      boolean[] found = new boolean[1];
      new TreeScanner<@Nullable Void, @Nullable Void>() {
        @Override
        public @Nullable Void scan(@Nullable Tree each, @Nullable Void nothing) {
          if (each != null) {
            found[0] |=
                switch (each.getKind()) {
                  case BREAK, CONTINUE, RETURN -> true;
                  default -> false;
                };
          }
          return super.scan(each, nothing);
        }
      }.scan(body, null);
      return found[0];
    }

    private static List<String> assigned(Tree statement) {
      List<String> names = new ArrayList<>();
      new TreeScanner<@Nullable Void, @Nullable Void>() {
        @Override
        public @Nullable Void visitAssignment(AssignmentTree each, @Nullable Void nothing) {
          add(each.getVariable());
          return super.visitAssignment(each, nothing);
        }

        @Override
        public @Nullable Void visitCompoundAssignment(
            CompoundAssignmentTree each, @Nullable Void nothing) {
          add(each.getVariable());
          return super.visitCompoundAssignment(each, nothing);
        }

        @Override
        public @Nullable Void visitUnary(UnaryTree each, @Nullable Void nothing) {
          add(each.getExpression());
          return super.visitUnary(each, nothing);
        }

        private void add(Tree variable) {
          if (variable instanceof IdentifierTree name) {
            names.add(name.getName().toString());
          } else if (variable instanceof MemberSelectTree select) {
            names.add(select.getIdentifier().toString());
          }
        }
      }.scan(statement, null);
      return names;
    }
  }
}
