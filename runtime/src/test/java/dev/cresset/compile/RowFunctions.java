package dev.cresset.compile;

import static dev.cresset.Functional.keepDims;
import static dev.cresset.Functional.layerNorm;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** Functions in which folds of rows stand among ops on elements. */
final class RowFunctions {
  private RowFunctions() {}

  @Script
  static Tensor attention(Tensor scores, Tensor mask) {
    return scores.mul(0.125).maskedFill(mask, Double.NEGATIVE_INFINITY).softmax(-1);
  }

  @Script
  static Tensor logarithms(Tensor x, Tensor bias) {
    return x.add(bias).logSoftmax(1).mul(2);
  }

  @Script
  static Tensor rootMeanSquare(Tensor x, Tensor weight) {
    return x.mul(x.square().mean(keepDims(-1)).add(1e-6).rsqrt()).mul(weight);
  }

  @Script
  static Tensor normed(Tensor x, Tensor residual, Tensor weight, Tensor bias) {
    return layerNorm(x.add(residual), new long[] {5}, weight, bias, 1e-5).relu();
  }

  @Script
  static Tensor twice(Tensor x) {
    return x.exp().softmax(-1).tanh().softmax(-1).sub(x);
  }

  @Script
  static Tensor total(Tensor x, Tensor y) {
    return x.mul(y).sum(keepDims(-1));
  }

  @Script
  static Tensor softmaxOfSums(Tensor x) {
    return x.mul(2).sum(keepDims(-1)).softmax(-1).add(x);
  }
}
