package dev.cresset.tensor;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Who is told of the ops that Java calls in this thread. Every eager op asks, which costs one read
 * as long as no thread is recorded.
 */
public final class Recording {
  private static final ThreadLocal<@Nullable Recorder> HERE = new ThreadLocal<>();

  /**
   * How many of these works run in all threads. It is read without a lock: the thread of one sees
   * at least its own.
   */
  private static int open;

  private Recording() {}

  /** Who records this thread; null if nobody does. */
  public static @Nullable Recorder here() {
    return open == 0 ? null : HERE.get();
  }

  /** Whether this thread is recorded. */
  public static boolean isOn() {
    return here() != null;
  }

  /** Refuses, where this thread is recorded, what no graph can hold. */
  public static void refuse(String what) {
    Recorder recorder = here();
    if (recorder != null) {
      recorder.refuse(what);
    }
  }

  /** What {@code work} gives, recorded by {@code recorder}; by nobody if that is null. */
  public static <R> R by(@Nullable Recorder recorder, Supplier<R> work) {
    Recorder before = HERE.get();
    count(1);
    HERE.set(recorder);
    try {
      return work.get();
    } finally {
      if (before == null) {
        HERE.remove();
      } else {
        HERE.set(before);
      }
      count(-1);
    }
  }

  private static synchronized void count(int more) {
    open += more;
  }
}
