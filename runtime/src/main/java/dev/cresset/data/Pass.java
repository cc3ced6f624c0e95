package dev.cresset.data;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** One pass over a data set in the caller's thread. */
final class Pass implements Iterator<Example> {
  private final Dataset dataset;
  private final long @Nullable [] order;
  private final int batchSize;
  private final long batches;
  private long next;

  /**
   * A pass from the first batch on.
   *
   * @param order the numbers of the examples, or null for their own order
   */
  Pass(Dataset dataset, long @Nullable [] order, int batchSize, long batches) {
    this.dataset = dataset;
    this.order = order;
    this.batchSize = batchSize;
    this.batches = batches;
  }

  long batches() {
    return batches;
  }

  /** The batch number {@code number}, from 0 on; safe to be called from several threads. */
  Example batch(long number) {
    long from = number * batchSize;
    long[] indices = new long[(int) Math.min(batchSize, dataset.size() - from)];
    for (int i = 0; i < indices.length; i++) {
      indices[i] = order == null ? from + i : order[(int) from + i];
    }
    return dataset.batch(indices);
  }

  @Override
  public boolean hasNext() {
    return next < batches;
  }

  @Override
  public Example next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the pass has " + batches + " batches");
    }
    return batch(next++);
  }
}
