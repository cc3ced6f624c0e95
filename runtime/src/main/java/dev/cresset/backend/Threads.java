package dev.cresset.backend;

/**
 * How many threads share the work on the CPU, the caller's among them. At first as many as there
 * are processors, or what the property {@code cresset.threads} says. Results do not depend on it.
 */
public final class Threads {
  private static volatile int count =
      Math.max(
          1, Integer.getInteger("cresset.threads", Runtime.getRuntime().availableProcessors()));

  private Threads() {}

  /** How many threads share the work. As {@code torch.get_num_threads}. */
  public static int count() {
    return count;
  }

  /** Sets how many threads share the work. As {@code torch.set_num_threads}. */
  public static void set(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("threads: " + threads + "; there must be at least 1");
    }
    count = threads;
  }
}
