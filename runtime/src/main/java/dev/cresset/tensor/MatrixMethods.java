package dev.cresset.tensor;

import dev.cresset.Tensor;
import dev.cresset.annotations.Aten;
import dev.cresset.tensor.eager.Composite;
import dev.cresset.tensor.eager.Matrix;
import dev.cresset.tensor.eager.Reduction;

/** A tensor's products of matrices. */
public interface MatrixMethods {

  /** The matrix product over the last two sizes; the others broadcast. As {@code torch.matmul}. */
  @Aten("matmul")
  default Tensor matmul(Tensor other) {
    return Matrix.matmul((Tensor) this, other);
  }

  /** The product of two matrices. As {@code torch.mm}. */
  @Aten("mm")
  default Tensor mm(Tensor mat2) {
    return Matrix.mm((Tensor) this, mat2);
  }

  /** The products of two lists of matrices. As {@code torch.bmm}. */
  @Aten("bmm")
  default Tensor bmm(Tensor mat2) {
    return Matrix.bmm((Tensor) this, mat2);
  }

  /** The product of a matrix and a vector. As {@code torch.mv}. */
  @Aten("mv")
  default Tensor mv(Tensor vec) {
    return Matrix.mv((Tensor) this, vec);
  }

  /** The inner product of two vectors. As {@code torch.dot}. */
  @Aten("dot")
  default Tensor dot(Tensor tensor) {
    return Matrix.dot((Tensor) this, tensor);
  }

  /** Inner products over the last dimensions. As {@code torch.inner}. */
  @Aten("inner")
  default Tensor inner(Tensor other) {
    return Composite.inner((Tensor) this, other);
  }

  /** The outer product of two vectors. As {@code torch.outer}. */
  @Aten("outer")
  default Tensor outer(Tensor vec2) {
    return Matrix.outer((Tensor) this, vec2);
  }

  /** The outer product of two vectors. As {@code torch.ger}. */
  @Aten("ger")
  default Tensor ger(Tensor vec2) {
    return Matrix.ger((Tensor) this, vec2);
  }

  /** The inner product of two vectors. As {@code torch.vdot}. */
  @Aten("vdot")
  default Tensor vdot(Tensor other) {
    return Matrix.vdot((Tensor) this, other);
  }

  /** The sum with a product of matrices. As {@code torch.addmm}. */
  @Aten("addmm")
  default Tensor addmm(Tensor mat1, Tensor mat2) {
    return Matrix.addmm((Tensor) this, mat1, mat2, 1L, 1L);
  }

  /** The sum with a product of matrices; in place. As {@code torch.Tensor.addmm_}. */
  @Aten("addmm_")
  default Tensor addmm_(Tensor mat1, Tensor mat2) {
    return Matrix.addmm_((Tensor) this, mat1, mat2, 1L, 1L);
  }

  /** {@code beta · x + alpha · mat1 · mat2}. As {@code torch.addmm}. */
  @Aten("addmm")
  default Tensor addmm(Tensor mat1, Tensor mat2, long beta, long alpha) {
    return Matrix.addmm((Tensor) this, mat1, mat2, beta, alpha);
  }

  /** {@code beta · x + alpha · mat1 · mat2}. As {@code torch.addmm}. */
  @Aten("addmm")
  default Tensor addmm(Tensor mat1, Tensor mat2, double beta, double alpha) {
    return Matrix.addmm((Tensor) this, mat1, mat2, beta, alpha);
  }

  /** {@code beta · x + alpha · mat1 · mat2}; in place. As {@code torch.Tensor.addmm_}. */
  @Aten("addmm_")
  default Tensor addmm_(Tensor mat1, Tensor mat2, long beta, long alpha) {
    return Matrix.addmm_((Tensor) this, mat1, mat2, beta, alpha);
  }

  /** {@code beta · x + alpha · mat1 · mat2}; in place. As {@code torch.Tensor.addmm_}. */
  @Aten("addmm_")
  default Tensor addmm_(Tensor mat1, Tensor mat2, double beta, double alpha) {
    return Matrix.addmm_((Tensor) this, mat1, mat2, beta, alpha);
  }

