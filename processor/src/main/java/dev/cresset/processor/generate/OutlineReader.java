package dev.cresset.processor.generate;

import com.palantir.javapoet.ClassName;
import dev.cresset.processor.extract.ClassReader;
import dev.cresset.processor.generate.Outline.Field;
import dev.cresset.processor.generate.Outline.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * Reads outlines from signatures, while the superclasses that the processor is to write are not yet
 * there: a class is then known as a module by the name of the superclass it asks for.
 */
public final class OutlineReader {
  private static final Set<String> BOXES =
      Set.of("Long", "Integer", "Short", "Byte", "Double", "Float", "Boolean", "String");

  private OutlineReader() {}

  /** Whether {@code type} asks for the superclass that is written for modules. */
  public static boolean isModuleClass(TypeElement type) {
    return type.getSuperclass() instanceof DeclaredType superclass
        && superclass
            .asElement()
            .getSimpleName()
            .contentEquals(Outline.superclassOf(type).simpleName());
  }

  /**
   * The outline of a class that {@link #isModuleClass}.
   *
   * @param bodies whether bodies can be read, so that there will be a compiled form
   */
  static Outline read(TypeElement type, boolean bodies) {
    List<Field> fields = new ArrayList<>();
    for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
      Set<Modifier> modifiers = field.getModifiers();
      Kind kind = kind(field);
      if (kind != null
          && !modifiers.contains(Modifier.STATIC)
          && !modifiers.contains(Modifier.PRIVATE)) {
        fields.add(
            new Field(field.getSimpleName().toString(), kind, field.asType(), persistent(field)));
      }
    }
    ExecutableElement forward = forward(type);
    boolean compiled =
        bodies && forward != null && !forward.getModifiers().contains(Modifier.ABSTRACT);
    return new Outline(
        type,
        dev.cresset.processor.extract.Library.isPublic(type),
        base(type),
        fields,
        forward,
        compiled,
        bodies ? graphs(type) : List.of());
  }

  private static @Nullable Kind kind(VariableElement field) {
    if (annotation(field, Library.PARAM) != null) {
      return Kind.PARAMETER;
    } else if (annotation(field, Library.BUFFER) != null) {
      return Kind.BUFFER;
    } else if (annotation(field, Library.CONSTANT) != null || isPlain(field.asType())) {
      return Kind.CONSTANT;
    }
    return isModule(field.asType()) ? Kind.CHILD : null;
  }

  private static boolean persistent(VariableElement field) {
    AnnotationMirror buffer = annotation(field, Library.BUFFER);
    Object value = buffer == null ? null : value(buffer, "persistent");
    return value == null || (boolean) value;
  }

  /** Whether a value of this type is told as a constant without being asked. */
  private static boolean isPlain(TypeMirror type) {
    if (type.getKind().isPrimitive()) {
      return type.getKind() != TypeKind.CHAR;
    } else if (type instanceof ArrayType array) {
      return switch (array.getComponentType().getKind()) {
        case INT, LONG, FLOAT, DOUBLE -> true;
        default -> false;
      };
    }
    return type instanceof DeclaredType declared
        && (isBox(declared)
            || isNamed(declared, Library.DTYPE.canonicalName())
            || isNamed(declared, "java.util.List")
                && declared.getTypeArguments().size() == 1
                && declared.getTypeArguments().get(0) instanceof DeclaredType element
                && isBox(element));
  }

  private static boolean isBox(DeclaredType type) {
    String name = ((TypeElement) type.asElement()).getQualifiedName().toString();
    return name.startsWith("java.lang.") && BOXES.contains(name.substring("java.lang.".length()));
  }

  private static boolean isNamed(DeclaredType type, String name) {
    return ((TypeElement) type.asElement()).getQualifiedName().contentEquals(name);
  }

  /** Whether {@code type} is a module, as far as one can tell while superclasses are missing. */
  private static boolean isModule(TypeMirror type) {
    TypeMirror bound = dev.cresset.processor.extract.Library.bound(type);
    if (bound.getKind() != TypeKind.DECLARED) {
      return false;
    }
    TypeElement element = (TypeElement) ((DeclaredType) bound).asElement();
    return element.getQualifiedName().contentEquals(Library.NN_MODULE.canonicalName())
        || element.getSuperclass().getKind() == TypeKind.ERROR && isModuleClass(element)
        || isModule(element.getSuperclass());
  }

  private static @Nullable ExecutableElement forward(TypeElement type) {
    for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
      Set<Modifier> modifiers = method.getModifiers();
      if (method.getSimpleName().contentEquals("forward")
          && annotation(method, Library.SCRIPT) != null
          && !modifiers.contains(Modifier.PRIVATE)
          && !modifiers.contains(Modifier.STATIC)
          && method.getTypeParameters().isEmpty()
          && !Signatures.isMissing(method)) {
        return method;
      }
    }
    return null;
  }

  /** The classes that will hold the graphs of {@code type} and of the modules that it extends. */
  private static List<ClassName> graphs(TypeElement type) {
    List<ClassName> graphs = new ArrayList<>();
    for (TypeElement each = type; each != null; each = base(each)) {
      boolean scripted =
          ElementFilter.methodsIn(each.getEnclosedElements()).stream()
              .anyMatch(
                  method ->
                      annotation(method, Library.SCRIPT) != null
                          && !method.getModifiers().contains(Modifier.ABSTRACT));
      if (scripted) {
        graphs.add(Scene.graphOf(ClassName.get(each)));
      }
    }
    return graphs;
  }

  /** The module below {@code type}. One that cannot be extended is as none: that is reported. */
  private static @Nullable TypeElement base(TypeElement type) {
    AnnotationMirror script = annotation(type, Library.SCRIPT);
    return script != null
            && value(script, "base") instanceof DeclaredType declared
            && ClassReader.baseProblem(type) == null
        ? (TypeElement) declared.asElement()
        : null;
  }

  static @Nullable AnnotationMirror annotation(Element element, String name) {
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      if (isNamed(mirror.getAnnotationType(), name)) {
        return mirror;
      }
    }
    return null;
  }

  private static @Nullable Object value(AnnotationMirror mirror, String name) {
    for (var entry : mirror.getElementValues().entrySet()) {
      if (entry.getKey().getSimpleName().contentEquals(name)) {
        AnnotationValue value = entry.getValue();
        return value.getValue();
      }
    }
    return null;
  }
}
