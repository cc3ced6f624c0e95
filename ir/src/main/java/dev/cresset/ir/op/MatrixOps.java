package dev.cresset.ir.op;

import static dev.cresset.ir.op.Op.op;
import static dev.cresset.ir.op.Term.call;
import static dev.cresset.ir.op.Term.list;

import dev.cresset.ir.reference.MatrixReference;
import dev.cresset.ir.reference.SizeReference;
import dev.cresset.ir.shape.MatrixShapes;
import dev.cresset.ir.shape.ShapeRules;
import java.util.List;

/** Products of matrices, vectors and stacks of them. */
public final class MatrixOps {

  /** Two matrices: {@code [n, k]} times {@code [k, m]}. */
  public static final Op MM =
      op("aten::mm(Tensor self, Tensor mat2) -> Tensor")
          .shape("[n, k], [k, m] -> [n, m]")
          .reference(MatrixReference::matmul)
          .gradient("self", g -> call("aten::mm", g.dy(), t(g.in("mat2"))))
          .gradient("mat2", g -> call("aten::mm", t(g.in("self")), g.dy()));

  /** Two stacks of as many matrices. */
  public static final Op BMM =
      op("aten::bmm(Tensor self, Tensor mat2) -> Tensor")
          .shape("[b, n, k], [b, k, m] -> [b, n, m]")
          .reference(MatrixReference::matmul)
          .gradient("self", g -> call("aten::bmm", g.dy(), transposed(g.in("mat2"))))
          .gradient("mat2", g -> call("aten::bmm", transposed(g.in("self")), g.dy()));

  /** Matrix times vector. */
  public static final Op MV =
      op("aten::mv(Tensor self, Tensor vec) -> Tensor")
          .shape("[n, k], [k] -> [n]")
          .reference(MatrixReference::matmul)
          .gradient("self", g -> call("aten::outer", g.dy(), g.in("vec")))
          .gradient("vec", g -> call("aten::mv", t(g.in("self")), g.dy()));

  /** The sum of products of two vectors. */
  public static final Op DOT =
      op("aten::dot(Tensor self, Tensor tensor) -> Tensor")
          .shape("[k], [k] -> []")
          .reference(MatrixReference::matmul)
          .gradient("self", g -> call("aten::mul.Tensor", g.dy(), g.in("tensor")))
          .gradient("tensor", g -> call("aten::mul.Tensor", g.dy(), g.in("self")));

  /** As {@link #DOT}, since elements are real. */
  public static final Op VDOT =
      op("aten::vdot(Tensor self, Tensor other) -> Tensor")
          .composed(x -> call("aten::dot", x.in("self"), x.in("other")));

  /** Each element of one vector times each of another. */
  public static final Op OUTER =
      op("aten::outer(Tensor self, Tensor vec2) -> Tensor")
          .shape("[n], [m] -> [n, m]")
          .reference(MatrixReference::outer)
          .gradient("self", g -> call("aten::mv", g.dy(), g.in("vec2")))
          .gradient("vec2", g -> call("aten::mv", t(g.dy()), g.in("self")));

  /** As {@link #OUTER}. */
  public static final Op GER =
      op("aten::ger(Tensor self, Tensor vec2) -> Tensor")
          .composed(x -> call("aten::outer", x.in("self"), x.in("vec2")));

  /** Matrices in the last two dimensions; the others broadcast. A vector is a row, or a column. */
  public static final Op MATMUL =
      op("aten::matmul(Tensor self, Tensor other) -> Tensor")
          .shape(
              "[k], [k] -> []; [*, m, k], [k] -> [*, m]; [k], [*, k, n] -> [*, n]; [*, m, k], [*,"
                  + " k, n] -> [*, m, n]")
          .reference(MatrixReference::matmul)
          .gradient("self", g -> left(g.dy(), g.in("other"), g.sizes("self")))
          .gradient("other", g -> right(g.dy(), g.in("self"), g.sizes("other")));

