package dev.cresset.tensor;

import static dev.cresset.Functional.all;
import static dev.cresset.Functional.at;
import static dev.cresset.Functional.cat;
import static dev.cresset.Functional.keepDims;
import static dev.cresset.Functional.maxPool2d;
import static dev.cresset.Functional.newAxis;
import static dev.cresset.Functional.noGrad;
import static dev.cresset.Functional.pow;
import static dev.cresset.Functional.range;
import static dev.cresset.Functional.relu;
import static dev.cresset.Functional.rest;
import static dev.cresset.Functional.softmax;
import static dev.cresset.Functional.stack;
import static dev.cresset.Functional.sub;
import static dev.cresset.Functional.tanh;
import static dev.cresset.Functional.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import dev.cresset.Tensor;
import dev.cresset.ir.type.DType;
import java.util.List;
import org.junit.jupiter.api.Test;

class MethodsTest {
  private final Tensor x = Tensor.arange(12).view(3, 4); // 0 1 2 3, 4 5 6 7, 8 9 10 11

  @Test
  void wholeNumbersStayWholeAmongEachOtherAndBecomeRealBesideReals() {
    assertThat(Tensor.of(1, 2).add(1).dtype()).isEqualTo(DType.I64);
    assertThat(Tensor.of(1, 2).add(1.5).dtype()).isEqualTo(DType.F32);
    assertThat(Tensor.of(7, -7).div(2).toDoubleArray()).containsExactly(3.5, -3.5);
    assertThat(Tensor.of(7, -7).floorDivide(2).toLongArray()).containsExactly(3, -4);
    assertThat(Tensor.of(7, -7).div(2, "trunc").toLongArray()).containsExactly(3, -3);
  }

  @Test
  void aNumberMayComeFirst() {
    assertThat(sub(1, Tensor.of(3, 4)).toLongArray()).containsExactly(-2, -3);
    assertThat(pow(2, Tensor.of(3, 4)).toLongArray()).containsExactly(8, 16);
    assertThat(tanh(0.5f)).isEqualTo((float) Math.tanh(0.5f));
  }

  @Test
  void anUnderscoreWritesInPlace() {
    Tensor y = Tensor.of(1.0, -2.0);
    assertThat(y.relu_()).isSameAs(y);
    assertThat(y.mul_(3).add_(Tensor.of(1.0, 1.0), 2).toFloatArray()).containsExactly(5, 2);
    assertThat(y.zero_().fill_(4).copy_(Tensor.of(9)).toFloatArray()).containsExactly(9, 9);
  }

  @Test
  void reductionsTakeAllDimensionsOrSome() {
    assertThat(x.sum().toLong()).isEqualTo(66);
    assertThat(x.sum(0).toLongArray()).containsExactly(12, 15, 18, 21);
    assertThat(x.to(DType.F32).mean(0, 1).item()).isEqualTo(5.5);
    assertThat(x.to(DType.F32).mean(keepDims(1)).sizes()).containsExactly(3, 1);
    assertThat(x.argmax(-1).toLongArray()).containsExactly(3, 3, 3);
  }

  @Test
  void theLargestOfADimensionComesWithItsPlace() {
    var largest = Tensor.of(new double[][] {{1, 5, 2}, {9, 3, 4}}).max(1);
    assertThat(largest.values().toFloatArray()).containsExactly(5, 9);
    assertThat(largest.indices().toLongArray()).containsExactly(1, 0);
    var sorted = Tensor.of(3, 1, 2).sort();
    assertThat(sorted.values().toLongArray()).containsExactly(1, 2, 3);
    assertThat(sorted.indices().toLongArray()).containsExactly(1, 2, 0);
  }

  @Test
  void matricesMultiply() {
    Tensor a = Tensor.of(new double[][] {{1, 2}, {3, 4}});
    assertThat(a.matmul(a).toFloatArray()).containsExactly(7, 10, 15, 22);
    assertThat(a.mv(Tensor.of(1.0, 1.0)).toFloatArray()).containsExactly(3, 7);
    assertThatThrownBy(() -> a.matmul(Tensor.ones(3, 2))).hasMessageContaining("3");
  }

