package good;

import dev.cresset.Tensor;
import dev.cresset.annotations.Param;
import dev.cresset.annotations.Script;
import org.jspecify.annotations.Nullable;

/** Values that may be null, and questions for them. */
public class Nulls extends NullsModule {
  @Param final @Nullable Tensor bias = null;
  @Param final @Nullable Tensor weight = param(Tensor.of(0.5f, 2f));

  @Script
  public Tensor forward(Tensor x) {
    Tensor y = masked(x, null).add(masked(x, x));
    if (bias != null) {
      y = y.add(bias);
    }
    if (weight != null) {
      y = y.mul(weight);
    }
    @Nullable Tensor kept = null;
    if (training) {
      kept = x;
    }
    return kept == null ? y.neg() : y.add(kept);
  }

  private Tensor masked(Tensor x, @Nullable Tensor mask) {
    return mask == null ? x : x.mul(mask);
  }
}
