package dev.cresset.nn;

import static dev.cresset.nn.Options.outputSize;
import static dev.cresset.nn.Options.scaleFactor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cresset.Tensor;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A batch of no samples gives no samples, and a gradient of its own sizes. */
class EmptyBatchTest {

  @ParameterizedTest(name = "{0} to {2}")
  @MethodSource("layers")
  void noSamplesGiveNoSamples(Layer layer, long[] sizes, long[] want) {
    Tensor input = Tensor.zeros(sizes).requiresGrad_(true);
    Tensor y = layer.call(input);
    y.sum().backward();
    assertThat(y.sizes()).containsExactly(want);
    assertThat(input.grad().sizes()).containsExactly(sizes);
  }

  private static long[] of(long... sizes) {
    return sizes;
  }

  static Stream<Arguments> layers() {
    long[] rows = of(0, 4);
    long[] line = of(0, 4, 6);
    long[] image = of(0, 4, 4, 4);
    long[] volume = of(0, 4, 4, 4, 4);
    return Stream.of(
        Arguments.of(new GroupNorm(2, 4), line, line),
        Arguments.of(new InstanceNorm2d(4), image, image),
        Arguments.of(new LocalResponseNorm(2), image, image),
        Arguments.of(new Conv3d(4, 3, 2), volume, of(0, 3, 3, 3, 3)),
        Arguments.of(new ConvTranspose1d(4, 3, 2), line, of(0, 3, 7)),
        Arguments.of(new ConvTranspose2d(4, 3, 2), image, of(0, 3, 5, 5)),
        Arguments.of(new MaxPool3d(2), volume, of(0, 4, 2, 2, 2)),
        Arguments.of(new AvgPool3d(2), volume, of(0, 4, 2, 2, 2)),
        Arguments.of(new AdaptiveAvgPool3d(3), volume, of(0, 4, 3, 3, 3)),
        Arguments.of(new AdaptiveMaxPool2d(3), image, of(0, 4, 3, 3)),
        Arguments.of(new LPPool2d(2, 2), image, of(0, 4, 2, 2)),
        Arguments.of(new Upsample(scaleFactor(2)), image, of(0, 4, 8, 8)),
        Arguments.of(new Upsample(Interpolation.BICUBIC, outputSize(5, 6)), image, of(0, 4, 5, 6)),
        Arguments.of(new Upsample(Interpolation.AREA, outputSize(2)), image, of(0, 4, 2, 2)),
        Arguments.of(new Unfold(2), image, of(0, 16, 9)),
        Arguments.of(new Fold(4, 2, 2), of(0, 8, 3), of(0, 2, 4, 2)),
        Arguments.of(new PixelShuffle(2), image, of(0, 1, 8, 8)),
        Arguments.of(new PixelUnshuffle(2), image, of(0, 16, 2, 2)),
        Arguments.of(new ChannelShuffle(2), image, image),
        Arguments.of(new ReflectionPad2d(1), image, of(0, 4, 6, 6)),
        Arguments.of(new ReplicationPad3d(1), volume, of(0, 4, 6, 6, 6)),
        Arguments.of(new CircularPad1d(2), line, of(0, 4, 10)),
        Arguments.of(new ConstantPad2d(1, 2), image, of(0, 4, 6, 6)),
        Arguments.of(new Dropout3d(0.5), volume, volume),
        Arguments.of(new AlphaDropout(), rows, rows),
        Arguments.of(new RReLU(), rows, rows),
        Arguments.of(new Softmax2d(), image, image),
        Arguments.of(new PReLU(), rows, rows),
        Arguments.of(new LayerNorm(4), rows, rows));
  }
}
