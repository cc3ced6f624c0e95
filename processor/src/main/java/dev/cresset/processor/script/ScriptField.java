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

  /** The name under which the graph and the state dict know the field; see {@link #key(String)}. */
  public String key() {
    return key(name);
  }

  /**
   * A Java name in PyTorch's case: {@code runningMean} is {@code running_mean}; a name without
   * capitals stays as it is.
   */
  public static String key(String javaName) {
    StringBuilder key = new StringBuilder();
    for (int i = 0; i < javaName.length(); i++) {
      char c = javaName.charAt(i);
      if (isCapital(javaName, i) && startsWord(javaName, i)) {
        key.append('_');
      }
      key.append(Character.toLowerCase(c));
    }
    return key.toString();
  }

  private static boolean startsWord(String name, int i) {
    return i > 0
        && name.charAt(i - 1) != '_'
        && (!isCapital(name, i - 1)
            || i + 1 < name.length() && Character.isLowerCase(name.charAt(i + 1)));
  }

  private static boolean isCapital(String name, int i) {
    return Character.isUpperCase(name.charAt(i));
  }
}
