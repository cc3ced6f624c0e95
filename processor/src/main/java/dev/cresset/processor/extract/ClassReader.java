package dev.cresset.processor.extract;

import dev.cresset.annotations.Script;
import dev.cresset.processor.script.At;
import dev.cresset.processor.script.JavaType;
import dev.cresset.processor.script.ModuleSignature;
import dev.cresset.processor.script.ModuleSignature.Argument;
import dev.cresset.processor.script.ModuleSignature.Constructor;
import dev.cresset.processor.script.ModuleSignature.TypeParameter;
import dev.cresset.processor.script.Parameter;
import dev.cresset.processor.script.ScriptClass;
import dev.cresset.processor.script.ScriptField;
import dev.cresset.processor.script.ScriptMethod;
import dev.cresset.processor.script.ScriptMethod.Kind;
import dev.cresset.processor.script.ScriptType;
import dev.cresset.processor.script.ScriptType.Simple;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Scripted classes as records. Elements change from round to round: a reader serves one round. */
public final class ClassReader {
  private final Elements elements;
  private final TypeReader types;
  private final FieldReader fields;
  private final @Nullable Sources sources;

  /**
   * A reader for one round.
   *
   * @param sources null under a compiler that shows no trees; then signatures are all there is
   */
  public ClassReader(ProcessingEnvironment environment, @Nullable Sources sources) {
    this.elements = environment.getElementUtils();
    this.types = new TypeReader(environment.getTypeUtils());
    this.sources = sources;
    this.fields = new FieldReader(types, this::at);
  }

  /**
   * What the superclass of {@code type} is written from. It needs no superclass to be there yet,
   * and reports nothing: {@code validate} does.
   */
  public ModuleSignature signature(TypeElement type) {
    List<ScriptMethod> methods = new ArrayList<>();
    for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
      if (Library.has(method, Script.class)) {
        methods.add(signature(method));
      }
    }
    TypeElement base = base(type);
    return new ModuleSignature(
        script(type, true, methods),
        type.getTypeParameters().stream().map(this::typeParameter).toList(),
        base == null ? null : types.named((DeclaredType) base.asType()),
        base == null ? List.of() : constructors(base, packageName(type)));
  }

  private ScriptClass script(TypeElement type, boolean module, List<ScriptMethod> methods) {
    TypeElement base = base(type);
    return new ScriptClass(
        type.getQualifiedName().toString(),
        packageName(type),
        isPublic(type),
        module,
        type.getTypeParameters().stream().map(each -> each.getSimpleName().toString()).toList(),
        base == null ? null : base.getQualifiedName().toString(),
        allFields(type),
        methods,
        at(type));
  }

  private List<ScriptField> allFields(TypeElement type) {
    TypeElement base = base(type);
    List<ScriptField> all = new ArrayList<>(base == null ? List.of() : allFields(base));
    all.addAll(fields.of(type));
    return all;
  }

  private String packageName(TypeElement type) {
    return elements.getPackageOf(type).getQualifiedName().toString();
  }

  private At at(Element element) {
    return sources == null ? At.NOWHERE : sources.at(element);
  }

  /** Whether {@code type} is seen from everywhere, the classes around it too. */
  private static boolean isPublic(TypeElement type) {
    for (Element each = type; each instanceof TypeElement; each = each.getEnclosingElement()) {
      if (!each.getModifiers().contains(Modifier.PUBLIC)) {
        return false;
      }
    }
    return true;
  }

  // ---- the base

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

  private static @Nullable TypeElement named(AnnotationValue value) {
    return value.getValue() instanceof TypeMirror type
            && type.getKind() == TypeKind.DECLARED
            && ((DeclaredType) type).asElement() instanceof TypeElement element
        ? element
        : null;
  }

  private List<Constructor> constructors(TypeElement base, String from) {
    boolean samePackage = packageName(base).equals(from);
    return ElementFilter.constructorsIn(base.getEnclosedElements()).stream()
        .filter(each -> isSeen(each.getModifiers(), samePackage))
        .map(this::constructor)
        .toList();
  }

  private static boolean isSeen(Set<Modifier> modifiers, boolean samePackage) {
    return modifiers.contains(Modifier.PUBLIC)
        || modifiers.contains(Modifier.PROTECTED)
        || samePackage && !modifiers.contains(Modifier.PRIVATE);
  }

  private Constructor constructor(ExecutableElement constructor) {
    List<Argument> arguments = new ArrayList<>();
    for (VariableElement parameter : constructor.getParameters()) {
      arguments.add(
          new Argument(parameter.getSimpleName().toString(), types.javaType(parameter.asType())));
    }
    List<JavaType> thrown = constructor.getThrownTypes().stream().map(types::javaType).toList();
    return new Constructor(arguments, constructor.isVarArgs(), thrown);
  }

  private TypeParameter typeParameter(TypeParameterElement parameter) {
    return new TypeParameter(
        parameter.getSimpleName().toString(),
        parameter.getBounds().stream()
            .filter(bound -> !Library.className(bound).equals("java.lang.Object"))
            .map(types::javaType)
            .toList());
  }

  // ---- methods

  private ScriptMethod signature(ExecutableElement method) {
    List<Parameter> parameters = new ArrayList<>();
    for (VariableElement parameter : method.getParameters()) {
      parameters.add(
          new Parameter(parameter.getSimpleName().toString(), types.of(parameter), at(parameter)));
    }
    ScriptType returns = types.of(method);
    return new ScriptMethod(
        method.getSimpleName().toString(),
        kind(method, parameters, returns),
        !method.getModifiers().contains(Modifier.PRIVATE),
        parameters,
        returns,
        List.of(),
        at(method));
  }

  private static Kind kind(
      ExecutableElement method, List<Parameter> parameters, ScriptType returns) {
    if (method.getModifiers().contains(Modifier.STATIC)) {
      boolean scalars =
          !parameters.isEmpty()
              && returns == Simple.FLOAT
              && parameters.stream().allMatch(each -> each.type() == Simple.FLOAT);
      return scalars ? Kind.POINTWISE : Kind.FUNCTION;
    }
    return method.getSimpleName().contentEquals("forward") ? Kind.FORWARD : Kind.METHOD;
  }
}
