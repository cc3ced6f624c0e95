package dev.cresset;

/**
 * Dimensions that a reduction keeps, each with size 1. As {@code keepdim=True}; made by {@link
 * Functional#keepDims}.
 *
 * @param dims the dimensions; negative ones count from the last
 */
public record KeepDims(int... dims) {

  /** These dimensions. */
  public KeepDims {
    dims = dims.clone();
  }

  @Override
  public int[] dims() {
    return dims.clone();
  }
}
