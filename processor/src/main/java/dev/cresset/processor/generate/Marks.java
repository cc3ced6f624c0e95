package dev.cresset.processor.generate;

import com.palantir.javapoet.ClassName;
import dev.cresset.processor.link.Guard;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/** The annotations on classes that are written. */
final class Marks {
  private static final ClassName GENERATED =
      ClassName.get("javax.annotation.processing", "Generated");

  private Marks() {}

  /**
   * What stands on a class that is written for {@code type}: by whom it was written, and that it
   * names what is deprecated where the user's class is or does so.
   *
   * @param guards the classes in it whose graphs were put in
   */
  static Text of(TypeElement type, Collection<Guard> guards, Elements elements) {
    Text.Builder marks = Text.builder();
    if (sees(type, elements)) {
      marks.add("@$T($S)\n", GENERATED, "dev.cresset.processor.ScriptProcessor");
    }
    Set<TypeElement> named = new LinkedHashSet<>(Set.of(type));
    for (Guard guard : guards) {
      TypeElement child = elements.getTypeElement(guard.className());
      if (child != null) {
        named.add(child);
      }
    }
    if (named.stream().anyMatch(each -> namesDeprecated(each, elements))) {
      marks.add("@SuppressWarnings({\"deprecation\", \"removal\"})\n");
    }
    return marks.build();
  }

  /** Whether the code around {@code type} may name {@code @Generated}, of module java.compiler. */
  private static boolean sees(TypeElement type, Elements elements) {
    ModuleElement module = elements.getModuleOf(type);
    return module == null
        || module.isUnnamed()
        || elements.getTypeElement(module, GENERATED.canonicalName()) != null;
  }

  private static boolean namesDeprecated(TypeElement type, Elements elements) {
    for (Element each = type; each instanceof TypeElement; each = each.getEnclosingElement()) {
      if (elements.isDeprecated(each)) {
        return true;
      }
    }
    return type.getEnclosedElements().stream()
        .anyMatch(member -> elements.isDeprecated(member) || isOfDeprecated(member, elements));
  }

  private static boolean isOfDeprecated(Element member, Elements elements) {
    if (member instanceof ExecutableElement method) {
      return isDeprecated(method.getReturnType(), elements)
          || method.getParameters().stream().anyMatch(each -> isOfDeprecated(each, elements));
    }
    return isDeprecated(member.asType(), elements);
  }

  private static boolean isDeprecated(TypeMirror type, Elements elements) {
    return type instanceof DeclaredType declared
        && (elements.isDeprecated(declared.asElement())
            || declared.getTypeArguments().stream().anyMatch(each -> isDeprecated(each, elements)));
  }
}
