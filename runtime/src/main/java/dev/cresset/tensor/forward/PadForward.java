package dev.cresset.tensor.forward;

import dev.cresset.ShapeException;
import dev.cresset.Tensor;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What stands around a tensor: what the family of pads computes. */
public final class PadForward {
  private PadForward() {}

  /** Pads with a constant, or with elements of the tensor itself, dimension by dimension. */
  public static Tensor pad(Tensor self, long[] pad, String mode, @Nullable Double value) {
    if (mode.equals("constant")) {
      return JoinForward.constantPadNd(self, pad, value == null ? 0.0 : value);
    }
    check(self.sizes(), pad, mode);
    Tensor padded = self;
    for (int i = 0; i < pad.length / 2; i++) {
      int d = self.dim() - 1 - i;
      padded = IndexForward.indexSelect(padded, d, sources(self.size(d), pad, i, mode));
    }
    return padded;
  }

  /** The gradients of what was taken from each element of {@code size}, summed. */
  public static Tensor padBackward(Tensor dy, long[] size, long[] pad, String mode) {
    if (mode.equals("constant")) {
      return JoinForward.constantPadNd(dy, Arrays.stream(pad).map(p -> -p).toArray(), 0L);
    }
    Tensor sums = dy;
    for (int i = pad.length / 2 - 1; i >= 0; i--) {
      int d = size.length - 1 - i;
      long[] sizes = sums.sizes();
      sizes[d] = size[d];
      sums =
          IndexForward.indexAdd(
              Views.zeros(dy, sizes), d, sources(size[d], pad, i, mode), sums, 1L);
    }
    return sums;
  }

  private static void check(long[] sizes, long[] pad, String mode) {
    if (pad.length % 2 != 0 || pad.length > 2 * sizes.length) {
      throw new ShapeException(
          "Length of pad must be even and no more than twice the number of dimensions of the input;"
              + " pad is %s, the input %s".formatted(Arrays.toString(pad), Arrays.toString(sizes)));
    }
    for (int i = 0; i < pad.length; i++) {
      long size = sizes[sizes.length - 1 - i / 2];
      boolean fits =
          switch (mode) {
            case "reflect" -> pad[i] < size;
            case "circular" -> pad[i] <= size;
            case "replicate" -> size > 0;
            default ->
                throw new IllegalArgumentException(
                    "Unrecognised padding mode "
                        + mode
                        + "; there are constant, reflect,"
                        + " replicate, circular");
          };
      if (!fits) {
        throw new ShapeException(
            "Padding size should be less than the corresponding input dimension, but got: padding"
                + " %s at mode %s of input %s"
                    .formatted(Arrays.toString(pad), mode, Arrays.toString(sizes)));
      }
    }
  }

  /** Which element of a dimension each place of the padded one shows. */
  private static Tensor sources(long size, long[] pad, int pair, String mode) {
    long[] sources = new long[Math.toIntExact(size + pad[2 * pair] + pad[2 * pair + 1])];
    for (int i = 0; i < sources.length; i++) {
      long at = i - pad[2 * pair];
      sources[i] =
          switch (mode) {
            case "reflect" -> at < 0 ? -at : at >= size ? 2 * (size - 1) - at : at;
            case "replicate" -> Math.max(0, Math.min(size - 1, at));
            default -> Math.floorMod(at, size);
          };
    }
    return Tensor.of(sources);
  }
}
