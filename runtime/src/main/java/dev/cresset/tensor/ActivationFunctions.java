package dev.cresset.tensor;

import dev.cresset.Tensor;
import dev.cresset.annotations.Aten;
import dev.cresset.ir.type.DType;
import dev.cresset.tensor.eager.Composite;
import dev.cresset.tensor.eager.Elementwise;
import dev.cresset.tensor.eager.Random;
import dev.cresset.tensor.eager.Reduction;

/** Activations. As {@code torch.nn.functional}. */
public abstract class ActivationFunctions extends ComparisonFunctions {

  /** Holds functions alone. */
  protected ActivationFunctions() {}

  /** {@code max(x, 0)}. As {@code torch.relu}. */
  @Aten("relu")
  public static Tensor relu(Tensor self) {
    return Elementwise.relu(self);
  }

  /** {@code max(x, 0)}; in place. As {@code torch.relu_}. */
  @Aten("relu_")
  public static Tensor relu_(Tensor self) {
    return Elementwise.relu_(self);
  }

  /** {@code min(max(x, 0), 6)}. As {@code torch.nn.functional.relu6}. */
  @Aten("relu6")
  public static Tensor relu6(Tensor self) {
    return Elementwise.relu6(self);
  }

  /** {@code min(max(x, 0), 6)}; in place. As {@code torch.nn.functional.relu6_}. */
  @Aten("relu6_")
  public static Tensor relu6_(Tensor self) {
    return Elementwise.relu6_(self);
  }

  /** x above 0, x / 100 below. As {@code torch.nn.functional.leaky_relu}. */
  @Aten("leaky_relu")
  public static Tensor leakyRelu(Tensor self) {
    return Elementwise.leakyRelu(self, 0.01);
  }

  /** x above 0, x / 100 below; in place. As {@code torch.nn.functional.leaky_relu_}. */
  @Aten("leaky_relu_")
  public static Tensor leakyRelu_(Tensor self) {
    return Elementwise.leakyRelu_(self, 0.01);
  }

  /** x above 0, {@code negativeSlope · x} below. As {@code torch.nn.functional.leaky_relu}. */
  @Aten("leaky_relu")
  public static Tensor leakyRelu(Tensor self, double negativeSlope) {
    return Elementwise.leakyRelu(self, negativeSlope);
  }

  /**
   * x above 0, {@code negativeSlope · x} below; in place. As {@code
   * torch.nn.functional.leaky_relu_}.
   */
  @Aten("leaky_relu_")
  public static Tensor leakyRelu_(Tensor self, double negativeSlope) {
    return Elementwise.leakyRelu_(self, negativeSlope);
  }

  /** x above 0, {@code eˣ − 1} below. As {@code torch.nn.functional.elu}. */
  @Aten("elu")
  public static Tensor elu(Tensor self) {
    return Elementwise.elu(self, 1L, 1L, 1L);
  }

  /** x above 0, {@code eˣ − 1} below; in place. As {@code torch.nn.functional.elu_}. */
  @Aten("elu_")
  public static Tensor elu_(Tensor self) {
    return Elementwise.elu_(self, 1L, 1L, 1L);
  }

  /** x above 0, {@code alpha · (eˣ − 1)} below. As {@code torch.nn.functional.elu}. */
  @Aten("elu")
  public static Tensor elu(Tensor self, double alpha) {
    return Elementwise.elu(self, alpha, 1L, 1L);
  }

  /** x above 0, {@code alpha · (eˣ − 1)} below; in place. As {@code torch.nn.functional.elu_}. */
  @Aten("elu_")
  public static Tensor elu_(Tensor self, double alpha) {
    return Elementwise.elu_(self, alpha, 1L, 1L);
  }

  /** The exponential unit that keeps mean 0 and variance 1. As {@code torch.nn.functional.selu}. */
  @Aten("selu")
  public static Tensor selu(Tensor self) {
    return Elementwise.selu(self);
  }

