package dev.cresset.tensor;

import static dev.cresset.tensor.Arguments.longs;

import dev.cresset.Tensor;
import dev.cresset.annotations.Aten;
import dev.cresset.tensor.eager.Composite;
import dev.cresset.tensor.eager.Matrix;
import dev.cresset.tensor.eager.Reduction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Products of matrices. */
public abstract class MatrixFunctions extends ReductionFunctions {

  /** Holds functions alone. */
  protected MatrixFunctions() {}

  /** The matrix product over the last two sizes; the others broadcast. As {@code torch.matmul}. */
  @Aten("matmul")
  public static Tensor matmul(Tensor self, Tensor other) {
    return Matrix.matmul(self, other);
  }

  /** The product of two matrices. As {@code torch.mm}. */
  @Aten("mm")
  public static Tensor mm(Tensor self, Tensor mat2) {
    return Matrix.mm(self, mat2);
  }

  /** The products of two lists of matrices. As {@code torch.bmm}. */
  @Aten("bmm")
  public static Tensor bmm(Tensor self, Tensor mat2) {
    return Matrix.bmm(self, mat2);
  }

  /** The product of a matrix and a vector. As {@code torch.mv}. */
  @Aten("mv")
  public static Tensor mv(Tensor self, Tensor vec) {
    return Matrix.mv(self, vec);
  }

  /** The inner product of two vectors. As {@code torch.dot}. */
  @Aten("dot")
  public static Tensor dot(Tensor self, Tensor tensor) {
    return Matrix.dot(self, tensor);
  }

  /** Inner products over the last dimensions. As {@code torch.inner}. */
  @Aten("inner")
  public static Tensor inner(Tensor self, Tensor other) {
    return Composite.inner(self, other);
  }

  /** The outer product of two vectors. As {@code torch.outer}. */
  @Aten("outer")
  public static Tensor outer(Tensor self, Tensor vec2) {
    return Matrix.outer(self, vec2);
  }

  /** The outer product of two vectors. As {@code torch.ger}. */
  @Aten("ger")
  public static Tensor ger(Tensor self, Tensor vec2) {
    return Matrix.ger(self, vec2);
  }

  /** The inner product of two vectors. As {@code torch.vdot}. */
  @Aten("vdot")
  public static Tensor vdot(Tensor self, Tensor other) {
    return Matrix.vdot(self, other);
  }

  /** The sum with a product of matrices. As {@code torch.addmm}. */
  @Aten("addmm")
  public static Tensor addmm(Tensor self, Tensor mat1, Tensor mat2) {
    return Matrix.addmm(self, mat1, mat2, 1L, 1L);
  }

  /** {@code beta · x + alpha · mat1 · mat2}. As {@code torch.addmm}. */
  @Aten("addmm")
  public static Tensor addmm(Tensor self, Tensor mat1, Tensor mat2, long beta, long alpha) {
    return Matrix.addmm(self, mat1, mat2, beta, alpha);
  }

  /** {@code beta · x + alpha · mat1 · mat2}. As {@code torch.addmm}. */
  @Aten("addmm")
  public static Tensor addmm(Tensor self, Tensor mat1, Tensor mat2, double beta, double alpha) {
    return Matrix.addmm(self, mat1, mat2, beta, alpha);
  }

  /** The sum with a product of matrix and vector. As {@code torch.addmv}. */
  @Aten("addmv")
  public static Tensor addmv(Tensor self, Tensor mat, Tensor vec) {
    return Matrix.addmv(self, mat, vec, 1L, 1L);
  }

  /** {@code beta · x + alpha · mat · vec}. As {@code torch.addmv}. */
  @Aten("addmv")
  public static Tensor addmv(Tensor self, Tensor mat, Tensor vec, long beta, long alpha) {
    return Matrix.addmv(self, mat, vec, beta, alpha);
  }

  /** {@code beta · x + alpha · mat · vec}. As {@code torch.addmv}. */
  @Aten("addmv")
  public static Tensor addmv(Tensor self, Tensor mat, Tensor vec, double beta, double alpha) {
    return Matrix.addmv(self, mat, vec, beta, alpha);
  }

  /** The sum with an outer product. As {@code torch.addr}. */
  @Aten("addr")
  public static Tensor addr(Tensor self, Tensor vec1, Tensor vec2) {
    return Matrix.addr(self, vec1, vec2, 1L, 1L);
  }

  /** {@code beta · x + alpha · vec1 ⊗ vec2}. As {@code torch.addr}. */
  @Aten("addr")
  public static Tensor addr(Tensor self, Tensor vec1, Tensor vec2, long beta, long alpha) {
    return Matrix.addr(self, vec1, vec2, beta, alpha);
  }

