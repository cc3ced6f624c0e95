package dev.cresset.tensor.forward;

import dev.cresset.ShapeException;
import dev.cresset.Tensor;
import dev.cresset.backend.Strided;
import dev.cresset.ir.type.DType;
import dev.cresset.tensor.eager.Elementwise;
import dev.cresset.tensor.eager.Factory;
import dev.cresset.tensor.eager.Index;
import dev.cresset.tensor.eager.Join;
import dev.cresset.tensor.eager.Matrix;
import dev.cresset.tensor.eager.Shape;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Images and volumes read at places that are computed; a program of recorded ops. */
public final class GridForward {
  private static final int LINEAR = 0;
  private static final int NEAREST = 1;
  private static final int CUBIC = 2;

  private GridForward() {}

  /** {@code [n, c, ..]} at the places {@code [n, .., dims]}: {@code [n, c, ..]}. */
  public static Tensor gridSampler(
      Tensor input, Tensor grid, long interpolationMode, long paddingMode, boolean alignCorners) {
    int dims = input.dim() - 2;
    if (dims < 2 || dims > 3 || grid.dim() != dims + 2) {
      throw new ShapeException(
          "grid_sampler(): expected 4D or 5D input and grid with same number of dimensions, but got input with sizes %s and grid with sizes %s"
              .formatted(Arrays.toString(input.sizes()), Arrays.toString(grid.sizes())));
    }
    if (grid.size(0) != input.size(0) || grid.size(-1) != dims) {
      throw new ShapeException(
          "grid_sampler(): expected grid to have the batch size of input and size %d in last dimension, but got grid with sizes %s and input with sizes %s"
              .formatted(dims, Arrays.toString(grid.sizes()), Arrays.toString(input.sizes())));
    }
    if (input.dtype() != grid.dtype() || Strided.count(input.sizes()) == 0) {
      throw new IllegalArgumentException(
          "grid_sampler(): expected input and grid of the same dtype, and no empty input, but they are %s %s and %s"
              .formatted(input.dtype(), Arrays.toString(input.sizes()), grid.dtype()));
    }
    if (interpolationMode == CUBIC && dims != 2) {
      throw new ShapeException("grid_sampler(): bicubic interpolation only supports 4D input");
    }
    long places = grid.numel() / Math.max(1, input.size(0) * dims);
    Tensor flat =
        Shape.reshape(
            input, new long[] {input.size(0), input.size(1), input.numel() / rows(input)});
    Tensor read = Shape.reshape(grid, new long[] {grid.size(0), 1, places, dims});
    Reader reader = new Reader(flat, (int) paddingMode, alignCorners, image(input));
    Tensor[] at = new Tensor[dims];
    for (int d = 0; d < dims; d++) { // the last size comes first
      Tensor one = Shape.select(read, -1, dims - 1 - d);
      Tensor place = reader.unnormalized(one, d);
      at[d] = interpolationMode == CUBIC ? place : reader.inside(place, d);
    }
    Tensor result =
        switch ((int) interpolationMode) {
          case LINEAR -> reader.linear(at, 0, new Tensor[dims], null);
          case NEAREST -> reader.nearest(at);
          case CUBIC -> reader.cubic(at);
          default ->
              throw new IllegalArgumentException(
                  "grid_sampler(): there is no interpolation mode " + interpolationMode);
        };
    long[] sizes = grid.sizes();
    long[] out = new long[dims + 2];
    System.arraycopy(sizes, 0, out, 0, dims + 1);
    System.arraycopy(sizes, 1, out, 2, dims);
    out[1] = input.size(1);
    return Shape.reshape(result, out);
  }

  private static long rows(Tensor input) {
    return input.size(0) * input.size(1);
  }

  private static long[] image(Tensor input) {
    return Arrays.copyOfRange(input.sizes(), 2, input.dim());
  }