  /**
   * The exponential unit that keeps mean 0 and variance 1; in place. As {@code
   * torch.nn.functional.selu_}.
   */
  @Aten("selu_")
  public static Tensor selu_(Tensor self) {
    return Elementwise.selu_(self);
  }

  /** {@code max(x, 0) + min(0, eˣ − 1)}. As {@code torch.nn.functional.celu}. */
  @Aten("celu")
  public static Tensor celu(Tensor self) {
    return Elementwise.celu(self, 1.0);
  }

  /** {@code max(x, 0) + min(0, eˣ − 1)}; in place. As {@code torch.nn.functional.celu_}. */
  @Aten("celu_")
  public static Tensor celu_(Tensor self) {
    return Elementwise.celu_(self, 1.0);
  }

  /**
   * {@code max(x, 0) + min(0, alpha · (e^(x / alpha) − 1))}. As {@code torch.nn.functional.celu}.
   */
  @Aten("celu")
  public static Tensor celu(Tensor self, double alpha) {
    return Elementwise.celu(self, alpha);
  }

  /**
   * {@code max(x, 0) + min(0, alpha · (e^(x / alpha) − 1))}; in place. As {@code
   * torch.nn.functional.celu_}.
   */
  @Aten("celu_")
  public static Tensor celu_(Tensor self, double alpha) {
    return Elementwise.celu_(self, alpha);
  }

  /** {@code x · Φ(x)}, Φ the normal distribution's. As {@code torch.nn.functional.gelu}. */
  @Aten("gelu")
  public static Tensor gelu(Tensor self) {
    return Elementwise.gelu(self, "none");
  }

  /**
   * {@code x · Φ(x)}, Φ the normal distribution's; in place. As {@code torch.nn.functional.gelu_}.
   */
  @Aten("gelu_")
  public static Tensor gelu_(Tensor self) {
    return Elementwise.gelu_(self, "none");
  }

  /**
   * {@code x · Φ(x)}, Φ itself or, with {@code "tanh"}, what comes close to it. As {@code
   * torch.nn.functional.gelu}.
   */
  @Aten("gelu")
  public static Tensor gelu(Tensor self, String approximate) {
    return Elementwise.gelu(self, approximate);
  }

  /**
   * {@code x · Φ(x)}, Φ itself or, with {@code "tanh"}, what comes close to it; in place. As {@code
   * torch.nn.functional.gelu_}.
   */
  @Aten("gelu_")
  public static Tensor gelu_(Tensor self, String approximate) {
    return Elementwise.gelu_(self, approximate);
  }

  /** {@code x · sigmoid(x)}. As {@code torch.nn.functional.silu}. */
  @Aten("silu")
  public static Tensor silu(Tensor self) {
    return Elementwise.silu(self);
  }

  /** {@code x · sigmoid(x)}; in place. As {@code torch.nn.functional.silu_}. */
  @Aten("silu_")
  public static Tensor silu_(Tensor self) {
    return Elementwise.silu_(self);
  }

  /** {@code x · tanh(softplus(x))}. As {@code torch.nn.functional.mish}. */
  @Aten("mish")
  public static Tensor mish(Tensor self) {
    return Elementwise.mish(self);
  }

  /** {@code x · tanh(softplus(x))}; in place. As {@code torch.nn.functional.mish_}. */
  @Aten("mish_")
  public static Tensor mish_(Tensor self) {
    return Elementwise.mish_(self);
  }

  /** {@code log(1 + eˣ)}. As {@code torch.nn.functional.softplus}. */
  @Aten("softplus")
  public static Tensor softplus(Tensor self) {
    return Elementwise.softplus(self, 1L, 20L);
  }

  /**
   * {@code log(1 + e^(beta · x)) / beta}, x where {@code beta · x} is above {@code threshold}. As
   * {@code torch.nn.functional.softplus}.
   */
  @Aten("softplus")
  public static Tensor softplus(Tensor self, double beta, double threshold) {
    return Elementwise.softplus(self, beta, threshold);
  }

