package dev.cresset.tensor;

import dev.cresset.Tensor;
import dev.cresset.annotations.Aten;
import dev.cresset.tensor.eager.Factory;
import dev.cresset.tensor.eager.Random;
import dev.cresset.tensor.eager.Shape;

/** A tensor filled in place: with random numbers, a number, another tensor's values. */
public interface RandomMethods {

  /** Evenly spread over {@code [0, 1)}, in place. As {@code torch.Tensor.uniform_}. */
  @Aten("uniform_")
  default Tensor uniform_() {
    return Random.uniform_((Tensor) this, 0.0, 1.0, null);
  }

  /** Evenly spread over {@code [from, to)}, in place. As {@code torch.Tensor.uniform_}. */
  @Aten("uniform_")
  default Tensor uniform_(double from, double to) {
    return Random.uniform_((Tensor) this, from, to, null);
  }

  /** Normal of mean 0 and deviation 1, in place. As {@code torch.Tensor.normal_}. */
  @Aten("normal_")
  default Tensor normal_() {
    return Random.normal_((Tensor) this, 0.0, 1.0, null);
  }

  /** Normal, in place. As {@code torch.Tensor.normal_}. */
  @Aten("normal_")
  default Tensor normal_(double mean, double std) {
    return Random.normal_((Tensor) this, mean, std, null);
  }

  /** 1 with probability p, else 0, in place. As {@code torch.Tensor.bernoulli_}. */
  @Aten("bernoulli_.float")
  default Tensor bernoulli_(double p) {
    return Random.bernoulli_((Tensor) this, p, null);
  }

  /** 1 with the probability that each element is, else 0. As {@code torch.bernoulli}. */
  @Aten("bernoulli")
  default Tensor bernoulli() {
    return Random.bernoulli((Tensor) this, null);
  }

  /**
   * 1 with probability p, else 0, with sizes and dtype of this tensor. As {@code torch.bernoulli}.
   */
  @Aten("bernoulli.p")
  default Tensor bernoulli(double p) {
    return Random.bernoulli((Tensor) this, p, null);
  }

  /** The values of {@code src}, which broadcasts, in place. As {@code torch.Tensor.copy_}. */
  @Aten("copy_")
  default Tensor copy_(Tensor src) {
    return Shape.copy_((Tensor) this, src, false);
  }

  /** A number everywhere, in place. As {@code torch.Tensor.fill_}. */
  @Aten("fill_.Scalar")
  default Tensor fill_(long value) {
    return Factory.fill_((Tensor) this, value);
  }

  /** A number everywhere, in place. As {@code torch.Tensor.fill_}. */
  @Aten("fill_.Scalar")
  default Tensor fill_(double value) {
    return Factory.fill_((Tensor) this, value);
  }

  /** A tensor of one element everywhere, in place. As {@code torch.Tensor.fill_}. */
  @Aten("fill_.Tensor")
  default Tensor fill_(Tensor value) {
    return Factory.fill_((Tensor) this, value);
  }

  /** Zeros, in place. As {@code torch.Tensor.zero_}. */
  @Aten("zero_")
  default Tensor zero_() {
    return Factory.zero_((Tensor) this);
  }
}
