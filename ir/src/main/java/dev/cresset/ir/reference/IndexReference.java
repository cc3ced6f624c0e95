package dev.cresset.ir.reference;

import dev.cresset.ir.type.DType;
import dev.cresset.ir.type.None;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Ops that take elements from where numbers or truths say, or put them there. */
public final class IndexReference {
  private IndexReference() {}

  /** {@code index_select(self, dim, index)}. */
  public static NdArray indexSelect(Arguments in) {
    if (in.array(0).rank() == 0) {
      return in.array(0).copy();
    }
    NdArray self = in.array(0);
    int dim = self.dim(in.integer(1));
    NdArray index = in.array(2);
    NdArray result = NdArray.zeros(self.dtype(), Index.put(self.sizes(), dim, index.count()));
    for (long i = 0; i < index.count(); i++) {
      ShapeReference.select(result, dim, i)
          .copyFrom(ShapeReference.select(self, dim, index.whole(i)));
    }
    return result;
  }

  /** {@code gather(self, dim, index)}. */
  public static NdArray gather(Arguments in) {
    return gather(in.array(0), in.array(0).dim(in.integer(1)), in.array(2));
  }

  private static NdArray gather(NdArray self, int dim, NdArray index) {
    if (self.rank() == 0 || index.rank() == 0) {
      return gather(self.reshape(self.count()), 0, index.reshape(index.count()))
          .reshape(index.sizes());
    }
    NdArray result = NdArray.zeros(self.dtype(), index.sizes());
    for (long i = 0; i < index.count(); i++) {
      long[] at =
          Index.put(Index.of(i, index.sizes()), dim, wrapped(index.whole(i), self.size(dim)));
      result.set(i, self, Index.number(at, self.sizes()));
    }
    return result;
  }

  private static long wrapped(long index, long size) {
    if (index < -size || index >= size) {
      throw new IndexOutOfBoundsException(
          "index %d is out of bounds for dimension with size %d".formatted(index, size));
    }
    return index < 0 ? index + size : index;
  }

  /** {@code scatter(self, dim, index, src)}. */
  public static NdArray scatter(Arguments in) {
    NdArray result = in.array(0).copy();
    NdArray index = in.array(2);
    int dim = result.dim(in.integer(1));
    for (long i = 0; i < index.count(); i++) {
      long[] at = Index.of(i, index.sizes());
      long place = Index.number(Index.put(at, dim, index.whole(i)), result.sizes());
      if (in.get(3) instanceof NdArray source) {
        result.set(place, source, Index.number(at, source.sizes()));
      } else {
        result.set(place, NdArray.scalar(in.get(3)), 0);
      }
    }
    return result;
  }

  /** {@code scatter_add(self, dim, index, src)}. */
  public static NdArray scatterAdd(Arguments in) {
    NdArray result = in.array(0).copy();
    NdArray index = in.array(2);
    int dim = result.dim(in.integer(1));
    for (long i = 0; i < index.count(); i++) {
      long[] at = Index.of(i, index.sizes());
      result.add(Index.put(at, dim, index.whole(i)), in.array(3).real(at));
    }
    return result;
  }

  /** {@code index_add(self, dim, index, source, alpha)}. */
  public static NdArray indexAdd(Arguments in) {
    NdArray result = in.array(0).copy();
    int dim = result.dim(in.integer(1));
    for (long i = 0; i < in.array(2).count(); i++) {
      NdArray row = ShapeReference.select(result, dim, in.array(2).whole(i));
      NdArray more = ShapeReference.select(in.array(3), dim, i);
      for (long k = 0; k < row.count(); k++) {
        row.set(k, row.real(k) + in.real(4) * more.real(k));
      }
    }
    return result;
  }

  /** {@code index_copy(self, dim, index, source)}. */
  public static NdArray indexCopy(Arguments in) {
    NdArray result = in.array(0).copy();
    int dim = result.dim(in.integer(1));
    for (long i = 0; i < in.array(2).count(); i++) {
      ShapeReference.select(result, dim, in.array(2).whole(i))
          .copyFrom(ShapeReference.select(in.array(3), dim, i));
    }
    return result;
  }

