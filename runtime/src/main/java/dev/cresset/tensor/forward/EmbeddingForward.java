package dev.cresset.tensor.forward;

import dev.cresset.ShapeException;
import dev.cresset.Tensor;
import dev.cresset.backend.Parallel;
import dev.cresset.ir.type.DType;
import dev.cresset.tensor.eager.Elementwise;
import dev.cresset.tensor.eager.Embedding;
import dev.cresset.tensor.eager.Index;
import dev.cresset.tensor.eager.Shape;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Rows of a table looked up by number: what the family of embedding ops computes. */
public final class EmbeddingForward {
  private static final int GRAIN = 32768;

  private EmbeddingForward() {}

  /** The row of {@code weight} for each index. */
  public static Tensor embedding(
      Tensor weight, Tensor indices, long paddingIdx, boolean scaleGradByFreq, boolean sparse) {
    if (weight.dim() != 2) {
      throw new ShapeException(
          "'weight' must be 2-D, but it is " + Arrays.toString(weight.sizes()));
    }
    long[] rows = rows(indices, weight.size(0));
    int width = (int) weight.size(1);
    Tensor table = Views.contiguous(weight);
    Tensor result = Views.zeros(weight, Views.with(indices.sizes(), indices.dim(), width));
    Cells cells = new Cells(table, result);
    int start = table.strided().start();
    int piece = Math.max(1, GRAIN / Math.max(1, width));
    Parallel.each(
        (rows.length + piece - 1) / piece,
        p -> {
          int end = Math.min(rows.length, (p + 1) * piece);
          for (int i = p * piece; i < end; i++) {
            cells.copy(start + (int) rows[i] * width, i * width, width);
          }
        });
    return result;
  }

  /** The gradient of a table of {@code numWeights} rows. */
  public static Tensor embeddingDenseBackward(
      Tensor gradOutput,
      Tensor indices,
      long numWeights,
      long paddingIdx,
      boolean scaleGradByFreq) {
    long[] rows = rows(indices, numWeights);
    int width = (int) gradOutput.size(-1);
    DType dtype = gradOutput.dtype() == DType.F64 ? DType.F64 : DType.F32;
    Tensor grad = Views.contiguous(as(gradOutput, dtype));
    Tensor result = Views.zeros(grad, numWeights, width);
    double[] scales = scaleGradByFreq ? scales(rows, (int) numWeights) : null;
    Tensor scaled = scales == null ? grad : scaled(grad, rows, scales, width);
    Cells cells = new Cells(scaled, result);
    int start = scaled.strided().start();
    // Each thread owns columns, so that every row is summed in the order of the indices.
    int columns = Math.max(16, Math.min(width, GRAIN / Math.max(1, rows.length)));
    Parallel.each(
        (width + columns - 1) / columns,
        p -> {
          int from = p * columns;
          int n = Math.min(columns, width - from);
          for (int i = 0; i < rows.length; i++) {
            if (rows[i] != paddingIdx) {
              cells.add(start + i * width + from, (int) rows[i] * width + from, n);
            }
          }
        });
    return as(result, gradOutput.dtype());
  }

  /** Scales each row of the table that an index names, if its norm is greater, to maxNorm. */
  public static Tensor embeddingRenorm_(
      Tensor self, Tensor indices, double maxNorm, double normType) {
    long[] rows = Arrays.stream(rows(indices, self.size(0))).sorted().distinct().toArray();
    Tensor named = IndexForward.indexSelect(self, 0, Tensor.of(rows));
    double[] norms =
        ReductionForward.linalgVectorNorm(named, normType, new long[] {1}, false, DType.F64)
            .toDoubleArray();
    for (int i = 0; i < rows.length; i++) {
      if (norms[i] > maxNorm) {
        double scale = maxNorm / (norms[i] + 1e-7);
        double[] row = ShapeForward.select(named, 0, i).toDoubleArray();
        for (int j = 0; j < row.length; j++) {
          row[j] *= scale;
        }
        Views.copy(Tensor.fromBlob(row, row.length), ShapeForward.select(self, 0, rows[i]));
      }
    }
    self.strided().storage().written();
    return self;
  }

  private static long[] rows(Tensor indices, long count) {
    if (indices.dtype() != DType.I64 && indices.dtype() != DType.I32) {
      throw new IllegalArgumentException(
          ("Expected tensor for argument #1 'indices' to have one of the following scalar types:"
                  + " Long, Int; but got %s instead")
              .formatted(indices.dtype().printName()));
    }
    long[] rows = indices.toLongArray();
    for (long row : rows) {
      if (row < 0 || row >= count) {
        throw new IndexOutOfBoundsException(
            "index out of range in self: %d of %d rows".formatted(row, count));
      }
    }
    return rows;
  }

  private static double[] scales(long[] rows, int count) {
    double[] scales = new double[count];
    for (long row : rows) {
      scales[(int) row]++;
    }
    for (int r = 0; r < count; r++) {
      scales[r] = 1 / scales[r];
    }
    return scales;
  }

  private static Tensor scaled(Tensor grad, long[] rows, double[] scales, int width) {
    Tensor copy = Views.copy(grad);
    for (int i = 0; i < rows.length * width; i++) {
      double scale = scales[(int) rows[i / width]];
      if (copy.dtype() == DType.F64) {
        copy.strided().storage().doubles()[i] *= scale;
      } else {
        copy.strided().storage().floats()[i] *= (float) scale;
      }
    }
    return copy;
  }

  private static Tensor as(Tensor x, DType dtype) {
    return x.dtype() == dtype ? x : Views.copy(x, dtype);
  }

  /** Rows folded bag by bag: by sum, mean or greatest element. */
  public static Tensor embeddingBag(
      Tensor weight,
      Tensor indices,
      @Nullable Tensor offsets,
      boolean scaleGradByFreq,
      long mode,
      @Nullable Tensor perSampleWeights,
      boolean includeLastOffset,
      long paddingIdx) {
    if (mode < 0 || mode > 2) {
      throw new IllegalArgumentException("mode has to be one of sum, mean or max: 0, 1 or 2");
    }
    if (perSampleWeights != null && mode != 0) {
      throw new IllegalArgumentException(
          "per_sample_weights is only supported for mode='sum'; give no weights otherwise");
    }
    if (perSampleWeights != null && !Arrays.equals(perSampleWeights.sizes(), indices.sizes())) {
      throw new ShapeException(
          "If per_sample_weights (%s) is given, then it must have the same shape as the input (%s)"
              .formatted(
                  Arrays.toString(perSampleWeights.sizes()), Arrays.toString(indices.sizes())));
    }
    Bags bags = Bags.of(indices, offsets, includeLastOffset, paddingIdx);
    Tensor rows = Embedding.embedding(weight, bags.indices(), -1, scaleGradByFreq, false);
    Tensor none = Views.zeros(weight, new long[] {bags.count(), weight.size(1)});
    if (mode == 2) {
      if (rows.size(0) == 0) {
        return none;
      }
      Tensor greatest = Index.gather(rows, 0, bags.greatest(rows), false);
      return Elementwise.maskedFill(greatest, bags.empty(), 0);
    }
    if (perSampleWeights != null) {
      Tensor flat = Shape.reshape(perSampleWeights, new long[] {-1});
      Tensor kept = Index.indexSelect(flat, 0, bags.places());
      rows = Elementwise.mul(rows, Shape.unsqueeze(kept, 1));
    }
    Tensor sums = Index.indexAdd(none, 0, bags.bags(), rows, 1);
    return mode == 0 ? sums : Elementwise.div(sums, bags.divisors(weight));
  }
}
