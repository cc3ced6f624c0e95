package dev.cresset.processor.extract;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import dev.cresset.annotations.Param;
import dev.cresset.annotations.Script;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * What a class assigns to the parts of its module: they are made while the object is, since
 * optimizers, graphs and shared handles go on with what they were; and a {@code @Param} is made by
 * {@code param(..)}, since a tensor that is made by any other method would never be trained.
 */
public final class AssignmentRules {
  /** What has names of its own inside. */
  private static final Set<Tree.Kind> SCOPES =
      EnumSet.of(
          Tree.Kind.METHOD,
          Tree.Kind.BLOCK,
          Tree.Kind.LAMBDA_EXPRESSION,
          Tree.Kind.FOR_LOOP,
          Tree.Kind.ENHANCED_FOR_LOOP,
          Tree.Kind.TRY,
          Tree.Kind.CATCH,
          Tree.Kind.SWITCH,
          Tree.Kind.SWITCH_EXPRESSION);

  private final ProcessingEnvironment environment;
  private final Sources sources;
  private final Diagnostics diagnostics;

  /** The rules for classes of {@code sources}. */
  public AssignmentRules(
      ProcessingEnvironment environment, Sources sources, Diagnostics diagnostics) {
    this.environment = environment;
    this.sources = sources;
    this.diagnostics = diagnostics;
  }

  /** Reports each assignment in {@code type} that breaks a rule; true if there is none. */
  public boolean check(TypeElement type) {
    Map<String, VariableElement> parts = new LinkedHashMap<>();
    for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
      if (!field.getModifiers().contains(Modifier.STATIC)
          && (Library.hasRole(field) || Library.isModule(field.asType()))) {
        parts.put(field.getSimpleName().toString(), field);
      }
    }
    TreePath path = sources.path(type);
    if (path == null || parts.isEmpty()) {
      return true;
    }
    CompilationUnitTree unit = path.getCompilationUnit();
    Elements elements = environment.getElementUtils();
    Members members = new Members(elements, environment.getTypeUtils());
    Names names = new Names(elements, environment.getTypeUtils(), members, type, unit);
    Scan scan = new Scan(unit, parts, new ParameterValues(type, names, members));
    for (Tree member : ((ClassTree) path.getLeaf()).getMembers()) {
      if (member instanceof VariableTree field) {
        scan.field(field);
      } else {
        scan.scan(member, null);
      }
    }
    return scan.kept;
  }

  private final class Scan extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final CompilationUnitTree unit;
    private final Map<String, VariableElement> parts;
    private final ParameterValues values;

    /** The variables that are seen, each with its declaration. */
    private Map<String, VariableTree> locals = new HashMap<>();

    /** The variables that are given their values at more places than one. */
    private Set<String> changed = Set.of();

    private boolean making = true;
    private boolean scripted;
    private boolean kept = true;

    Scan(CompilationUnitTree unit, Map<String, VariableElement> parts, ParameterValues values) {
      this.unit = unit;
      this.parts = parts;
      this.values = values;
    }

    @Override
    public @Nullable Void scan(@Nullable Tree tree, @Nullable Void nothing) {
      if (tree == null || !SCOPES.contains(tree.getKind())) {
        return super.scan(tree, nothing);
      }
      Map<String, VariableTree> before = locals;
      locals = new HashMap<>(before);
      super.scan(tree, nothing);
      locals = before;
      return null;
    }

    /** Classes inside have parts of their own. */
    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void nothing) {
      return null;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree tree, @Nullable Void nothing) {
      making = tree.getReturnType() == null;
      scripted =
          tree.getModifiers().getAnnotations().stream()
              .map(each -> each.getAnnotationType().toString())
              .anyMatch(
                  name -> name.equals(Script.class.getSimpleName()) || name.endsWith(".Script"));
      changed = ParameterValues.changed(tree);
      super.visitMethod(tree, nothing);
      changed = Set.of();
      making = true;
      scripted = false;
      return null;
    }

    void field(VariableTree tree) {
      if (tree.getInitializer() != null) {
        value(tree.getName().toString(), tree.getInitializer());
        scan(tree.getInitializer(), null);
      }
    }

    @Override
    public @Nullable Void visitVariable(VariableTree tree, @Nullable Void nothing) {
      locals.put(tree.getName().toString(), tree);
      return super.visitVariable(tree, nothing);
    }

    @Override
    public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void nothing) {
      String name = assigned(tree.getVariable());
      VariableElement part = name == null ? null : parts.get(name);
      if (name != null && part != null) {
        if (!making && !scripted) { // in scripted methods every field is fixed, and said to be
          report(
              Library.isTensor(part.asType())
                  ? Problem.REASSIGNED_TENSOR
                  : Problem.REASSIGNED_MODULE,
              tree.getVariable(),
              name);
        } else if (making) {
          value(name, tree.getExpression());
        }
      }
      return super.visitAssignment(tree, nothing);
    }

    private @Nullable String assigned(ExpressionTree variable) {
      if (variable instanceof IdentifierTree identifier) {
        String name = identifier.getName().toString();
        return locals.containsKey(name) ? null : name;
      }
      return variable instanceof MemberSelectTree select
              && select.getExpression().toString().equals("this")
          ? select.getIdentifier().toString()
          : null;
    }

    private void value(String name, ExpressionTree value) {
      VariableElement part = parts.get(name);
      if (part != null && Library.has(part, Param.class)) {
        for (ExpressionTree none : values.noParameters(value, locals, changed)) {
          report(Problem.PARAM_WITHOUT_PARAM, none, name);
        }
      }
    }

    private void report(Problem problem, Tree under, String name) {
      diagnostics.error(problem, under, unit, name);
      kept = false;
    }
  }
}
