package dev.cresset.nn;

/** How a loss becomes one number. */
public enum Reduction {
  /** Not at all: one loss per element. */
  NONE("none", 0),
  /** Their mean; for weighted classes the weighted mean. */
  MEAN("mean", 1),
  /** Their sum. */
  SUM("sum", 2),
  /**
   * Their sum over the first size, for {@link KLDivLoss} alone: the divergence's own definition.
   */
  BATCH_MEAN("batchmean", 2);

  private final String torchName;
  private final long code;

  Reduction(String torchName, long code) {
    this.torchName = torchName;
    this.code = code;
  }

  /** PyTorch's word for it. */
  public String torchName() {
    return torchName;
  }

  /** The number that ops take for it. */
  public long code() {
    return code;
  }
}
