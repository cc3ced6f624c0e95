package dev.cresset.tensor.forward;

import dev.cresset.ShapeException;
import dev.cresset.Tensor;
import dev.cresset.backend.Strided;
import dev.cresset.backend.cpu.Products;
import dev.cresset.ir.type.DType;
import dev.cresset.tensor.Broadcast;
import dev.cresset.tensor.Memory;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Products of matrices and vectors: what the family of matrix ops computes. */
public final class MatrixForward {
  private MatrixForward() {}

  /** {@code [n, m] · [m, p]}. */
  public static Tensor mm(Tensor self, Tensor mat2) {
    checkRank("self", self, 2);
    checkRank("mat2", mat2, 2);
    checkMatrices("mm", self, mat2);
    return product("mm", self, mat2, null);
  }

  /** {@code [b, n, m] · [b, m, p]}. */
  public static Tensor bmm(Tensor self, Tensor mat2) {
    checkRank("batch1", self, 3);
    checkRank("batch2", mat2, 3);
    checkBatches("bmm", self, mat2);
    return product("bmm", self, mat2, null);
  }

  /** {@code [n, m] · [m]}. */
  public static Tensor mv(Tensor self, Tensor vec) {
    checkVector("mv", self, vec);
    return column(product("mv", self, ShapeForward.unsqueeze(vec, 1), null));
  }

  /** The sum of the products of two vectors' elements. */
  public static Tensor dot(Tensor self, Tensor tensor) {
    if (self.dim() != 1 || tensor.dim() != 1) {
      throw new ShapeException(
          "1D tensors expected, but got %dD and %dD tensors".formatted(self.dim(), tensor.dim()));
    }
    if (self.numel() != tensor.numel()) {
      throw new ShapeException(
          "inconsistent tensor size, expected tensor [%d] and src [%d] to have the same number of elements, but got %d and %d elements respectively"
              .formatted(self.numel(), tensor.numel(), self.numel(), tensor.numel()));
    }
    Tensor product =
        product("dot", ShapeForward.unsqueeze(self, 0), ShapeForward.unsqueeze(tensor, 1), null);
    return ShapeForward.reshape(product, new long[0]);
  }

  /** As {@link #dot}: there are no complex numbers. */
  public static Tensor vdot(Tensor self, Tensor other) {
    return dot(self, other);
  }

  /** Each element of {@code self} times each of {@code vec2}: {@code [n, m]}. */
  public static Tensor outer(Tensor self, Tensor vec2) {
    if (self.dim() != 1 || vec2.dim() != 1) {
      throw new ShapeException(
          "outer: Expected 1-D argument self and vec2, but got %d-D and %d-D"
              .formatted(self.dim(), vec2.dim()));
    }
    DType common = self.dtype().with(vec2.dtype());
    return product(
        "outer",
        ShapeForward.unsqueeze(MemoryForward.to(self, common, null, false), 1),
        ShapeForward.unsqueeze(MemoryForward.to(vec2, common, null, false), 0),
        null);
  }

  /** As {@link #outer}. */
  public static Tensor ger(Tensor self, Tensor vec2) {
    return outer(self, vec2);
  }

  /** Matrices in the last two sizes; the others broadcast. Vectors are a row, or a column. */
  public static Tensor matmul(Tensor self, Tensor other) {
    int left = self.dim();
    int right = other.dim();
    if (left == 0 || right == 0) {
      throw new ShapeException(
          "both arguments to matmul need to be at least 1D, but they are %dD and %dD"
              .formatted(left, right));
    }
    if (left == 1 && right == 1) {
      return dot(self, other);
    }
    if (left == 1) {
      Tensor product = matmul(ShapeForward.unsqueeze(self, 0), other);
      return ShapeForward.squeeze(product, -2);
    }
    if (right == 1) {
      return column(matmul(self, ShapeForward.unsqueeze(other, 1)));
    }
    checkMatrices("matmul", self, other);
    if (left > 2 && right == 2) { // all rows of the left matrices as one
      long[] sizes = self.sizes();
      Tensor rows = ShapeForward.reshape(self, new long[] {rows(sizes), sizes[left - 1]});
      sizes[left - 1] = other.size(1);
      return ShapeForward.reshape(product("matmul", rows, other, null), sizes);
    }
    long[] batch = Broadcast.sizes("matmul", leading(self), leading(other));
    return product(
        "matmul",
        ShapeForward.expand(self, joined(batch, self.size(-2), self.size(-1)), false),
        ShapeForward.expand(other, joined(batch, other.size(-2), other.size(-1)), false),
        null);
  }

