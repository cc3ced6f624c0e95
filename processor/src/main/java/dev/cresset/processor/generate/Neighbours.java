package dev.cresset.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import dev.cresset.annotations.Script;
import dev.cresset.processor.extract.Library;
import dev.cresset.processor.extract.TypeReader;
import dev.cresset.processor.script.At;
import dev.cresset.processor.script.Parameter;
import dev.cresset.processor.script.ScriptField;
import dev.cresset.processor.script.ScriptMethod;
import dev.cresset.processor.script.ScriptMethod.Kind;
import dev.cresset.processor.script.ScriptType.Simple;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** The classes around a compiled one as the compiler knows them in one round. */
public final class Neighbours implements Surroundings {
  private final Elements elements;
  private final TypeReader types;

  /** The classes of this round. */
  public Neighbours(Elements elements, Types types) {
    this.elements = elements;
    this.types = new TypeReader(types);
  }

  @Override
  public ClassName className(String canonicalName) {
    TypeElement type = elements.getTypeElement(canonicalName);
    if (type == null) {
      throw new Inexpressible("the class " + canonicalName + ", which is not there");
    }
    return ClassName.get(type);
  }

  @Override
  public @Nullable ScriptMethod method(String owner, String name) {
    ExecutableElement method = element(owner, name);
    return method == null ? null : signature(method);
  }

  @Override
  public boolean maySee(String owner, String name, String from) {
    ExecutableElement method = element(owner, name);
    return method == null
        || method.getModifiers().contains(Modifier.PUBLIC)
        || elements.getPackageOf(method).getQualifiedName().contentEquals(from)
            && !method.getModifiers().contains(Modifier.PRIVATE);
  }

  private @Nullable ExecutableElement element(String owner, String name) {
    for (TypeElement type = elements.getTypeElement(owner); type != null; type = above(type)) {
      for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
        if (method.getSimpleName().contentEquals(name) && Library.has(method, Script.class)) {
          return method;
        }
      }
    }
    return null;
  }

  @Override
  public @Nullable Attribute attribute(String owner, String key, String from) {
    VariableElement field = field(owner, key);
    if (field == null) {
      return null;
    }
    TypeElement declaring = Library.owner(field);
    boolean isPublic = isPublic(field);
    boolean near =
        elements.getPackageOf(declaring).getQualifiedName().contentEquals(from)
            && !field.getModifiers().contains(Modifier.PRIVATE);
    ScriptField script =
        new ScriptField(
            field.getSimpleName().toString(),
            ScriptField.Kind.CONSTANT,
            types.of(field),
            declaring.getQualifiedName().toString(),
            true,
            At.NOWHERE);
    ClassName through = isPublic || near ? null : Scene.graphOf(ClassName.get(declaring));
    boolean isInherited =
        field.getModifiers().contains(Modifier.PROTECTED)
            && !declaring.getModifiers().contains(Modifier.FINAL);
    return new Attribute(script, isPublic, isInherited, through);
  }

  private @Nullable VariableElement field(String owner, String key) {
    for (TypeElement type = elements.getTypeElement(owner); type != null; type = above(type)) {
      for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
        boolean named = ScriptField.key(field.getSimpleName().toString()).equals(key);
        if (named && !field.getModifiers().contains(Modifier.STATIC)) {
          return field;
        }
      }
    }
    return null;
  }

  private static boolean isPublic(VariableElement field) {
    boolean all = field.getModifiers().contains(Modifier.PUBLIC);
    for (Element e = field.getEnclosingElement();
        e instanceof TypeElement;
        e = e.getEnclosingElement()) {
      all &= e.getModifiers().contains(Modifier.PUBLIC);
    }
    return all;
  }

  @Override
  public @Nullable TypeName fieldType(String owner, String key) {
    VariableElement field = field(owner, key);
    if (field == null) {
      throw new IllegalArgumentException(owner + " has no field for " + key);
    }
    return TypeReader.isMissing(field.asType()) ? null : TypeName.get(field.asType());
  }

  @Override
  public List<TypeVariableName> typeParameters(String owner) {
    TypeElement type = elements.getTypeElement(owner);
    return type == null ? List.of() : Signatures.typeParameters(type);
  }

  private static @Nullable TypeElement above(TypeElement type) {
    return type.getSuperclass() instanceof DeclaredType superclass
        ? (TypeElement) superclass.asElement()
        : null;
  }

  private ScriptMethod signature(ExecutableElement method) {
    List<Parameter> parameters =
        method.getParameters().stream()
            .map(each -> new Parameter(each.getSimpleName().toString(), types.of(each), At.NOWHERE))
            .toList();
    return new ScriptMethod(
        method.getSimpleName().toString(),
        kind(method, parameters),
        !method.getModifiers().contains(Modifier.PRIVATE),
        parameters,
        types.of(method),
        List.of(),
        At.NOWHERE);
  }

  private Kind kind(ExecutableElement method, List<Parameter> parameters) {
    if (!method.getModifiers().contains(Modifier.STATIC)) {
      return method.getSimpleName().contentEquals("forward") ? Kind.FORWARD : Kind.METHOD;
    }
    boolean ofElements =
        !parameters.isEmpty()
            && types.of(method) == Simple.FLOAT
            && parameters.stream().allMatch(each -> each.type() == Simple.FLOAT);
    return ofElements ? Kind.POINTWISE : Kind.FUNCTION;
  }
}
