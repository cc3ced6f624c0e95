package dev.cresset.processor.validate;

import dev.cresset.annotations.Script;
import dev.cresset.processor.extract.Diagnostics;
import dev.cresset.processor.extract.Library;
import dev.cresset.processor.extract.Problem;
import dev.cresset.processor.extract.TypeReader;
import dev.cresset.processor.script.ScriptType;
import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/** Every scripted method has a body, a name of its own, and types that the graph knows. */
final class MethodRules {
  private final TypeReader types;
  private final Diagnostics diagnostics;

  MethodRules(Types types, Diagnostics diagnostics) {
    this.types = new TypeReader(types);
    this.diagnostics = diagnostics;
  }

  boolean check(TypeElement type) {
    boolean kept = true;
    Set<String> names = new HashSet<>();
    for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
      if (Library.has(method, Script.class)) {
        kept &= check(method, type, names.add(method.getSimpleName().toString()));
      }
    }
    return kept;
  }

  private boolean check(ExecutableElement method, TypeElement type, boolean first) {
    String name = method.getSimpleName().toString();
    if (!hasBody(method, type)) {
      return report(Problem.NO_BODY, method, name);
    } else if (!first) {
      return name.equals("forward")
          ? report(Problem.TWO_FORWARDS, method, type.getSimpleName())
          : report(Problem.OVERLOADED, method, type.getSimpleName(), name);
    } else if (name.equals("forward") && method.getModifiers().contains(Modifier.PRIVATE)) {
      return report(Problem.PRIVATE_FORWARD, method);
    } else if (!method.getTypeParameters().isEmpty()) {
      return report(Problem.GENERIC_METHOD, method, name);
    } else if (method.isVarArgs()) {
      return report(Problem.VARARGS_METHOD, method, name);
    } else if (!method.getThrownTypes().isEmpty()) {
      return report(Problem.THROWS, method, name);
    }
    boolean known = isKnown(method, method.getReturnType());
    for (VariableElement parameter : method.getParameters()) {
      known &= isKnown(parameter, parameter.asType());
    }
    return known;
  }

  private static boolean hasBody(ExecutableElement method, TypeElement type) {
    boolean inInterface =
        type.getKind() == ElementKind.INTERFACE
            && !method.isDefault()
            && !method.getModifiers().contains(Modifier.STATIC);
    return !inInterface
        && !method.getModifiers().contains(Modifier.ABSTRACT)
        && !method.getModifiers().contains(Modifier.NATIVE);
  }

  private boolean isKnown(Element place, TypeMirror type) {
    ScriptType read = types.of(place);
    boolean known =
        !(read instanceof ScriptType.Unsupported none && !none.missing() // else javac says so
            || read instanceof ScriptType.ModuleOf
            || read instanceof ScriptType.ModulesOf);
    return known || report(Problem.TYPE, place, TypeReader.text(type));
  }

  private boolean report(Problem problem, Element place, Object... arguments) {
    diagnostics.error(problem, place, arguments);
    return false;
  }
}
