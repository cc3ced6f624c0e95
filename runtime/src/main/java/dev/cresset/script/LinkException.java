package dev.cresset.script;

/** Says why a module as it stands is no graph, and which part of it is to blame. */
public final class LinkException extends IllegalStateException {
  private static final long serialVersionUID = 1;

  LinkException(String message) {
    super(message);
  }
}
