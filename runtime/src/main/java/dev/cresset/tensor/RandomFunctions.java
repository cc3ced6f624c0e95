package dev.cresset.tensor;

import dev.cresset.Tensor;
import dev.cresset.annotations.Aten;
import dev.cresset.tensor.eager.Random;

/** Random choices. */
public abstract class RandomFunctions extends SortFunctions {

  /** Holds functions alone. */
  protected RandomFunctions() {}

  /** 1 with the probability that each element is, else 0. As {@code torch.bernoulli}. */
  @Aten("bernoulli")
  public static Tensor bernoulli(Tensor self) {
    return Random.bernoulli(self, null);
  }

  /**
   * 1 with probability p, else 0, with sizes and dtype of this tensor. As {@code torch.bernoulli}.
   */
  @Aten("bernoulli.p")
  public static Tensor bernoulli(Tensor self, double p) {
    return Random.bernoulli(self, p, null);
  }
}
