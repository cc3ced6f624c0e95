package dev.cresset.processor.extract;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import dev.cresset.annotations.Param;
import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * What is assigned to a {@code @Param} comes from {@code param(..)}: a tensor that is made on the
 * spot by any other method would never be trained.
 */
public final class ParameterRule {
  private final Sources sources;
  private final Diagnostics diagnostics;

  /** The rule for classes of {@code sources}. */
  public ParameterRule(Sources sources, Diagnostics diagnostics) {
    this.sources = sources;
    this.diagnostics = diagnostics;
  }

  /** Reports each assignment in {@code type} that breaks the rule; true if there is none. */
  public boolean check(TypeElement type) {
    Set<String> parameters = new HashSet<>();
    Set<String> methods = new HashSet<>();
    for (var field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
      boolean registered = !field.getModifiers().contains(Modifier.STATIC);
      if (registered && Library.has(field, Param.class)) {
        parameters.add(field.getSimpleName().toString());
      }
    }
    for (var method : ElementFilter.methodsIn(type.getEnclosedElements())) {
      methods.add(method.getSimpleName().toString());
    }
    TreePath path = sources.path(type);
    if (path == null || parameters.isEmpty()) {
      return true;
    }
    Assigned scan = new Assigned(path.getCompilationUnit(), parameters, methods);
    for (Tree member : ((ClassTree) path.getLeaf()).getMembers()) {
      if (!(member instanceof ClassTree)) {
        scan.scan(member, null);
      }
    }
    return scan.kept;
  }

  private final class Assigned extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final CompilationUnitTree unit;
    private final Set<String> parameters;
    private final Set<String> methods;
    private Set<String> hidden = Set.of();
    private boolean kept = true;

    Assigned(CompilationUnitTree unit, Set<String> parameters, Set<String> methods) {
      this.unit = unit;
      this.parameters = parameters;
      this.methods = methods;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree tree, @Nullable Void nothing) {
      Set<String> before = hidden;
      hidden = new HashSet<>();
      tree.getParameters().forEach(each -> hidden.add(each.getName().toString()));
      super.visitMethod(tree, nothing);
      hidden = before;
      return null;
    }

    @Override
    public @Nullable Void visitVariable(VariableTree tree, @Nullable Void nothing) {
      String name = tree.getName().toString();
      if (parameters.contains(name) && hidden.isEmpty() && tree.getInitializer() != null) {
        check(name, tree.getInitializer());
      }
      return super.visitVariable(tree, nothing);
    }

    @Override
    public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void nothing) {
      String name = assigned(tree.getVariable());
      if (name != null && parameters.contains(name)) {
        check(name, tree.getExpression());
      }
      return super.visitAssignment(tree, nothing);
    }

    private @Nullable String assigned(ExpressionTree variable) {
      if (variable instanceof IdentifierTree identifier) {
        String name = identifier.getName().toString();
        return hidden.contains(name) ? null : name;
      }
      return variable instanceof MemberSelectTree select
              && select.getExpression().toString().equals("this")
          ? select.getIdentifier().toString()
          : null;
    }

    private void check(String name, ExpressionTree value) {
      if (value instanceof ParenthesizedTree inner) {
        check(name, inner.getExpression());
      } else if (value instanceof ConditionalExpressionTree choice) {
        check(name, choice.getTrueExpression());
        check(name, choice.getFalseExpression());
      } else if (value instanceof MethodInvocationTree call && !isParameter(call)) {
        diagnostics.error(Problem.PARAM_WITHOUT_PARAM, value, unit, name);
        kept = false;
      }
    }

    /** A call of {@code param}, or of a method of the class, which may call it. */
    private boolean isParameter(MethodInvocationTree call) {
      ExpressionTree select = call.getMethodSelect();
      return select instanceof IdentifierTree name
          ? name.getName().contentEquals("param") || methods.contains(name.getName().toString())
          : select instanceof MemberSelectTree member
              && member.getIdentifier().contentEquals("param");
    }
  }
}
