package dev.cresset.nn.utils;

import static dev.cresset.Functional.noGrad;
import static dev.cresset.Functional.normalize;

import dev.cresset.Tensor;
import dev.cresset.nn.Parametrization;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** A weight over its largest singular value: T. Miyato et al., ICLR 2018. */
final class SpectralNorm implements Parametrization {
  private static final int FIRST_STEPS = 15; // PyTorch's

  private final Tensor original;
  private final int steps;
  private final double eps;
  private final int[] rowsFirst;
  private final Map<String, Tensor> vectors = new LinkedHashMap<>();

  SpectralNorm(Tensor weight, int steps, double eps, int dim) {
    int rows = weight.dimension(dim);
    this.steps = steps;
    this.eps = eps;
    this.rowsFirst =
        IntStream.concat(
                IntStream.of(rows), IntStream.range(0, weight.dim()).filter(d -> d != rows))
            .toArray();
    original = weight.detach().clone().requiresGrad_(true);
    if (weight.dim() > 1) {
      Tensor matrix = matrix().detach();
      vectors.put("0._u", unit(Tensor.randn(matrix.dtype(), matrix.size(0))));
      vectors.put("0._v", unit(Tensor.randn(matrix.dtype(), matrix.size(1))));
      noGrad(() -> step(FIRST_STEPS));
    }
  }

  private Tensor matrix() {
    return original.permute(rowsFirst).flatten(1);
  }

  private Tensor unit(Tensor vector) {
    return normalize(vector, 2, 0, eps);
  }

  private Tensor vector(String name) {
    Tensor vector = vectors.get(name);
    if (vector == null) {
      throw new IllegalStateException("a weight of one dimension has no singular vectors");
    }
    return vector;
  }

  private void step(int count) {
    Tensor matrix = matrix().detach();
    Tensor u = vector("0._u");
    Tensor v = vector("0._v");
    for (int i = 0; i < count; i++) {
      u.copy_(unit(matrix.mv(v)));
      v.copy_(unit(matrix.t().mv(u)));
    }
  }

  @Override
  public Map<String, Tensor> parameters() {
    return Map.of("original", original);
  }

  @Override
  public Map<String, Tensor> buffers() {
    return Collections.unmodifiableMap(vectors);
  }

  @Override
  public Tensor value(boolean training) {
    if (vectors.isEmpty()) {
      return unit(original);
    }
    if (training) {
      noGrad(() -> step(steps));
    }
    Tensor u = vector("0._u").clone(); // the next step writes to the buffers
    Tensor v = vector("0._v").clone();
    return original.div(u.dot(matrix().mv(v)));
  }
}
