package dev.cresset.processor.extract;

import dev.cresset.processor.script.ScriptType;
import dev.cresset.processor.script.ScriptType.Component;
import dev.cresset.processor.script.ScriptType.ListOf;
import dev.cresset.processor.script.ScriptType.ModuleOf;
import dev.cresset.processor.script.ScriptType.ModulesOf;
import dev.cresset.processor.script.ScriptType.OptionalOf;
import dev.cresset.processor.script.ScriptType.Simple;
import dev.cresset.processor.script.ScriptType.Tuple;
import dev.cresset.processor.script.ScriptType.Unsupported;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** The compiler's types as script types. */
public final class TypeReader {
  private final Types types;

  /** Records that are being read: one that holds itself is no tuple. */
  private final Deque<String> open = new ArrayDeque<>();

  /** A reader for one round. */
  public TypeReader(Types types) {
    this.types = types;
  }

  /** The type of a field, parameter or record component; of a method, what it returns. */
  public ScriptType of(Element element) {
    TypeMirror type =
        element instanceof ExecutableElement method ? method.getReturnType() : element.asType();
    if (Library.className(type).equals(Library.ARRAY_LIST)) {
      return new Unsupported(
          text(type), false); // a class that scripts make, but none of a signature
    }
    return of(type, Library.isNullable(element));
  }

  /** {@code type}, which may be null if {@code nullable}. */
  ScriptType of(TypeMirror type, boolean nullable) {
    ScriptType plain = of(type);
    boolean already = plain instanceof OptionalOf || plain instanceof Unsupported;
    return nullable && !already ? new OptionalOf(plain) : plain;
  }

  /** {@code type}, marked as one that may be null only by its own annotations. */
  public ScriptType of(TypeMirror type) {
    return switch (type.getKind()) {
      case INT -> Simple.INT;
      case LONG -> Simple.LONG;
      case FLOAT -> Simple.FLOAT;
      case DOUBLE -> Simple.DOUBLE;
      case BOOLEAN -> Simple.BOOLEAN;
      case VOID -> Simple.VOID;
      case NULL -> Simple.NULL;
      case ARRAY -> list(((ArrayType) type).getComponentType(), true, type);
      case DECLARED -> declared((DeclaredType) type);
      case TYPEVAR -> {
        TypeMirror bound = Library.bound(type);
        yield Library.isModule(bound) ? of(bound) : unsupported(type);
      }
      case WILDCARD -> {
        TypeMirror bound = ((WildcardType) type).getExtendsBound();
        yield bound == null ? unsupported(type) : of(bound);
      }
      default -> unsupported(type);
    };
  }

  private ScriptType list(TypeMirror element, boolean array, TypeMirror whole) {
    ScriptType read = of(element, Library.nullable(element.getAnnotationMirrors()));
    boolean holds =
        read != Simple.VOID
            && !(read instanceof ModuleOf || read instanceof ModulesOf)
            && !(read instanceof Unsupported);
    return holds ? new ListOf(read, array) : unsupported(whole);
  }

  private ScriptType declared(DeclaredType type) {
    TypeElement element = (TypeElement) type.asElement();
    String name = element.getQualifiedName().toString();
    switch (name) {
      case Library.TENSOR:
        return Simple.TENSOR;
      case Library.DTYPE:
        return Simple.DTYPE;
      case Library.DEVICE:
        return Simple.DEVICE;
      case Library.GENERATOR:
        return Simple.GENERATOR;
      case Library.KEEP_DIMS: // two arguments of an op, and no value
        return unsupported(type);
      case "java.lang.String":
        return Simple.STRING;
      case "java.lang.Number":
        return Simple.NUMBER;
      case "java.lang.Integer":
      case "java.lang.Long":
      case "java.lang.Float":
      case "java.lang.Double":
      case "java.lang.Boolean":
        return of(types.unboxedType(type));
      case "java.util.List":
      case Library.ARRAY_LIST:
        return type.getTypeArguments().size() == 1
            ? list(type.getTypeArguments().get(0), false, type)
            : unsupported(type);
      default:
        break;
    }
    if (Library.CONTAINERS.contains(name)) {
      return new ModulesOf(name, held(type));
    } else if (Library.isModule(element)) {
      return new ModuleOf(name);
    } else if (element.getKind() == ElementKind.RECORD && type.getTypeArguments().isEmpty()) {
      return tuple(element, name);
    }
    return unsupported(type);
  }

