package dev.cresset.ir.shape;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rules for ops that slide a window over the last dimensions. */
public final class WindowShapes {
  private WindowShapes() {}

  /** {@code convolution(input, weight, bias, stride, padding, dilation, groups)}. */
  public static @Nullable Sizes convolution(ShapeScope in) {
    Sizes weight = in.sizes("weight");
    Sizes input = in.sizes("input");
    if (weight == null || input == null) {
      return null;
    }
    int dims = weight.rank() - 2;
    int channels = input.rank() - dims - 1;
    if (channels != 0 && channels != 1) {
      throw new ShapeMismatch(
          "input is %s, weight is %s; input must have %d or %d sizes"
              .formatted(input, weight, dims + 1, dims + 2));
    }
    Size wanted = weight.get(1).times(in.size("groups"));
    if (wanted.differsFrom(input.get(channels))) {
      throw new ShapeMismatch(
          "input is %s, weight is %s; input must have %s channels, not %s"
              .formatted(input, weight, wanted, input.get(channels)));
    }
    Sizes made = input.put(channels, weight.get(0));
    for (int i = 0; i < dims; i++) {
      int dim = channels + 1 + i;
      Size kernel = weight.get(2 + i);
      made =
          made.put(
              dim,
              slid(
                  input,
                  dim,
                  kernel,
                  at(in, "stride", i),
                  at(in, "padding", i),
                  at(in, "dilation", i),
                  false));
    }
    return made;
  }

  /** Element {@code i} of a list of ints; one stands for all. */
  private static Size at(ShapeScope in, String name, int i) {
    List<Size> list = in.list(name);
    if (list == null || list.isEmpty()) {
      return Size.UNKNOWN;
    }
    return list.get(list.size() == 1 ? 0 : i);
  }

  private static Size slid(
      Sizes input,
      int dim,
      Size kernel,
      Size stride,
      Size padding,
      Size dilation,
      @Nullable Boolean ceil) {
    Long size = input.get(dim).known();
    Long k = kernel.known();
    Long s = stride.known();
    Long p = padding.known();
    Long d = dilation.known();
    if (size == null || k == null || s == null || p == null || d == null || ceil == null) {
      return Size.UNKNOWN;
    }
    long room = size + 2 * p - d * (k - 1) - 1;
    if (room < 0) {
      throw new ShapeMismatch(
          "a window of %d does not fit into dimension %d of %s, padded by %d"
              .formatted(d * (k - 1) + 1, dim, input, p));
    }
    long count = (room + (ceil ? s - 1 : 0)) / s + 1;
    return Size.of(ceil && (count - 1) * s >= size + p ? count - 1 : count);
  }

  /** A pool over the last {@code dims}; one that also gives indices gives their sizes too. */
  public static ShapeRule pool(int dims) {
    return in -> Collections.nCopies(in.schema().returns().size(), pooled(in, dims));
  }

  private static @Nullable Sizes pooled(ShapeScope in, int dims) {
    Sizes self = in.sizes("self");
    if (self == null) {
      return null;
    }
    checkRank(self, dims);
    boolean dilates = in.schema().indexOf("dilation") >= 0;
    List<Size> strides = in.list("stride");
    boolean own = strides != null && !strides.isEmpty();
    Sizes made = self;
    for (int i = 0; i < dims; i++) {
      int dim = self.rank() - dims + i;
      Size kernel = at(in, "kernel_size", i);
      Size stride = strides == null ? Size.UNKNOWN : own ? at(in, "stride", i) : kernel;
      Size dilation = dilates ? at(in, "dilation", i) : Size.of(1);
      Size size =
          slid(self, dim, kernel, stride, at(in, "padding", i), dilation, in.flag("ceil_mode"));
      made = made.put(dim, size);
    }
    return made;
  }

  /** A pool that gives {@code output_size} over the last {@code dims}. */
  public static ShapeRule adaptive(int dims) {
    return in -> Collections.nCopies(in.schema().returns().size(), adapted(in, dims));
  }

  private static @Nullable Sizes adapted(ShapeScope in, int dims) {
    Sizes self = in.sizes("self");
    if (self == null) {
      return null;
    }
    checkRank(self, dims);
    List<Size> made = new ArrayList<>(self.all());
    for (int i = 0; i < dims; i++) {
      made.set(self.rank() - dims + i, at(in, "output_size", i));
    }
    return new Sizes(made);
  }

  private static void checkRank(Sizes self, int dims) {
    if (self.rank() != dims + 1 && self.rank() != dims + 2) {
      throw new ShapeMismatch(
          "self is %s and must have %d or %d sizes".formatted(self, dims + 1, dims + 2));
    }
  }

  /** Batch norm: as many channels as the factors have; statistics besides where it gives them. */
  public static List<@Nullable Sizes> batchNorm(ShapeScope in) {
    Sizes input = in.sizes("input");
    Size channels = Size.UNKNOWN;
    if (input != null) {
      if (input.rank() < 2) {
        throw new ShapeMismatch("input is %s and must have at least 2 sizes".formatted(input));
      }
      channels = input.get(1);
      for (String name : List.of("weight", "bias", "running_mean", "running_var")) {
        Sizes factors = in.sizes(name);
        if (factors != null && factors.rank() == 1 && factors.get(0).differsFrom(channels)) {
          throw new ShapeMismatch(
              "input is %s, %s is %s; both must have as many channels"
                  .formatted(input, name, factors));
        }
      }
    }
    List<@Nullable Sizes> all = new ArrayList<>();
    all.add(input);
    while (all.size() < in.schema().returns().size()) {
      all.add(new Sizes(List.of(channels)));
    }
    return all;
  }

  /** Layer norm: the last sizes are {@code normalized_shape}; statistics besides. */
  public static List<@Nullable Sizes> layerNorm(ShapeScope in) {
    Sizes input = in.sizes("input");
    List<Size> last = in.list("normalized_shape");
    Sizes statistics = input == null || last == null ? null : rows(input, last);
    List<@Nullable Sizes> all = new ArrayList<>();
    all.add(input);
    while (all.size() < in.schema().returns().size()) {
      all.add(statistics);
    }
    return all;
  }

  private static Sizes rows(Sizes input, List<Size> last) {
    Sizes rows = input;
    for (int i = 1; i <= last.size(); i++) {
      Size size = last.get(last.size() - i);
      if (i > input.rank() || input.get(-i).differsFrom(size)) {
        throw new ShapeMismatch(
            "input is %s; its last sizes must be %s".formatted(input, new Sizes(last)));
      }
      rows = rows.put(input.rank() - i, Size.of(1));
    }
    return rows;
  }
}
