package dev.cresset.nn;

import dev.cresset.ShapeException;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Errors that leave a call say where they arose: the user's line, and the module's path as far out
 * as they have come, as in {@code (Digits.java:12, in blocks.0.conv1)}. Called by generated code
 * where something failed; a call that succeeds pays nothing.
 */
public final class Failure {
  /** The places of errors on their way. */
  private static final Map<Throwable, Place> PLACES =
      Collections.synchronizedMap(new WeakHashMap<>());

  private Failure() {}

  /**
   * As {@link #in(NnModule, RuntimeException, Class, String)}, of a module that runs as written.
   */
  public static RuntimeException in(NnModule module, RuntimeException error) {
    return in(module, error, null, "");
  }

  /**
   * What to throw in place of {@code error}: one of its class, whose message tells the place. One
   * that the user's code threw itself, or of a class that is not Java's or ours, is left as it is.
   *
   * @param module the module that was called; null for a function
   * @param compiled the class of its compiled form, or null
   * @param lines for the lines of that class the user's, as {@code 87 Digits.java:12, in conv1}
   */
  public static RuntimeException in(
      @Nullable NnModule module,
      RuntimeException error,
      @Nullable Class<?> compiled,
      String lines) {
    StackTraceElement[] trace = error.getStackTrace();
    if (trace.length == 0 || !Place.isLibrary(trace[0].getClassName())) {
      return error;
    }
    Place known = PLACES.get(error);
    Place place = known == null ? new Place(error.getMessage()) : known;
    place.leave(module, new GeneratedLines(compiled, lines), trace);
    RuntimeException placed = like(error, place.message());
    if (placed == null) {
      return error;
    }
    placed.setStackTrace(trace);
    placed.initCause(error.getCause());
    for (Throwable suppressed : error.getSuppressed()) {
      placed.addSuppressed(suppressed);
    }
    PLACES.put(placed, place);
    return placed;
  }

  private static @Nullable RuntimeException like(RuntimeException error, @Nullable String message) {
    Class<?> type = error.getClass();
    if (type == ShapeException.class) {
      return new ShapeException(String.valueOf(message));
    } else if (type == IllegalArgumentException.class) {
      return new IllegalArgumentException(message);
    } else if (type == IllegalStateException.class) {
      return new IllegalStateException(message);
    } else if (type == IndexOutOfBoundsException.class) {
      return new IndexOutOfBoundsException(message);
    } else if (type == UnsupportedOperationException.class) {
      return new UnsupportedOperationException(message);
    }
    return type == ArithmeticException.class ? new ArithmeticException(message) : null;
  }
}
