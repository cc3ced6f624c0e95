package dev.cresset.nn;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The line of the user's that is running. */
public final class UserLine {
  /** What stands between the caller of a tensor's method and here. */
  private static final Set<String> ASKING =
      Set.of("dev.cresset.Tensor", "dev.cresset.script.TraceRecorder", "dev.cresset.nn.UserLine");

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

  /** Whether what called a tensor's method is the user's. */
  public static boolean isCaller(Set<String> generated) {
    return StackWalker.getInstance()
        .walk(
            frames ->
                frames
                    .map(StackWalker.StackFrame::getClassName)
                    .filter(name -> !ASKING.contains(name))
                    .findFirst()
                    .filter(name -> isUsers(name, generated))
                    .isPresent());
  }

  private static boolean isUsers(String name, Set<String> generated) {
    return !Place.isLibrary(name)
        && !name.endsWith("_Graph")
        && !name.contains("_Graph$")
        && !generated.contains(name);
  }
}
