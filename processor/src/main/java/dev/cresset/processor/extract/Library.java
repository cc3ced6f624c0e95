package dev.cresset.processor.extract;

import dev.cresset.annotations.Buffer;
import dev.cresset.annotations.Constant;
import dev.cresset.annotations.Param;
import dev.cresset.annotations.Script;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import org.jspecify.annotations.Nullable;

/** The library's classes, known to the processor by name alone. */
public final class Library {
  static final String TENSOR = "dev.cresset.Tensor";
  static final String FUNCTIONAL = "dev.cresset.Functional";
  static final String NN_MODULE = "dev.cresset.nn.NnModule";
  static final String KEEP_DIMS = "dev.cresset.KeepDims";
  static final String DTYPE = "dev.cresset.ir.type.DType";
  static final String DEVICE = "dev.cresset.backend.Device";
  static final String GENERATOR = "dev.cresset.Generator";

  static final String ARRAY_LIST = "java.util.ArrayList";

  /** Modules that only hold others. */
  static final Set<String> CONTAINERS =
      Set.of("dev.cresset.nn.ModuleList", "dev.cresset.nn.Sequential", "dev.cresset.nn.ModuleDict");

  /** The boxes of the numbers that the graph knows, and of truths. */
  static final Set<String> BOXES =
      Set.of(
          "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Float",
          "java.lang.Double",
          "java.lang.Boolean");

  private Library() {}

  /** The name of the class that {@code type} is of, or empty. */
  static String className(TypeMirror type) {
    return type.getKind() == TypeKind.DECLARED || type.getKind() == TypeKind.ERROR
        ? ((TypeElement) ((DeclaredType) type).asElement()).getQualifiedName().toString()
        : "";
  }

  /** True of {@code Tensor}. */
  public static boolean isTensor(TypeMirror type) {
    return className(type).equals(TENSOR);
  }

  /** Of a type variable its bound, and of several bounds the first; else {@code type} itself. */
  public static TypeMirror bound(TypeMirror type) {
    if (type instanceof TypeVariable variable) {
      return bound(variable.getUpperBound());
    } else if (type instanceof IntersectionType both) {
      return bound(both.getBounds().get(0));
    }
    return type;
  }

  /** True if {@code type} is a module, or will be one when its superclass has been generated. */
  public static boolean isModule(TypeMirror type) {
    TypeMirror bound = bound(type);
    return bound.getKind() == TypeKind.DECLARED
        && isModule((TypeElement) ((DeclaredType) bound).asElement());
  }

  /** True if {@code type} is a module, or will be one when its superclass has been generated. */
  public static boolean isModule(TypeElement type) {
    for (TypeElement each = type; ; ) {
      if (each.getQualifiedName().contentEquals(NN_MODULE)) {
        return true;
      }
      TypeMirror above = each.getSuperclass();
      if (above.getKind() == TypeKind.ERROR) {
        return simpleName(above).equals(superName(each));
      } else if (above.getKind() != TypeKind.DECLARED) {
        return false;
      }
      each = (TypeElement) ((DeclaredType) above).asElement();
    }
  }

  /** Whether {@code type} extends what is not found, and so is a class that nobody can judge. */
  static boolean isBroken(TypeMirror type) {
    TypeMirror each = bound(type);
    while (each.getKind() == TypeKind.DECLARED) {
      each = ((TypeElement) ((DeclaredType) each).asElement()).getSuperclass();
    }
    return each.getKind() == TypeKind.ERROR;
  }

  private static String simpleName(TypeMirror type) {
    return ((DeclaredType) type).asElement().getSimpleName().toString();
  }

  /** The simple name of the superclass that is generated for {@code type}. */
  public static String superName(TypeElement type) {
    StringBuilder name = new StringBuilder(type.getSimpleName());
    for (Element outer = type.getEnclosingElement();
        outer instanceof TypeElement;
        outer = outer.getEnclosingElement()) {
      name.insert(0, outer.getSimpleName() + "_");
    }
    return name.append("Module").toString();
  }

  /**
   * True if {@code type} needs a generated superclass: it has scripted methods of objects, or
   * fields with a role, or is marked itself.
   */
  public static boolean isScriptedModule(TypeElement type) {
    return has(type, Script.class)
        || type.getEnclosedElements().stream()
            .anyMatch(
                each ->
                    hasRole(each)
                        || each instanceof ExecutableElement
                            && has(each, Script.class)
                            && !each.getModifiers().contains(Modifier.STATIC));
  }

  /** True of a field with {@code @Param}, {@code @Buffer} or {@code @Constant}. */
  public static boolean hasRole(Element element) {
    return element.getKind() == ElementKind.FIELD
        && (has(element, Param.class)
            || has(element, Buffer.class)
            || has(element, Constant.class));
  }

  /** The private class that {@code type} is or stands in, which no other file can name; or null. */
  public static @Nullable TypeElement hidden(TypeElement type) {
    for (Element each = type;
        each instanceof TypeElement around;
        each = each.getEnclosingElement()) {
      if (around.getModifiers().contains(Modifier.PRIVATE)) {
        return around;
      }
    }
    return null;
  }

  /** Whether all packages see {@code type}: it and the classes around it are public. */
  public static boolean isPublic(TypeElement type) {
    for (Element each = type; each instanceof TypeElement; each = each.getEnclosingElement()) {
      if (!each.getModifiers().contains(Modifier.PUBLIC)) {
        return false;
      }
    }
    return true;
  }

  /** The class that declares {@code member}. */
  public static TypeElement owner(Element member) {
    if (member.getEnclosingElement() instanceof TypeElement owner) {
      return owner;
    }
    throw new IllegalArgumentException(member + " is no member of a class");
  }

  /** Whether one of our annotations stands on {@code element}. */
  public static boolean has(Element element, Class<? extends Annotation> annotation) {
    return annotation(element, annotation) != null;
  }

  /**
   * The annotation of this type on {@code element}, or null. As it was written: to have it as an
   * object of its own type costs javac a proxy, which counts where every member is asked.
   */
  public static @Nullable AnnotationMirror annotation(
      Element element, Class<? extends Annotation> type) {
    for (AnnotationMirror each : element.getAnnotationMirrors()) {
      if (((TypeElement) each.getAnnotationType().asElement())
          .getQualifiedName()
          .contentEquals(type.getName())) {
        return each;
      }
    }
    return null;
  }

  /** What is written for the element {@code name} of an annotation; null if it is left out. */
  public static @Nullable Object value(AnnotationMirror annotation, String name) {
    for (var each : annotation.getElementValues().entrySet()) {
      if (each.getKey().getSimpleName().contentEquals(name)) {
        return each.getValue().getValue();
      }
    }
    return null;
  }

  /** Whether {@code element}, or its type, is marked as one that may be null. */
  static boolean isNullable(Element element) {
    TypeMirror type =
        element instanceof ExecutableElement method ? method.getReturnType() : element.asType();
    return nullable(element.getAnnotationMirrors()) || nullable(type.getAnnotationMirrors());
  }

  static boolean nullable(List<? extends AnnotationMirror> annotations) {
    return annotations.stream()
        .anyMatch(
            each -> each.getAnnotationType().asElement().getSimpleName().contentEquals("Nullable"));
  }
}