  /** {@code index_fill(self, dim, index, value)}, of a number or an array of one. */
  public static NdArray indexFill(Arguments in) {
    NdArray result = in.array(0).copy();
    if (result.rank() == 0) {
      result = result.reshape(1);
    }
    int dim = result.dim(in.integer(1));
    NdArray value = in.get(3) instanceof NdArray array ? array : NdArray.scalar(in.get(3));
    for (long i = 0; i < in.array(2).count(); i++) {
      ShapeReference.select(result, dim, in.array(2).whole(i)).copyFrom(value);
    }
    return in.array(0).rank() == 0 ? result.reshape() : result;
  }

  /** {@code masked_select(self, mask)}. */
  public static NdArray maskedSelect(Arguments in) {
    long[] sizes = NdArray.broadcast(in.array(0).sizes(), in.array(1).sizes());
    NdArray self = in.array(0).expand(sizes);
    NdArray mask = in.array(1).expand(sizes);
    List<Long> kept = new ArrayList<>();
    for (long i = 0; i < mask.count(); i++) {
      if (mask.whole(i) != 0) {
        kept.add(i);
      }
    }
    NdArray result = NdArray.zeros(self.dtype(), kept.size());
    for (int i = 0; i < kept.size(); i++) {
      result.set(i, self, kept.get(i));
    }
    return result;
  }

  /** {@code masked_scatter(self, mask, source)}. */
  public static NdArray maskedScatter(Arguments in) {
    long[] sizes = NdArray.broadcast(in.array(0).sizes(), in.array(1).sizes());
    NdArray result = in.array(0).expand(sizes).copy();
    NdArray mask = in.array(1).expand(sizes);
    long next = 0;
    for (long i = 0; i < result.count(); i++) {
      if (mask.whole(i) != 0) {
        result.set(i, in.array(2), next++);
      }
    }
    return result;
  }

  /** {@code take(self, index)}. */
  public static NdArray take(Arguments in) {
    NdArray result = NdArray.zeros(in.array(0).dtype(), in.array(1).sizes());
    for (long i = 0; i < result.count(); i++) {
      result.set(i, in.array(0), wrapped(in.array(1).whole(i), in.array(0).count()));
    }
    return result;
  }

  /** {@code take_along_dim(self, indices, dim)}. */
  public static NdArray takeAlongDim(Arguments in) {
    NdArray self = in.array(0);
    NdArray index = in.array(1);
    if (in.isNone(2)) {
      return gather(self.reshape(self.count()), 0, index.reshape(index.count()));
    }
    int dim = self.dim(in.integer(2));
    long[] sizes =
        NdArray.broadcast(Index.put(self.sizes(), dim, 1), Index.put(index.sizes(), dim, 1));
    return gather(
        self.expand(Index.put(sizes, dim, self.size(dim))),
        dim,
        index.expand(Index.put(sizes, dim, index.size(dim))));
  }

  /** {@code nonzero(self)}. */
  public static NdArray nonzero(Arguments in) {
    return nonzero(in.array(0));
  }

  private static NdArray nonzero(NdArray self) {
    List<long[]> found = new ArrayList<>();
    for (long i = 0; i < self.count(); i++) {
      if (self.real(i) != 0) {
        found.add(Index.of(i, self.sizes()));
      }
    }
    NdArray result = NdArray.zeros(DType.I64, found.size(), self.rank());
    for (long i = 0; i < result.count(); i++) {
      result.setWhole(i, found.get((int) (i / self.rank()))[(int) (i % self.rank())]);
    }
    return result;
  }

