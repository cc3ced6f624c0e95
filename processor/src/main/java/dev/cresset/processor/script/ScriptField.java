package dev.cresset.processor.script;

/**
 * A field that a module registers, its own or inherited from a scripted base.
 *
 * @param owner canonical name of the class that declares it
 * @param persistent of a buffer: whether the state dict holds it
 */
public record ScriptField(
    String name, Kind kind, ScriptType type, String owner, boolean persistent, At at) {

  /** What a field is to its module. */
  public enum Kind {
    PARAMETER,
    BUFFER,
    /** A number, boolean, string, dtype, list of them or constant tensor. */
    CONSTANT,
    CHILD,
    /** A {@code ModuleList}, {@code Sequential} or other container. */
    CHILDREN
  }
}
