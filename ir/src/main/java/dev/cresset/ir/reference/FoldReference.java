package dev.cresset.ir.reference;

/** Windows of images as columns, and columns added into images. */
public final class FoldReference {
  private FoldReference() {}

  /** What one element of the columns has to do with one of the images. */
  private interface Meeting {
    void at(long[] column, long[] pixel);
  }

  /** {@code im2col(self, kernel_size, dilation, padding, stride)}. */
  public static NdArray im2col(Arguments in) {
    NdArray images = in.array(0);
    if (images.rank() == 3) {
      NdArray one = unfolded(ShapeReference.unsqueeze(images, 0), in);
      return ShapeReference.select(one, 0, 0);
    }
    return unfolded(images, in);
  }

  private static NdArray unfolded(NdArray images, Arguments in) {
    long[] kernel = in.integers(1, 2);
    long windows = high(in, images.size(2), 0, 1) * high(in, images.size(3), 1, 1);
    NdArray columns =
        NdArray.zeros(
            images.dtype(), images.size(0), images.size(1) * kernel[0] * kernel[1], windows);
    meet(in, 1, images.sizes(), (column, pixel) -> columns.set(column, images.real(pixel)));
    return columns;
  }

  /** {@code col2im(self, output_size, kernel_size, dilation, padding, stride)}. */
  public static NdArray col2im(Arguments in) {
    NdArray columns = in.array(0);
    if (columns.rank() == 2) {
      NdArray one = folded(ShapeReference.unsqueeze(columns, 0), in);
      return ShapeReference.select(one, 0, 0);
    }
    return folded(columns, in);
  }

  private static NdArray folded(NdArray columns, Arguments in) {
    long[] size = in.integers(1, 2);
    long[] kernel = in.integers(2, 2);
    long[] sizes = {columns.size(0), columns.size(1) / (kernel[0] * kernel[1]), size[0], size[1]};
    NdArray images = NdArray.zeros(columns.dtype(), sizes);
    meet(in, 2, sizes, (column, pixel) -> images.add(pixel, columns.real(column)));
    return images;
  }

  /** How many windows there are along dimension {@code d}. */
  private static long high(Arguments in, long size, int d, int first) {
    long reach = in.integers(first + 1, 2)[d] * (in.integers(first, 2)[d] - 1) + 1;
    return (size + 2 * in.integers(first + 2, 2)[d] - reach) / in.integers(first + 3, 2)[d] + 1;
  }

  /** Every pair of an element of the columns and the pixel that it stands for. */
  private static void meet(Arguments in, int first, long[] images, Meeting meeting) {
    long[] kernel = in.integers(first, 2);
    long[] dilation = in.integers(first + 1, 2);
    long[] padding = in.integers(first + 2, 2);
    long[] stride = in.integers(first + 3, 2);
    long wide = high(in, images[3], 1, first);
    long[] all = {images[0], images[1], kernel[0], kernel[1], high(in, images[2], 0, first), wide};
    Index.forEach(
        all,
        at -> {
          long row = at[4] * stride[0] - padding[0] + at[2] * dilation[0];
          long column = at[5] * stride[1] - padding[1] + at[3] * dilation[1];
          if (row >= 0 && row < images[2] && column >= 0 && column < images[3]) {
            long tap = (at[1] * kernel[0] + at[2]) * kernel[1] + at[3];
            meeting.at(
                new long[] {at[0], tap, at[4] * wide + at[5]},
                new long[] {at[0], at[1], row, column});
          }
        });
  }
}
