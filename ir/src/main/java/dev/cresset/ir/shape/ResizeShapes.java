package dev.cresset.ir.shape;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rules for ops that bring images to other sizes, or to columns. */
public final class ResizeShapes {
  private ResizeShapes() {}

  /** {@code resample(self, output_size, ..)}: the sizes after samples and channels change. */
  public static @Nullable Sizes resample(ShapeScope in) {
    Sizes self = in.sizes("self");
    long[] wanted = in.integers("output_size");
    if (self == null || wanted == null) {
      return null;
    }
    int dims = self.rank() - 2;
    if (dims < 1 || wanted.length != dims && wanted.length != 1) {
      throw new ShapeMismatch(
          "input is %s; it must have two sizes more than the %d that are asked for"
              .formatted(self, wanted.length));
    }
    Sizes made = self;
    for (int d = 0; d < dims; d++) {
      made = made.put(2 + d, Size.of(wanted[wanted.length == 1 ? 0 : d]));
    }
    return made;
  }

  /** {@code im2col(self, kernel_size, dilation, padding, stride)}. */
  public static @Nullable Sizes im2col(ShapeScope in) {
    Sizes self = in.sizes("self");
    long[] kernel = in.integers("kernel_size");
    if (self == null || kernel == null) {
      return null;
    }
    if (self.rank() != 3 && self.rank() != 4) {
      throw new ShapeMismatch("input is %s; it must have 3 or 4 sizes".formatted(self));
    }
    int channels = self.rank() - 3;
    Size taps = self.get(channels).times(Size.of(at(kernel, 0) * at(kernel, 1)));
    Size windows = Size.UNKNOWN;
    Long high = self.get(channels + 1).known();
    Long wide = self.get(channels + 2).known();
    if (high != null && wide != null) {
      windows = windows(in, high, wide);
    }
    return new Sizes(channels == 0 ? List.of(taps, windows) : List.of(self.get(0), taps, windows));
  }

  /** {@code col2im(self, output_size, kernel_size, dilation, padding, stride)}. */
  public static @Nullable Sizes col2im(ShapeScope in) {
    Sizes self = in.sizes("self");
    long[] wanted = in.integers("output_size");
    long[] kernel = in.integers("kernel_size");
    if (self == null || wanted == null || kernel == null) {
      return null;
    }
    if (self.rank() != 2 && self.rank() != 3) {
      throw new ShapeMismatch("input is %s; it must have 2 or 3 sizes".formatted(self));
    }
    Size windows = windows(in, at(wanted, 0), at(wanted, 1));
    if (windows.differsFrom(self.get(self.rank() - 1))) {
      throw new ShapeMismatch(
          "input is %s; %s windows fit into the result, so its last size must be that"
              .formatted(self, windows));
    }
    long taps = at(kernel, 0) * at(kernel, 1);
    Long columns = self.get(self.rank() - 2).known();
    if (columns != null && columns % taps != 0) {
      throw new ShapeMismatch(
          "input is %s; its size before the last must be a multiple of the window's %d elements"
              .formatted(self, taps));
    }
    Size channels = columns == null ? Size.UNKNOWN : Size.of(columns / taps);
    Size high = Size.of(at(wanted, 0));
    Size wide = Size.of(at(wanted, 1));
    return new Sizes(
        self.rank() == 2
            ? List.of(channels, high, wide)
            : List.of(self.get(0), channels, high, wide));
  }

  /** How many windows fit into an image. */
  private static Size windows(ShapeScope in, long high, long wide) {
    long[] kernel = in.integers("kernel_size");
    long[] dilation = in.integers("dilation");
    long[] padding = in.integers("padding");
    long[] stride = in.integers("stride");
    if (kernel == null || dilation == null || padding == null || stride == null) {
      return Size.UNKNOWN;
    }
    long count = 1;
    for (int d = 0; d < 2; d++) {
      long size = d == 0 ? high : wide;
      long room = size + 2 * at(padding, d) - at(dilation, d) * (at(kernel, d) - 1) - 1;
      if (room < 0) {
        throw new ShapeMismatch(
            "a window of %d does not fit into %d elements padded by %d"
                .formatted(at(dilation, d) * (at(kernel, d) - 1) + 1, size, at(padding, d)));
      }
      count *= room / at(stride, d) + 1;
    }
    return Size.of(count);
  }

