package dev.cresset.nn;

import java.util.concurrent.atomic.AtomicInteger;

/** Ways to run that a call of a module asks about, each for the current thread. */
public final class Modes {
  /** How many scopes are open in all threads: as long as none is, asking costs one read. */
  private static final AtomicInteger OPEN = new AtomicInteger();

  private static final ThreadLocal<int[]> HERE = ThreadLocal.withInitial(() -> new int[1]);

  private Modes() {}

  /**
   * Runs the user's own {@code forward} methods, op by op, until the scope is closed: the meaning,
   * against which compiled code is checked.
   */
  public static Scope eager() {
    OPEN.incrementAndGet();
    HERE.get()[0]++;
    return new Scope(HERE.get());
  }

  /** Whether some special way to run is asked for, so that each module is called by itself. */
  public static boolean special() {
    return OPEN.get() > 0 && HERE.get()[0] > 0;
  }

  /** Whether compiled code may run. */
  public static boolean compiled() {
    return !special();
  }

  /** An open mode; closed in the thread that opened it. */
  public static final class Scope implements AutoCloseable {
    private final int[] count;
    private boolean open = true;

    private Scope(int[] count) {
      this.count = count;
    }

    @Override
    public void close() {
      if (open) {
        open = false;
        count[0]--;
        OPEN.decrementAndGet();
      }
    }
  }
}
