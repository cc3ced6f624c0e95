package dev.cresset.processor.extract;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.cresset.annotations.Script;
import dev.cresset.processor.script.Parameter;
import dev.cresset.processor.script.ScriptClass;
import dev.cresset.processor.script.ScriptField;
import dev.cresset.processor.script.ScriptMethod;
import dev.cresset.processor.script.ScriptType;
import dev.cresset.processor.script.ScriptType.ModuleOf;
import dev.cresset.processor.script.ScriptType.ModulesOf;
import dev.cresset.processor.script.ScriptType.Unsupported;
import dev.cresset.processor.script.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Scripted classes as records. Elements change from round to round: a reader serves one round. */
public final class ClassReader {
  private final Elements elements;
  private final Types types;
  private final Sources sources;
  private final Diagnostics diagnostics;
  private final Attribution attribution;
  private final TypeReader script;
  private final FieldReader fields;
  private final Members members;
  private final Overloads overloads;

  /**
   * A reader for one round.
   *
   * @param attribution is told what was found out about each body
   */
  public ClassReader(
      ProcessingEnvironment environment,
      Sources sources,
      Diagnostics diagnostics,
      Attribution attribution) {
    this.elements = environment.getElementUtils();
    this.types = environment.getTypeUtils();
    this.sources = sources;
    this.diagnostics = diagnostics;
    this.attribution = attribution;
    this.script = new TypeReader(types);
    this.fields = new FieldReader(script, sources::at);
    this.members = new Members(elements, types);
    this.overloads = new Overloads(types, members);
  }