  /**
   * Reads flattened images.
   *
   * @param flat {@code [n, c, elements]}
   * @param padding 0 for zeros, 1 for the border, 2 for reflection
   * @param sizes the sizes of an image
   */
  @SuppressWarnings("ArrayRecordComponent") // made and read here
  private record Reader(Tensor flat, int padding, boolean align, long[] sizes) {

    /** Places of −1 to 1 in elements of dimension {@code d}. */
    Tensor unnormalized(Tensor x, int d) {
      Tensor up = Elementwise.add(x, 1, 1);
      return align
          ? Elementwise.mul(up, (sizes[d] - 1) / 2.0)
          : Elementwise.div(Elementwise.sub(Elementwise.mul(up, sizes[d]), 1, 1), 2);
    }

    /** Places brought inside, as the padding says. */
    Tensor inside(Tensor x, int d) {
      return switch (padding) {
        case 0 -> x;
        case 1 -> Elementwise.clamp(x, 0, sizes[d] - 1);
        case 2 -> Elementwise.clamp(reflected(x, d), 0, sizes[d] - 1);
        default ->
            throw new IllegalArgumentException(
                "grid_sampler(): there is no padding mode " + padding);
      };
    }

    private Tensor reflected(Tensor x, int d) {
      double low = align ? 0 : -0.5;
      double span = align ? sizes[d] - 1 : sizes[d];
      if (span == 0) {
        return Elementwise.mul(x, 0);
      }
      Tensor away = Elementwise.abs(Elementwise.sub(x, low, 1));
      Tensor extra = Elementwise.fmod(away, span);
      Tensor flips = Elementwise.floor(Elementwise.div(Shape.detach(away), span));
      Tensor even = Elementwise.eq(Elementwise.remainder(flips, 2), 0);
      Tensor back = Elementwise.rsub(extra, span, 1);
      return Elementwise.add(Elementwise.where(even, extra, back), low, 1);
    }

    Tensor nearest(Tensor[] at) {
      Tensor[] corner = new Tensor[at.length];
      for (int d = 0; d < at.length; d++) {
        corner[d] = Elementwise.round(Shape.detach(at[d]));
      }
      return read(corner, null);
    }

    /** The sum over all corners, each weighed by the nearness of the place. */
    Tensor linear(Tensor[] at, int d, Tensor[] corner, @Nullable Tensor weight) {
      if (d == at.length) {
        return read(corner, weight);
      }
      Tensor floor = Elementwise.floor(Shape.detach(at[d]));
      Tensor rest = Elementwise.sub(at[d], floor, 1);
      Tensor[] other = corner.clone();
      corner[d] = floor;
      other[d] = Elementwise.add(floor, 1, 1);
      Tensor near = linear(at, d + 1, corner, times(weight, Elementwise.rsub(rest, 1, 1)));
      return Elementwise.add(near, linear(at, d + 1, other, times(weight, rest)), 1);
    }

    private static Tensor times(@Nullable Tensor weight, Tensor factor) {
      return weight == null ? factor : Elementwise.mul(weight, factor);
    }

    /** Sixteen neighbours, each brought inside by itself. */
    Tensor cubic(Tensor[] at) {
      Tensor rows = Elementwise.floor(Shape.detach(at[0]));
      Tensor columns = Elementwise.floor(Shape.detach(at[1]));
      Tensor down = Elementwise.sub(at[0], rows, 1);
      Tensor right = Elementwise.sub(at[1], columns, 1);
      Tensor sum = null;
      for (int i = -1; i <= 2; i++) {
        for (int j = -1; j <= 2; j++) {
          Tensor[] corner = {
            Elementwise.round(inside(Elementwise.add(rows, i, 1), 0)),
            Elementwise.round(inside(Elementwise.add(columns, j, 1), 1))
          };
          Tensor weight = Elementwise.mul(keys(down, i), keys(right, j));
          Tensor part = read(corner, weight);
          sum = sum == null ? part : Elementwise.add(sum, part, 1);
        }
      }
      return sum == null ? flat : sum;
    }

