package dev.cresset.nn;

import java.util.Locale;

/** How elements between those of the input are found. As {@code mode} of {@link Upsample}. */
public enum Interpolation {
  /** The nearest one above and left. */
  NEAREST,
  /** The nearest one by the middles of elements. As {@code nearest-exact}. */
  NEAREST_EXACT,
  /** A straight line between two, of signals. */
  LINEAR,
  /** The same down and right, of images. */
  BILINEAR,
  /** A cubic curve through four down and right, of images. */
  BICUBIC,
  /** A straight line in, down and right, of volumes. */
  TRILINEAR,
  /** The mean of the part that the element stands for. */
  AREA;

  /** PyTorch's word for it. */
  public String torchName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
