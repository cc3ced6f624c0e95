package dev.cresset.processor.extract;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Which method a call means: JLS 15.12.2, for methods without type parameters of their own. */
final class Overloads {
  private final Types types;
  private final Members members;

  Overloads(Types types, Members members) {
    this.types = types;
    this.members = members;
  }

  /**
   * The method that a call means.
   *
   * @param parameters their types, one for each argument: varargs are spread
   * @param spread the number of arguments that go into the array of varargs, −1 if none does
   */
  record Choice(
      ExecutableElement method, List<TypeMirror> parameters, TypeMirror returns, int spread) {}

  private enum Phase {
    STRICT,
    LOOSE,
    VARARGS
  }

  /** The one most specific method for {@code arguments}, or null if there is none. */
  @Nullable Choice choose(
      DeclaredType site, List<ExecutableElement> candidates, List<TypeMirror> arguments) {
    for (Phase phase : Phase.values()) {
      List<Choice> applicable = new ArrayList<>();
      for (ExecutableElement candidate : candidates) {
        if (candidate.getTypeParameters().isEmpty()) {
          Choice choice = applicable(site, candidate, arguments, phase);
          if (choice != null) {
            applicable.add(choice);
          }
        }
      }
      if (!applicable.isEmpty()) {
        return mostSpecific(applicable);
      }
    }
    return null;
  }

  private @Nullable Choice applicable(
      DeclaredType site, ExecutableElement method, List<TypeMirror> arguments, Phase phase) {
    ExecutableType type = (ExecutableType) members.in(site, method);
    List<? extends TypeMirror> declared = type.getParameterTypes();
    int last = declared.size() - 1;
    List<TypeMirror> parameters = new ArrayList<>();
    if (phase != Phase.VARARGS) {
      if (declared.size() != arguments.size()) {
        return null;
      }
      parameters.addAll(declared);
    } else {
      if (!method.isVarArgs() || arguments.size() < last) {
        return null;
      }
      parameters.addAll(declared.subList(0, last));
      TypeMirror each = ((ArrayType) declared.get(last)).getComponentType();
      while (parameters.size() < arguments.size()) {
        parameters.add(each);
      }
    }
    for (int i = 0; i < arguments.size(); i++) {
      boolean fits =
          phase == Phase.STRICT
              ? isStrict(arguments.get(i), parameters.get(i))
              : types.isAssignable(arguments.get(i), parameters.get(i));
      if (!fits) {
        return null;
      }
    }
    int spread = phase == Phase.VARARGS ? arguments.size() - last : -1;
    return new Choice(method, parameters, type.getReturnType(), spread);
  }

  private boolean isStrict(TypeMirror argument, TypeMirror parameter) {
    return isPrimitive(argument) == isPrimitive(parameter)
        && (isPrimitive(argument)
            ? types.isSubtype(argument, parameter)
            : types.isAssignable(argument, parameter)); // a raw type is one, unchecked
  }

  private static boolean isPrimitive(TypeMirror type) {
    return type.getKind().isPrimitive() || type.getKind() == TypeKind.VOID;
  }

  private @Nullable Choice mostSpecific(List<Choice> applicable) {
    List<Choice> best = new ArrayList<>();
    for (Choice choice : applicable) {
      if (applicable.stream().allMatch(other -> isAsSpecific(choice, other))) {
        best.add(choice);
      }
    }
    if (best.size() <= 1) {
      return best.isEmpty() ? null : best.get(0);
    }
    List<Choice> concrete =
        best.stream()
            .filter(choice -> !choice.method().getModifiers().contains(Modifier.ABSTRACT))
            .toList();
    return concrete.size() == 1 ? concrete.get(0) : concrete.isEmpty() ? best.get(0) : null;
  }

  private boolean isAsSpecific(Choice one, Choice other) {
    if (one == other) {
      return true;
    }
    int count = Math.max(one.parameters.size(), declared(one, other));
    for (int i = 0; i < count; i++) {
      if (!types.isSubtype(parameter(one, i), parameter(other, i))) {
        return false;
      }
    }
    return true;
  }

  /** How many parameters count: those declared, where an array of varargs may stay empty. */
  private static int declared(Choice one, Choice other) {
    return one.spread < 0
        ? 0
        : Math.max(one.method.getParameters().size(), other.method.getParameters().size());
  }

  private static TypeMirror parameter(Choice choice, int i) {
    if (i < choice.parameters.size()) {
      return choice.parameters.get(i);
    }
    List<? extends javax.lang.model.element.VariableElement> declared =
        choice.method.getParameters();
    TypeMirror last = declared.get(declared.size() - 1).asType();
    return i < declared.size() - 1
        ? declared.get(i).asType()
        : ((ArrayType) last).getComponentType();
  }
}
