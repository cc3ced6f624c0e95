package dev.cresset.nn;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The line of the user's that is running. */
public final class UserLine {
  private UserLine() {}

  /**
   * The innermost line on this thread's stack that is neither the library's nor Java's, and not of
   * a generated class.
   *
   * @param generated names of generated superclasses
   * @return null if there is none, or it has no number
   */
  public static @Nullable StackTraceElement here(Set<String> generated) {
    return StackWalker.getInstance()
        .walk(
            frames ->
                frames
                    .filter(frame -> isUsers(frame.getClassName(), generated))
                    .filter(frame -> frame.getLineNumber() > 0)
                    .findFirst()
                    .map(StackWalker.StackFrame::toStackTraceElement))
        .orElse(null);
  }

  private static boolean isUsers(String name, Set<String> generated) {
    return !Place.isLibrary(name)
        && !name.endsWith("_Graph")
        && !name.contains("_Graph$")
        && !generated.contains(name);
  }
}
