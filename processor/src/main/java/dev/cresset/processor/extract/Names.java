package dev.cresset.processor.extract;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WildcardTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * What names mean in one source file: types by JLS 6.4.1 (enclosing classes and their members,
 * imports, the package, imports on demand), static imports of fields and methods.
 */
final class Names {
  private final Elements elements;
  private final Types types;
  private final Members members;
  private final TypeElement inside;
  private final Map<String, String> singles = new HashMap<>();
  private final List<String> onDemand = new ArrayList<>();
  private final Map<String, Set<String>> staticSingles = new HashMap<>();
  private final List<String> staticOnDemand = new ArrayList<>();
  private final Map<String, Optional<TypeElement>> found = new HashMap<>();

  Names(
      Elements elements,
      Types types,
      Members members,
      TypeElement inside,
      CompilationUnitTree unit) {
    this.elements = elements;
    this.types = types;
    this.members = members;
    this.inside = inside;
    for (ImportTree each : unit.getImports()) {
      if (each.getQualifiedIdentifier() instanceof MemberSelectTree imported) {
        add(imported, each.isStatic());
      }
    }
    onDemand.add("java.lang");
  }

  private void add(MemberSelectTree imported, boolean isStatic) {
    String from = imported.getExpression().toString();
    String name = imported.getIdentifier().toString();
    if (name.equals("*")) {
      (isStatic ? staticOnDemand : onDemand).add(from);
    } else if (isStatic) {
      staticSingles.computeIfAbsent(name, each -> new LinkedHashSet<>()).add(from);
    } else {
      singles.put(name, from + "." + name);
    }
  }

  // ---- types

  /** The type that {@code tree} names, or null if it cannot be found. */
  @Nullable TypeMirror type(Tree tree) {
    if (tree instanceof PrimitiveTypeTree primitive) {
      return primitive.getPrimitiveTypeKind() == TypeKind.VOID
          ? types.getNoType(TypeKind.VOID)
          : types.getPrimitiveType(primitive.getPrimitiveTypeKind());
    } else if (tree instanceof AnnotatedTypeTree annotated) {
      return type(annotated.getUnderlyingType());
    } else if (tree instanceof ArrayTypeTree array) {
      TypeMirror element = type(array.getType());
      return element == null ? null : types.getArrayType(element);
    } else if (tree instanceof ParameterizedTypeTree generic) {
      return generic(generic);
    } else if (tree instanceof WildcardTree wildcard) {
      return wildcard(wildcard);
    } else if (tree instanceof IdentifierTree name) {
      TypeMirror parameter = typeParameter(name.getName().toString());
      if (parameter != null) {
        return parameter;
      }
    }
    TypeElement element = typeElement(tree);
    return element == null ? null : types.getDeclaredType(element);
  }

  private @Nullable TypeMirror typeParameter(String name) {
    for (TypeParameterElement each : inside.getTypeParameters()) {
      if (each.getSimpleName().contentEquals(name)) {
        return each.asType();
      }
    }
    return null;
  }

  private @Nullable TypeMirror generic(ParameterizedTypeTree generic) {
    TypeElement element = typeElement(generic.getType());
    if (element == null
        || element.getTypeParameters().size() != generic.getTypeArguments().size()) {
      return null;
    }
    List<TypeMirror> arguments = new ArrayList<>();
    for (Tree argument : generic.getTypeArguments()) {
      TypeMirror type = type(argument);
      if (type == null || type.getKind().isPrimitive()) {
        return null;
      }
      arguments.add(type);
    }
    return types.getDeclaredType(element, arguments.toArray(new TypeMirror[0]));
  }

  private @Nullable TypeMirror wildcard(WildcardTree wildcard) {
    if (wildcard.getBound() == null) {
      return types.getWildcardType(null, null);
    }
    TypeMirror bound = type(wildcard.getBound());
    if (bound == null) {
      return null;
    }
    return wildcard.getKind() == Tree.Kind.EXTENDS_WILDCARD
        ? types.getWildcardType(bound, null)
        : types.getWildcardType(null, bound);
  }

  /** The class that {@code tree} names, a name or names with dots, or null. */
  @Nullable TypeElement typeElement(Tree tree) {
    if (tree instanceof AnnotatedTypeTree annotated) {
      return typeElement(annotated.getUnderlyingType());
    } else if (tree instanceof IdentifierTree name) {
      return found
          .computeIfAbsent(name.getName().toString(), each -> Optional.ofNullable(simple(each)))
          .orElse(null);
    } else if (tree instanceof MemberSelectTree select) {
      TypeElement outer = typeElement(select.getExpression());
      return outer == null
          ? elements.getTypeElement(select.toString())
          : members.memberType(outer, select.getIdentifier().toString());
    }
    return null;
  }

