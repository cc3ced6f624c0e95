package dev.cresset.processor.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** The members of types, inherited ones too, as far as the class being read may see them. */
final class Members {
  private final Elements elements;
  private final Types types;
  private final Map<TypeElement, Map<String, List<ExecutableElement>>> methods = new HashMap<>();
  private final Map<TypeElement, Map<String, VariableElement>> fields = new HashMap<>();
  private final Map<TypeElement, Map<String, TypeElement>> memberTypes = new HashMap<>();

  Members(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
  }

  /** The class or interface whose members {@code type} has, or null for primitives and arrays. */
  @Nullable DeclaredType site(TypeMirror type) {
    return Library.bound(type) instanceof DeclaredType declared ? declared : null;
  }

  /** The methods of {@code type} named {@code name} that {@code from} may call. */
  List<ExecutableElement> methods(TypeElement type, String name, TypeElement from) {
    return methods.computeIfAbsent(type, this::methodsOf).getOrDefault(name, List.of()).stream()
        .filter(method -> isSeen(method, from))
        .toList();
  }

  /** The names of all methods of {@code type}. */
  Set<String> methodNames(TypeElement type) {
    return methods.computeIfAbsent(type, this::methodsOf).keySet();
  }

  private Map<String, List<ExecutableElement>> methodsOf(TypeElement type) {
    Map<String, List<ExecutableElement>> all = new LinkedHashMap<>();
    for (ExecutableElement method : ElementFilter.methodsIn(elements.getAllMembers(type))) {
      all.computeIfAbsent(method.getSimpleName().toString(), each -> new ArrayList<>()).add(method);
    }
    return all;
  }

  /** The field of {@code type} named {@code name}, or null if there is none. */
  @Nullable VariableElement field(TypeElement type, String name) {
    return fields.computeIfAbsent(type, this::fieldsOf).get(name);
  }

  private Map<String, VariableElement> fieldsOf(TypeElement type) {
    Map<String, VariableElement> all = new HashMap<>();
    for (VariableElement field : ElementFilter.fieldsIn(elements.getAllMembers(type))) {
      VariableElement other = all.get(field.getSimpleName().toString());
      if (other == null || isBelow(field, other)) {
        all.put(field.getSimpleName().toString(), field);
      }
    }
    return all;
  }

  private boolean isBelow(VariableElement field, VariableElement other) {
    return types.isSubtype(
        types.erasure(Library.owner(field).asType()), types.erasure(Library.owner(other).asType()));
  }

  /** The class {@code name} that is a member of {@code type}, or null. */
  @Nullable TypeElement memberType(TypeElement type, String name) {
    return memberTypes.computeIfAbsent(type, this::memberTypesOf).get(name);
  }

  private Map<String, TypeElement> memberTypesOf(TypeElement type) {
    Map<String, TypeElement> all = new HashMap<>();
    addMemberTypes(type, all);
    return all;
  }

  /** The classes in {@code type}, then those that it inherits: they are few, its members many. */
  private void addMemberTypes(TypeElement type, Map<String, TypeElement> all) {
    for (TypeElement member : ElementFilter.typesIn(type.getEnclosedElements())) {
      all.putIfAbsent(member.getSimpleName().toString(), member);
    }
    for (TypeMirror above : types.directSupertypes(type.asType())) {
      if (above instanceof DeclaredType declared
          && declared.asElement() instanceof TypeElement inherited) {
        addMemberTypes(inherited, all);
      }
    }
  }

  /** The type of {@code member} as {@code site} has it. */
  TypeMirror in(DeclaredType site, Element member) {
    return member.getModifiers().contains(Modifier.STATIC)
        ? member.asType()
        : types.asMemberOf((DeclaredType) types.capture(site), member);
  }

  private boolean isSeen(Element member, TypeElement from) {
    Set<Modifier> modifiers = member.getModifiers();
    if (modifiers.contains(Modifier.PUBLIC)
        || Library.owner(member).getKind() == ElementKind.INTERFACE) {
      return true;
    } else if (modifiers.contains(Modifier.PRIVATE)) {
      return outermost(member).equals(outermost(from));
    }
    return elements.getPackageOf(member).equals(elements.getPackageOf(from))
        || modifiers.contains(Modifier.PROTECTED)
            && types.isSubtype(
                types.erasure(from.asType()), types.erasure(Library.owner(member).asType()));
  }

  private static Element outermost(Element element) {
    Element each = element;
    while (each.getEnclosingElement() instanceof TypeElement around) {
      each = around;
    }
    return each;
  }
}
