package dev.cresset.tensor.forward;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cresset.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Joins, and that each gradient is the transpose of what it belongs to: ⟨dy, f(x)⟩ = ⟨f'(dy), x⟩.
 */
class JoinForwardTest {
  private static final Tensor X = Tensor.of(new float[] {1, 2, 3}, new float[] {4, 5, 6});

  private static Tensor counted(Tensor like) {
    float[] values = new float[(int) like.numel()];
    for (int i = 0; i < values.length; i++) {
      values[i] = i % 7 - 3;
    }
    return Tensor.fromBlob(values, like.sizes());
  }

  private static double product(Tensor a, Tensor b) {
    assertThat(a.sizes()).containsExactly(b.sizes());
    double sum = 0;
    for (int i = 0; i < a.numel(); i++) {
      sum += a.toDoubleArray()[i] * b.toDoubleArray()[i];
    }
    return sum;
  }

  @Test
  void repeatedPartsAreSummedAgain() {
    long[] repeats = {2, 3, 2};
    Tensor y = JoinForward.repeat(X, repeats);
    Tensor dy = counted(y);
    assertThat(product(JoinForward.repeatBackward(dy, X.sizes(), repeats), X))
        .isEqualTo(product(dy, y));
  }

  @Test
  void repeatedSlicesAreSummedAgain() {
    Tensor repeats = Tensor.of(2L, 0L, 3L);
    Tensor y = JoinForward.repeatInterleave(X, repeats, 1L, 5L);
    assertThat(y.toFloatArray()).containsExactly(1, 1, 3, 3, 3, 4, 4, 6, 6, 6);
    Tensor dy = counted(y);
    assertThat(product(JoinForward.repeatInterleaveBackward(dy, X.sizes(), repeats, 1L), X))
        .isEqualTo(product(dy, y));
    Tensor flat = JoinForward.repeatInterleave(X, 2, null, null);
    Tensor twice = Tensor.scalar(2L);
    Tensor grad = JoinForward.repeatInterleaveBackward(counted(flat), X.sizes(), twice, null);
    assertThat(product(grad, X)).isEqualTo(product(counted(flat), flat));
  }

  @Test
  void shiftsBringInWhatFills() {
    assertThat(JoinForward.shift(X, 1, 1, 1).toFloatArray()).containsExactly(1, 1, 2, 1, 4, 5);
    assertThat(JoinForward.shift(X, 1, -2, 0).toFloatArray()).containsExactly(3, 0, 0, 6, 0, 0);
    assertThat(JoinForward.shift(X, 0, 9, 8).toFloatArray()).containsOnly(8);
  }

  @Test
  void windowsOverlapInTheirGradient() {
    Tensor y = ShapeForward.unfold(X, 1, 2, 1);
    Tensor dy = counted(y);
    assertThat(product(ShapeForward.unfoldBackward(dy, X.sizes(), 1, 2, 1), X))
        .isEqualTo(product(dy, y));
    Tensor steps = ShapeForward.unfold(X, 0, 1, 2);
    assertThat(product(ShapeForward.unfoldBackward(counted(steps), X.sizes(), 0, 1, 2), X))
        .isEqualTo(product(counted(steps), steps));
  }

  @Test
  void rowsOfAGridRunAlongTheFirstVectorOrAlongTheSecond() {
    List<Tensor> vectors = List.of(Tensor.of(1f, 2f), Tensor.of(3f, 4f, 5f));
    Tensor ij = JoinForward.meshgrid(vectors, "ij").get(0);
    assertThat(ij.sizes()).containsExactly(2, 3);
    assertThat(ij.toFloatArray()).containsExactly(1, 1, 1, 2, 2, 2);
    Tensor xy = JoinForward.meshgrid(vectors, "xy").get(0);
    assertThat(xy.sizes()).containsExactly(3, 2);
    assertThat(xy.toFloatArray()).containsExactly(1, 2, 1, 2, 1, 2);
  }

  @Test
  void gridsAreSummedToTheirVectors() {
    for (String indexing : List.of("ij", "xy")) {
      List<Tensor> vectors = List.of(Tensor.of(1f, 2f), Tensor.of(3f, 4f, 5f), Tensor.of(6f));
      List<Tensor> grids = JoinForward.meshgrid(vectors, indexing);
      List<Tensor> dys = grids.stream().map(JoinForwardTest::counted).toList();
      List<Tensor> grads = JoinForward.meshgridBackward(dys, indexing);
      for (int i = 0; i < 3; i++) {
        assertThat(product(grads.get(i), vectors.get(i)))
            .isEqualTo(product(dys.get(i), grids.get(i)));
      }
    }
  }

  @Test
  void takenElementsGetTheirGradientBack() {
    Tensor indices = Tensor.of(new long[] {2, 0}, new long[] {1, 1});
    Tensor y = IndexForward.takeAlongDim(X, indices, 1L);
    Tensor dy = counted(y);
    assertThat(product(IndexForward.takeAlongDimBackward(dy, X.sizes(), indices, 1L), X))
        .isEqualTo(product(dy, y));
    Tensor row = Tensor.of(new long[] {0, 2}); // serves both rows
    Tensor wide = ShapeForward.unsqueeze(row, 0);
    Tensor z = IndexForward.takeAlongDim(X, wide, 1L);
    assertThat(product(IndexForward.takeAlongDimBackward(counted(z), X.sizes(), wide, 1L), X))
        .isEqualTo(product(counted(z), z));
  }

  @Test
  void sizesOfOneAreAddedAsNumpyAddsThem() {
    List<Tensor> parts = List.of(Tensor.scalar(1.0), Tensor.of(1f, 2f), X);
    assertThat(JoinForward.atLeast(parts, 3).stream().map(Tensor::sizes))
        .containsExactly(new long[] {1, 1, 1}, new long[] {1, 2, 1}, new long[] {2, 3, 1});
    assertThat(JoinForward.padSizes(new long[] {5}, new long[] {1, 2, 3})).containsExactly(1, 1, 5);
  }
}