  /** x kept within −1 and 1. As {@code torch.nn.functional.hardtanh}. */
  @Aten("hardtanh")
  public static Tensor hardtanh(Tensor self) {
    return Elementwise.hardtanh(self, -1L, 1L);
  }

  /** x kept within −1 and 1; in place. As {@code torch.nn.functional.hardtanh_}. */
  @Aten("hardtanh_")
  public static Tensor hardtanh_(Tensor self) {
    return Elementwise.hardtanh_(self, -1L, 1L);
  }

  /** x kept within two bounds. As {@code torch.nn.functional.hardtanh}. */
  @Aten("hardtanh")
  public static Tensor hardtanh(Tensor self, double minVal, double maxVal) {
    return Elementwise.hardtanh(self, minVal, maxVal);
  }

  /** x kept within two bounds; in place. As {@code torch.nn.functional.hardtanh_}. */
  @Aten("hardtanh_")
  public static Tensor hardtanh_(Tensor self, double minVal, double maxVal) {
    return Elementwise.hardtanh_(self, minVal, maxVal);
  }

  /** {@code x · min(max(x + 3, 0), 6) / 6}. As {@code torch.nn.functional.hardswish}. */
  @Aten("hardswish")
  public static Tensor hardswish(Tensor self) {
    return Elementwise.hardswish(self);
  }

  /** {@code x · min(max(x + 3, 0), 6) / 6}; in place. As {@code torch.nn.functional.hardswish_}. */
  @Aten("hardswish_")
  public static Tensor hardswish_(Tensor self) {
    return Elementwise.hardswish_(self);
  }

  /** {@code min(max(x + 3, 0), 6) / 6}. As {@code torch.nn.functional.hardsigmoid}. */
  @Aten("hardsigmoid")
  public static Tensor hardsigmoid(Tensor self) {
    return Elementwise.hardsigmoid(self);
  }

  /** {@code min(max(x + 3, 0), 6) / 6}; in place. As {@code torch.nn.functional.hardsigmoid_}. */
  @Aten("hardsigmoid_")
  public static Tensor hardsigmoid_(Tensor self) {
    return Elementwise.hardsigmoid_(self);
  }

  /** x, or 0 within ½ of 0. As {@code torch.nn.functional.hardshrink}. */
  @Aten("hardshrink")
  public static Tensor hardshrink(Tensor self) {
    return Elementwise.hardshrink(self, 0.5);
  }

  /** x, or 0 within {@code lambd} of 0. As {@code torch.nn.functional.hardshrink}. */
  @Aten("hardshrink")
  public static Tensor hardshrink(Tensor self, double lambd) {
    return Elementwise.hardshrink(self, lambd);
  }

  /** x drawn by ½ towards 0. As {@code torch.nn.functional.softshrink}. */
  @Aten("softshrink")
  public static Tensor softshrink(Tensor self) {
    return Elementwise.softshrink(self, 0.5);
  }

  /** x drawn by {@code lambd} towards 0. As {@code torch.nn.functional.softshrink}. */
  @Aten("softshrink")
  public static Tensor softshrink(Tensor self, double lambd) {
    return Elementwise.softshrink(self, lambd);
  }

  /**
   * x where it is above {@code threshold}, else {@code value}. As {@code
   * torch.nn.functional.threshold}.
   */
  @Aten("threshold")
  public static Tensor threshold(Tensor self, double threshold, double value) {
    return Elementwise.threshold(self, threshold, value);
  }

  /**
   * x where it is above {@code threshold}, else {@code value}; in place. As {@code
   * torch.nn.functional.threshold_}.
   */
  @Aten("threshold_")
  public static Tensor threshold_(Tensor self, double threshold, double value) {
    return Elementwise.threshold_(self, threshold, value);
  }

  /** {@code log(sigmoid(x))}. As {@code torch.nn.functional.logsigmoid}. */
  @Aten("log_sigmoid")
  public static Tensor logsigmoid(Tensor self) {
    return Elementwise.logSigmoid(self);
  }

  /** {@code x / (1 + |x|)}. As {@code torch.nn.functional.softsign}. */
  @Aten("cresset::softsign")
  public static Tensor softsign(Tensor self) {
    return Elementwise.softsign(self);
  }

