package dev.cresset.processor.script;

import dev.cresset.processor.script.JavaType.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A module as its superclass is written from it: everything but the bodies, so that a mistake in a
 * body leaves the superclass in place.
 *
 * @param script the class; its methods are the scripted ones, without bodies
 * @param typeParameters with their bounds; the superclass repeats them
 * @param base the module that this module extends, by {@code @Script(base = ..)}, or null
 * @param baseConstructors those of {@code base} that the superclass mirrors; empty without a base
 */
public record ModuleSignature(
    ScriptClass script,
    List<TypeParameter> typeParameters,
    @Nullable Named base,
    List<Constructor> baseConstructors) {

  public ModuleSignature {
    typeParameters = List.copyOf(typeParameters);
    baseConstructors = List.copyOf(baseConstructors);
  }

  /** A type parameter; one without bounds extends {@code Object}. */
  public record TypeParameter(String name, List<JavaType> bounds) {
    public TypeParameter {
      bounds = List.copyOf(bounds);
    }
  }

  /**
   * A constructor that subclasses may call.
   *
   * @param thrown checked exceptions that it declares
   */
  public record Constructor(List<Argument> arguments, boolean varargs, List<JavaType> thrown) {
    public Constructor {
      arguments = List.copyOf(arguments);
      thrown = List.copyOf(thrown);
    }
  }

  /** A parameter of a constructor. */
  public record Argument(String name, JavaType type) {}

  /**
   * The simple name of the generated superclass: {@code ResNetModule}, {@code Outer_BlockModule}.
   */
  public String superName() {
    return script.localName().replace('.', '_') + "Module";
  }

  /** The scripted {@code forward}, or null for a container without one. */
  public @Nullable ScriptMethod forward() {
    return script.methods().stream()
        .filter(method -> method.kind() == ScriptMethod.Kind.FORWARD)
        .findFirst()
        .orElse(null);
  }

  /**
   * Whether {@code forward} takes and gives one tensor, so that the module is a {@code Layer}. A
   * nullable second tensor may follow.
   */
  public boolean isLayer() {
    ScriptMethod forward = forward();
    if (forward == null || forward.returns() != ScriptType.Simple.TENSOR) {
      return false;
    }
    List<Parameter> parameters = forward.parameters();
    ScriptType mask = new ScriptType.OptionalOf(ScriptType.Simple.TENSOR);
    return !parameters.isEmpty()
        && parameters.get(0).type() == ScriptType.Simple.TENSOR
        && (parameters.size() == 1
            || parameters.size() == 2 && parameters.get(1).type().equals(mask));
  }

  /** The fields that the class itself declares; those of its base are told by the base. */
  public List<ScriptField> ownFields() {
    return script.fields().stream().filter(field -> field.owner().equals(script.name())).toList();
  }
}