  /** {@code beta · x + alpha · vec1 ⊗ vec2}. As {@code torch.addr}. */
  @Aten("addr")
  public static Tensor addr(Tensor self, Tensor vec1, Tensor vec2, double beta, double alpha) {
    return Matrix.addr(self, vec1, vec2, beta, alpha);
  }

  /** The sums with products of matrices. As {@code torch.baddbmm}. */
  @Aten("baddbmm")
  public static Tensor baddbmm(Tensor self, Tensor batch1, Tensor batch2) {
    return Matrix.baddbmm(self, batch1, batch2, 1L, 1L);
  }

  /** {@code beta · x + alpha · batch1 · batch2}, for each matrix. As {@code torch.baddbmm}. */
  @Aten("baddbmm")
  public static Tensor baddbmm(Tensor self, Tensor batch1, Tensor batch2, long beta, long alpha) {
    return Matrix.baddbmm(self, batch1, batch2, beta, alpha);
  }

  /** {@code beta · x + alpha · batch1 · batch2}, for each matrix. As {@code torch.baddbmm}. */
  @Aten("baddbmm")
  public static Tensor baddbmm(
      Tensor self, Tensor batch1, Tensor batch2, double beta, double alpha) {
    return Matrix.baddbmm(self, batch1, batch2, beta, alpha);
  }

  /** The sum with all products of two lists of matrices. As {@code torch.addbmm}. */
  @Aten("addbmm")
  public static Tensor addbmm(Tensor self, Tensor batch1, Tensor batch2) {
    return Matrix.addbmm(self, batch1, batch2, 1L, 1L);
  }

  /** {@code beta · x + alpha · Σ batch1 · batch2}. As {@code torch.addbmm}. */
  @Aten("addbmm")
  public static Tensor addbmm(Tensor self, Tensor batch1, Tensor batch2, long beta, long alpha) {
    return Matrix.addbmm(self, batch1, batch2, beta, alpha);
  }

  /** {@code beta · x + alpha · Σ batch1 · batch2}. As {@code torch.addbmm}. */
  @Aten("addbmm")
  public static Tensor addbmm(
      Tensor self, Tensor batch1, Tensor batch2, double beta, double alpha) {
    return Matrix.addbmm(self, batch1, batch2, beta, alpha);
  }

  /** The cross product of vectors of three. As {@code torch.cross}. */
  @Aten("cross")
  public static Tensor cross(Tensor self, Tensor other, int dim) {
    return Reduction.cross(self, other, (long) dim);
  }

  /** The sum of a matrix's diagonal. As {@code torch.trace}. */
  @Aten("trace")
  public static Tensor trace(Tensor self) {
    return Matrix.trace(self);
  }

  /** {@code input · weightᵀ}. As {@code torch.nn.functional.linear}. */
  @Aten("linear")
  public static Tensor linear(Tensor input, Tensor weight) {
    return Matrix.linear(input, weight, null);
  }

  /** {@code input · weightᵀ + bias}. As {@code torch.nn.functional.linear}. */
  @Aten("linear")
  public static Tensor linear(Tensor input, Tensor weight, @Nullable Tensor bias) {
    return Matrix.linear(input, weight, bias);
  }

  /** {@code input1 · weight · input2 + bias}. As {@code torch.nn.functional.bilinear}. */
  @Aten("bilinear")
  public static Tensor bilinear(
      Tensor input1, Tensor input2, Tensor weight, @Nullable Tensor bias) {
    return Matrix.bilinear(input1, input2, weight, bias);
  }

  /** Products and sums over letters, {@code "ij,jk->ik"}. As {@code torch.einsum}. */
  @Aten("einsum")
  public static Tensor einsum(String equation, List<Tensor> tensors) {
    return Composite.einsum(equation, tensors, null);
  }

  /** Products and sums over letters, {@code "ij,jk->ik"}. As {@code torch.einsum}. */
  @Aten("einsum")
  public static Tensor einsum(String equation, Tensor... tensors) {
    return Composite.einsum(equation, List.of(tensors), null);
  }

  /** The p-norm distances of all rows of two matrices. As {@code torch.cdist}. */
  @Aten("cdist")
  public static Tensor cdist(Tensor x1, Tensor x2, double p) {
    return Reduction.cdist(x1, x2, p, null);
  }

  /** The product of two tensors, summed over pairs of dimensions. As {@code torch.tensordot}. */
  @Aten("tensordot")
  public static Tensor tensordot(Tensor self, Tensor other, int[] dimsSelf, int[] dimsOther) {
    return Composite.tensordot(self, other, longs(dimsSelf), longs(dimsOther));
  }
}
