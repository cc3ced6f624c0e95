package dev.cresset.backend;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Splits loops among threads. There is one pool; the caller works too, and work that is split
 * inside of split work stays on its thread. What is computed must not depend on how a range is cut:
 * sums are to be cut by {@link #each} at places that their sizes alone decide.
 */
public final class Parallel {
  /** The multiplications from which on it pays to wake other threads. */
  public static final long WORTH_THREADS = 200_000;

  private static final LinkedBlockingQueue<Job> JOBS = new LinkedBlockingQueue<>();
  private static final AtomicInteger STARTED = new AtomicInteger();
  private static final ThreadLocal<Boolean> INSIDE = ThreadLocal.withInitial(() -> false);

  private Parallel() {}

  /** Works on a part of a range. */
  @FunctionalInterface
  public interface Range {
    /** Works on {@code from} to {@code to}. */
    void run(int from, int to);
  }

  /** Works on one piece of a fixed cut. */
  @FunctionalInterface
  public interface Piece {
    /** Works on piece {@code index}. */
    void run(int index);
  }

  /**
   * Runs {@code work} on 0 to {@code n}, cut into at most as many parts as there are threads.
   *
   * @param grain the least number of elements for which a part of its own pays
   */
  public static void range(int n, int grain, Range work) {
    int parts = Math.min(Threads.count(), n / Math.max(grain, 1));
    if (parts <= 1 || INSIDE.get()) {
      if (n > 0) {
        work.run(0, n);
      }
      return;
    }
    // Whole tiles, so that no two threads write to one cache line.
    int tiles = (n + PointwiseKernel.TILE - 1) / PointwiseKernel.TILE;
    int cut = Math.min(parts, tiles);
    each(
        cut,
        p -> {
          int from = (int) ((long) tiles * p / cut) * PointwiseKernel.TILE;
          int to = p == cut - 1 ? n : (int) ((long) tiles * (p + 1) / cut) * PointwiseKernel.TILE;
          work.run(from, to);
        });
  }

  /** Runs {@code work} for each index below {@code pieces}, in any order, on all threads. */
  public static void each(int pieces, Piece work) {
    int helpers = Math.min(Threads.count(), pieces) - 1;
    if (helpers <= 0 || INSIDE.get()) {
      for (int i = 0; i < pieces; i++) {
        work.run(i);
      }
      return;
    }
    Job job = new Job(pieces, work);
    start(helpers);
    for (int h = 0; h < helpers; h++) {
      JOBS.add(job);
    }
    INSIDE.set(true);
    try {
      job.run();
    } finally {
      INSIDE.set(false);
    }
    job.await();
  }

  /**
   * As {@link #each(int, Piece)}; alone, if there is so little to compute that other threads would
   * come too late.
   *
   * @param operations about how many multiplications all pieces take
   */
  public static void each(int pieces, long operations, Piece work) {
    if (operations >= WORTH_THREADS) {
      each(pieces, work);
      return;
    }
    for (int i = 0; i < pieces; i++) {
      work.run(i);
    }
  }

  private static void start(int helpers) {
    int running = STARTED.get();
    while (running < helpers) {
      if (STARTED.compareAndSet(running, running + 1)) {
        Thread thread = new Thread(Parallel::serve, "cresset-" + (running + 1));
        thread.setDaemon(true);
        thread.start();
      }
      running = STARTED.get();
    }
  }

  private static void serve() {
    INSIDE.set(true);
    while (true) {
      try {
        JOBS.take().run();
      } catch (InterruptedException stop) {
        STARTED
            .decrementAndGet(); // whoever interrupts the pool's thread ends it; the next job starts
        // anew
        return;
      }
    }
  }

  /** Pieces that any number of threads take until none is left. */
  private static final class Job {
    private final int pieces;
    private final Piece work;
    private final AtomicInteger next = new AtomicInteger();
    private final CountDownLatch left;
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    Job(int pieces, Piece work) {
      this.pieces = pieces;
      this.work = work;
      this.left = new CountDownLatch(pieces);
    }

    void run() {
      for (int i = next.getAndIncrement(); i < pieces; i = next.getAndIncrement()) {
        try {
          work.run(i);
        } catch (RuntimeException | Error e) {
          failure.compareAndSet(null, e);
        } finally {
          left.countDown();
        }
      }
    }

    void await() {
      boolean interrupted = false;
      while (true) {
        try {
          left.await();
          break;
        } catch (InterruptedException e) {
          interrupted = true; // the pieces write to shared arrays: they must end before we return
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
      Throwable thrown = failure.get();
      if (thrown instanceof Error error) {
        throw error;
      }
      if (thrown != null) {
        throw (RuntimeException) thrown;
      }
    }
  }
}
