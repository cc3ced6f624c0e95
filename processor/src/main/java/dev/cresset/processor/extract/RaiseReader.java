package dev.cresset.processor.extract;

import com.sun.source.tree.AssertTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import dev.cresset.processor.script.Expression;
import dev.cresset.processor.script.Expression.Unary;
import dev.cresset.processor.script.ScriptType.Simple;
import dev.cresset.processor.script.Statement;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** {@code throw} and {@code assert}: the exceptions with which a graph ends itself. */
final class RaiseReader {
  private final Context context;
  private final Unit unit;
  private final Locals locals;
  private final ExpressionReader expressions;

  RaiseReader(Context context, Locals locals, ExpressionReader expressions) {
    this.context = context;
    this.unit = context.unit();
    this.locals = locals;
    this.expressions = expressions;
  }

  /** {@code throw new X("..")}. */
  Statement raise(ThrowTree tree) {
    if (!(tree.getExpression() instanceof NewClassTree make) || make.getClassBody() != null) {
      throw unit.refuse(Problem.THROW, tree);
    }
    TypeMirror type = expressions.type(make.getIdentifier());
    TypeElement exception = exception(type);
    if (exception == null || make.getArguments().size() != 1 || !takesText(exception)) {
      throw unit.refuse(Problem.THROW, tree);
    }
    Typed message = expressions.read(make.getArguments().get(0));
    if (NumberReader.plain(message.scriptType()) != Simple.STRING) {
      throw unit.refuse(Problem.THROW, tree);
    }
    locals.restore(Set.of());
    return new Statement.Throw(
        exception.getQualifiedName().toString(), message.expression(), unit.at(tree));
  }

  /** The class of an exception that nobody needs to declare, if {@code type} is one. */
  private @Nullable TypeElement exception(TypeMirror type) {
    if (!(type instanceof DeclaredType declared)) {
      return null;
    }
    boolean unchecked =
        isA(type, "java.lang.RuntimeException") || isA(type, "java.lang.AssertionError");
    TypeElement element = (TypeElement) declared.asElement();
    return unchecked && !element.getModifiers().contains(Modifier.PRIVATE) ? element : null;
  }

  private boolean isA(TypeMirror type, String name) {
    TypeElement above = context.elements().getTypeElement(name);
    return above != null && context.types().isSubtype(type, above.asType());
  }

  /** Whether {@code new X(text)} is there; errors take any object. */
  private static boolean takesText(TypeElement exception) {
    for (ExecutableElement each : ElementFilter.constructorsIn(exception.getEnclosedElements())) {
      if (each.getParameters().size() == 1
          && !each.getModifiers().contains(Modifier.PRIVATE)
          && Set.of("java.lang.String", "java.lang.Object")
              .contains(each.getParameters().get(0).asType().toString())) {
        return true;
      }
    }
    return false;
  }

  /** {@code assert condition : message}. */
  Statement check(AssertTree tree) {
    Typed condition = expressions.numbers().truth(tree.getCondition());
    ExpressionTree detail = tree.getDetail();
    Expression message =
        detail == null
            ? new Expression.Literal("", Simple.STRING, unit.at(tree))
            : expressions.constructs().text(expressions.read(detail), detail);
    Expression fails =
        new Unary(Unary.Operator.NOT, condition.expression(), Simple.BOOLEAN, unit.at((Tree) tree));
    Statement raise = new Statement.Throw("java.lang.AssertionError", message, unit.at(tree));
    return new Statement.If(fails, List.of(raise), List.of(), unit.at(tree));
  }
}
