package dev.cresset.tensor;

import dev.cresset.Index;
import dev.cresset.Tensor;
import dev.cresset.ir.type.DType;
import dev.cresset.tensor.eager.Shape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tensor's brackets, as PyTorch reads them: from left to right each index takes its dimension of
 * what the ones before it have left; tensors of indices wait until the end and are taken together.
 */
final class Subscript {
  private final Index[] indices;
  private final List<@Nullable Tensor> places = new ArrayList<>();
  private Tensor x;
  private int dim;

  private Subscript(Tensor x, Index[] indices) {
    this.x = x;
    this.indices = indices;
  }

  static Tensor of(Tensor x, Index... indices) {
    if (named(indices, 0) > x.strided().dim()) {
      if (x.strided().dim() == 0) {
        throw new IndexOutOfBoundsException(
            "invalid index of a 0-dim tensor. Use `item()` to convert a 0-dim tensor to a number");
      }
      throw new IndexOutOfBoundsException(
          "too many indices for tensor of dimension " + x.strided().dim());
    }
    return new Subscript(x, indices).taken();
  }

  private Tensor taken() {
    for (int i = 0; i < indices.length; i++) {
      Index index = indices[i];
      if (index instanceof Index.All) {
        pass(1);
      } else if (index instanceof Index.Place place) {
        checkPlace(place.index());
        x = Shape.select(x, dim, place.index());
      } else if (index instanceof Index.Range range) {
        x = Shape.slice(x, dim, range.start(), range.end(), range.step());
        pass(1);
      } else if (index instanceof Index.NewAxis) {
        x = Shape.unsqueeze(x, dim);
        pass(1);
      } else if (index instanceof Index.Rest) {
        pass(x.dim() - dim - named(indices, i + 1));
      } else if (index instanceof Index.Places some) {
        places.add(some.indices());
        dim += dims(some);
      }
    }
    return places.stream().allMatch(place -> place == null)
        ? x
        : dev.cresset.tensor.eager.Index.index(x, places);
  }

  private void checkPlace(long place) {
    long size = x.strided().sizes()[dim];
    if (place < -size || place >= size) {
      throw new IndexOutOfBoundsException(
          "index %d is out of bounds for dimension %d with size %d".formatted(place, dim, size));
    }
  }

  private void pass(int count) {
    for (int i = 0; i < count; i++) {
      places.add(null);
    }
    dim += count;
  }

  /** How many dimensions the indices from {@code from} on take. */
  private static int named(Index[] indices, int from) {
    int count = 0;
    for (int i = from; i < indices.length; i++) {
      if (indices[i] instanceof Index.Places some) {
        count += dims(some);
      } else if (!(indices[i] instanceof Index.NewAxis || indices[i] instanceof Index.Rest)) {
        count++;
      }
    }
    return count;
  }

  private static int dims(Index.Places some) {
    DType dtype = some.indices().dtype();
    return dtype == DType.BOOL || dtype == DType.U8 ? some.indices().dim() : 1;
  }
}
