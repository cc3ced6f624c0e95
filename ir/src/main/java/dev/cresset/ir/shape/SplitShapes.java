package dev.cresset.ir.shape;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rules for ops that give a list: the sizes of its tensors; empty if their number is not known. */
public final class SplitShapes {
  private SplitShapes() {}

  /** {@code split(self, split_size, dim)}. */
  public static List<@Nullable Sizes> split(ShapeScope in) {
    Sizes self = in.sizes("self");
    Long each = in.integer("split_size");
    Long dim = in.integer("dim");
    Long size = self == null || dim == null ? null : self.get(dim).known();
    if (self == null || each == null || dim == null || size == null || each <= 0) {
      return List.of();
    }
    return equal(self, self.dim(dim), size, each);
  }

  /** {@code chunk(self, chunks, dim)}. */
  public static List<@Nullable Sizes> chunk(ShapeScope in) {
    Sizes self = in.sizes("self");
    Long chunks = in.integer("chunks");
    Long dim = in.integer("dim");
    Long size = self == null || dim == null ? null : self.get(dim).known();
    if (self == null || chunks == null || dim == null || size == null || chunks <= 0) {
      return List.of();
    }
    return equal(self, self.dim(dim), size, Math.max(1, (size + chunks - 1) / chunks));
  }

  private static List<@Nullable Sizes> equal(Sizes self, int dim, long size, long each) {
    List<@Nullable Sizes> parts = new ArrayList<>();
    for (long from = 0; from < Math.max(1, size); from += each) {
      parts.add(self.put(dim, Size.of(Math.min(each, size - from))));
    }
    return parts;
  }

  /** {@code split_with_sizes(self, split_sizes, dim)}. */
  public static List<@Nullable Sizes> splitWithSizes(ShapeScope in) {
    Sizes self = in.sizes("self");
    List<Size> lengths = in.list("split_sizes");
    Long dim = in.integer("dim");
    if (self == null || lengths == null || dim == null) {
      return List.of();
    }
    Size total = lengths.stream().reduce(Size.of(0), Size::plus);
    if (total.differsFrom(self.get(dim))) {
      throw new ShapeMismatch(
          "%s cannot be split into %s: they add up to %s, not to %s"
              .formatted(self, lengths, total, self.get(dim)));
    }
    List<@Nullable Sizes> parts = new ArrayList<>();
    lengths.forEach(length -> parts.add(self.put(self.dim(dim), length)));
    return parts;
  }

  /** {@code unbind(self, dim)}. */
  public static List<@Nullable Sizes> unbind(ShapeScope in) {
    Sizes self = in.sizes("self");
    Long dim = in.integer("dim");
    Long size = self == null || dim == null ? null : self.get(dim).known();
    return self == null || dim == null || size == null
        ? List.of()
        : Collections.nCopies(Math.toIntExact(size), self.remove(self.dim(dim)));
  }
}
