package dev.cresset.processor.generate;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What types are called in one file: by their simple names where these are free, as JavaPoet would
 * have it, which takes several walks through the whole file to find out.
 */
final class Imports {
  private static final String JAVA_LANG = "java.lang";
  private static final ClassName NONE = ClassName.get("", "None");

  private final String packageName;

  /** The outermost classes that simple names stand for. */
  private final Map<String, ClassName> owners = new HashMap<>();

  private final Map<TypeName, String> names = new IdentityHashMap<>();
  private final TreeSet<String> imported = new TreeSet<>();

  /**
   * The imports of a file.
   *
   * @param packageName the package of the file
   * @param taken names that stand for something else in it: of type parameters and nested classes
   */
  Imports(String packageName, Collection<String> taken) {
    this.packageName = packageName;
    taken.forEach(name -> owners.put(name, NONE));
  }

  /** Keeps the simple names of classes of the package for them: those without one have no other. */
  void keep(Collection<? extends TypeName> types) {
    for (TypeName type : types) {
      if (type instanceof ClassName name && name.packageName().equals(packageName)) {
        owners.putIfAbsent(name.topLevelClassName().simpleName(), name.topLevelClassName());
      } else if (type instanceof ArrayTypeName array) {
        keep(List.of(array.componentType()));
      } else if (type instanceof ParameterizedTypeName of) {
        keep(List.of(of.rawType()));
        keep(of.typeArguments());
      }
    }
  }

  /** What {@code type} is called. */
  String name(TypeName type) {
    String name = names.get(type);
    if (name == null) {
      name = spelled(type);
      names.put(type, name);
    }
    return name;
  }

  private String spelled(TypeName type) {
    if (type instanceof ClassName name) {
      return spelled(name);
    } else if (type instanceof ArrayTypeName array) {
      return name(array.componentType()) + "[]";
    } else if (type instanceof TypeVariableName variable) {
      return variable.name();
    } else if (type instanceof WildcardTypeName wildcard) {
      if (!wildcard.lowerBounds().isEmpty()) {
        return "? super " + name(wildcard.lowerBounds().get(0));
      }
      TypeName bound = wildcard.upperBounds().get(0);
      return bound.equals(ClassName.OBJECT) ? "?" : "? extends " + name(bound);
    } else if (type instanceof ParameterizedTypeName of
        && of.rawType().enclosingClassName() == null) {
      StringBuilder spelled = new StringBuilder(name(of.rawType()));
      String before = "<";
      for (TypeName argument : of.typeArguments()) {
        spelled.append(before).append(name(argument));
        before = ", ";
      }
      return spelled.append('>').toString();
    }
    return type.toString();
  }

  private String spelled(ClassName type) {
    ClassName top = type.topLevelClassName();
    ClassName owner = owners.putIfAbsent(top.simpleName(), top);
    if (owner != null && !owner.canonicalName().equals(top.canonicalName())) {
      return type.canonicalName();
    }
    if (!top.packageName().equals(packageName) && !top.packageName().equals(JAVA_LANG)) {
      imported.add(top.canonicalName());
    }
    return top == type ? top.simpleName() : String.join(".", type.simpleNames());
  }

  /** The imports, a line each. */
  String lines() {
    StringBuilder lines = new StringBuilder();
    imported.forEach(name -> lines.append("import ").append(name).append(";\n"));
    return lines.toString();
  }
}
