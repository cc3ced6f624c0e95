package dev.cresset.tensor.eager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import dev.cresset.ShapeException;
import dev.cresset.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Images read at computed places. */
class GridTest {
  private static final Tensor IMAGE = Tensor.fromBlob(new double[] {1, 2, 3, 4, 5, 6}, 1, 1, 2, 3);

  /** The map that changes nothing, and its places. */
  private static Tensor identity(boolean align, long... size) {
    Tensor map = Tensor.fromBlob(new double[] {1, 0, 0, 0, 1, 0}, 1, 2, 3);
    return Grid.affineGridGenerator(map, size, align);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2})
  void theIdentityReadsTheImageItself(long mode) {
    for (boolean align : new boolean[] {true, false}) {
      Tensor grid = identity(align, 1, 1, 2, 3);
      assertThat(Grid.gridSampler(IMAGE, grid, mode, 0, align).toDoubleArray())
          .containsExactly(IMAGE.toDoubleArray(), offset(1e-12));
    }
  }

  @Test
  void largerGridsInterpolateAsResizingDoes() {
    Tensor grid = identity(false, 1, 1, 4, 5);
    long[] size = {4, 5};
    assertThat(Grid.gridSampler(IMAGE, grid, 0, 1, false).toDoubleArray())
        .containsExactly(
            Resize.upsampleBilinear2d(IMAGE, size, false, null, null).toDoubleArray(),
            offset(1e-12));
    assertThat(Grid.gridSampler(IMAGE, grid, 2, 1, false).toDoubleArray())
        .containsExactly(
            Resize.upsampleBicubic2d(IMAGE, size, false, null, null).toDoubleArray(),
            offset(1e-12));
  }

  @Test
  void whatLiesOutsideIsZeroTheBorderOrMirrored() {
    Tensor far = Tensor.fromBlob(new double[] {-5.0 / 3, -0.5}, 1, 1, 1, 2); // one element left
    assertThat(Grid.gridSampler(IMAGE, far, 1, 0, false).item()).isZero();
    assertThat(Grid.gridSampler(IMAGE, far, 1, 1, false).item()).isEqualTo(1);
    assertThat(Grid.gridSampler(IMAGE, far, 1, 2, false).item()).isEqualTo(1);
    Tensor right = Tensor.fromBlob(new double[] {2, -1}, 1, 1, 1, 2); // one and a half, of corners
    assertThat(Grid.gridSampler(IMAGE, right, 0, 2, true).item()).isEqualTo(2);
    assertThatThrownBy(() -> Grid.gridSampler(IMAGE, IMAGE, 0, 0, false))
        .isInstanceOf(ShapeException.class)
        .hasMessageContaining("size 2 in last dimension");
  }
}
