package dev.cresset.processor.validate;

import dev.cresset.annotations.Script;
import dev.cresset.processor.extract.ClassReader;
import dev.cresset.processor.extract.Diagnostics;
import dev.cresset.processor.extract.Library;
import dev.cresset.processor.extract.Problem;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/**
 * The rules that a scripted class keeps before any body is read: where it stands, what it extends,
 * its fields and its methods' signatures. All that are broken are reported, each once.
 */
public final class SignatureValidator {
  private final Diagnostics diagnostics;
  private final FieldRules fields;
  private final MethodRules methods;

  /** A validator for one round. */
  public SignatureValidator(Types types, Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
    this.fields = new FieldRules(diagnostics);
    this.methods = new MethodRules(types, diagnostics);
  }

  /** Reports what is wrong with {@code type}; true if nothing is. */
  public boolean check(TypeElement type) {
    boolean module = Library.isScriptedModule(type);
    if (type.getKind() != ElementKind.CLASS && module) {
      return methods.check(type) && reportKind(type);
    }
    boolean placed = checkPlace(type, module);
    boolean extended = !module || !placed || checkSuperclass(type);
    boolean kept = !module || fields.check(type);
    return methods.check(type) && placed && extended && kept;
  }

  private boolean reportKind(TypeElement type) {
    for (Element each : type.getEnclosedElements()) {
      boolean scripted = Library.has(each, Script.class);
      if (scripted && !each.getModifiers().contains(Modifier.STATIC) || Library.hasRole(each)) {
        String word = scripted ? "Script" : "Param";
        diagnostics.error(Problem.KIND_OF_CLASS, each, type.getSimpleName(), word);
        return false;
      }
    }
    diagnostics.error(Problem.KIND_OF_CLASS, type, type.getSimpleName(), "Script");
    return false;
  }

  private boolean checkPlace(TypeElement type, boolean module) {
    if (module
        && type.getNestingKind() == NestingKind.MEMBER
        && !type.getModifiers().contains(Modifier.STATIC)) {
      diagnostics.error(Problem.INNER_CLASS, type, type.getSimpleName(), Library.superName(type));
      return false;
    }
    TypeElement hidden = Library.hidden(type);
    if (hidden != null) {
      diagnostics.error(Problem.PRIVATE_CLASS, type, hidden.getSimpleName());
    }
    return hidden == null;
  }

  private boolean checkSuperclass(TypeElement type) {
    TypeElement base = ClassReader.base(type);
    Problem problem = ClassReader.baseProblem(type);
    if (base != null && problem != null) {
      diagnostics.error(problem, type, base.getSimpleName());
      return false;
    }
    TypeMirror above = type.getSuperclass();
    if (name(above).equals(Library.superName(type))) {
      return true;
    } else if (above.getKind() == TypeKind.ERROR) {
      return false; // LateSuperclasses looks at it again, and javac says if it is missing
    }
    LateSuperclasses.report(type, diagnostics);
    return false;
  }

  private static String name(TypeMirror type) {
    return type instanceof DeclaredType declared
        ? declared.asElement().getSimpleName().toString()
        : "";
  }
}
