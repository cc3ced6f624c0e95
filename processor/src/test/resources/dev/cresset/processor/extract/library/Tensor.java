package dev.cresset;

import dev.cresset.annotations.Aten;
import dev.cresset.ir.type.DType;
import org.jspecify.annotations.Nullable;

/** As much of the library's class as the programs need. */
public final class Tensor {
  @Aten("add.Tensor") public Tensor add(Tensor other) { return this; }
  @Aten("add.Scalar") public Tensor add(long other) { return this; }
  @Aten("add.Scalar") public Tensor add(double other) { return this; }
  @Aten("add_.Tensor") public Tensor add_(Tensor other) { return this; }
  @Aten("mul.Tensor") public Tensor mul(Tensor other) { return this; }
  @Aten("mul.Scalar") public Tensor mul(double other) { return this; }
  @Aten("matmul") public Tensor matmul(Tensor other) { return this; }
  @Aten("relu") public Tensor relu() { return this; }
  @Aten("tanh") public Tensor tanh() { return this; }
  @Aten("sigmoid") public Tensor sigmoid() { return this; }
  @Aten("t") public Tensor t() { return this; }
  @Aten("flatten.using_ints") public Tensor flatten(int startDim, int endDim) { return this; }
  @Aten("reshape") public Tensor reshape(long... shape) { return this; }
  @Aten("mean.dim") public Tensor mean(int... dim) { return this; }
  @Aten("mean.dim") public Tensor mean(KeepDims dim) { return this; }
  @Aten("mean") public Tensor mean() { return this; }
  @Aten("max.dim") public ValuesIndices max(int dim) { throw new UnsupportedOperationException(); }
  @Aten("chunk") public java.util.List<Tensor> chunk(long chunks, int dim) { return java.util.List.of(this); }
  @Aten("size.int") public long size(int dim) { return 0; }
  @Aten("to.dtype") public Tensor to(DType dtype) { return this; }
  @Aten("index.Tensor") public Tensor get(Tensor indices) { return this; }
  @Aten("copy_") public Tensor copy_(Tensor src) { return this; }
  public Tensor get(Index... places) { return this; }
  public Tensor map(FloatFunction function) { return this; }
  public @Nullable Tensor grad() { return null; }
  public Tensor requiresGrad_(boolean requiresGrad) { return this; }
  @Aten("zeros") public static Tensor zeros(long... size) { return new Tensor(); }
  public static Tensor randn(long... size) { return new Tensor(); }

  /** A function of one number. */
  public interface FloatFunction { float apply(float x); }
}