  /** {@code input · weightᵀ + bias}; {@code weight} is {@code [out, in]}, or {@code [in]}. */
  public static Tensor linear(Tensor input, Tensor weight, @Nullable Tensor bias) {
    if (input.dim() == 0 || weight.dim() == 0 || weight.dim() > 2) {
      throw new ShapeException(
          "linear: input is %dD and weight %dD; weight must have 1 or 2 sizes, input at least 1"
              .formatted(input.dim(), weight.dim()));
    }
    if (weight.dim() == 1) {
      Tensor product = matmul(input, weight);
      return bias == null ? product : plus(product, bias);
    }
    long in = weight.size(1);
    long out = weight.size(0);
    long[] sizes = input.sizes();
    if (sizes[sizes.length - 1] != in) {
      throw new ShapeException(
          "linear: mat1 and mat2 shapes cannot be multiplied (%dx%d and %dx%d): input is %s, weight %s"
              .formatted(
                  rows(sizes),
                  sizes[sizes.length - 1],
                  in,
                  out,
                  Arrays.toString(sizes),
                  Arrays.toString(weight.sizes())));
    }
    Tensor rows = ShapeForward.reshape(input, new long[] {rows(sizes), in});
    Tensor added = null;
    if (bias != null) {
      checkExpands("linear", bias, rows.size(0), out);
      added = ShapeForward.expand(bias, new long[] {rows.size(0), out}, false);
    }
    sizes[sizes.length - 1] = out;
    return ShapeForward.reshape(product("linear", rows, ShapeForward.t(weight), added), sizes);
  }

  /** {@code beta · self + alpha · mat1 · mat2}; {@code self} broadcasts. */
  public static Tensor addmm(Tensor self, Tensor mat1, Tensor mat2, Number beta, Number alpha) {
    checkRank("mat1", mat1, 2);
    checkRank("mat2", mat2, 2);
    checkMatrices("addmm", mat1, mat2);
    checkExpands("addmm", self, mat1.size(0), mat2.size(1));
    return added("addmm", self, mat1, mat2, beta, alpha);
  }

  /** {@code beta · self + alpha · mat · vec}; {@code self} broadcasts. */
  public static Tensor addmv(Tensor self, Tensor mat, Tensor vec, Number beta, Number alpha) {
    checkVector("addmv", mat, vec);
    checkExpands("addmv", self, mat.size(0));
    Tensor start = ShapeForward.expand(self, new long[] {mat.size(0)}, false);
    return column(
        added(
            "addmv",
            ShapeForward.unsqueeze(start, 1),
            mat,
            ShapeForward.unsqueeze(vec, 1),
            beta,
            alpha));
  }

  /** {@code beta · self + alpha · batch1 · batch2}, matrix by matrix. */
  public static Tensor baddbmm(
      Tensor self, Tensor batch1, Tensor batch2, Number beta, Number alpha) {
    checkRank("batch1", batch1, 3);
    checkRank("batch2", batch2, 3);
    checkBatches("baddbmm", batch1, batch2);
    checkExpands("baddbmm", self, batch1.size(0), batch1.size(1), batch2.size(2));
    return added("baddbmm", self, batch1, batch2, beta, alpha);
  }