  /** From the gradient of {@code matmul(self, other)} that of {@code self}, of {@code size}. */
  public static final Op MATMUL_SELF_BACKWARD =
      op("cresset::matmul_self_backward(Tensor dy, Tensor other, int[] size) -> Tensor")
          .gradient("dy", g -> call("aten::matmul", g.dy(), g.in("other")))
          .gradient("other", g -> right(g.in("dy"), g.dy(), g.sizes("other")));

  /** From the gradient of {@code matmul(self, other)} that of {@code other}, of {@code size}. */
  public static final Op MATMUL_OTHER_BACKWARD =
      op("cresset::matmul_other_backward(Tensor dy, Tensor self, int[] size) -> Tensor")
          .gradient("dy", g -> call("aten::matmul", g.in("self"), g.dy()))
          .gradient("self", g -> left(g.in("dy"), g.dy(), g.sizes("self")));

  /** {@code x Wᵀ + b}. As {@code torch.nn.functional.linear}. */
  public static final Op LINEAR =
      op("aten::linear(Tensor input, Tensor weight, Tensor? bias=None) -> Tensor")
          .shapeOf(MatrixShapes::linear)
          .reference(MatrixReference::linear)
          .gradient("input", g -> call("aten::matmul", g.dy(), g.in("weight")))
          .gradient("weight", g -> call("aten::mm", t(rows(g.dy())), rows(g.in("input"))))
          .gradient("bias", g -> call("cresset::sum_channels", g.dy(), -1));

  /** {@code Σᵢⱼ input1ᵢ weightₖᵢⱼ input2ⱼ + biasₖ}. As {@code torch.nn.functional.bilinear}. */
  public static final Op BILINEAR =
      op("aten::bilinear(Tensor input1, Tensor input2, Tensor weight, Tensor? bias=None)"
              + " -> Tensor")
          .composed(MatrixOps::bilinear);

  /** {@code beta self + alpha mat1 mat2}. */
  public static final Op ADDMM =
      op("aten::addmm(Tensor self, Tensor mat1, Tensor mat2, *, Scalar beta=1, Scalar alpha=1)"
              + " -> Tensor")
          .shape("[*], [n, k], [k, m] -> [n, m]")
          .reference(MatrixReference::addProduct)
          .gradient("self", g -> scaled(g.dy(), g.in("beta")))
          .gradient("mat1", g -> scaled(call("aten::mm", g.dy(), t(g.in("mat2"))), g.in("alpha")))
          .gradient("mat2", g -> scaled(call("aten::mm", t(g.in("mat1")), g.dy()), g.in("alpha")))
          .withInPlace();

  /** {@code beta self + alpha mat vec}. */
  public static final Op ADDMV =
      op("aten::addmv(Tensor self, Tensor mat, Tensor vec, *, Scalar beta=1, Scalar alpha=1)"
              + " -> Tensor")
          .shape("[*], [n, k], [k] -> [n]")
          .reference(MatrixReference::addProduct)
          .gradient("self", g -> scaled(g.dy(), g.in("beta")))
          .gradient("mat", g -> scaled(call("aten::outer", g.dy(), g.in("vec")), g.in("alpha")))
          .gradient("vec", g -> scaled(call("aten::mv", t(g.in("mat")), g.dy()), g.in("alpha")))
          .withInPlace();

  /** {@code beta self + alpha Σ batch1[i] batch2[i]}. */
  public static final Op ADDBMM =
      op("aten::addbmm(Tensor self, Tensor batch1, Tensor batch2, *, Scalar beta=1,"
              + " Scalar alpha=1) -> Tensor")
          .shape("[*], [b, n, k], [b, k, m] -> [n, m]")
          .reference(MatrixReference::addBatch)
          .gradient("self", g -> scaled(g.dy(), g.in("beta")))
          .gradient(
              "batch1",
              g -> scaled(call("aten::matmul", g.dy(), transposed(g.in("batch2"))), g.in("alpha")))
          .gradient(
              "batch2",
              g -> scaled(call("aten::matmul", transposed(g.in("batch1")), g.dy()), g.in("alpha")))
          .withInPlace();

