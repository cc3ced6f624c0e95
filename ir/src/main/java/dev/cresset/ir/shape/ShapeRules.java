package dev.cresset.ir.shape;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Rules for ops that give the same elements, or folded ones, in other sizes. */
public final class ShapeRules {
  private ShapeRules() {}

  /** The sizes of the argument {@code name}. */
  public static ShapeRule sameAs(String name) {
    return ShapeRule.of(in -> in.lastSizes(name));
  }

  /** The sizes that the argument {@code name}, a list of ints, says. */
  public static ShapeRule named(String name) {
    return ShapeRule.of(
        in -> {
          List<Size> list = in.list(name);
          return list == null ? null : new Sizes(list);
        });
  }

  /** No sizes: one element. */
  public static ShapeRule one() {
    return ShapeRule.of(in -> new Sizes(List.of()));
  }

  /** {@code dim} folded, one dimension or several; all, if none is named. */
  public static @Nullable Sizes reduced(ShapeScope in) {
    Sizes self = in.sizes("self");
    Boolean keep = in.schema().indexOf("keepdim") < 0 ? Boolean.FALSE : in.flag("keepdim");
    if (self == null || keep == null) {
      return null;
    }
    long[] dims = in.isNone("dim") ? new long[0] : in.integers("dim");
    if (dims == null) {
      return keep ? Sizes.unknown(self.rank()) : null;
    }
    List<Integer> folded =
        dims.length == 0
            ? IntStream.range(0, self.rank()).boxed().toList()
            : LongStream.of(dims).mapToObj(self::dim).toList();
    List<Size> left = new ArrayList<>();
    for (int i = 0; i < self.rank(); i++) {
      if (!folded.contains(i)) {
        left.add(self.get(i));
      } else if (keep) {
        left.add(Size.of(1));
      }
    }
    return new Sizes(left);
  }

  /** As {@link #reduced}, twice: values and indices. */
  public static List<@Nullable Sizes> reducedTwice(ShapeScope in) {
    Sizes sizes = reduced(in);
    List<@Nullable Sizes> both = new ArrayList<>();
    both.add(sizes);
    both.add(sizes);
    return both;
  }

  /** {@code reshape(self, shape)} and {@code view(self, size)}. */
  public static ShapeRule reshape(String name) {
    return ShapeRule.of(
        in -> {
          List<Size> wanted = in.list(name);
          return wanted == null ? null : reshaped(in.sizes("self"), wanted);
        });
  }

  private static Sizes reshaped(@Nullable Sizes self, List<Size> wanted) {
    int open = -1;
    Size rest = Size.of(1);
    for (int i = 0; i < wanted.size(); i++) {
      if (wanted.get(i).is(-1)) {
        open = i;
      } else {
        rest = rest.times(wanted.get(i));
      }
    }
    Size count = self == null ? Size.UNKNOWN : self.count();
    Long known = count.known();
    Long other = rest.known();
    boolean fits =
        known == null
            || other == null
            || (open < 0 ? known.equals(other) : other != 0 && known % other == 0);
    if (!fits) {
      throw new ShapeMismatch(
          "%s has %s elements, which cannot become %s".formatted(self, count, wanted));
    }
    Sizes sizes = new Sizes(wanted);
    if (open < 0) {
      return sizes;
    }
    Size missing =
        other == null || other == 0 ? Size.UNKNOWN : other == 1 ? count : count.map(n -> n / other);
    return sizes.put(open, missing);
  }

  /** {@code flatten(self, start_dim, end_dim)}. */
  public static @Nullable Sizes flatten(ShapeScope in) {
    Sizes self = in.sizes("self");
    Long start = in.integer("start_dim");
    Long end = in.integer("end_dim");
    if (self == null || start == null || end == null) {
      return null;
    } else if (self.rank() == 0) {
      return Sizes.of(1);
    }
    int from = self.dim(start);
    int to = self.dim(end);
    if (to < from) {
      throw new ShapeMismatch("flatten() has invalid args: start_dim cannot come after end_dim");
    }
    Size flat = self.sub(from, to + 1).count();
    return self.sub(0, from).join(new Sizes(List.of(flat))).join(self.sub(to + 1, self.rank()));
  }

