package dev.cresset.ir.shape;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * The sizes of a tensor whose number of dimensions is known, or the last sizes of one of which no
 * more is known.
 *
 * @param all one for each dimension
 * @param open whether there may be more before them
 */
public record Sizes(List<Size> all, boolean open) {
  /** Sizes of these. */
  public Sizes {
    all = List.copyOf(all);
  }

  /** Sizes of these, and no more. */
  public Sizes(List<Size> all) {
    this(all, false);
  }

  /** Last sizes, before which there may be more. */
  public static Sizes last(List<Size> all) {
    return new Sizes(all, true);
  }

  /** So many last sizes, all the same. */
  static Sizes last(int count, Size each) {
    return last(Collections.nCopies(count, each));
  }

  /** The last {@code count} sizes, before which there may be more; unknown where not known. */
  public Sizes last(int count) {
    List<Size> last = new ArrayList<>();
    for (int i = count; i > 0; i--) {
      last.add(fromEnd(i));
    }
    return last(last);
  }

  /** The size that is {@code place} from the end; 1 is the last. */
  public Size fromEnd(int place) {
    return place <= rank() ? all.get(rank() - place) : Size.UNKNOWN;
  }

  /** Whether there may be {@code rank} dimensions. */
  public boolean mayHave(int rank) {
    return open ? rank >= rank() : rank == rank();
  }

  /** Each size by itself made into another. */
  public Sizes map(UnaryOperator<Size> function) {
    return new Sizes(all.stream().map(function).toList(), open);
  }

  /** Numbers. */
  public static Sizes of(long... values) {
    return new Sizes(LongStream.of(values).mapToObj(Size::of).toList());
  }

  /** So many sizes, all of them unknown. */
  public static Sizes unknown(int rank) {
    return new Sizes(Collections.nCopies(rank, Size.UNKNOWN));
  }

  /** How many dimensions there are; if it is open, how many are known. */
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
    return new Sizes(other, open);
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
    return new Sizes(both, open);
  }

  /** How many elements there are. */
  public Size count() {
    return open ? Size.UNKNOWN : all.stream().reduce(Size.of(1), Size::times);
  }

  /** What is known of sizes that are either these or the others; null if nothing. */
  public @Nullable Sizes or(@Nullable Sizes other) {
    if (other == null) {
      return null;
    }
    boolean same = other.rank() == rank() && !open && !other.open;
    int known = Math.min(rank(), other.rank());
    List<Size> joined = new ArrayList<>();
    for (int i = known; i > 0; i--) {
      joined.add(fromEnd(i).or(other.fromEnd(i)));
    }
    return same ? new Sizes(joined) : informative(joined);
  }

  /** Last sizes; null if none of them is known. */
  private static @Nullable Sizes informative(List<Size> last) {
    return last.stream().allMatch(Size.UNKNOWN::equals) ? null : last(last);
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
      Size mine = orOne(i);
      Size theirs = other.orOne(i);
      if (mine.differsFrom(theirs) && mine.isNot(1) && theirs.isNot(1)) {
        throw new ShapeMismatch(
            "%s and %s do not broadcast: %s and %s differ, and neither is 1"
                .formatted(this, other, mine, theirs));
      }
      met.add(broadcast(mine, theirs));
    }
    return new Sizes(met, open || other.open);
  }

  private Size orOne(int place) {
    return place <= rank() || open ? fromEnd(place) : Size.of(1);
  }

  /** What is surely no 1 wins over what is not known, which must be it or 1. */
  private static Size broadcast(Size a, Size b) {
    if (a.is(1) || b.is(1)) {
      return a.is(1) ? b : a;
    }
    return a.equals(b) || a.isNot(1) ? a : b.isNot(1) ? b : Size.UNKNOWN;
  }

  @Override
  public String toString() {
    String first = !open ? "[" : all.isEmpty() ? "[..." : "[..., ";
    return all.stream().map(Size::toString).collect(Collectors.joining(", ", first, "]"));
  }
}
