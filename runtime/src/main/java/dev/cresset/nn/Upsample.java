package dev.cresset.nn;

import static dev.cresset.Functional.interpolate;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import java.util.Arrays;

/**
 * Brings signals, images or volumes to another size. As {@code torch.nn.Upsample}; with {@link
 * Interpolation#AREA}, too.
 */
public final class Upsample extends UpsampleModule {
  /** The sizes of the result, or one for all of them; empty if it is the factor that is given. */
  public final long[] size;

  /** What sizes are multiplied with, or one factor for all; empty if sizes are given. */
  public final double[] scaleFactor;

  /** How elements are found, in PyTorch's words. */
  public final String mode;

  /** Whether the corners stay where they are, not the edges. */
  public final boolean alignCorners;

  private final String text;

  /** By the nearest element. */
  public Upsample(Option.ForUpsample... options) {
    this(Interpolation.NEAREST, options);
  }

  /**
   * In this way; either {@code outputSize} or {@code scaleFactor} says how large.
   *
   * @throws IllegalArgumentException if both do, or neither does
   */
  public Upsample(Interpolation mode, Option.ForUpsample... options) {
    Option.OutputSize to = new Option.OutputSize();
    Option.ScaleFactor by = new Option.ScaleFactor();
    boolean corners = false;
    for (Option.ForUpsample option : options) {
      if (option instanceof Option.OutputSize o) {
        to = o;
      } else if (option instanceof Option.ScaleFactor o) {
        by = o;
      } else if (option instanceof Option.AlignCorners o) {
        corners = o.on();
      }
    }
    this.size = to.sizes();
    this.scaleFactor = by.factors();
    if ((size.length == 0) == (scaleFactor.length == 0)) {
      throw new IllegalArgumentException("give either outputSize(..) or scaleFactor(..)");
    }
    this.mode = mode.torchName();
    this.alignCorners = corners;
    this.text =
        size.length > 0
            ? "size=" + (size.length == 1 ? size[0] : ModuleText.tuple(size))
            : "scale_factor=" + factors(scaleFactor);
  }

  private static String factors(double[] factors) {
    String[] texts = Arrays.stream(factors).mapToObj(ModuleText::text).toArray(String[]::new);
    return texts.length == 1 ? texts[0] : "(" + String.join(", ", texts) + ")";
  }

  /** {@code [n, c, ..]} with one to three more sizes, and the same out with others. */
  @Script
  @Override
  public Tensor forward(Tensor input) {
    return interpolate(input, size, scaleFactor, mode, alignCorners);
  }

  @Override
  protected String extraRepr() {
    return text + ", mode=" + mode;
  }
}
