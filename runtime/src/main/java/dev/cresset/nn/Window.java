package dev.cresset.nn;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The options of layers that slide a window over one to three sizes, read: lists of sizes, and
 * their texts as Python prints what was given, {@code 3} or {@code (3, 2)}.
 */
final class Window {

  /** Sizes, and how they were given. */
  record Sizes(long[] sizes, String text) {

    /** The same size for each of {@code rank}. */
    static Sizes all(int rank, long size) {
      long[] sizes = new long[rank];
      Arrays.fill(sizes, size);
      return new Sizes(sizes, Long.toString(size));
    }

    /** A size for each. */
    static Sizes each(long... sizes) {
      return new Sizes(sizes, ModuleText.tuple(sizes));
    }

    static Sizes of(Option.Kernel2d kernel) {
      return each(kernel.height(), kernel.width());
    }

    static Sizes of(Option.Kernel3d kernel) {
      return each(kernel.sizes());
    }

    /** The sizes as a tuple, however they were given. */
    String tuple() {
      return ModuleText.tuple(sizes);
    }

    boolean allAre(long size) {
      return Arrays.stream(sizes).allMatch(s -> s == size);
    }
  }

  private final int rank;
  Sizes stride;
  Sizes padding;
  Sizes dilation;
  Sizes outputPadding;
  boolean strideGiven;
  boolean same;
  PaddingMode mode = PaddingMode.ZEROS;
  long groups = 1;
  boolean bias = true;
  boolean ceilMode;
  boolean countIncludePad = true;
  @Nullable Long divisor;

  private Window(int rank, Sizes stride) {
    this.rank = rank;
    this.stride = stride;
    this.padding = Sizes.all(rank, 0);
    this.dilation = Sizes.all(rank, 1);
    this.outputPadding = Sizes.all(rank, 0);
  }

  /**
   * What {@code options} say.
   *
   * @param stride the step if they say nothing of it
   */
  static Window of(int rank, Sizes stride, Option... options) {
    Window window = new Window(rank, stride);
    for (Option option : options) {
      window.read(option);
    }
    return window;
  }

  /** A copy of what is put on {@code count} sides. */
  static long[] sides(int count, long[] padding) {
    if (padding.length != count) {
      throw new IllegalArgumentException(
          "padding is one number or %d, not %s".formatted(count, ModuleText.tuple(padding)));
    }
    return padding.clone();
  }

  /** How a pool of powers prints; a step that was not given is not known. */
  String powers(double normType, String kernel) {
    return "norm_type=%s, kernel_size=%s, stride=%s, ceil_mode=%s"
        .formatted(
            ModuleText.text(normType),
            kernel,
            strideGiven ? stride.text() : "None",
            ModuleText.text(ceilMode));
  }

  /** How a window whose elements become columns prints. */
  String columns(Sizes kernel) {
    return "kernel_size=%s, dilation=%s, padding=%s, stride=%s"
        .formatted(kernel.text(), dilation.text(), padding.text(), stride.text());
  }

  private void read(Option option) {
    strideGiven |=
        option instanceof Option.Stride
            || option instanceof Option.Stride2d
            || option instanceof Option.Stride3d;
    if (option instanceof Option.Stride o) {
      stride = Sizes.all(rank, o.size());
    } else if (option instanceof Option.Stride2d o) {
      stride = Sizes.each(o.height(), o.width());
    } else if (option instanceof Option.Stride3d o) {
      stride = Sizes.each(o.depth(), o.height(), o.width());
    } else if (option instanceof Option.Padding o) {
      padding = Sizes.all(rank, o.size());
    } else if (option instanceof Option.Padding2d o) {
      padding = Sizes.each(o.height(), o.width());
    } else if (option instanceof Option.Padding3d o) {
      padding = Sizes.each(o.depth(), o.height(), o.width());
    } else if (option instanceof Option.OutputPadding o) {
      outputPadding = Sizes.all(rank, o.size());
    } else if (option instanceof Option.OutputPadding2d o) {
      outputPadding = Sizes.each(o.height(), o.width());
    } else if (option instanceof Option.OutputPadding3d o) {
      outputPadding = Sizes.each(o.depth(), o.height(), o.width());
    } else if (option instanceof Option.SamePadding) {
      same = true;
    } else if (option instanceof Option.PaddingModeOption o) {
      mode = o.mode();
    } else if (option instanceof Option.Dilation o) {
      dilation = Sizes.all(rank, o.size());
    } else if (option instanceof Option.Dilation2d o) {
      dilation = Sizes.each(o.height(), o.width());
    } else if (option instanceof Option.Dilation3d o) {
      dilation = Sizes.each(o.depth(), o.height(), o.width());
    } else if (option instanceof Option.Groups o) {
      groups = o.count();
    } else if (option instanceof Option.Bias o) {
      bias = o.present();
    } else if (option instanceof Option.CeilMode o) {
      ceilMode = o.on();
    } else if (option instanceof Option.CountIncludePad o) {
      countIncludePad = o.on();
    } else if (option instanceof Option.DivisorOverride o) {
      divisor = o.divisor();
    }
  }
}
