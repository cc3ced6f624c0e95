package dev.cresset.script;

/**
 * A program has ended itself: {@code throw} or {@code assert} of a scripted method. As {@code
 * torch.jit.Error}.
 */
public final class ScriptException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String type;

  /**
   * What the program says.
   *
   * @param type the name of the exception's class as the program has it; empty if it has none
   */
  public ScriptException(String type, String message) {
    super(message);
    this.type = type;
  }

  /** The name of the exception's class as the program has it, {@code builtins.ValueError}. */
  public String type() {
    return type;
  }
}
