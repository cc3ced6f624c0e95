package dev.cresset.tensor;

import dev.cresset.Tensor;
import dev.cresset.annotations.Aten;
import dev.cresset.ir.type.DType;
import dev.cresset.tensor.eager.Elementwise;
import dev.cresset.tensor.eager.Reduction;

/** A tensor's activations that are methods in PyTorch. */
public interface ActivationMethods {

  /** {@code max(x, 0)}. As {@code torch.relu}. */
  @Aten("relu")
  default Tensor relu() {
    return Elementwise.relu((Tensor) this);
  }

  /** {@code max(x, 0)}; in place. As {@code torch.Tensor.relu_}. */
  @Aten("relu_")
  default Tensor relu_() {
    return Elementwise.relu_((Tensor) this);
  }

  /** x, or 0 within ½ of 0. As {@code torch.nn.functional.hardshrink}. */
  @Aten("hardshrink")
  default Tensor hardshrink() {
    return Elementwise.hardshrink((Tensor) this, 0.5);
  }

  /** x, or 0 within {@code lambd} of 0. As {@code torch.nn.functional.hardshrink}. */
  @Aten("hardshrink")
  default Tensor hardshrink(double lambd) {
    return Elementwise.hardshrink((Tensor) this, lambd);
  }

  /**
   * x above 0, {@code weight · x} below; one weight, or one a channel. As {@code
   * torch.nn.functional.prelu}.
   */
  @Aten("prelu")
  default Tensor prelu(Tensor weight) {
    return Elementwise.prelu((Tensor) this, weight);
  }

  /** {@code eˣ} divided by its sum along {@code dim}. As {@code torch.softmax}. */
  @Aten("softmax.int")
  default Tensor softmax(int dim) {
    return Reduction.softmax((Tensor) this, dim, null);
  }

  /**
   * {@code eˣ} divided by its sum along {@code dim}, computed in {@code dtype}. As {@code
   * torch.softmax}.
   */
  @Aten("softmax.int")
  default Tensor softmax(int dim, DType dtype) {
    return Reduction.softmax((Tensor) this, dim, dtype);
  }

  /** The logarithm of {@code softmax}, computed at once. As {@code torch.log_softmax}. */
  @Aten("log_softmax.int")
  default Tensor logSoftmax(int dim) {
    return Reduction.logSoftmax((Tensor) this, dim, null);
  }

  /**
   * The logarithm of {@code softmax}, computed at once in {@code dtype}. As {@code
   * torch.log_softmax}.
   */
  @Aten("log_softmax.int")
  default Tensor logSoftmax(int dim, DType dtype) {
    return Reduction.logSoftmax((Tensor) this, dim, dtype);
  }
}
