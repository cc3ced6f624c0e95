package dev.cresset.tensor;

import static dev.cresset.Functional.map;
import static dev.cresset.Functional.noGrad;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cresset.ShapeException;
import dev.cresset.Tensor;
import dev.cresset.autograd.GradMode;
import dev.cresset.ir.type.DType;
import org.junit.jupiter.api.Test;

/** Functions in plain Java on each element. */
class MapTest {
  private final Tensor x = Tensor.of(new float[][] {{1, -2, 3}, {-4, 5, -6}});

  private static float cubed(float v) {
    return v * v * v;
  }

  private static float less(float a, float b) {
    return a - 2 * b;
  }

  @Test
  void everyElementGoesThroughTheFunction() {
    assertEqual(x.map(MapTest::cubed), x.mul(x).mul(x));
  }

  @Test
  void aViewIsReadAsItLies() {
    Tensor view = x.transpose(0, 1).narrow(0, 1, 2);
    assertEqual(view.map(MapTest::cubed), view.mul(view).mul(view));
  }

  @Test
  void twoTensorsBroadcast() {
    Tensor column = Tensor.of(new float[][] {{10}, {20}});
    assertEqual(map(x, column, MapTest::less), x.sub(column.mul(2)));
    assertThatThrownBy(() -> map(x, Tensor.of(1f, 2f), MapTest::less))
        .isInstanceOf(ShapeException.class)
        .hasMessageContaining("map: The size of tensor a (3)");
  }

  @Test
  void realsKeepTheirDtypeAndWholeNumbersBecomeF32() {
    assertThat(x.to(DType.F64).map(MapTest::cubed).dtype()).isEqualTo(DType.F64);
    assertThat(Tensor.of(2, 3).map(MapTest::cubed).dtype()).isEqualTo(DType.F32);
    assertThat(map(Tensor.of(2, 3), x.sum(), MapTest::less).dtype()).isEqualTo(DType.F32);
    assertThat(map(x, x.to(DType.F64), MapTest::less).dtype()).isEqualTo(DType.F64);
  }

  @Test
  void aGradientIsRefusedRatherThanLost() {
    Tensor leaf = x.clone().requiresGrad_(true);
    assertThatThrownBy(() -> leaf.map(MapTest::cubed))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("MyOps_Graph.f(x)");
    assertThatThrownBy(() -> map(x, leaf, MapTest::less))
        .isInstanceOf(UnsupportedOperationException.class);
    Tensor y = GradMode.off(() -> leaf.map(MapTest::cubed));
    assertEqual(y, x.map(MapTest::cubed));
    assertThat(noGrad(() -> map(x, leaf, MapTest::less)).requiresGrad()).isFalse();
  }

  private static void assertEqual(Tensor got, Tensor want) {
    assertThat(got.sizes()).containsExactly(want.sizes());
    assertThat(got.allClose(want, 0, 0, false)).isTrue();
  }
}