  /** {@code beta · self + alpha · Σ batch1[b] · batch2[b]}. */
  public static Tensor addbmm(
      Tensor self, Tensor batch1, Tensor batch2, Number beta, Number alpha) {
    checkRank("batch1", batch1, 3);
    checkRank("batch2", batch2, 3);
    checkBatches("addbmm", batch1, batch2);
    long n = batch1.size(1);
    long p = batch2.size(2);
    long terms = batch1.size(0) * batch1.size(2);
    checkExpands("addbmm", self, n, p);
    Tensor left = ShapeForward.reshape(ShapeForward.transpose(batch1, 0, 1), new long[] {n, terms});
    Tensor right = ShapeForward.reshape(batch2, new long[] {terms, p});
    return added("addbmm", self, left, right, beta, alpha);
  }

  /** {@code beta · self + alpha · vec1 · vec2ᵀ}. */
  public static Tensor addr(Tensor self, Tensor vec1, Tensor vec2, Number beta, Number alpha) {
    checkRank("vec1", vec1, 1);
    checkRank("vec2", vec2, 1);
    checkExpands("addr", self, vec1.size(0), vec2.size(0));
    return added(
        "addr",
        self,
        ShapeForward.unsqueeze(vec1, 1),
        ShapeForward.unsqueeze(vec2, 0),
        beta,
        alpha);
  }

  /** {@code input1 · weight[o] · input2ᵀ + bias[o]} for each row of the inputs. */
  public static Tensor bilinear(
      Tensor input1, Tensor input2, Tensor weight, @Nullable Tensor bias) {
    long[] sizes = input1.sizes();
    if (input1.dim() != input2.dim()
        || weight.dim() != 3
        || !Arrays.equals(leading(input1, 1), leading(input2, 1))
        || input1.size(-1) != weight.size(1)
        || input2.size(-1) != weight.size(2)) {
      throw new ShapeException(
          "bilinear(): inputs %s and %s do not fit weight %s, which is [out, in1, in2]"
              .formatted(
                  Arrays.toString(sizes),
                  Arrays.toString(input2.sizes()),
                  Arrays.toString(weight.sizes())));
    }
    long n = rows(sizes);
    long out = weight.size(0);
    Tensor first = ShapeForward.reshape(input1, new long[] {n, weight.size(1)});
    Tensor second = ShapeForward.reshape(input2, new long[] {n, weight.size(2), 1});
    Tensor half = ShapeForward.transpose(matmul(first, weight), 0, 1); // [n, out, in2]
    Tensor start = null;
    if (bias != null) {
      checkExpands("bilinear", bias, out);
      start = ShapeForward.expand(bias, new long[] {n, out}, false);
      start = ShapeForward.unsqueeze(start, 2);
    }
    sizes[sizes.length - 1] = out;
    return ShapeForward.reshape(product("bilinear", half, second, start), sizes);
  }

  /** The sum of the diagonal's elements. */
  public static Tensor trace(Tensor self) {
    if (self.dim() != 2) {
      throw new ShapeException("trace: expected a matrix, but got tensor with dim " + self.dim());
    }
    return Tensor.wrap(Sums.sumTo(ShapeForward.diagonal(self, 0, 0, 1).strided(), new long[0]));
  }

  // Gradients.

  /** From the gradient of {@code matmul(self, other)} that of {@code self}, of {@code size}. */
  public static Tensor matmulSelfBackward(Tensor dy, Tensor other, long[] size) {
    Tensor right = other.dim() == 1 ? ShapeForward.unsqueeze(other, 1) : other;
    Tensor full = matrices(dy, size.length, other.dim());
    Tensor product = matmul(full, ShapeForward.transpose(right, -2, -1));
    return summed(product, size.length == 1 ? new long[] {1, size[0]} : size, size);
  }