  /** The sum with a product of matrix and vector. As {@code torch.addmv}. */
  @Aten("addmv")
  default Tensor addmv(Tensor mat, Tensor vec) {
    return Matrix.addmv((Tensor) this, mat, vec, 1L, 1L);
  }

  /** The sum with a product of matrix and vector; in place. As {@code torch.Tensor.addmv_}. */
  @Aten("addmv_")
  default Tensor addmv_(Tensor mat, Tensor vec) {
    return Matrix.addmv_((Tensor) this, mat, vec, 1L, 1L);
  }

  /** {@code beta · x + alpha · mat · vec}. As {@code torch.addmv}. */
  @Aten("addmv")
  default Tensor addmv(Tensor mat, Tensor vec, long beta, long alpha) {
    return Matrix.addmv((Tensor) this, mat, vec, beta, alpha);
  }

  /** {@code beta · x + alpha · mat · vec}. As {@code torch.addmv}. */
  @Aten("addmv")
  default Tensor addmv(Tensor mat, Tensor vec, double beta, double alpha) {
    return Matrix.addmv((Tensor) this, mat, vec, beta, alpha);
  }

  /** {@code beta · x + alpha · mat · vec}; in place. As {@code torch.Tensor.addmv_}. */
  @Aten("addmv_")
  default Tensor addmv_(Tensor mat, Tensor vec, long beta, long alpha) {
    return Matrix.addmv_((Tensor) this, mat, vec, beta, alpha);
  }

  /** {@code beta · x + alpha · mat · vec}; in place. As {@code torch.Tensor.addmv_}. */
  @Aten("addmv_")
  default Tensor addmv_(Tensor mat, Tensor vec, double beta, double alpha) {
    return Matrix.addmv_((Tensor) this, mat, vec, beta, alpha);
  }

  /** The sum with an outer product. As {@code torch.addr}. */
  @Aten("addr")
  default Tensor addr(Tensor vec1, Tensor vec2) {
    return Matrix.addr((Tensor) this, vec1, vec2, 1L, 1L);
  }

  /** The sum with an outer product; in place. As {@code torch.Tensor.addr_}. */
  @Aten("addr_")
  default Tensor addr_(Tensor vec1, Tensor vec2) {
    return Matrix.addr_((Tensor) this, vec1, vec2, 1L, 1L);
  }

  /** {@code beta · x + alpha · vec1 ⊗ vec2}. As {@code torch.addr}. */
  @Aten("addr")
  default Tensor addr(Tensor vec1, Tensor vec2, long beta, long alpha) {
    return Matrix.addr((Tensor) this, vec1, vec2, beta, alpha);
  }

  /** {@code beta · x + alpha · vec1 ⊗ vec2}. As {@code torch.addr}. */
  @Aten("addr")
  default Tensor addr(Tensor vec1, Tensor vec2, double beta, double alpha) {
    return Matrix.addr((Tensor) this, vec1, vec2, beta, alpha);
  }

  /** {@code beta · x + alpha · vec1 ⊗ vec2}; in place. As {@code torch.Tensor.addr_}. */
  @Aten("addr_")
  default Tensor addr_(Tensor vec1, Tensor vec2, long beta, long alpha) {
    return Matrix.addr_((Tensor) this, vec1, vec2, beta, alpha);
  }

  /** {@code beta · x + alpha · vec1 ⊗ vec2}; in place. As {@code torch.Tensor.addr_}. */
  @Aten("addr_")
  default Tensor addr_(Tensor vec1, Tensor vec2, double beta, double alpha) {
    return Matrix.addr_((Tensor) this, vec1, vec2, beta, alpha);
  }

  /** The sums with products of matrices. As {@code torch.baddbmm}. */
  @Aten("baddbmm")
  default Tensor baddbmm(Tensor batch1, Tensor batch2) {
    return Matrix.baddbmm((Tensor) this, batch1, batch2, 1L, 1L);
  }

