package dev.cresset.tools.progress;

import dev.cresset.data.DataLoader;
import dev.cresset.data.Example;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Iterator;
import java.util.Locale;
import java.util.NoSuchElementException;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * Goes through something and shows how far it is: a bar, the time, and what it is told. As {@code
 * tqdm}.
 *
 * <pre>
 * try (var batches = Progress.of(loader, "epoch 1")) {
 *   for (Example batch : batches) {
 *     ...
 *     batches.show("loss", loss.item());
 *   }
 * }
 * </pre>
 *
 * <p>The line is written over with {@code \r}; the last one stays.
 *
 * @param <T> what it goes through
 */
public final class Progress<T> implements Iterable<T>, AutoCloseable {
  private static final int WIDTH = 110;
  private static final Duration EVERY = Duration.ofMillis(200);

  private final Iterable<T> elements;
  private final ProgressBar bar;

  private Progress(Iterable<T> elements, long size, String title, PrintStream out) {
    this.elements = elements;
    this.bar =
        new ProgressBarBuilder()
            .setTaskName(title)
            .setInitialMax(size)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis((int) EVERY.toMillis())
            .setConsumer(new ConsoleProgressBarConsumer(out, WIDTH))
            .build();
  }

  /** Goes through the batches of a loader once, with a bar on {@code System.out}. */
  public static Progress<Example> of(DataLoader loader, String title) {
    return of(loader, loader.size(), title, System.out);
  }

  /**
   * Goes through {@code elements} once.
   *
   * @param size how many there are
   * @param title what stands before the bar
   * @param out where the bar is written
   */
  public static <T> Progress<T> of(Iterable<T> elements, long size, String title, PrintStream out) {
    return new Progress<>(elements, size, title, out);
  }

  @Override
  public Iterator<T> iterator() {
    Iterator<T> each = elements.iterator();
    return new Iterator<>() {
      private boolean begun;

      @Override
      public boolean hasNext() {
        return each.hasNext() || ended();
      }

      /** The last element is done when the next is asked for. */
      private boolean ended() {
        if (begun) {
          begun = false;
          bar.step();
        }
        return false;
      }

      @Override
      public T next() {
        if (!each.hasNext()) {
          throw new NoSuchElementException();
        }
        ended();
        begun = true;
        return each.next();
      }
    };
  }

  /** Shows a text behind the bar from now on. */
  public void show(String text) {
    bar.setExtraMessage(" " + text);
  }

  /** Shows a number behind the bar, with its name. */
  public void show(String name, double value) {
    show(String.format(Locale.ROOT, "%s %.4f", name, value));
  }

  /** Writes the line a last time and goes to the next. */
  @Override
  public void close() {
    bar.close();
  }
}