  /** {@code one_hot(self, num_classes)}. */
  public static NdArray oneHot(Arguments in) {
    NdArray self = in.array(0);
    long classes = in.integer(1);
    for (long i = 0; i < self.count() && in.integer(1) < 0; i++) {
      classes = Math.max(classes, self.whole(i) + 1);
    }
    NdArray result = NdArray.zeros(DType.I64, Index.join(self.sizes(), classes));
    for (long i = 0; i < self.count(); i++) {
      result.setWhole(i * classes + self.whole(i), 1);
    }
    return result;
  }

  /** {@code index(self, indices)}: a list of arrays of numbers or truths, or None for all. */
  public static NdArray index(Arguments in) {
    Picked picked = Picked.of(in.array(0), in.list(1));
    NdArray result = NdArray.zeros(in.array(0).dtype(), picked.sizes);
    for (long i = 0; i < result.count(); i++) {
      result.set(i, in.array(0), picked.place(i));
    }
    return result;
  }

  /** {@code index_put(self, indices, values, accumulate)}. */
  public static NdArray indexPut(Arguments in) {
    NdArray result = in.array(0).copy();
    Picked picked = Picked.of(result, in.list(1));
    NdArray values = in.array(2).expand(picked.sizes);
    for (long i = 0; i < NdArray.count(picked.sizes); i++) {
      long place = picked.place(i);
      if (in.flag(3)) {
        result.set(place, result.real(place) + values.real(i));
      } else {
        result.set(place, values, i);
      }
    }
    return result;
  }

  /**
   * Which elements a list of indices picks. The indexed dimensions become those that the indices
   * broadcast to: where they stood if they stood side by side, else in front.
   */
  private static final class Picked {
    private final long[] selfSizes;
    private final NdArray[] indices;
    private final long[] shape;
    private final int front;
    private final long[] sizes;

    private Picked(long[] selfSizes, NdArray[] indices) {
      this.selfSizes = selfSizes;
      this.indices = indices;
      this.shape = NdArray.broadcast(Arrays.stream(indices).filter(each -> each != null).toList());
      int first = -1;
      int last = -1;
      long count = 0;
      for (int i = 0; i < indices.length; i++) {
        if (indices[i] != null) {
          first = first < 0 ? i : first;
          last = i;
          count++;
        }
      }
      front = last - first + 1 == count ? Math.max(first, 0) : 0;
      long[] made = new long[0];
      int kept = 0;
      for (int i = 0; i <= selfSizes.length; i++) {
        if (kept == front && (i == selfSizes.length || isPicked(i) || front == 0)) {
          made = Index.join(made, shape);
          kept++; // once
        }
        if (i < selfSizes.length && !isPicked(i)) {
          made = Index.join(made, selfSizes[i]);
          kept++;
        }
      }
      sizes = made;
    }

    private boolean isPicked(int dim) {
      return dim < indices.length && indices[dim] != null;
    }

    static Picked of(NdArray self, List<Object> given) {
      List<NdArray> all = new ArrayList<>();
      for (Object each : given) {
        if (each == None.NONE) {
          all.add(null);
        } else if (((NdArray) each).dtype() == DType.BOOL) {
          NdArray places = nonzero((NdArray) each);
          for (int dim = 0; dim < ((NdArray) each).rank(); dim++) {
            all.add(ShapeReference.select(places, 1, dim));
          }
        } else {
          all.add((NdArray) each);
        }
      }
      return new Picked(self.sizes(), all.toArray(new NdArray[0]));
    }

    /** The number in the array of the element that is number {@code number} of the picked. */
    long place(long number) {
      long[] at = Index.of(number, sizes);
      long[] inner = Arrays.copyOfRange(at, front, front + shape.length);
      long[] place = new long[selfSizes.length];
      int next = 0;
      for (int dim = 0; dim < place.length; dim++) {
        if (isPicked(dim)) {
          NdArray index = indices[dim].expand(shape);
          long picked = index.whole(Index.number(inner, shape));
          place[dim] = wrapped(picked, selfSizes[dim]);
        } else {
          next = next == front ? next + shape.length : next;
          place[dim] = at[next++];
        }
      }
      return Index.number(place, selfSizes);
    }
  }
}
