package dev.cresset.ir.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cresset.ir.type.DType;
import java.util.List;
import org.junit.jupiter.api.Test;

class NdArrayTest {
  private static final NdArray SIX = NdArray.of(DType.F32, new long[] {2, 3}, 0, 1, 2, 3, 4, 5);

  @Test
  void roundsToItsDtype() {
    assertThat(NdArray.of(DType.F32, new long[] {1}, 0.1).real(0L)).isEqualTo((double) 0.1f);
    assertThat(NdArray.of(DType.F16, new long[] {3}, 0.1, 65520, 1e-8))
        .hasToString("F16[3] {0.0999755859375, Infinity, 0.0}");
    assertThat(NdArray.of(DType.BF16, new long[] {2}, 0.1, 257))
        .hasToString("BF16[2] {0.10009765625, 256.0}");
    assertThat(NdArray.ofWholes(DType.U8, new long[] {2}, 256, -1)).hasToString("U8[2] {0, 255}");
    assertThat(NdArray.of(DType.I64, new long[] {1}, -1.9)).hasToString("I64[1] {-1}");
  }

  @Test
  void reshapesAViewAsAViewIfItCan() {
    NdArray turned = ShapeReference.transpose(SIX.copy(), 0, 1);
    assertThat(turned).hasToString("F32[3, 2] {0.0, 3.0, 1.0, 4.0, 2.0, 5.0}");
    NdArray split = turned.reshape(3, 1, 2, 1);
    split.set(1, 9);
    assertThat(turned.real(1L)).isEqualTo(9);
    NdArray flat = turned.reshape(6);
    flat.set(0, 7);
    assertThat(turned.real(0L)).isZero();
  }

  @Test
  void broadcasts() {
    assertThat(SIX.reshape(2, 1, 3).expand(2, 2, 3))
        .hasToString("F32[2, 2, 3] {0.0, 1.0, 2.0, 0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 3.0, 4.0, 5.0}");
    assertThatThrownBy(() -> SIX.expand(2, 4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("[2, 3] does not expand to [2, 4]");
    assertThat(NdArray.broadcast(new long[] {3, 1}, new long[] {2, 1, 4})).containsExactly(2, 3, 4);
  }

  @Test
  void promotesAsPyTorchDoes() {
    NdArray ints = NdArray.zeros(DType.I32, 2);
    NdArray halves = NdArray.zeros(DType.F16, 2);
    NdArray flat = NdArray.zeros(DType.F64);
    assertThat(Promotion.of(List.of(ints, flat), List.of())).isEqualTo(DType.F64);
    assertThat(Promotion.of(List.of(halves, flat), List.of())).isEqualTo(DType.F16);
    assertThat(Promotion.of(List.of(ints), List.of(2L))).isEqualTo(DType.I32);
    assertThat(Promotion.of(List.of(ints), List.of(2.0))).isEqualTo(DType.F32);
    assertThat(Promotion.of(List.of(ints, halves), List.of(true))).isEqualTo(DType.F16);
  }
}