  /** {@code unflatten(self, dim, sizes)}. */
  public static @Nullable Sizes unflatten(ShapeScope in) {
    Sizes self = in.sizes("self");
    Long where = in.integer("dim");
    List<Size> wanted = in.list("sizes");
    if (self == null || where == null || wanted == null) {
      return null;
    }
    int dim = self.dim(where);
    Sizes parts = reshaped(self.sub(dim, dim + 1), wanted);
    return self.sub(0, dim).join(parts).join(self.sub(dim + 1, self.rank()));
  }

  /** {@code permute(self, dims)}. */
  public static @Nullable Sizes permute(ShapeScope in) {
    Sizes self = in.sizes("self");
    long[] dims = in.integers("dims");
    if (self == null || dims == null) {
      return null;
    } else if (dims.length != self.rank()) {
      throw new ShapeMismatch(
          "%s cannot be permuted by %d dimensions".formatted(self, dims.length));
    }
    return new Sizes(LongStream.of(dims).mapToObj(self::get).toList());
  }

  /** {@code transpose(self, dim0, dim1)}. */
  public static @Nullable Sizes transpose(ShapeScope in) {
    Sizes self = in.sizes("self");
    Long first = in.integer("dim0");
    Long second = in.integer("dim1");
    if (self == null || first == null || second == null || self.rank() == 0) {
      return self == null || self.rank() == 0 ? self : Sizes.unknown(self.rank());
    }
    int a = self.dim(first);
    int b = self.dim(second);
    return self.put(a, self.get(b)).put(b, self.get(a));
  }

  /** {@code t(self)}. */
  public static @Nullable Sizes t(ShapeScope in) {
    Sizes self = in.sizes("self");
    if (self == null || self.rank() < 2) {
      return self;
    } else if (self.rank() > 2) {
      throw new ShapeMismatch(
          "t() expects a tensor with <= 2 dimensions, but self is %s".formatted(self));
    }
    return new Sizes(List.of(self.get(1), self.get(0)));
  }

  /** {@code squeeze(self, dim)}. */
  public static @Nullable Sizes squeeze(ShapeScope in) {
    Sizes self = in.sizes("self");
    Long where = in.integer("dim");
    if (self == null || where == null) {
      return null;
    }
    int dim = self.dim(where);
    if (self.rank() == 0) {
      return self;
    }
    Size size = self.get(dim);
    return size.is(1) ? self.remove(dim) : size instanceof Size.Known ? self : null;
  }

  /** {@code unsqueeze(self, dim)}. */
  public static @Nullable Sizes unsqueeze(ShapeScope in) {
    Sizes self = in.sizes("self");
    Long where = in.integer("dim");
    if (self == null) {
      return null;
    }
    return where == null
        ? Sizes.unknown(self.rank() + 1)
        : self.add(Sizes.unknown(self.rank() + 1).dim(where), Size.of(1));
  }

