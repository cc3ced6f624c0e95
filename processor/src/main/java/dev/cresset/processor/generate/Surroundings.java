package dev.cresset.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import dev.cresset.processor.generate.Code.Binds;
import dev.cresset.processor.script.ScriptField;
import dev.cresset.processor.script.ScriptMethod;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What compiled code needs to know of the classes around it. */
public interface Surroundings {

  /** The class of this canonical name; it must be there. */
  ClassName className(String canonicalName);

  /**
   * The signature of a method of a module or of a holder of functions, its body left out; null if
   * there is no such method, or if it is not scripted.
   */
  @Nullable ScriptMethod method(String owner, String name);

  /** Whether code in the package {@code from} may call a method of a module by its name. */
  boolean maySee(String owner, String method, String from);

  /**
   * A field of a module, its own or inherited, by the name that the graph has for it; null if there
   * is none.
   *
   * @param from the package of the code that reads it
   */
  @Nullable Attribute attribute(String owner, String key, String from);

  /** The Java type of a field, as it is declared; null if no class is found for a part of it. */
  @Nullable TypeName fieldType(String owner, String key);

  /** The type parameters of a class with their bounds. */
  List<TypeVariableName> typeParameters(String owner);

  /**
   * A field as code reads it.
   *
   * @param isPublic whether all code may read it
   * @param isInherited whether classes in other packages that extend its own may read it
   * @param through the class whose accessor reads it; null if the code may read it itself
   */
  record Attribute(
      ScriptField field, boolean isPublic, boolean isInherited, @Nullable ClassName through) {

    /** The field of {@code module}, as the user's Java has it. */
    Code of(Code module) {
      if (through == null) {
        return module.member(field.name());
      }
      return module.with(
          Text.of("$T.$L($L)", through, accessor(field.name()), module.text()), Binds.TIGHT);
    }
  }

  /** What the accessor of a field is called. */
  static String accessor(String field) {
    return field + "Of";
  }
}
