package dev.cresset.data;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** One pass whose batches are made ahead of time by other threads, and given out in order. */
final class WorkersPass implements Iterator<Example> {
  private final Pass pass;
  private final ExecutorService pool;
  private final Queue<Future<Example>> ahead = new ArrayDeque<>();
  private long asked;

  WorkersPass(Pass pass, ExecutorService pool, int readAhead) {
    this.pass = pass;
    this.pool = pool;
    for (int i = 0; i < readAhead; i++) {
      ask();
    }
  }

  @Override
  public boolean hasNext() {
    return !ahead.isEmpty();
  }

  @Override
  public Example next() {
    Future<Example> batch = ahead.poll();
    if (batch == null) {
      throw new NoSuchElementException("the pass has " + pass.batches() + " batches");
    }
    ask();
    try {
      return batch.get();
    } catch (ExecutionException e) {
      ahead.forEach(later -> later.cancel(true));
      ahead.clear();
      Throwable cause = e.getCause();
      if (cause instanceof DataException failed) {
        throw new DataException(failed);
      } else if (cause instanceof Error error) {
        throw error;
      } else if (cause instanceof RuntimeException failure) {
        throw failure; // what the caller's own thread would have thrown
      }
      throw new IllegalStateException("a batch could not be made: " + cause, cause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for a batch", e);
    }
  }

  private void ask() {
    if (asked < pass.batches()) {
      long number = asked++;
      ahead.add(pool.submit(() -> pass.batch(number)));
    }
  }
}
