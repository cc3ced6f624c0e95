package dev.cresset.processor.validate;

import dev.cresset.processor.extract.Diagnostics;
import dev.cresset.processor.extract.Library;
import dev.cresset.processor.extract.Problem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * Superclasses that were not there when their classes appeared. Once written, each must be that of
 * its own class, with the class's own type parameters; where it never comes, javac says so.
 */
public final class LateSuperclasses {
  private final Set<String> waiting = new LinkedHashSet<>();

  /** Superclasses of no class so far. */
  public LateSuperclasses() {}

  /** Looks at the superclass of {@code type} from the next round on. */
  public void add(TypeElement type) {
    boolean missing = type.getSuperclass().getKind() == TypeKind.ERROR;
    if (Library.isScriptedModule(type) && (missing || isOwn(type))) {
      waiting.add(type.getQualifiedName().toString());
    }
  }

  /** Reports those that are there now and are not what their classes should extend. */
  public void check(Elements elements, Types types, Diagnostics diagnostics) {
    for (String name : List.copyOf(waiting)) {
      TypeElement type = elements.getTypeElement(name);
      if (type == null) {
        waiting.remove(name); // javac lost it to an error, which it reports
      } else if (type.getSuperclass().getKind() != TypeKind.ERROR) {
        waiting.remove(name);
        if (!isOwn(type) || !hasOwnParameters(type, types)) {
          report(type, diagnostics);
        }
      }
    }
  }

  /**
   * Notes what classes should extend whose superclass has not come to be by the last round, as they
   * name another; that there is none of that name javac says.
   */
  public void noteMissing(Elements elements, Diagnostics diagnostics) {
    for (String name : waiting) {
      TypeElement type = elements.getTypeElement(name);
      if (type != null && !isOwn(type)) {
        diagnostics.note(Problem.SUPERCLASS, type, names(type));
      }
    }
  }

  /** Says what {@code type} is to extend. */
  static void report(TypeElement type, Diagnostics diagnostics) {
    diagnostics.error(Problem.SUPERCLASS, type, names(type));
  }

  /** The class, and as which it should be declared. */
  private static Object[] names(TypeElement type) {
    String parameters =
        type.getTypeParameters().stream()
            .map(TypeParameterElement::getSimpleName)
            .collect(Collectors.joining(", "));
    String own = parameters.isEmpty() ? "" : "<" + parameters + ">";
    return new Object[] {
      type.getSimpleName(), type.getSimpleName() + own, Library.superName(type) + own
    };
  }

  /** Whether {@code type} extends what is written for it, and not for another class. */
  private static boolean isOwn(TypeElement type) {
    return type.getSuperclass() instanceof DeclaredType above
        && above.asElement().getSimpleName().contentEquals(Library.superName(type));
  }

  private static boolean hasOwnParameters(TypeElement type, Types types) {
    List<? extends TypeMirror> given = ((DeclaredType) type.getSuperclass()).getTypeArguments();
    List<? extends TypeParameterElement> own = type.getTypeParameters();
    boolean same = given.size() == own.size();
    for (int i = 0; same && i < own.size(); i++) {
      same = types.isSameType(given.get(i), own.get(i).asType());
    }
    return same;
  }
}
