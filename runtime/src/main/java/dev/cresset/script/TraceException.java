package dev.cresset.script;

/** Says why what Java did is no graph, and where it did it. */
public final class TraceException extends IllegalStateException {
  private static final long serialVersionUID = 1;

  TraceException(String message) {
    super(message);
  }
}
