package dev.cresset.tensor;

import dev.cresset.Tensor;
import dev.cresset.annotations.Aten;
import dev.cresset.tensor.eager.Random;
import dev.cresset.tensor.eager.Shape;

/** A tensor filled in place: with random numbers, a number, another tensor's values. */
public interface RandomMethods {

  /** 1 with the probability that each element is, else 0. As {@code torch.bernoulli}. */
  @Aten("bernoulli")
  default Tensor bernoulli() {
    return Random.bernoulli((Tensor) this, null);
  }

  /** The values of {@code src}, which broadcasts, in place. As {@code torch.Tensor.copy_}. */
  @Aten("copy_")
  default Tensor copy_(Tensor src) {
    return Shape.copy_((Tensor) this, src, false);
  }
}