  /** What the modules of a container are. */
  private ScriptType held(DeclaredType container) {
    TypeMirror held =
        container.getTypeArguments().isEmpty()
            ? iterated(container)
            : container.getTypeArguments().get(0);
    ScriptType read = held == null ? new ModuleOf(Library.NN_MODULE) : of(held);
    return read instanceof ModuleOf || read instanceof ModulesOf
        ? read
        : new ModuleOf(Library.NN_MODULE);
  }

  /** {@code T} of the {@code Iterable<T>} that {@code type} is, or null. */
  @Nullable TypeMirror iterated(TypeMirror type) {
    if (Library.className(type).equals("java.lang.Iterable")) {
      List<? extends TypeMirror> arguments = ((DeclaredType) type).getTypeArguments();
      if (arguments.isEmpty()) {
        return null;
      }
      TypeMirror argument = arguments.get(0);
      return argument instanceof WildcardType wildcard ? wildcard.getExtendsBound() : argument;
    }
    for (TypeMirror above : types.directSupertypes(type)) {
      TypeMirror found = iterated(above);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private ScriptType tuple(TypeElement element, String name) {
    if (open.contains(name)) {
      return unsupported(element.asType());
    }
    open.push(name);
    try {
      List<Component> components = new ArrayList<>();
      for (RecordComponentElement component : element.getRecordComponents()) {
        ScriptType type = of(component);
        if (type instanceof Unsupported none) {
          return new Unsupported(text(element.asType()), none.missing());
        } else if (type instanceof ModuleOf || type instanceof ModulesOf) {
          return unsupported(element.asType());
        }
        components.add(new Component(component.getSimpleName().toString(), type));
      }
      return new Tuple(name, components);
    } finally {
      open.pop();
    }
  }

  private static Unsupported unsupported(TypeMirror type) {
    return new Unsupported(text(type), isMissing(type));
  }

  /** Whether no class is found for {@code type}, or for a part of it, which javac reports. */
  public static boolean isMissing(TypeMirror type) {
    return isMissing(type, new HashSet<>());
  }

  private static boolean isMissing(@Nullable TypeMirror type, Set<Element> records) {
    if (type instanceof ArrayType array) {
      return isMissing(array.getComponentType(), records);
    } else if (type instanceof WildcardType wildcard) {
      return isMissing(wildcard.getExtendsBound(), records)
          || isMissing(wildcard.getSuperBound(), records);
    } else if (type instanceof DeclaredType declared) {
      Element element = declared.asElement();
      return type.getKind() == TypeKind.ERROR
          || declared.getTypeArguments().stream().anyMatch(each -> isMissing(each, records))
          || element.getKind() == ElementKind.RECORD
              && records.add(element)
              && ((TypeElement) element)
                  .getRecordComponents().stream()
                      .anyMatch(each -> isMissing(each.asType(), records));
    }
    return false;
  }

  /** {@code type} as Java writes it, without packages and annotations. */
  public static String text(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return text(array.getComponentType()) + "[]";
    } else if (type instanceof TypeVariable variable) {
      String name = variable.asElement().getSimpleName().toString();
      return name.startsWith("<") ? "?" : name; // a wildcard that has been captured
    } else if (type instanceof WildcardType) {
      return "?";
    } else if (type instanceof DeclaredType declared) {
      String name = declared.asElement().getSimpleName().toString();
      List<? extends TypeMirror> arguments = declared.getTypeArguments();
      return arguments.isEmpty()
          ? name
          : name
              + arguments.stream()
                  .map(TypeReader::text)
                  .collect(Collectors.joining(", ", "<", ">"));
    }
    return type.getKind().name().toLowerCase(Locale.ROOT);
  }
}