  /**
   * What became of a class.
   *
   * @param script the class with those methods that could be read
   * @param left the methods whose bodies do not make sense as Java: because a class is still to be
   *     generated, or because of a mistake that javac will report; their compiled form is the
   *     method itself
   * @param refused whether an error has been reported; nothing is generated then
   */
  public record Reading(ScriptClass script, Set<String> left, boolean refused) {
    public Reading {
      left = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(left));
    }
  }

  /** Reads {@code type}, whose superclass is there by now, with all bodies. */
  public Reading read(TypeElement type) {
    TreePath path = sources.path(type);
    if (path == null) {
      throw new IllegalArgumentException(type + " has no source");
    }
    Findings findings = new Findings(attribution.compares());
    Unit unit = new Unit(type, path.getCompilationUnit(), sources, diagnostics, findings);
    Helpers helpers = new Helpers();
    Names names = new Names(elements, types, members, type, path.getCompilationUnit());
    Context context =
        new Context(unit, elements, types, script, members, names, overloads, helpers);
    Map<ExecutableElement, ScriptMethod> read = new HashMap<>();
    Set<String> left = new LinkedHashSet<>();
    for (ExecutableElement method : scripted(type)) {
      helpers.want(method);
    }
    for (int i = 0; i < helpers.wanted().size(); i++) { // grows while bodies are read
      ExecutableElement method = helpers.wanted().get(i);
      ScriptMethod body = method(method, context);
      if (unit.takeLeft()) {
        left.add(body.name());
      } else {
        read.put(method, body);
      }
    }
    Helpers.Call cycle = helpers.cycle();
    if (cycle != null) {
      unit.refuse(Problem.RECURSION, cycle.tree(), cycle.callee());
    }
    List<ScriptMethod> inOrder = new ArrayList<>();
    for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
      ScriptMethod body = read.get(method);
      if (body != null) {
        inOrder.add(body);
      }
    }
    attribution.expect(type, path.getCompilationUnit(), findings);
    return new Reading(script(type, inOrder), left, unit.refused());
  }

  private static List<ExecutableElement> scripted(TypeElement type) {
    return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
        .filter(method -> Library.has(method, Script.class))
        .toList();
  }

  private ScriptMethod method(ExecutableElement method, Context context) {
    MethodTree tree = sources.trees().getTree(method);
    if (tree == null) {
      throw new IllegalArgumentException(method + " has no source");
    }
    Unit unit = context.unit();
    Locals locals = new Locals();
    List<Parameter> parameters = new ArrayList<>();
    for (int i = 0; i < tree.getParameters().size(); i++) {
      parameters.add(parameter(method.getParameters().get(i), tree.getParameters().get(i), unit));
      Parameter last = parameters.get(i);
      if (last.type() instanceof Unsupported) {
        locals.poison(last.name());
      } else {
        locals.declare(last.name(), last.type(), method.getParameters().get(i).asType());
      }
    }
    MethodScope scope =
        new MethodScope(method.getSimpleName().toString(), FunctionReader.kind(method));
    StatementReader statements =
        new StatementReader(
            context,
            locals,
            new ExpressionReader(context, locals, scope),
            scope,
            method.getReturnType());
    List<Statement> body = List.of();
    if (tree.getBody() != null) {
      body = statements.read(tree.getBody().getStatements());
    } else {
      unit.leave(tree, "'" + scope.name() + "' has no body");
    }
    boolean gives = method.getReturnType().getKind() != TypeKind.VOID;
    if (gives
        && tree.getBody() != null
        && Completion.ends(tree.getBody(), context.names()::field)) {
      unit.leave(tree, "a way through '" + scope.name() + "' has no return");
    }
    return new ScriptMethod(
        scope.name(),
        scope.kind(),
        !method.getModifiers().contains(Modifier.PRIVATE),
        parameters,
        supported(script.of(method), tree.getReturnType(), unit),
        body,
        unit.at(tree));
  }

  private Parameter parameter(VariableElement parameter, VariableTree tree, Unit unit) {
    ScriptType type = supported(script.of(parameter), tree.getType(), unit);
    return new Parameter(tree.getName().toString(), type, unit.at(tree));
  }

  private static ScriptType supported(ScriptType type, Tree place, Unit unit) {
    if (type instanceof Unsupported none && none.missing()) {
      unit.leave(place, "no class '" + none.javaType() + "' is found");
    } else if (type instanceof Unsupported none) {
      unit.refuse(Problem.TYPE, place, none.javaType());
    } else if (type instanceof ModuleOf || type instanceof ModulesOf) {
      unit.refuse(Problem.TYPE, place, place);
    }
    return type;
  }

  private ScriptClass script(TypeElement type, List<ScriptMethod> methods) {
    TypeElement base = base(type);
    return new ScriptClass(
        type.getQualifiedName().toString(),
        elements.getPackageOf(type).getQualifiedName().toString(),
        Library.isPublic(type),
        Library.isModule(type),
        type.getTypeParameters().stream().map(each -> each.getSimpleName().toString()).toList(),
        base == null ? null : base.getQualifiedName().toString(),
        allFields(type),
        methods,
        sources.at(type));
  }

  private List<ScriptField> allFields(TypeElement type) {
    if (!Library.isModule(type)) {
      return List.of();
    }
    TypeElement base = base(type);
    List<ScriptField> all = new ArrayList<>(base == null ? List.of() : allFields(base));
    all.addAll(fields.of(type));
    return all;
  }

  /** What {@code @Script(base = ..)} names, or null. */
  public static @Nullable TypeElement base(TypeElement type) {
    for (AnnotationMirror annotation : type.getAnnotationMirrors()) {
      if (Library.className(annotation.getAnnotationType()).equals(Script.class.getName())) {
        for (var entry : annotation.getElementValues().entrySet()) {
          if (entry.getKey().getSimpleName().contentEquals("base")) {
            return named(entry.getValue());
          }
        }
      }
    }
    return null;
  }

  /** Why {@code type} cannot extend what {@code @Script(base = ..)} names; null if it can. */
  public static @Nullable Problem baseProblem(TypeElement type) {
    TypeElement base = base(type);
    if (base == null) {
      return null;
    } else if (isBaseOfItself(type)) {
      return Problem.BASE_OF_ITSELF;
    } else if (!Library.isModule(base)) {
      return Problem.BASE;
    } else if (base.getModifiers().contains(Modifier.FINAL)) {
      return Problem.FINAL_BASE;
    }
    return base.getTypeParameters().isEmpty() ? null : Problem.GENERIC_BASE;
  }

  private static boolean isBaseOfItself(TypeElement type) {
    Set<TypeElement> seen = new LinkedHashSet<>();
    TypeElement each = base(type);
    while (each != null && !each.equals(type) && seen.add(each)) {
      each = base(each);
    }
    return type.equals(each);
  }

  private static @Nullable TypeElement named(AnnotationValue value) {
    return value.getValue() instanceof TypeMirror type
            && type.getKind() == TypeKind.DECLARED
            && ((DeclaredType) type).asElement() instanceof TypeElement element
        ? element
        : null;
  }
}
