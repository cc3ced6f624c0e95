package dev.cresset.processor.script;

import java.util.List;

/**
 * A method with its body.
 *
 * @param kind how it is called
 * @param visible false for private methods, which get no public compiled form
 */
public record ScriptMethod(
    String name,
    Kind kind,
    boolean visible,
    List<Parameter> parameters,
    ScriptType returns,
    List<Statement> body,
    At at) {

  /** How a method is called, and what it becomes. */
  public enum Kind {
    /** The one scripted {@code forward} of a module. */
    FORWARD,
    /** Another {@code @Script} method of a module, or a private helper that one calls. */
    METHOD,
    /** A {@code @Script static} method over tensors. */
    FUNCTION,
    /** A {@code @Script static float} method: one function applied to every element. */
    POINTWISE
  }

  public ScriptMethod {
    parameters = List.copyOf(parameters);
    body = List.copyOf(body);
  }
}
