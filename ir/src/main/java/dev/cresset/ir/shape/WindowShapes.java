package dev.cresset.ir.shape;

import dev.cresset.ir.shape.ShapeMismatch.Wish;
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
    if (weight == null || weight.rank() < 2) {
      return null;
    }
    int dims = weight.rank() - 2;
    Sizes input = in.lastSizes("input");
    if (input == null) {
      input = Sizes.last(List.of());
    } else if (!input.mayHave(dims + 1) && !input.mayHave(dims + 2)) {
      throw new ShapeMismatch(
          "%s is %s, weight is %s; %s must have %d or %d sizes"
              .formatted(in.name("input"), input, weight, in.name("input"), dims + 1, dims + 2),
          new Wish(
              "input", (dims + 1) + " or " + (dims + 2) + " sizes", Size.UNKNOWN, Size.UNKNOWN));
    }
    Size channels = input.fromEnd(dims + 1);
    Size wanted = weight.get(1).times(in.size("groups"));
    if (wanted.differsFrom(channels)) {
      throw new ShapeMismatch(
          "%s is %s, weight is %s; %s must have %s channels, not %s"
              .formatted(in.name("input"), input, weight, in.name("input"), wanted, channels),
          new Wish("input", wanted + " channels", wanted, channels));
    }
    Sizes made = input.open() ? input.last(dims + 1) : input;
    made = made.put(made.rank() - dims - 1, weight.get(0));
    for (int i = 0; i < dims; i++) {
      Size kernel = weight.get(2 + i);
      Size stride = at(in, "stride", i);
      Size padding = at(in, "padding", i);
      int dim = made.rank() - dims + i;
      made = made.put(dim, slid(made, dim, kernel, stride, padding, at(in, "dilation", i), false));
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
    Size window = dilation.times(kernel.plus(-1)).plus(1);
    Size room = input.all().get(dim).plus(padding.times(2)).minus(window);
    if (Formula.bounds(room).most() < 0) {
      throw new ShapeMismatch(
          "a window of %s does not fit into dimension %d of %s, padded by %s"
              .formatted(window, dim, input, padding));
    } else if (Boolean.FALSE.equals(ceil)) {
      return room.dividedBy(stride).plus(1);
    }
    Long known = room.known();
    Long s = stride.known();
    Long size = input.all().get(dim).plus(padding).known();
    if (known == null || s == null || size == null || ceil == null) {
      return Size.UNKNOWN;
    }
    long count = (known + s - 1) / s + 1;
    return Size.of((count - 1) * s >= size ? count - 1 : count);
  }

  /** A pool over the last {@code dims}; one that also gives indices gives their sizes too. */
  public static ShapeRule pool(int dims) {
    return in -> Collections.nCopies(in.schema().returns().size(), pooled(in, dims));
  }

  private static @Nullable Sizes pooled(ShapeScope in, int dims) {
    Sizes self = in.lastSizes("self");
    if (self == null) {
      return null;
    }
    checkRank(self, dims);
    boolean dilates = in.schema().indexOf("dilation") >= 0;
    List<Size> strides = in.list("stride");
    boolean own = strides != null && !strides.isEmpty();
    Sizes made = self.open() ? self.last(Math.max(self.rank(), dims)) : self;
    for (int i = 0; i < dims; i++) {
      int dim = made.rank() - dims + i;
      Size kernel = at(in, "kernel_size", i);
      Size stride = strides == null ? Size.UNKNOWN : own ? at(in, "stride", i) : kernel;
      Size dilation = dilates ? at(in, "dilation", i) : Size.of(1);
      Size size =
          slid(made, dim, kernel, stride, at(in, "padding", i), dilation, in.flag("ceil_mode"));
      made = made.put(dim, size);
    }
    return made;
  }

  /** A pool that gives {@code output_size} over the last {@code dims}. */
  public static ShapeRule adaptive(int dims) {
    return in -> Collections.nCopies(in.schema().returns().size(), adapted(in, dims));
  }

  private static @Nullable Sizes adapted(ShapeScope in, int dims) {
    Sizes self = in.lastSizes("self");
    if (self == null) {
      self = Sizes.last(List.of());
    }
    checkRank(self, dims);
    Sizes made = self.open() ? self.last(Math.max(self.rank(), dims)) : self;
    for (int i = 0; i < dims; i++) {
      made = made.put(made.rank() - dims + i, at(in, "output_size", i));
    }
    return made;
  }

  private static void checkRank(Sizes self, int dims) {
    if (!self.mayHave(dims + 1) && !self.mayHave(dims + 2)) {
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
              "%s is %s, %s is %s; both must have as many channels"
                  .formatted(in.name("input"), input, name, factors),
              new Wish("input", factors.get(0) + " channels", factors.get(0), channels));
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
    Sizes input = in.lastSizes("input");
    List<Size> last = in.list("normalized_shape");
    Sizes statistics = input == null || last == null ? null : rows(in, input, last);
    List<@Nullable Sizes> all = new ArrayList<>();
    all.add(input);
    while (all.size() < in.schema().returns().size()) {
      all.add(statistics);
    }
    return all;
  }

  private static Sizes rows(ShapeScope in, Sizes input, List<Size> last) {
    Sizes rows = input.open() ? input.last(Math.max(input.rank(), last.size())) : input;
    for (int i = 1; i <= last.size(); i++) {
      Size size = last.get(last.size() - i);
      if (i > rows.rank() || rows.fromEnd(i).differsFrom(size)) {
        Sizes wanted = new Sizes(last);
        throw new ShapeMismatch(
            "%s is %s; its last sizes must be %s".formatted(in.name("input"), input, wanted),
            new Wish("input", "last sizes " + wanted, size, rows.fromEnd(i)));
      }
      rows = rows.put(rows.rank() - i, Size.of(1));
    }
    return rows;
  }
}