  private static long at(long[] numbers, int d) {
    return numbers[numbers.length == 1 ? 0 : d];
  }

  /** {@code interpolate(input, size, ..)}: its sizes, or unknown ones where factors are given. */
  public static @Nullable Sizes interpolate(ShapeScope in) {
    Sizes input = in.sizes("input");
    List<Size> wanted = in.list("size");
    if (input == null || wanted == null) {
      return null;
    }
    Sizes made = input;
    for (int d = 2; d < input.rank(); d++) {
      boolean each = wanted.size() == input.rank() - 2;
      made =
          made.put(
              d,
              wanted.isEmpty() ? Size.UNKNOWN : wanted.get(each && wanted.size() > 1 ? d - 2 : 0));
    }
    return made;
  }

  /** {@code grid_sampler(input, grid, ..)}: samples and channels of the one, sizes of the other. */
  public static @Nullable Sizes gridSampler(ShapeScope in) {
    Sizes input = in.sizes("input");
    Sizes grid = in.sizes("grid");
    if (input == null || grid == null) {
      return null;
    }
    if (input.rank() != grid.rank() || input.get(0).differsFrom(grid.get(0))) {
      throw new ShapeMismatch(
          "input is %s, grid is %s; both must have as many sizes, and as many samples"
              .formatted(input, grid));
    }
    Sizes made = input;
    for (int d = 2; d < input.rank(); d++) {
      made = made.put(d, grid.get(d - 1));
    }
    return made;
  }

  /** {@code max_unpool(self, indices, output_size)}: the last sizes are those. */
  public static @Nullable Sizes maxUnpool(ShapeScope in) {
    Sizes self = in.sizes("self");
    List<Size> wanted = in.list("output_size");
    if (self == null || wanted == null) {
      return null;
    }
    Sizes made = self;
    for (int i = 0; i < wanted.size(); i++) {
      made = made.put(self.rank() - wanted.size() + i, wanted.get(i));
    }
    return made;
  }

  /** {@code pixel_shuffle(self, upscale_factor)}. */
  public static @Nullable Sizes pixelShuffle(ShapeScope in) {
    Sizes self = in.sizes("self");
    Long by = in.integer("upscale_factor");
    return self == null || by == null ? null : shuffled(self, by, true);
  }

  /** {@code pixel_unshuffle(self, downscale_factor)}. */
  public static @Nullable Sizes pixelUnshuffle(ShapeScope in) {
    Sizes self = in.sizes("self");
    Long by = in.integer("downscale_factor");
    return self == null || by == null ? null : shuffled(self, by, false);
  }

  private static Sizes shuffled(Sizes self, long by, boolean larger) {
    int rank = self.rank();
    if (rank < 3 || by <= 0) {
      throw new ShapeMismatch(
          "self is %s, the factor %d; there must be 3 sizes at least, and a positive factor"
              .formatted(self, by));
    }
    Sizes made = self;
    for (int d = rank - 3; d < rank; d++) {
      long factor = d == rank - 3 ? by * by : by;
      boolean grows = (d == rank - 3) != larger;
      Long size = self.get(d).known();
      if (!grows && size != null && size % factor != 0) {
        throw new ShapeMismatch(
            "self is %s; its dimension %d must be a multiple of %d".formatted(self, d, factor));
      }
      Size now =
          grows
              ? self.get(d).times(Size.of(factor))
              : size == null ? Size.UNKNOWN : Size.of(size / factor);
      made = made.put(d, now);
    }
    return made;
  }
}
