package dev.cresset.autograd;

import java.util.function.Supplier;

/** Whether ops are recorded, for each thread by itself. As {@code torch.is_grad_enabled}. */
public final class GradMode {
  private static final ThreadLocal<boolean[]> ENABLED =
      ThreadLocal.withInitial(() -> new boolean[] {true});

  private GradMode() {}

  /** Whether ops of this thread are recorded. */
  public static boolean enabled() {
    return ENABLED.get()[0];
  }

  /**
   * Switches recording on or off until the scope is closed. As {@code torch.set_grad_enabled}.
   *
   * <pre>{@code try (var scope = GradMode.set(false)) { ... }}</pre>
   */
  public static Scope set(boolean enabled) {
    boolean[] here = ENABLED.get();
    Scope scope = new Scope(here, here[0]);
    here[0] = enabled;
    return scope;
  }

  /** What {@code work} gives, none of it recorded. */
  public static <T> T off(Supplier<T> work) {
    Scope scope = set(false);
    try {
      return work.get();
    } finally {
      scope.close();
    }
  }

  /** The mode until it is closed, in the thread that opened it. */
  public static final class Scope implements AutoCloseable {
    private final boolean[] here;
    private final boolean before;

    private Scope(boolean[] here, boolean before) {
      this.here = here;
      this.before = before;
    }

    @Override
    public void close() {
      here[0] = before;
    }
  }
}
