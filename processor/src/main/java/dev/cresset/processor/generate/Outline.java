package dev.cresset.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import dev.cresset.processor.script.ScriptField;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * A module class as far as its signatures tell it; its superclass is written from this alone. It
 * lives no longer than the round it was read in.
 *
 * @param visible whether other packages see the class
 * @param base the module that it extends, or null
 * @param fields what it registers itself, in the order of its source
 * @param forward its one scripted {@code forward}, or null
 * @param compiled whether there will be a compiled form of it
 * @param graphs the classes that will hold its graphs, its own and those of its bases
 */
record Outline(
    TypeElement type,
    boolean visible,
    @Nullable TypeElement base,
    List<Field> fields,
    @Nullable ExecutableElement forward,
    boolean compiled,
    List<ClassName> graphs) {

  /** What a field is to its module. */
  enum Kind {
    PARAMETER,
    BUFFER,
    CHILD,
    CONSTANT
  }

  /**
   * A field that {@code visit} tells.
   *
   * @param persistent of a buffer: whether the state dict holds it
   */
  record Field(String name, Kind kind, TypeMirror type, boolean persistent) {

    /** The name under which the graph and the state dict know it. */
    String key() {
      return ScriptField.key(name);
    }
  }

  Outline {
    fields = List.copyOf(fields);
    graphs = List.copyOf(graphs);
  }

  /** The class's name. */
  ClassName name() {
    return ClassName.get(type);
  }

  /** The class's name with its own type parameters as arguments. */
  TypeName self() {
    return Signatures.applied(name(), typeParameters());
  }

  /** The class's type parameters. */
  List<TypeVariableName> typeParameters() {
    return Signatures.typeParameters(type);
  }

  /** The name of the superclass that is written for it. */
  ClassName superclass() {
    return superclassOf(type);
  }

  /** The name of the superclass of a module: {@code Outer_InnerModule} for {@code Outer.Inner}. */
  static ClassName superclassOf(TypeElement type) {
    ClassName name = ClassName.get(type);
    return ClassName.get(name.packageName(), String.join("_", name.simpleNames()) + "Module");
  }
}
