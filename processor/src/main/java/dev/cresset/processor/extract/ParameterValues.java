package dev.cresset.processor.extract;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * Which values are surely no parameters: results of other methods than {@code param}, also by way
 * of a local variable. What makes no sense as Java is javac's to say, and not counted.
 */
final class ParameterValues {
  private static final String PARAM = "param";
  private static final Set<String> MAKE_PARAMETERS = Set.of(PARAM, "requiresGrad_");

  private final TypeElement type;
  private final Names names;
  private final Members members;
  private final Set<String> own = new HashSet<>();

  ParameterValues(TypeElement type, Names names, Members members) {
    this.type = type;
    this.names = names;
    this.members = members;
    ElementFilter.methodsIn(type.getEnclosedElements())
        .forEach(method -> own.add(method.getSimpleName().toString()));
  }

  /**
   * The variables of {@code method} whose values are not those of their declarations alone: they
   * are assigned, or made parameters after it.
   */
  static Set<String> changed(MethodTree method) {
    Set<String> changed = new HashSet<>();
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      private int making;

      @Override
      public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void nothing) {
        if (tree.getVariable() instanceof IdentifierTree name) {
          changed.add(name.getName().toString());
        }
        return super.visitAssignment(tree, nothing);
      }

      @Override
      public @Nullable Void visitMethodInvocation(
          MethodInvocationTree tree, @Nullable Void nothing) {
        boolean makes = MAKE_PARAMETERS.contains(name(tree));
        making += makes ? 1 : 0;
        super.visitMethodInvocation(tree, nothing);
        making -= makes ? 1 : 0;
        return null;
      }

      @Override
      public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void nothing) {
        if (making > 0) {
          changed.add(tree.getName().toString());
        }
        return null;
      }
    }.scan(method, null);
    return changed;
  }

  /**
   * The parts of {@code value} that are no parameters.
   *
   * @param locals the variables that are seen
   * @param changed those whose values do not stand in their declarations
   */
  List<ExpressionTree> noParameters(
      ExpressionTree value, Map<String, VariableTree> locals, Set<String> changed) {
    List<ExpressionTree> none = new ArrayList<>();
    collect(value, locals, changed, none);
    return none;
  }

  private void collect(
      ExpressionTree value,
      Map<String, VariableTree> locals,
      Set<String> changed,
      List<ExpressionTree> none) {
    if (value instanceof ParenthesizedTree inner) {
      collect(inner.getExpression(), locals, changed, none);
    } else if (value instanceof TypeCastTree cast) {
      collect(cast.getExpression(), locals, changed, none);
    } else if (value instanceof ConditionalExpressionTree choice) {
      collect(choice.getTrueExpression(), locals, changed, none);
      collect(choice.getFalseExpression(), locals, changed, none);
    } else if (value instanceof MethodInvocationTree call) {
      if (makesNoParameter(call, locals)) {
        none.add(value);
      }
    } else if (value instanceof IdentifierTree name && !changed.contains(name.toString())) {
      VariableTree local = locals.get(name.getName().toString());
      if (local != null
          && local.getInitializer() != null
          && !noParameters(local.getInitializer(), locals, changed).isEmpty()) {
        none.add(value);
      }
    }
  }

  /** A call of neither {@code param} nor a method of the class, which may call it. */
  private boolean makesNoParameter(MethodInvocationTree call, Map<String, VariableTree> locals) {
    if (MAKE_PARAMETERS.contains(name(call))) {
      return false;
    } else if (call.getMethodSelect() instanceof IdentifierTree) {
      // what is neither of the class nor imported is inherited, or javac's to say
      return !own.contains(name(call)) && names.methods(name(call)) != null;
    }
    return makesSense(call, locals);
  }

  private static String name(MethodInvocationTree call) {
    return call.getMethodSelect() instanceof MemberSelectTree select
        ? select.getIdentifier().toString()
        : call.getMethodSelect().toString();
  }

  /** False where there surely is no such method, or nothing that it is called on. */
  private boolean makesSense(ExpressionTree tree, Map<String, VariableTree> locals) {
    if (tree instanceof MethodInvocationTree call
        && call.getMethodSelect() instanceof MemberSelectTree select) {
      TypeElement site = site(select.getExpression(), locals);
      return makesSense(select.getExpression(), locals)
          && (site == null || !members.methods(site, name(call), type).isEmpty());
    } else if (tree instanceof MethodInvocationTree call) {
      return own.contains(name(call)) || names.methods(name(call)) != null;
    } else if (tree instanceof IdentifierTree name) {
      return isVariable(name.getName().toString(), locals) || names.typeElement(tree) != null;
    }
    return true;
  }

  private boolean isVariable(String name, Map<String, VariableTree> locals) {
    return locals.containsKey(name)
        || name.equals("this")
        || name.equals("super")
        || names.field(name) != null
        || names.staticField(name) != null;
  }

  /** The class whose method is called on {@code receiver}; null if that is not known. */
  private @Nullable TypeElement site(ExpressionTree receiver, Map<String, VariableTree> locals) {
    if (receiver instanceof MethodInvocationTree call
        && call.getMethodSelect() instanceof MemberSelectTree select) {
      TypeElement site = site(select.getExpression(), locals);
      boolean tensor =
          site != null
              && members.methods(site, name(call), type).stream()
                  .allMatch(each -> Library.isTensor(each.getReturnType()));
      return tensor ? element(names.tensor()) : null;
    } else if (receiver instanceof IdentifierTree name) {
      VariableTree local = locals.get(name.getName().toString());
      if (local != null) {
        return local.getType() == null ? null : names.typeElement(local.getType());
      }
      VariableElement field = names.field(name.getName().toString());
      return field == null ? names.typeElement(receiver) : element(field.asType());
    }
    return receiver instanceof MemberSelectTree ? names.typeElement(receiver) : null;
  }

  private @Nullable TypeElement element(TypeMirror type) {
    DeclaredType site = members.site(type);
    return site == null ? null : (TypeElement) site.asElement();
  }
}