  /** From the gradient of {@code matmul(self, other)} that of {@code other}, of {@code size}. */
  public static Tensor matmulOtherBackward(Tensor dy, Tensor self, long[] size) {
    Tensor left = self.dim() == 1 ? ShapeForward.unsqueeze(self, 0) : self;
    Tensor full = matrices(dy, self.dim(), size.length);
    if (size.length <= 2 && left.dim() > 2) { // all rows of the left matrices as one
      long[] rows = {rows(left.sizes()), left.size(-1)};
      left = ShapeForward.reshape(left, rows);
      full = ShapeForward.reshape(full, new long[] {rows[0], full.size(-1)});
    }
    Tensor product = matmul(ShapeForward.transpose(left, -2, -1), full);
    return summed(product, size.length == 1 ? new long[] {size[0], 1} : size, size);
  }

  /** The gradient of a product with vectors as if they had been matrices. */
  private static Tensor matrices(Tensor dy, int left, int right) {
    Tensor full = right == 1 ? ShapeForward.unsqueeze(dy, dy.dim()) : dy;
    return left == 1 ? ShapeForward.unsqueeze(full, full.dim() - 1) : full;
  }

  private static Tensor summed(Tensor product, long[] matrix, long[] size) {
    return ShapeForward.reshape(ShapeForward.sumTo(product, matrix), size);
  }

  /** {@code self · factor}; itself if that is 1. */
  public static Tensor scale(Tensor self, Number factor) {
    if (factor.doubleValue() == 1) {
      return self;
    }
    Operands operands = new Operands("scale", self);
    Strided result = operands.result(self.sizes());
    combine(operands, result, 1L, operands.plain(self), factor);
    return operands.out(result);
  }

  /** Zeros of these sizes, and {@code grad} all along the diagonal. */
  public static Tensor traceBackward(Tensor grad, long[] sizes) {
    Tensor result = Views.zeros(grad, sizes.clone());
    Tensor diagonal = ShapeForward.diagonal(result, 0, 0, 1);
    Views.copy(ShapeForward.expand(grad, diagonal.sizes(), false), diagonal);
    return result;
  }

  // What they have in common.

  /** {@code added + a · b} over the last two sizes; the others are equal. */
  private static Tensor product(String op, Tensor a, Tensor b, @Nullable Tensor added) {
    Operands operands = new Operands(op, a, b, added);
    long[] sizes = a.sizes();
    sizes[sizes.length - 1] = b.size(-1);
    Strided result = operands.result(sizes);
    Products.multiply(
        operands.in(a), operands.in(b), added == null ? null : operands.in(added), result);
    return operands.out(result);
  }

  /** {@code beta · self + alpha · a · b}; with a {@code beta} of 0, self's NaN do not count. */
  private static Tensor added(
      String op, Tensor self, Tensor a, Tensor b, Number beta, Number alpha) {
    long[] sizes = a.sizes();
    sizes[sizes.length - 1] = b.size(-1);
    Tensor start = ShapeForward.expand(self, sizes, false);
    if (beta.doubleValue() == 1 && alpha.doubleValue() == 1) {
      return product(op, a, b, start);
    }
    Operands operands = new Operands(op, a, b, start);
    Strided result = operands.result(sizes);
    Products.multiply(operands.in(a), operands.in(b), null, result);
    boolean none = beta.doubleValue() == 0;
    Strided from = none ? operands.result(sizes) : operands.plain(start);
    combine(operands, result, alpha, from, beta);
    return operands.out(result);
  }

  /** {@code to = alpha · to + beta · from}. */
  private static void combine(
      Operands operands, Strided to, Number alpha, Strided from, Number beta) {
    int n = (int) to.numel();
    switch (operands.compute()) {
      case F32 ->
          combine(
              to.storage().floats(),
              alpha.floatValue(),
              from.storage().floats(),
              beta.floatValue(),
              n);
      case F64 ->
          combine(
              to.storage().doubles(),
              alpha.doubleValue(),
              from.storage().doubles(),
              beta.doubleValue(),
              n);
      default ->
          combine(
              to.storage().longs(), alpha.longValue(), from.storage().longs(), beta.longValue(), n);
    }
  }

