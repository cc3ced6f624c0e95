package dev.cresset.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ParallelTest {
  private final int before = Threads.count();

  @AfterEach
  void restore() {
    Threads.set(before);
  }

  @Test
  void everyElementIsVisitedOnceForAnyNumberOfThreads() {
    for (int threads = 1; threads <= 5; threads++) {
      Threads.set(threads);
      AtomicIntegerArray visits = new AtomicIntegerArray(10_001);
      Parallel.range(
          visits.length(),
          100,
          (from, to) -> {
            for (int i = from; i < to; i++) {
              visits.incrementAndGet(i);
            }
          });
      for (int i = 0; i < visits.length(); i++) {
        assertThat(visits.get(i)).isEqualTo(1);
      }
    }
  }

  @Test
  void whatFailsInAnyThreadFailsForTheCaller() {
    Threads.set(3);
    assertThatThrownBy(
            () ->
                Parallel.each(
                    20,
                    i -> {
                      if (i == 13) {
                        throw new IllegalStateException("thirteen");
                      }
                    }))
        .hasMessage("thirteen");
  }

  @Test
  void splitWorkMaySplitAgain() {
    Threads.set(2);
    AtomicIntegerArray visits = new AtomicIntegerArray(16);
    Parallel.each(4, i -> Parallel.each(4, j -> visits.incrementAndGet(4 * i + j)));
    assertThat(visits.toString()).isEqualTo("[1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]");
  }
}