  @Test
  void shapesAreViewsOfTheSameMemory() {
    Tensor t = x.t();
    t.get(at(0), at(1)).fill_(100);
    assertThat(x.toLongArray()).contains(100).doesNotContain(4);
    assertThat(x.transpose(0, 1).flatten().size(0)).isEqualTo(12);
    assertThat(x.unsqueeze(0).squeeze(0).sizes()).containsExactly(3, 4);
    assertThat(x.split(2, 0)).hasSize(2);
  }

  @Test
  void bracketsTakePlacesRangesAndMasks() {
    assertThat(x.get(at(1)).toLongArray()).containsExactly(4, 5, 6, 7);
    assertThat(x.get(all(), range(1, 3)).toLongArray()).containsExactly(1, 2, 5, 6, 9, 10);
    assertThat(x.get(range(null, null, 2), at(-1)).toLongArray()).containsExactly(3, 11);
    assertThat(x.get(range(1L, null), at(0)).toLongArray()).containsExactly(4, 8);
    assertThat(x.get(rest(), newAxis()).sizes()).containsExactly(3, 4, 1);
    assertThat(x.get(x.gt(9)).toLongArray()).containsExactly(10, 11);
    assertThat(x.get(at(Tensor.of(2, 0)), at(Tensor.of(1, 1))).toLongArray()).containsExactly(9, 1);
    assertThat(x.get(all(), at(Tensor.of(3, 0))).toLongArray()).containsExactly(3, 0, 7, 4, 11, 8);
    assertThatThrownBy(() -> x.get(at(0), at(0), at(0)))
        .hasMessage("too many indices for tensor of dimension 2");
  }

  @Test
  void tensorsJoin() {
    Tensor row = Tensor.of(1, 2);
    assertThat(cat(row, row).sizes()).containsExactly(4);
    assertThat(cat(List.of(row.view(1, 2), row.view(1, 2)), 1).sizes()).containsExactly(1, 4);
    assertThat(stack(row, row).sizes()).containsExactly(2, 2);
    assertThat(where(row.gt(1), row, 0).toLongArray()).containsExactly(0, 2);
  }

  @Test
  void factoriesTakeTheDtypeFirst() {
    assertThat(Tensor.zeros(DType.I64, 2, 3).dtype()).isEqualTo(DType.I64);
    assertThat(Tensor.full(new long[] {2}, 7).toLongArray()).containsExactly(7, 7);
    assertThat(Tensor.linspace(0, 1, 3).toFloatArray()).containsExactly(0, 0.5f, 1);
    assertThat(Tensor.arange(1, 2, 0.5).toFloatArray()).containsExactly(1, 1.5f);
    assertThat(Tensor.randperm(5).sort().values().toLongArray()).containsExactly(0, 1, 2, 3, 4);
    assertThat(Tensor.randint(0, 2, 100).max().toLong()).isEqualTo(1);
  }

  @Test
  void functionsOfNeuralNetworks() {
    Tensor y = softmax(Tensor.of(new double[][] {{0, 0}, {0, Math.log(3)}}), 1);
    assertThat(y.toFloatArray())
        .containsExactly(new float[] {0.5f, 0.5f, 0.25f, 0.75f}, offset(1e-6f));
    assertThat(maxPool2d(x.to(DType.F32).view(1, 1, 3, 4), 2, 1).toFloatArray())
        .containsExactly(5, 6, 7, 9, 10, 11);
  }

  @Test
  void nothingIsRecordedInNoGrad() {
    Tensor w = Tensor.ones(2).requiresGrad_(true);
    assertThat(relu(w).requiresGrad()).isTrue();
    assertThat(noGrad(() -> relu(w)).requiresGrad()).isFalse();
    noGrad(() -> assertThat(w.mul(2).requiresGrad()).isFalse());
    assertThat(w.mul(2).requiresGrad()).isTrue();
  }
}