  /** {@code x − tanh(x)}. As {@code torch.nn.functional.tanhshrink}. */
  @Aten("cresset::tanhshrink")
  public static Tensor tanhshrink(Tensor self) {
    return Elementwise.tanhshrink(self);
  }

  /**
   * x above 0, {@code weight · x} below; one weight, or one a channel. As {@code
   * torch.nn.functional.prelu}.
   */
  @Aten("prelu")
  public static Tensor prelu(Tensor self, Tensor weight) {
    return Elementwise.prelu(self, weight);
  }

  /**
   * The first half of the last dimension, times the sigmoid of the second. As {@code
   * torch.nn.functional.glu}.
   */
  @Aten("glu")
  public static Tensor glu(Tensor self) {
    return Elementwise.glu(self, -1);
  }

  /**
   * The first half of {@code dim}, times the sigmoid of the second. As {@code
   * torch.nn.functional.glu}.
   */
  @Aten("glu")
  public static Tensor glu(Tensor self, int dim) {
    return Elementwise.glu(self, dim);
  }

  /** {@code eˣ} divided by its sum along {@code dim}. As {@code torch.softmax}. */
  @Aten("softmax.int")
  public static Tensor softmax(Tensor self, int dim) {
    return Reduction.softmax(self, dim, null);
  }

  /**
   * {@code eˣ} divided by its sum along {@code dim}, computed in {@code dtype}. As {@code
   * torch.softmax}.
   */
  @Aten("softmax.int")
  public static Tensor softmax(Tensor self, int dim, DType dtype) {
    return Reduction.softmax(self, dim, dtype);
  }

  /** The logarithm of {@code softmax}, computed at once. As {@code torch.log_softmax}. */
  @Aten("log_softmax.int")
  public static Tensor logSoftmax(Tensor self, int dim) {
    return Reduction.logSoftmax(self, dim, null);
  }

  /**
   * The logarithm of {@code softmax}, computed at once in {@code dtype}. As {@code
   * torch.log_softmax}.
   */
  @Aten("log_softmax.int")
  public static Tensor logSoftmax(Tensor self, int dim, DType dtype) {
    return Reduction.logSoftmax(self, dim, dtype);
  }

  /**
   * While {@code train} is true, zeros each element with probability p and scales the rest by
   * {@code 1 / (1 − p)}. As {@code torch.nn.functional.dropout}.
   */
  @Aten("dropout")
  public static Tensor dropout(Tensor input, double p, boolean train) {
    return Random.dropout(input, p, train);
  }

  /**
   * While {@code train} is true, zeros each element with probability p and scales the rest by
   * {@code 1 / (1 − p)}; in place. As {@code torch.nn.functional.dropout_}.
   */
  @Aten("dropout_")
  public static Tensor dropout_(Tensor self, double p, boolean train) {
    return Random.dropout_(self, p, train);
  }

  /**
   * While {@code train} is true, sets elements with probability p to what keeps mean and variance
   * of {@code selu}. As {@code torch.nn.functional.alpha_dropout}.
   */
  @Aten("alpha_dropout")
  public static Tensor alphaDropout(Tensor input, double p, boolean train) {
    return Composite.alphaDropout(input, p, train);
  }

  /**
   * While {@code train} is true, zeros each channel with probability p and scales the rest by
   * {@code 1 / (1 − p)}. As {@code torch.nn.functional.dropout2d}.
   */
  @Aten("feature_dropout")
  public static Tensor dropout2d(Tensor input, double p, boolean train) {
    return Random.featureDropout(input, p, train);
  }

  /**
   * While {@code train} is true, zeros each channel with probability p and scales the rest by
   * {@code 1 / (1 − p)}; in place. As {@code torch.nn.functional.dropout2d_}.
   */
  @Aten("feature_dropout_")
  public static Tensor dropout2d_(Tensor self, double p, boolean train) {
    return Random.featureDropout_(self, p, train);
  }
}