  /** {@code beta self + alpha batch1 batch2}, matrix by matrix. */
  public static final Op BADDBMM =
      op("aten::baddbmm(Tensor self, Tensor batch1, Tensor batch2, *, Scalar beta=1,"
              + " Scalar alpha=1) -> Tensor")
          .shape("[*], [b, n, k], [b, k, m] -> [b, n, m]")
          .reference(MatrixReference::addProduct)
          .gradient("self", g -> scaled(g.dy(), g.in("beta")))
          .gradient(
              "batch1",
              g -> scaled(call("aten::bmm", g.dy(), transposed(g.in("batch2"))), g.in("alpha")))
          .gradient(
              "batch2",
              g -> scaled(call("aten::bmm", transposed(g.in("batch1")), g.dy()), g.in("alpha")))
          .withInPlace();

  /** {@code beta self + alpha vec1 vec2ᵀ}. */
  public static final Op ADDR =
      op("aten::addr(Tensor self, Tensor vec1, Tensor vec2, *, Scalar beta=1, Scalar alpha=1)"
              + " -> Tensor")
          .shape("[*], [n], [m] -> [n, m]")
          .reference(MatrixReference::addOuter)
          .gradient("self", g -> scaled(g.dy(), g.in("beta")))
          .gradient("vec1", g -> scaled(call("aten::mv", g.dy(), g.in("vec2")), g.in("alpha")))
          .gradient("vec2", g -> scaled(call("aten::mv", t(g.dy()), g.in("vec1")), g.in("alpha")))
          .withInPlace();

  /** {@code self · factor}; itself if that is 1. */
  public static final Op SCALE =
      op("cresset::scale(Tensor(a) self, Scalar factor) -> Tensor(a)")
          .shape(ShapeRules.sameAs("self"))
          .reference(SizeReference::scale)
          .gradient("self", g -> scaled(g.dy(), g.in("factor")));

  /** The sum of the diagonal of a matrix. */
  public static final Op TRACE =
      op("aten::trace(Tensor self) -> Tensor")
          .shape(ShapeRules.one())
          .reference(MatrixReference::trace)
          .gradient("self", g -> call("aten::trace_backward", g.dy(), g.sizes("self")));

  /** Zeros of these sizes, and {@code grad} all along the diagonal. */
  public static final Op TRACE_BACKWARD =
      op("aten::trace_backward(Tensor grad, int[] sizes) -> Tensor")
          .gradient("grad", g -> call("aten::trace", g.dy()));

  static final List<Op> ALL =
      List.of(
          MM,
          BMM,
          MV,
          DOT,
          VDOT,
          OUTER,
          GER,
          MATMUL,
          MATMUL_SELF_BACKWARD,
          MATMUL_OTHER_BACKWARD,
          LINEAR,
          BILINEAR,
          ADDMM,
          ADDMV,
          ADDBMM,
          BADDBMM,
          ADDR,
          SCALE,
          TRACE,
          TRACE_BACKWARD);

  private MatrixOps() {}

  private static Term bilinear(ArgumentScope x) {
    Term rows = call("aten::unsqueeze", call("aten::unsqueeze", x.in("input1"), -2), -3);
    Term columns = call("aten::unsqueeze", call("aten::unsqueeze", x.in("input2"), -2), -3);
    Term products = call("aten::mul.Tensor", call("aten::matmul", rows, x.in("weight")), columns);
    Term sums = call("aten::sum.dim_IntList", products, List.of(-2L, -1L));
    return call("aten::add.Tensor", sums, call("cresset::tensor_or", x.in("bias"), sums, 0.0));
  }

  private static Term t(Term matrix) {
    return call("aten::t", matrix);
  }

  private static Term transposed(Term matrices) {
    return call("aten::transpose.int", matrices, -2, -1);
  }

  private static Term scaled(Term x, Term factor) {
    return call("cresset::scale", x, factor);
  }

  /** All vectors of the last dimension, one below the other. */
  private static Term rows(Term x) {
    return call("aten::reshape", x, list(-1, call("aten::size.int", x, -1)));
  }

  private static Term left(Term dy, Term other, Term size) {
    return call("cresset::matmul_self_backward", dy, other, size);
  }

  private static Term right(Term dy, Term self, Term size) {
    return call("cresset::matmul_other_backward", dy, self, size);
  }
}
