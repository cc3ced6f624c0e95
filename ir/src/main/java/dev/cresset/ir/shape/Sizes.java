package dev.cresset.ir.shape;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * The sizes of a tensor whose number of dimensions is known.
 *
 * @param all one for each dimension
 */
public record Sizes(List<Size> all) {
  /** Sizes of these. */
  public Sizes {
    all = List.copyOf(all);
  }

  /** Numbers. */
  public static Sizes of(long... values) {
    return new Sizes(LongStream.of(values).mapToObj(Size::of).toList());
  }

  /** So many sizes, all of them unknown. */
  public static Sizes unknown(int rank) {
    return new Sizes(Collections.nCopies(rank, Size.UNKNOWN));
  }

  /** How many dimensions there are. */
  public int rank() {
    return all.size();
  }

  /** The size of dimension {@code dim}; −1 is the last. */
  public Size get(long dim) {
    return all.get(dim(dim));
  }

  /**
   * The dimension {@code dim}, counted from the end if below 0.
   *
   * @throws ShapeMismatch if there is none
   */
  public int dim(long dim) {
    int most = Math.max(1, rank());
    if (dim < -most || dim >= most) {
      throw new ShapeMismatch("%s has no dimension %d".formatted(this, dim));
    }
    return (int) (dim < 0 ? dim + most : dim);
  }

  /** Another size at {@code dim}. */
  public Sizes put(int dim, Size size) {
    List<Size> other = new ArrayList<>(all);
    other.set(dim, size);
    return new Sizes(other);
  }

  /** One more size, at {@code dim}. */
  public Sizes add(int dim, Size size) {
    List<Size> more = new ArrayList<>(all);
    more.add(dim, size);
    return new Sizes(more);
  }

  /** Without the size at {@code dim}. */
  public Sizes remove(int dim) {
    List<Size> fewer = new ArrayList<>(all);
    fewer.remove(dim);
    return new Sizes(fewer);
  }

  /** The sizes from one dimension to before another. */
  public Sizes sub(int from, int to) {
    return new Sizes(all.subList(from, to));
  }

  /** These sizes and others after them. */
  public Sizes join(Sizes other) {
    List<Size> both = new ArrayList<>(all);
    both.addAll(other.all);
    return new Sizes(both);
  }

  /** How many elements there are. */
  public Size count() {
    return all.stream().reduce(Size.of(1), Size::times);
  }

  /** What is known of sizes that are either these or the others; null if not even the number. */
  public @Nullable Sizes or(@Nullable Sizes other) {
    if (other == null || other.rank() != rank()) {
      return null;
    }
    List<Size> joined = new ArrayList<>();
    for (int i = 0; i < rank(); i++) {
      joined.add(all.get(i).or(other.all.get(i)));
    }
    return new Sizes(joined);
  }

  /**
   * The sizes in which both meet.
   *
   * @throws ShapeMismatch if they surely do not
   */
  public Sizes broadcast(Sizes other) {
    List<Size> met = new ArrayList<>();
    int most = Math.max(rank(), other.rank());
    for (int i = most; i > 0; i--) {
      Size mine = i <= rank() ? all.get(rank() - i) : Size.of(1);
      Size theirs = i <= other.rank() ? other.all.get(other.rank() - i) : Size.of(1);
      if (mine.differsFrom(theirs) && !mine.is(1) && !theirs.is(1)) {
        throw new ShapeMismatch(
            "%s and %s do not broadcast: %s and %s differ, and neither is 1"
                .formatted(this, other, mine, theirs));
      }
      met.add(broadcast(mine, theirs));
    }
    return new Sizes(met);
  }

  /** A number above 1 wins over what is not known, which must be it or 1. */
  private static Size broadcast(Size a, Size b) {
    if (a.is(1) || b.is(1)) {
      return a.is(1) ? b : a;
    }
    return a instanceof Size.Known ? a : b instanceof Size.Known ? b : a.or(b);
  }

  @Override
  public String toString() {
    return all.stream().map(Size::toString).collect(Collectors.joining(", ", "[", "]"));
  }
}
