package dev.cresset;

import dev.cresset.annotations.Aten;
import org.jspecify.annotations.Nullable;

/** As much of the library's class as the programs need. */
public final class Functional {
  private Functional() {}
  @Aten("relu") public static Tensor relu(Tensor self) { return self; }
  @Aten("tanh") public static Tensor tanh(Tensor self) { return self; }
  @Aten("tanh") public static float tanh(float self) { return self; }
  @Aten("sigmoid") public static float sigmoid(float self) { return self; }
  @Aten("cat") public static Tensor cat(java.util.List<Tensor> tensors, int dim) { return tensors.get(0); }
  @Aten("linear") public static Tensor linear(Tensor input, Tensor weight, @Nullable Tensor bias) { return input; }
  @Aten("max_pool2d") public static Tensor maxPool2d(Tensor self, long... kernelSize) { return self; }
  public static KeepDims keepDims(int... dims) { return new KeepDims(dims); }
  public static Index all() { return new Index(); }
  public static Index range(long start, long end) { return new Index(); }
  public static Index from(long start) { return new Index(); }
  public static Index before(long end) { return new Index(); }
  public static Index at(long index) { return new Index(); }
  public static Index at(Tensor indices) { return new Index(); }
  public static Index newAxis() { return new Index(); }
  public static Index rest() { return new Index(); }
}