  /** The sums with products of matrices; in place. As {@code torch.Tensor.baddbmm_}. */
  @Aten("baddbmm_")
  default Tensor baddbmm_(Tensor batch1, Tensor batch2) {
    return Matrix.baddbmm_((Tensor) this, batch1, batch2, 1L, 1L);
  }

  /** {@code beta · x + alpha · batch1 · batch2}, for each matrix. As {@code torch.baddbmm}. */
  @Aten("baddbmm")
  default Tensor baddbmm(Tensor batch1, Tensor batch2, long beta, long alpha) {
    return Matrix.baddbmm((Tensor) this, batch1, batch2, beta, alpha);
  }

  /** {@code beta · x + alpha · batch1 · batch2}, for each matrix. As {@code torch.baddbmm}. */
  @Aten("baddbmm")
  default Tensor baddbmm(Tensor batch1, Tensor batch2, double beta, double alpha) {
    return Matrix.baddbmm((Tensor) this, batch1, batch2, beta, alpha);
  }

  /**
   * {@code beta · x + alpha · batch1 · batch2}, for each matrix; in place. As {@code
   * torch.Tensor.baddbmm_}.
   */
  @Aten("baddbmm_")
  default Tensor baddbmm_(Tensor batch1, Tensor batch2, long beta, long alpha) {
    return Matrix.baddbmm_((Tensor) this, batch1, batch2, beta, alpha);
  }

  /**
   * {@code beta · x + alpha · batch1 · batch2}, for each matrix; in place. As {@code
   * torch.Tensor.baddbmm_}.
   */
  @Aten("baddbmm_")
  default Tensor baddbmm_(Tensor batch1, Tensor batch2, double beta, double alpha) {
    return Matrix.baddbmm_((Tensor) this, batch1, batch2, beta, alpha);
  }

  /** The sum with all products of two lists of matrices. As {@code torch.addbmm}. */
  @Aten("addbmm")
  default Tensor addbmm(Tensor batch1, Tensor batch2) {
    return Matrix.addbmm((Tensor) this, batch1, batch2, 1L, 1L);
  }

  /**
   * The sum with all products of two lists of matrices; in place. As {@code torch.Tensor.addbmm_}.
   */
  @Aten("addbmm_")
  default Tensor addbmm_(Tensor batch1, Tensor batch2) {
    return Matrix.addbmm_((Tensor) this, batch1, batch2, 1L, 1L);
  }

  /** {@code beta · x + alpha · Σ batch1 · batch2}. As {@code torch.addbmm}. */
  @Aten("addbmm")
  default Tensor addbmm(Tensor batch1, Tensor batch2, long beta, long alpha) {
    return Matrix.addbmm((Tensor) this, batch1, batch2, beta, alpha);
  }

  /** {@code beta · x + alpha · Σ batch1 · batch2}. As {@code torch.addbmm}. */
  @Aten("addbmm")
  default Tensor addbmm(Tensor batch1, Tensor batch2, double beta, double alpha) {
    return Matrix.addbmm((Tensor) this, batch1, batch2, beta, alpha);
  }

  /** {@code beta · x + alpha · Σ batch1 · batch2}; in place. As {@code torch.Tensor.addbmm_}. */
  @Aten("addbmm_")
  default Tensor addbmm_(Tensor batch1, Tensor batch2, long beta, long alpha) {
    return Matrix.addbmm_((Tensor) this, batch1, batch2, beta, alpha);
  }

  /** {@code beta · x + alpha · Σ batch1 · batch2}; in place. As {@code torch.Tensor.addbmm_}. */
  @Aten("addbmm_")
  default Tensor addbmm_(Tensor batch1, Tensor batch2, double beta, double alpha) {
    return Matrix.addbmm_((Tensor) this, batch1, batch2, beta, alpha);
  }

  /** The cross product of vectors of three. As {@code torch.cross}. */
  @Aten("cross")
  default Tensor cross(Tensor other, int dim) {
    return Reduction.cross((Tensor) this, other, (long) dim);
  }

  /** The sum of a matrix's diagonal. As {@code torch.trace}. */
  @Aten("trace")
  default Tensor trace() {
    return Matrix.trace((Tensor) this);
  }
}
