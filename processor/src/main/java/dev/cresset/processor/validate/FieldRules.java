package dev.cresset.processor.validate;

import dev.cresset.annotations.Buffer;
import dev.cresset.annotations.Constant;
import dev.cresset.annotations.Param;
import dev.cresset.processor.extract.Diagnostics;
import dev.cresset.processor.extract.Library;
import dev.cresset.processor.extract.Problem;
import dev.cresset.processor.extract.TypeReader;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/** Every tensor of a module has one role, and the generated superclass can see it. */
final class FieldRules {
  private final Diagnostics diagnostics;

  FieldRules(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  boolean check(TypeElement type) {
    boolean kept = true;
    for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
      kept &= check(field);
    }
    return kept;
  }

  private boolean check(VariableElement field) {
    List<String> roles = roles(field);
    String name = field.getSimpleName().toString();
    boolean tensor = Library.isTensor(field.asType());
    if (field.getModifiers().contains(Modifier.STATIC)) {
      return roles.isEmpty() || report(Problem.STATIC_ROLE, field, name, roles.get(0));
    } else if (roles.size() > 1) {
      return report(Problem.TWO_ROLES, field, name);
    } else if (TypeReader.isMissing(field.asType())) {
      return true; // javac says so
    } else if (!tensor && !roles.isEmpty()) {
      return report(Problem.ROLE_OF_NO_TENSOR, field, roles.get(0), name);
    } else if (!tensor && !Library.isModule(field.asType())) {
      return true;
    } else if (field.getModifiers().contains(Modifier.PRIVATE)) {
      return report(Problem.PRIVATE_FIELD, field, name);
    }
    return !tensor || !roles.isEmpty() || report(Problem.BARE_TENSOR, field, name);
  }

  private boolean report(Problem problem, VariableElement field, Object... arguments) {
    diagnostics.error(problem, field, arguments);
    return false;
  }

  private static List<String> roles(VariableElement field) {
    List<String> roles = new ArrayList<>();
    for (var role : List.of(Param.class, Buffer.class, Constant.class)) {
      if (Library.has(field, role)) {
        roles.add(role.getSimpleName());
      }
    }
    return roles;
  }
}
