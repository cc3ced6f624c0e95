package dev.cresset.data;

import dev.cresset.Generator;
import dev.cresset.tensor.Draws;
import java.util.Iterator;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Passes over a data set in batches. As {@code torch.utils.data.DataLoader}.
 *
 * <pre>
 * for (Example batch : new DataLoader(train, 64, shuffle(true), seed(1), workers(2))) {
 *   Tensor loss = lossOf.call(model.call(batch.input()), batch.target());
 * }
 * </pre>
 *
 * <p>The batches and their order are the same for any number of workers. An example that fails ends
 * the pass with a {@link DataException} at its place in the order.
 */
public final class DataLoader implements Iterable<Example> {
  private static final long IDLE_SECONDS = 1; // then a worker ends, also if a pass was broken off

  private final Dataset dataset;
  private final int batchSize;
  private final boolean shuffle;
  private final boolean dropLast;
  private final int workers;
  private final Generator generator;
  private final @Nullable ThreadPoolExecutor pool;

  /**
   * A loader of {@code dataset}.
   *
   * @param batchSize examples in a batch
   * @param options shuffle, seed or generator, workers (0 if absent: the caller's thread), dropLast
   */
  public DataLoader(Dataset dataset, int batchSize, LoaderOption... options) {
    boolean shuffle = false;
    boolean dropLast = false;
    int workers = 0;
    Generator generator = Generator.global();
    for (LoaderOption option : options) {
      if (option instanceof LoaderOption.Shuffle o) {
        shuffle = o.on();
      } else if (option instanceof LoaderOption.Source o) {
        generator = o.generator();
      } else if (option instanceof LoaderOption.Workers o) {
        workers = o.count();
      } else if (option instanceof LoaderOption.DropLast o) {
        dropLast = o.on();
      }
    }
    if (batchSize <= 0 || workers < 0) {
      throw new IllegalArgumentException(
          "batch size " + batchSize + " must be 1 or more, and workers " + workers + " 0 or more");
    }
    this.dataset = dataset;
    this.batchSize = batchSize;
    this.shuffle = shuffle;
    this.dropLast = dropLast;
    this.workers = workers;
    this.generator = generator;
    this.pool = workers == 0 ? null : pool(workers);
  }

  /** Whether the order is drawn anew for each pass. */
  public static LoaderOption shuffle(boolean on) {
    return new LoaderOption.Shuffle(on);
  }

  /** Draws the orders with a generator of this seed; the same seed gives the same orders. */
  public static LoaderOption seed(long seed) {
    return new LoaderOption.Source(new Generator(seed));
  }

  /** Draws the orders with {@code generator}; the global one if absent. */
  public static LoaderOption generator(Generator generator) {
    return new LoaderOption.Source(generator);
  }

  /** How many threads read ahead, two batches each. */
  public static LoaderOption workers(int count) {
    return new LoaderOption.Workers(count);
  }

  /** Whether a last batch that is not full is left out. */
  public static LoaderOption dropLast(boolean on) {
    return new LoaderOption.DropLast(on);
  }

  /** How many batches a pass has. */
  public long size() {
    long examples = dataset.size();
    return dropLast ? examples / batchSize : (examples + batchSize - 1) / batchSize;
  }

  /** The data set. */
  public Dataset dataset() {
    return dataset;
  }

  /** Begins a pass: draws its order. */
  @Override
  public Iterator<Example> iterator() {
    long[] order = shuffle ? Draws.permutation(dataset.size(), generator) : null;
    return pool == null
        ? new Pass(dataset, order, batchSize, size())
        : new WorkersPass(new Pass(dataset, order, batchSize, size()), pool, 2 * workers);
  }

  private static ThreadPoolExecutor pool(int workers) {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            workers,
            workers,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, "cresset-loader");
              thread.setDaemon(true);
              return thread;
            });
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }
}
