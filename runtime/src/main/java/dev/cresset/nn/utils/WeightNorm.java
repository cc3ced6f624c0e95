package dev.cresset.nn.utils;

import dev.cresset.Functional;
import dev.cresset.Tensor;
import dev.cresset.nn.Parametrization;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** A weight as length times direction, {@code g · v / |v|}: T. Salimans, D. Kingma, NIPS 2016. */
final class WeightNorm implements Parametrization {
  private final Tensor length;
  private final Tensor direction;
  private final int[] reduced;

  WeightNorm(Tensor weight, int dim) {
    if (dim < -1 || dim >= weight.dim()) {
      throw new IllegalArgumentException(
          "dim is one of a weight of %d dimensions, or -1, not %d".formatted(weight.dim(), dim));
    }
    reduced = IntStream.range(0, weight.dim()).filter(d -> d != dim).toArray();
    direction = weight.detach().clone().requiresGrad_(true);
    length = norm(weight.detach()).requiresGrad_(true);
  }

  private Tensor norm(Tensor x) {
    return reduced.length == 0 ? x.abs() : x.norm(2, Functional.keepDims(reduced));
  }

  @Override
  public Map<String, Tensor> parameters() {
    Map<String, Tensor> both = new LinkedHashMap<>();
    both.put("original0", length);
    both.put("original1", direction);
    return Collections.unmodifiableMap(both);
  }

  @Override
  public Map<String, Tensor> buffers() {
    return Map.of();
  }

  @Override
  public Tensor value(boolean training) {
    return direction.mul(length.div(norm(direction)));
  }
}