  /** {@code expand(self, size)}; −1 leaves a size. */
  public static @Nullable Sizes expand(ShapeScope in) {
    Sizes self = in.sizes("self");
    List<Size> wanted = in.list("size");
    if (wanted == null) {
      return null;
    } else if (self == null) {
      return new Sizes(wanted.stream().map(size -> size.is(-1) ? Size.UNKNOWN : size).toList());
    }
    int extra = wanted.size() - self.rank();
    List<Size> made = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      Size mine = i < extra ? Size.of(1) : self.get(i - extra);
      Size size = wanted.get(i).is(-1) ? mine : wanted.get(i);
      if (extra < 0 || mine.differsFrom(size) && !mine.is(1)) {
        throw new ShapeMismatch("%s does not expand to %s".formatted(self, wanted));
      }
      made.add(size);
    }
    return new Sizes(made);
  }

  /** {@code select(self, dim, index)}. */
  public static @Nullable Sizes select(ShapeScope in) {
    Sizes self = in.sizes("self");
    Long where = in.integer("dim");
    if (self == null) {
      return null;
    } else if (where == null) {
      return Sizes.unknown(Math.max(0, self.rank() - 1));
    }
    int dim = self.dim(where);
    Long index = in.integer("index");
    Long size = self.get(dim).known();
    if (index != null && size != null && (index < -size || index >= size)) {
      throw new ShapeMismatch(
          "index %d is out of range for dimension %d of %s".formatted(index, dim, self));
    }
    return self.remove(dim);
  }

  /** {@code slice(self, dim, start, end, step)}. */
  public static @Nullable Sizes slice(ShapeScope in) {
    Sizes self = in.sizes("self");
    Long where = in.integer("dim");
    if (self == null || where == null) {
      return self == null ? null : Sizes.unknown(self.rank());
    }
    int dim = self.dim(where);
    Long size = self.get(dim).known();
    Long start = in.isNone("start") ? Long.valueOf(0) : in.integer("start");
    Long end = in.isNone("end") ? Long.valueOf(Long.MAX_VALUE) : in.integer("end");
    Long step = in.integer("step");
    if (size == null || start == null || end == null || step == null) {
      return self.put(dim, Size.UNKNOWN);
    }
    long from = place(start, size);
    long length = Math.max(0, place(end, size) - from);
    return self.put(dim, Size.of((length + step - 1) / step));
  }

  private static long place(long at, long size) {
    return Math.max(0, Math.min(at < 0 ? at + size : at, size));
  }

  /** {@code narrow(self, dim, start, length)}. */
  public static @Nullable Sizes narrow(ShapeScope in) {
    Sizes self = in.sizes("self");
    Long where = in.integer("dim");
    if (self == null || where == null) {
      return self == null ? null : Sizes.unknown(self.rank());
    }
    return self.put(self.dim(where), in.size("length"));
  }

  /** {@code cat(tensors, dim)}. */
  public static @Nullable Sizes cat(ShapeScope in) {
    List<@Nullable Sizes> all = in.all("tensors");
    Long where = in.integer("dim");
    Sizes first = all == null || all.isEmpty() ? null : all.get(0);
    if (all == null || where == null || first == null) {
      return null;
    }
    int dim = first.dim(where);
    Sizes joined = first;
    for (Sizes next : all.subList(1, all.size())) {
      joined = next == null ? joined.put(dim, Size.UNKNOWN) : joined(joined, next, dim);
    }
    return joined;
  }

  private static Sizes joined(Sizes before, Sizes next, int dim) {
    boolean fits = before.rank() == next.rank();
    Sizes joined = before;
    for (int i = 0; fits && i < next.rank(); i++) {
      if (i == dim) {
        joined = joined.put(i, before.get(i).plus(next.get(i)));
      } else {
        fits = !before.get(i).differsFrom(next.get(i));
        joined = joined.put(i, before.get(i).with(next.get(i)));
      }
    }
    if (!fits) {
      throw new ShapeMismatch(
          "cat: %s and %s must have the same sizes but in dimension %d"
              .formatted(before, next, dim));
    }
    return joined;
  }

  /** {@code stack(tensors, dim)}. */
  public static @Nullable Sizes stack(ShapeScope in) {
    List<@Nullable Sizes> all = in.all("tensors");
    Long where = in.integer("dim");
    Sizes first = all == null || all.isEmpty() ? null : all.get(0);
    if (all == null || where == null || first == null) {
      return null;
    }
    for (Sizes next : all) {
      boolean fits = next == null || next.rank() == first.rank();
      for (int i = 0; next != null && fits && i < next.rank(); i++) {
        fits = !first.get(i).differsFrom(next.get(i));
      }
      if (!fits) {
        throw new ShapeMismatch("stack: %s and %s must be of equal size".formatted(first, next));
      }
    }
    return first.add(Sizes.unknown(first.rank() + 1).dim(where), Size.of(all.size()));
  }

  /** {@code embedding(weight, indices)}. */
  public static @Nullable Sizes embedding(ShapeScope in) {
    Sizes indices = in.sizes("indices");
    Sizes weight = in.sizes("weight");
    Size width = weight == null ? Size.UNKNOWN : weight.get(-1);
    return indices == null ? null : indices.join(new Sizes(List.of(width)));
  }

  /** A loss for each target, or one for all where {@code reduction} says so. */
  public static @Nullable Sizes loss(ShapeScope in) {
    Long reduction = in.integer("reduction");
    if (reduction == null) {
      return null;
    }
    Sizes self = in.sizes("self");
    Sizes target = in.sizes("target");
    if (self != null && target != null && target.rank() == self.rank() - 1) {
      Sizes wanted = self.remove(self.rank() == 1 ? 0 : 1);
      for (int i = 0; i < wanted.rank(); i++) {
        if (wanted.get(i).differsFrom(target.get(i))) {
          throw new ShapeMismatch(
              "self is %s, target is %s; target must be %s".formatted(self, target, wanted));
        }
      }
    }
    return reduction == 0 ? target : new Sizes(List.of());
  }

  /** As {@link #loss}, and the sum of the weights. */
  public static List<@Nullable Sizes> losses(ShapeScope in) {
    List<@Nullable Sizes> both = new ArrayList<>();
    both.add(loss(in));
    both.add(new Sizes(List.of()));
    return both;
  }

  /** As many results as the op gives, all with the sizes of {@code self}. */
  public static List<@Nullable Sizes> allAsSelf(ShapeScope in) {
    return Collections.nCopies(in.schema().returns().size(), in.lastSizes("self"));
  }

  /** One element for each of {@code self}, or one for all where {@code reduction} says so. */
  public static @Nullable Sizes reducedLoss(ShapeScope in) {
    Long reduction = in.integer("reduction");
    if (reduction == null) {
      return null;
    }
    return reduction == 0 ? in.sizes("self") : new Sizes(List.of());
  }

  /** {@code topk(self, k, dim)}. */
  public static List<@Nullable Sizes> topk(ShapeScope in) {
    Sizes self = in.sizes("self");
    Long dim = in.integer("dim");
    Sizes sizes =
        self == null || dim == null || self.rank() == 0
            ? self
            : self.put(self.dim(dim), in.size("k"));
    return Collections.nCopies(2, dim == null ? null : sizes);
  }

  /** {@code index_select(self, dim, index)}. */
  public static @Nullable Sizes indexSelect(ShapeScope in) {
    Sizes self = in.sizes("self");
    Sizes index = in.sizes("index");
    Long dim = in.integer("dim");
    if (self == null || dim == null || self.rank() == 0) {
      return dim == null ? null : self;
    }
    return self.put(self.dim(dim), index == null ? Size.UNKNOWN : index.count());
  }

  /** {@code repeat(self, repeats)}. */
  public static @Nullable Sizes repeat(ShapeScope in) {
    Sizes self = in.sizes("self");
    List<Size> repeats = in.list("repeats");
    if (self == null || repeats == null) {
      return null;
    }
    int extra = repeats.size() - self.rank();
    if (extra < 0) {
      throw new ShapeMismatch(
          "%s cannot be repeated %s times: there are too few numbers".formatted(self, repeats));
    }
    List<Size> made = new ArrayList<>();
    for (int i = 0; i < repeats.size(); i++) {
      made.add(i < extra ? repeats.get(i) : self.get(i - extra).times(repeats.get(i)));
    }
    return new Sizes(made);
  }

  /** {@code constant_pad_nd(self, pad)}: before and after, from the last dimension on. */
  public static @Nullable Sizes pad(ShapeScope in) {
    Sizes self = in.sizes("self");
    List<Size> pad = in.list("pad");
    if (self == null || pad == null || pad.size() / 2 > self.rank()) {
      return null;
    }
    Sizes made = self;
    for (int i = 0; i < pad.size() / 2; i++) {
      int dim = self.rank() - 1 - i;
      made = made.put(dim, made.get(dim).plus(pad.get(2 * i)).plus(pad.get(2 * i + 1)));
    }
    return made;
  }

  /** {@code squeeze(self)}: known only if all sizes are. */
  public static @Nullable Sizes squeezeAll(ShapeScope in) {
    Sizes self = in.sizes("self");
    if (self == null || !self.all().stream().allMatch(Size.Known.class::isInstance)) {
      return null;
    }
    return new Sizes(self.all().stream().filter(size -> !size.is(1)).toList());
  }
}
