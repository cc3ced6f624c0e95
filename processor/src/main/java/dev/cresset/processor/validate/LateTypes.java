package dev.cresset.processor.validate;

import dev.cresset.annotations.Script;
import dev.cresset.processor.extract.Diagnostics;
import dev.cresset.processor.extract.Library;
import dev.cresset.processor.extract.Problem;
import dev.cresset.processor.extract.TypeReader;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/**
 * Members whose types were not there when the superclass was written. Where they never come, javac
 * says so; where another processor wrote them, the superclass has gone without what it must name.
 */
public final class LateTypes {

  private LateTypes() {}

  /** The names of the members of {@code type} that its superclass has to go without. */
  public static Set<String> of(TypeElement type) {
    Set<String> names = new LinkedHashSet<>();
    told(type).stream()
        .filter(LateTypes::isMissing)
        .forEach(each -> names.add(each.getSimpleName().toString()));
    return names;
  }

  /** Reports those of {@code missing}, of a round before, that are there; true if none is. */
  public static boolean check(TypeElement type, Set<String> missing, Diagnostics diagnostics) {
    boolean none = true;
    for (Element each : told(type)) {
      if (missing.contains(each.getSimpleName().toString()) && !isMissing(each)) {
        diagnostics.error(Problem.LATE_TYPE, each, each.getSimpleName());
        none = false;
      }
    }
    return none;
  }

  /** What a superclass tells of: the fields and {@code forward}. */
  private static List<Element> told(TypeElement type) {
    return type.getEnclosedElements().stream()
        .filter(each -> !each.getModifiers().contains(Modifier.STATIC))
        .filter(each -> each instanceof VariableElement || isForward(each))
        .<Element>map(each -> each)
        .toList();
  }

  private static boolean isForward(Element each) {
    return each.getSimpleName().contentEquals("forward") && Library.has(each, Script.class);
  }

  private static boolean isMissing(Element element) {
    return element instanceof ExecutableElement method
        ? TypeReader.isMissing(method.getReturnType())
            || method.getParameters().stream().anyMatch(each -> TypeReader.isMissing(each.asType()))
        : TypeReader.isMissing(element.asType());
  }
}
