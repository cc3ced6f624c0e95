package dev.cresset.tensor.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cresset.ShapeException;
import dev.cresset.Tensor;
import dev.cresset.backend.Threads;
import dev.cresset.tensor.eager.Fold;
import dev.cresset.tensor.eager.Resize;
import dev.cresset.tensor.eager.VolumePool;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Other sizes, columns and volumes: bits, special values and errors. */
class ResizeForwardTest {
  private final int threads = Threads.count();

  @AfterEach
  void restore() {
    Threads.set(threads);
  }

  private static List<float[]> results() {
    Tensor.manualSeed(9);
    Tensor images = Tensor.randn(4, 3, 40, 50).requiresGrad_(true);
    Tensor volumes = Tensor.randn(2, 8, 12, 14, 16).requiresGrad_(true);
    List<Tensor> all =
        List.of(
            Resize.upsampleBilinear2d(images, new long[] {90, 71}, false, null, null),
            Resize.upsampleBicubic2d(images, new long[] {60, 99}, true, null, null),
            Fold.im2col(
                images, new long[] {3, 5}, new long[] {2, 1}, new long[] {1, 2}, new long[] {2, 1}),
            VolumePool.maxPool3d(
                volumes, new long[] {3}, new long[] {2}, new long[] {1}, new long[] {1}, false),
            VolumePool.avgPool3d(
                volumes, new long[] {3}, new long[] {2}, new long[] {1}, true, true, null));
    List<float[]> bits = new ArrayList<>();
    all.forEach(y -> bits.add(y.toFloatArray()));
    all.forEach(y -> y.mul(y).sum().backward());
    bits.add(images.grad().toFloatArray());
    bits.add(volumes.grad().toFloatArray());
    return bits;
  }

  @Test
  void manyThreadsGiveTheSameBitsAsOne() {
    Threads.set(1);
    List<float[]> one = results();
    Threads.set(5);
    List<float[]> many = results();
    for (int i = 0; i < one.size(); i++) {
      assertThat(many.get(i)).containsExactly(one.get(i));
    }
  }

  @Test
  void whatIsNoNumberStaysInItsPlace() {
    Tensor x = Tensor.of(1, Double.NaN, Double.POSITIVE_INFINITY).reshape(1, 1, 3);
    assertThat(Resize.upsampleNearest1d(x, new long[] {6}, null).toFloatArray())
        .containsExactly(
            1, 1, Float.NaN, Float.NaN, Float.POSITIVE_INFINITY, Float.POSITIVE_INFINITY);
  }

  @Test
  void noSamplesGiveNoSamples() {
    Tensor none = Tensor.zeros(0, 2, 4, 4);
    assertThat(Resize.upsampleNearest2d(none, new long[] {8, 8}, null, null).sizes())
        .containsExactly(0, 2, 8, 8);
    long[] two = {2, 2};
    long[] one = {1, 1};
    assertThat(Fold.im2col(none, two, one, new long[] {0, 0}, two).sizes())
        .containsExactly(0, 8, 4);
  }

  @Test
  void wrongSizesAndModesAreNamed() {
    Tensor image = Tensor.zeros(1, 2, 4, 4);
    double[] none = {};
    long[] five = {5};
    assertThatThrownBy(() -> Resize.interpolate(image, five, none, "linear", false))
        .isInstanceOf(ShapeException.class)
        .hasMessage("Got 4D input, but linear mode needs 3D input");
    assertThatThrownBy(() -> Resize.interpolate(image, five, none, "cubical", false))
        .hasMessageContaining("there is no mode 'cubical'; there are nearest");
    assertThatThrownBy(() -> Resize.interpolate(image, five, new double[] {2}, "nearest", false))
        .hasMessageContaining("only one of size or scale_factor");
    assertThatThrownBy(() -> Resize.interpolate(image, five, none, "nearest", true))
        .hasMessageContaining("align_corners option can only be set");
    assertThatThrownBy(
            () -> Fold.col2im(image.flatten(2), five, five, new long[] {1}, new long[] {0}, five))
        .isInstanceOf(ShapeException.class)
        .hasMessageContaining("divisible by the product of kernel_size");
    assertThatThrownBy(
            () ->
                VolumePool.maxUnpool(
                    Tensor.zeros(1, 2), Tensor.of(new long[][] {{0, 9}}), new long[] {4}))
        .hasMessageContaining("invalid max index: 9");
  }
}