  private static void combine(float[] to, float alpha, float[] from, float beta, int n) {
    for (int i = 0; i < n; i++) {
      to[i] = alpha * to[i] + beta * from[i];
    }
  }

  private static void combine(double[] to, double alpha, double[] from, double beta, int n) {
    for (int i = 0; i < n; i++) {
      to[i] = alpha * to[i] + beta * from[i];
    }
  }

  private static void combine(long[] to, long alpha, long[] from, long beta, int n) {
    for (int i = 0; i < n; i++) {
      to[i] = alpha * to[i] + beta * from[i];
    }
  }

  private static Tensor plus(Tensor a, Tensor b) {
    Tensor row = ShapeForward.reshape(a, new long[] {1, a.numel()});
    Tensor one = Views.zeros(a, 1, 1);
    Memory.fill(one, 1L);
    checkExpands("linear", b, a.sizes());
    Tensor start = ShapeForward.reshape(ShapeForward.expand(b, a.sizes(), false), row.sizes());
    return ShapeForward.reshape(product("linear", one, row, start), a.sizes());
  }

  private static Tensor column(Tensor product) {
    return ShapeForward.squeeze(product, -1);
  }

  private static long rows(long[] sizes) {
    long rows = 1;
    for (int d = 0; d < sizes.length - 1; d++) {
      rows *= sizes[d];
    }
    return rows;
  }

  private static long[] leading(Tensor x) {
    return leading(x, 2);
  }

  private static long[] leading(Tensor x, int last) {
    return Arrays.copyOf(x.strided().sizes(), x.dim() - last);
  }

  private static long[] joined(long[] batch, long rows, long columns) {
    long[] sizes = Arrays.copyOf(batch, batch.length + 2);
    sizes[batch.length] = rows;
    sizes[batch.length + 1] = columns;
    return sizes;
  }

  private static void checkRank(String name, Tensor x, int rank) {
    if (x.dim() != rank) {
      throw new ShapeException(
          rank == 2
              ? "%s must be a matrix, but it is %dD".formatted(name, x.dim())
              : "%s must be a %dD tensor, but it is %dD".formatted(name, rank, x.dim()));
    }
  }

  private static void checkMatrices(String op, Tensor a, Tensor b) {
    if (a.size(-1) != b.size(-2)) {
      throw new ShapeException(
          ("%s: mat1 and mat2 shapes cannot be multiplied (%dx%d and %dx%d): a is %s, b is %s; a's"
                  + " last size must equal b's next to last")
              .formatted(
                  op,
                  a.size(-2),
                  a.size(-1),
                  b.size(-2),
                  b.size(-1),
                  Arrays.toString(a.sizes()),
                  Arrays.toString(b.sizes())));
    }
  }

  private static void checkBatches(String op, Tensor a, Tensor b) {
    if (a.size(0) != b.size(0) || a.size(2) != b.size(1)) {
      throw new ShapeException(
          "%s: Expected size for first two dimensions of batch2 tensor to be: [%d, %d] but got: [%d, %d]."
              .formatted(op, a.size(0), a.size(2), b.size(0), b.size(1)));
    }
  }

  private static void checkVector(String op, Tensor matrix, Tensor vector) {
    if (matrix.dim() != 2 || vector.dim() != 1 || matrix.size(1) != vector.size(0)) {
      throw new ShapeException(
          "%s: size mismatch, got mat %s, vec %s"
              .formatted(op, Arrays.toString(matrix.sizes()), Arrays.toString(vector.sizes())));
    }
  }

  private static void checkExpands(String op, Tensor x, long... sizes) {
    if (!Sums.reaches(sizes, x.strided().sizes())) {
      throw new ShapeException(
          "%s: %s does not expand to the result's sizes %s"
              .formatted(op, Arrays.toString(x.sizes()), Arrays.toString(sizes)));
    }
  }
}