  private @Nullable TypeElement simple(String name) {
    for (Element each = inside;
        each instanceof TypeElement type;
        each = type.getEnclosingElement()) {
      if (type.getSimpleName().contentEquals(name)) {
        return type;
      }
      TypeElement member = members.memberType(type, name);
      if (member != null) {
        return member;
      }
    }
    String single = singles.get(name);
    if (single != null) {
      return elements.getTypeElement(single);
    }
    for (String from : staticSingles.getOrDefault(name, Set.of())) {
      TypeElement member = memberOf(from, name);
      if (member != null) {
        return member;
      }
    }
    String here = elements.getPackageOf(inside).getQualifiedName().toString();
    TypeElement sibling = elements.getTypeElement(here.isEmpty() ? name : here + "." + name);
    if (sibling != null) {
      return sibling;
    }
    for (String from : onDemand) {
      TypeElement type = elements.getTypeElement(from + "." + name);
      if (type != null && (type.getModifiers().contains(Modifier.PUBLIC))) {
        return type;
      }
    }
    for (String from : staticOnDemand) {
      TypeElement member = memberOf(from, name);
      if (member != null) {
        return member;
      }
    }
    return null;
  }

  private @Nullable TypeElement memberOf(String owner, String name) {
    TypeElement type = elements.getTypeElement(owner);
    return type == null ? null : members.memberType(type, name);
  }

  /** Whether one of {@code annotations} is some {@code Nullable}. */
  static boolean isNullable(List<? extends AnnotationTree> annotations) {
    return annotations.stream()
        .map(each -> each.getAnnotationType().toString())
        .anyMatch(name -> name.equals("Nullable") || name.endsWith(".Nullable"));
  }

  // ---- static imports

  /**
   * Methods of one name: members of {@code owner}, which is a class around or one imported from.
   */
  record Found(TypeElement owner, List<ExecutableElement> methods) {}

  /** What an unqualified call of {@code name} may mean (JLS 15.12.1), or null if nothing. */
  @Nullable Found methods(String name) {
    for (Element each = inside;
        each instanceof TypeElement type;
        each = type.getEnclosingElement()) {
      List<ExecutableElement> methods = members.methods(type, name, inside);
      if (!methods.isEmpty()) {
        return new Found(type, methods);
      }
    }
    Found single = staticMethods(staticSingles.getOrDefault(name, Set.of()), name);
    return single != null ? single : staticMethods(staticOnDemand, name);
  }

  private @Nullable Found staticMethods(Iterable<String> owners, String name) {
    TypeElement first = null;
    Set<ExecutableElement> all = new LinkedHashSet<>();
    for (String from : owners) {
      TypeElement owner = elements.getTypeElement(from);
      if (owner != null) {
        for (ExecutableElement method : members.methods(owner, name, inside)) {
          if (method.getModifiers().contains(Modifier.STATIC)) {
            first = first == null ? owner : first;
            all.add(method);
          }
        }
      }
    }
    return first == null ? null : new Found(first, List.copyOf(all));
  }

  /** The static field that {@code name} is imported as, or null. */
  @Nullable VariableElement staticField(String name) {
    List<String> owners = new ArrayList<>(staticSingles.getOrDefault(name, Set.of()));
    owners.addAll(staticOnDemand);
    for (String from : owners) {
      TypeElement owner = elements.getTypeElement(from);
      VariableElement field = owner == null ? null : members.field(owner, name);
      if (field != null && field.getModifiers().contains(Modifier.STATIC)) {
        return field;
      }
    }
    return null;
  }

  /** The field of the class, or of one around it, that {@code name} means, or null. */
  @Nullable VariableElement field(String name) {
    for (Element each = inside;
        each instanceof TypeElement type;
        each = type.getEnclosingElement()) {
      VariableElement field = members.field(type, name);
      if (field != null) {
        return field;
      }
    }
    return null;
  }

  /** The names of all methods that are imported, for suggestions. */
  Set<String> importedMethodNames() {
    Set<String> names = new LinkedHashSet<>(staticSingles.keySet());
    for (String from : staticOnDemand) {
      TypeElement owner = elements.getTypeElement(from);
      if (owner != null) {
        names.addAll(members.methodNames(owner));
      }
    }
    return names;
  }

  /** Whether every object has a method {@code name}. */
  boolean isOfObjects(String name) {
    return members
        .methodNames((TypeElement) ((DeclaredType) library("java.lang.Object")).asElement())
        .contains(name);
  }

  /** {@code java.lang.String}. */
  TypeMirror text() {
    return library("java.lang.String");
  }

  /** {@code Tensor}. */
  TypeMirror tensor() {
    return library(Library.TENSOR);
  }

  private TypeMirror library(String name) {
    TypeElement type = elements.getTypeElement(name);
    if (type == null) {
      throw new IllegalStateException(name + " is not on the class path");
    }
    return type.asType();
  }

  /** {@code inside} with its own type parameters. */
  DeclaredType self() {
    return (DeclaredType) inside.asType();
  }
}
