package dev.cresset.nn;

import java.util.Locale;

/** What the padding of a convolution consists of. */
public enum PaddingMode {
  /** Zeros. */
  ZEROS,
  /** The input mirrored at its edge, the edge itself once. */
  REFLECT,
  /** The edge's own value. */
  REPLICATE,
  /** The input again, from its other end. */
  CIRCULAR;

  /** PyTorch's word for it. */
  public String torchName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
