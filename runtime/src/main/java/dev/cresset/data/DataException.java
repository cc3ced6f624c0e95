package dev.cresset.data;

/** An example could not be had; the cause is what the data set threw. */
public final class DataException extends RuntimeException {
  private final long index;

  /** The failure of the example number {@code index}. */
  public DataException(long index, RuntimeException cause) {
    super("example " + index + ": " + cause.getMessage(), cause);
    this.index = index;
  }

  /** The same failure with this thread's trace on top. */
  DataException(DataException failed) {
    super(failed.getMessage(), failed);
    this.index = failed.index;
  }

  /** The number of the example. */
  public long index() {
    return index;
  }
}
