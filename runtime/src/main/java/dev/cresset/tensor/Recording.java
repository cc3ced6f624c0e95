package dev.cresset.tensor;

import org.jspecify.annotations.Nullable;

/**
 * Who is told of the ops that Java calls in this thread. Every eager op asks, which costs one read
 * as long as no thread is recorded.
 */
public final class Recording {
  private static final ThreadLocal<@Nullable Recorder> HERE = new ThreadLocal<>();

  /**
   * How many scopes are open in all threads. It is read without a lock: a thread that has opened
   * one sees at least its own.
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

  /** Lets {@code recorder} record this thread until the scope is closed; null lets nobody. */
  public static Scope by(@Nullable Recorder recorder) {
    count(1);
    Scope scope = new Scope(HERE.get());
    HERE.set(recorder);
    return scope;
  }

  private static synchronized void count(int more) {
    open += more;
  }

  /** Until it is closed, in the thread that opened it. */
  public static final class Scope implements AutoCloseable {
    private final @Nullable Recorder before;
    private boolean closed;

    private Scope(@Nullable Recorder before) {
      this.before = before;
    }

    @Override
    public void close() {
      if (!closed) {
        closed = true;
        if (before == null) {
          HERE.remove();
        } else {
          HERE.set(before);
        }
        count(-1);
      }
    }
  }
}