    /** Keys' cubic kernel with a = −¾ at the distance of a place from its neighbour {@code tap}. */
    private static Tensor keys(Tensor rest, int tap) {
      double a = -0.75;
      Tensor x = tap > 0 ? Elementwise.rsub(rest, tap, 1) : Elementwise.sub(rest, tap, 1);
      boolean near = tap == 0 || tap == 1;
      double cube = near ? a + 2 : a;
      double square = near ? -(a + 3) : -5 * a;
      double line = near ? 0 : 8 * a;
      double constant = near ? 1 : -4 * a;
      Tensor y = Elementwise.add(Elementwise.mul(x, cube), square, 1);
      y = Elementwise.add(Elementwise.mul(y, x), line, 1);
      return Elementwise.add(Elementwise.mul(y, x), constant, 1);
    }

    /** The elements at whole places, times {@code weight}; 0 where one is outside. */
    private Tensor read(Tensor[] corner, @Nullable Tensor weight) {
      Tensor number = null;
      Tensor present = null;
      for (int d = 0; d < corner.length; d++) {
        Tensor in =
            Elementwise.logicalAnd(
                Elementwise.ge(corner[d], 0), Elementwise.le(corner[d], sizes[d] - 1));
        present = present == null ? in : Elementwise.logicalAnd(present, in);
        Tensor whole =
            Shape.to(Elementwise.clamp(corner[d], 0, sizes[d] - 1), DType.I64, false, false, null);
        number =
            number == null ? whole : Elementwise.add(Elementwise.mul(number, sizes[d]), whole, 1);
      }
      if (number == null || present == null) {
        throw new IllegalStateException("an image has two sizes at least");
      }
      long[] all = {flat.size(0), flat.size(1), number.size(2)};
      Tensor elements = Index.gather(flat, 2, Shape.expand(number, all, false), false);
      Tensor kept = Elementwise.maskedFill(elements, Elementwise.logicalNot(present), 0);
      return weight == null ? kept : Elementwise.mul(kept, weight);
    }
  }

  /** Places {@code [n, .., dims]} of the elements of {@code size} after the maps {@code theta}. */
  public static Tensor affineGridGenerator(Tensor theta, long[] size, boolean alignCorners) {
    int dims = size.length - 2;
    if (dims < 2
        || dims > 3
        || theta.dim() != 3
        || theta.size(1) != dims
        || theta.size(2) != dims + 1
        || theta.size(0) != size[0]) {
      throw new ShapeException(
          "Expected a batch of %d affine matrices of shape [%d, %d] for size %s, but got %s"
              .formatted(
                  size.length == 0 ? 0 : size[0],
                  dims,
                  dims + 1,
                  Arrays.toString(size),
                  Arrays.toString(theta.sizes())));
    }
    long[] image = Arrays.copyOfRange(size, 2, size.length);
    long[] each = Arrays.copyOf(image, dims + 1);
    each[dims] = 1;
    Tensor[] columns = new Tensor[dims + 1];
    for (int d = 0; d < dims; d++) {
      long n = image[d];
      double end = n <= 1 ? 0 : alignCorners ? 1 : (n - 1.0) / n;
      Tensor line = Factory.linspace(-end, end, n, theta.dtype(), null, theta.device(), null);
      long[] beside = new long[dims + 1];
      Arrays.fill(beside, 1);
      beside[d] = n;
      columns[dims - 1 - d] = Shape.expand(Shape.reshape(line, beside), each, false);
    }
    columns[dims] = Views.zeros(theta, each);
    columns[dims] = Elementwise.add(columns[dims], 1, 1);
    Tensor base = Join.cat(Arrays.asList(columns), dims);
    Tensor rows = Shape.reshape(base, new long[] {1, Strided.count(image), dims + 1});
    Tensor all = Shape.expand(rows, new long[] {size[0], rows.size(1), dims + 1}, false);
    long[] out = new long[dims + 2];
    out[0] = size[0];
    System.arraycopy(image, 0, out, 1, dims);
    out[dims + 1] = dims;
    return Shape.reshape(Matrix.bmm(all, Shape.transpose(theta, 1, 2)), out);
  }
}
