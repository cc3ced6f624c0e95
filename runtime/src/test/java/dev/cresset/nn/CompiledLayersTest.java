package dev.cresset.nn;

import static dev.cresset.nn.Options.affine;
import static dev.cresset.nn.Options.alignCorners;
import static dev.cresset.nn.Options.bias;
import static dev.cresset.nn.Options.cumulativeAverage;
import static dev.cresset.nn.Options.fullLoss;
import static dev.cresset.nn.Options.groups;
import static dev.cresset.nn.Options.inplace;
import static dev.cresset.nn.Options.kernel;
import static dev.cresset.nn.Options.margin;
import static dev.cresset.nn.Options.maxNorm;
import static dev.cresset.nn.Options.outputPadding;
import static dev.cresset.nn.Options.outputSize;
import static dev.cresset.nn.Options.p;
import static dev.cresset.nn.Options.padding;
import static dev.cresset.nn.Options.paddingIdx;
import static dev.cresset.nn.Options.paddingMode;
import static dev.cresset.nn.Options.reduction;
import static dev.cresset.nn.Options.samePadding;
import static dev.cresset.nn.Options.scaleFactor;
import static dev.cresset.nn.Options.stride;
import static dev.cresset.nn.Options.trackRunningStats;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cresset.IValue;
import dev.cresset.Tensor;
import dev.cresset.compile.Traces;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The compiled form of every layer gives what its own Java gives: results, gradients, buffers. */
class CompiledLayersTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource("layers")
  void theCompiledFormIsTheMeaning(String name, Supplier<NnModule> layer, Supplier<Tensor[]> in) {
    List<Tensor> compiled = run(layer, in);
    List<Tensor> eager;
    try (Modes.Scope scope = Modes.eager()) {
      assertThat(scope).isNotNull();
      eager = run(layer, in);
    }
    assertThat(compiled).hasSameSizeAs(eager);
    for (int i = 0; i < eager.size(); i++) {
      assertThat(compiled.get(i).sizes()).containsExactly(eager.get(i).sizes());
      assertThat(compiled.get(i).allClose(eager.get(i), 1e-5, 1e-6, true)).isTrue();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("layers")
  void theTraceIsTheMeaning(String name, Supplier<NnModule> layer, Supplier<Tensor[]> in) {
    List<Tensor> eager;
    try (Modes.Scope scope = Modes.eager()) {
      assertThat(scope).isNotNull();
      eager = run(layer, in);
    }
    List<Tensor> traced = run(layer, in, Traces::invoke);
    assertThat(traced).hasSameSizeAs(eager);
    for (int i = 0; i < eager.size(); i++) {
      assertThat(traced.get(i).sizes()).containsExactly(eager.get(i).sizes());
      assertThat(traced.get(i).allClose(eager.get(i), 1e-5, 1e-6, true)).isTrue();
    }
  }

  /** Two calls of a fresh layer: the results, the gradients, and the state after them. */
  private static List<Tensor> run(Supplier<NnModule> layer, Supplier<Tensor[]> in) {
    return run(layer, in, NnModule::invoke);
  }

  private static List<Tensor> run(
      Supplier<NnModule> layer,
      Supplier<Tensor[]> in,
      BiFunction<NnModule, List<IValue>, IValue> call) {
    Tensor.manualSeed(7);
    NnModule module = layer.get();
    List<Tensor> seen = new ArrayList<>();
    for (boolean training : new boolean[] {true, false}) {
      module.train(training);
      Tensor[] inputs = in.get();
      List<IValue> values = new ArrayList<>();
      for (Tensor input : inputs) {
        // what is overwritten must be no leaf
        values.add(IValue.from(input.isFloatingPoint() ? input.mul(1) : input));
      }
      IValue result = call.apply(module, values);
      Tensor y = result.isTuple() ? result.toTuple().get(0).toTensor() : result.toTensor();
      if (result.isTuple()) {
        seen.add(result.toTuple().get(1).toTensor());
      }
      seen.add(y.detach().clone());
      if (y.requiresGrad()) {
        y.mul(y).sum().backward();
      }
      for (Tensor input : inputs) {
        if (input.grad() != null) {
          seen.add(input.grad());
        }
      }
    }
    module.parameters().stream().filter(p -> p.grad() != null).forEach(p -> seen.add(p.grad()));
    seen.addAll(module.stateDict().values());
    return seen;
  }

  static Stream<Arguments> layers() {
    Supplier<Tensor[]> rows = () -> new Tensor[] {randn(4, 6)};
    Supplier<Tensor[]> line = () -> new Tensor[] {randn(2, 4, 9)};
    Supplier<Tensor[]> image = () -> new Tensor[] {randn(2, 4, 8, 7)};
    Supplier<Tensor[]> volume = () -> new Tensor[] {randn(2, 4, 3, 4, 3)};
    Tensor place = Tensor.of(0, 3);
    Supplier<Tensor[]> found1d = () -> new Tensor[] {randn(1, 2), place.reshape(1, 2)};
    Supplier<Tensor[]> found2d = () -> new Tensor[] {randn(1, 1, 2), place.reshape(1, 1, 2)};
    Supplier<Tensor[]> found3d = () -> new Tensor[] {randn(1, 1, 1, 2), place.reshape(1, 1, 1, 2)};
    Supplier<Tensor[]> pairs = () -> new Tensor[] {randn(5, 3), Tensor.randn(5, 3)};
    Supplier<Tensor[]> chances =
        () -> new Tensor[] {Tensor.rand(5, 3).requiresGrad_(true), Tensor.rand(5, 3)};
    Supplier<Tensor[]> classes = () -> new Tensor[] {randn(5, 3), Tensor.randint(0, 3, 5)};
    Supplier<Tensor> signs = () -> Tensor.randint(0, 2, 5).mul(2).sub(1);
    Supplier<Tensor[]> signed = () -> new Tensor[] {randn(5), signs.get()};
    Supplier<Tensor[]> scores = () -> new Tensor[] {randn(5), randn(5), signs.get()};
    Supplier<Tensor[]> twins = () -> new Tensor[] {randn(5, 3), randn(5, 3), signs.get()};
    Supplier<Tensor[]> spreads =
        () -> new Tensor[] {randn(5, 3), Tensor.randn(5, 3), Tensor.rand(5).add(0.1)};
    Supplier<Tensor[]> bagged =
        () -> new Tensor[] {Tensor.of(0, 1, 4, 2), Tensor.of(0, 2), Tensor.ones(4)};
    Supplier<Tensor[]> speech =
        () ->
            new Tensor[] {randn(4, 2, 3), Tensor.of(1, 2, 2), Tensor.of(4L, 3L), Tensor.of(2L, 1L)};
    Supplier<Tensor[]> labels =
        () -> new Tensor[] {randn(2, 3), Tensor.of(new long[][] {{2, 0, -1}, {1, -1, 0}})};
    return Stream.of(
        of(rows, () -> new Linear(6, 3)),
        of(() -> new Tensor[] {randn(4, 2), randn(4, 3)}, () -> new Bilinear(2, 3, 5)),
        of(rows, Identity::new),
        of(line, () -> new Conv1d(4, 3, 3, padding(1), stride(2))),
        of(line, () -> new Conv1d(4, 3, 4, samePadding())),
        of(image, () -> new Conv2d(4, 3, kernel(3, 2), padding(1, 0))),
        of(image, () -> new Conv2d(4, 3, 3, padding(1), paddingMode(PaddingMode.REPLICATE))),
        of(line, () -> new BatchNorm1d(4)),
        of(image, () -> new BatchNorm2d(4)),
        of(image, () -> new BatchNorm2d(4, cumulativeAverage())),
        of(volume, () -> new BatchNorm3d(4)),
        of(rows, () -> new LayerNorm(6)),
        of(image, () -> new GroupNorm(2, 4)),
        of(line, () -> new InstanceNorm1d(4)),
        of(image, () -> new InstanceNorm2d(4, affine(true), trackRunningStats(true))),
        of(volume, () -> new InstanceNorm3d(4)),
        of(image, () -> new LocalResponseNorm(3)),
        of(volume, () -> new Conv3d(4, 2, kernel(1, 2, 3), stride(1, 2, 1), padding(1))),
        of(line, () -> new ConvTranspose1d(4, 3, 3, stride(2), outputPadding(1))),
        of(image, () -> new ConvTranspose2d(4, 2, kernel(2, 3), stride(2, 1), groups(2))),
        of(volume, () -> new ConvTranspose3d(4, 2, 2, stride(2), padding(1), bias(false))),
        of(line, () -> new ConstantPad1d(2, 0.5)),
        of(image, () -> new ConstantPad2d(new long[] {1, 0, -1, 2}, 0.5)),
        of(volume, () -> new ConstantPad3d(1, 0.5)),
        of(line, () -> new ZeroPad1d(2)),
        of(image, () -> new ZeroPad2d(2)),
        of(volume, () -> new ZeroPad3d(1)),
        of(line, () -> new ReflectionPad1d(2)),
        of(image, () -> new ReflectionPad2d(new long[] {1, 2, 3, 0})),
        of(volume, () -> new ReflectionPad3d(1)),
        of(line, () -> new ReplicationPad1d(2)),
        of(image, () -> new ReplicationPad2d(2)),
        of(volume, () -> new ReplicationPad3d(1)),
        of(line, () -> new CircularPad1d(2)),
        of(image, () -> new CircularPad2d(2)),
        of(volume, () -> new CircularPad3d(1)),
        of(volume, () -> new MaxPool3d(2, stride(1))),
        of(volume, () -> new MaxPool3dWithIndices(kernel(2, 2, 1))),
        of(volume, () -> new AvgPool3d(2, stride(1), padding(1))),
        of(volume, () -> new AdaptiveAvgPool3d(2, AdaptiveAvgPool2d.KEEP, 2)),
        of(volume, () -> new AdaptiveMaxPool3d(2)),
        of(volume, () -> new AdaptiveMaxPool3dWithIndices(2)),
        of(line, () -> new LPPool1d(2, 3)),
        of(image, () -> new LPPool2d(2, kernel(2, 3), stride(2))),
        of(found1d, () -> new MaxUnpool1d(2)),
        of(found2d, () -> new MaxUnpool2d(2)),
        of(found3d, () -> new MaxUnpool3d(kernel(2, 2, 1))),
        of(image, () -> new Unfold(2, padding(1), stride(2))),
        of(() -> new Tensor[] {randn(2, 8, 6)}, () -> new Fold(3, 4, 2)),
        of(image, () -> new Upsample(scaleFactor(2))),
        of(line, () -> new Upsample(Interpolation.LINEAR, outputSize(5))),
        of(image, () -> new Upsample(Interpolation.BICUBIC, scaleFactor(1.5, 0.7))),
        of(volume, () -> new Upsample(Interpolation.TRILINEAR, outputSize(4), alignCorners(true))),
        of(image, () -> new UpsamplingNearest2d(2)),
        of(image, () -> new UpsamplingBilinear2d(2, 1.5)),
        of(image, () -> new PixelShuffle(2)),
        of(() -> new Tensor[] {randn(2, 1, 4, 6)}, () -> new PixelUnshuffle(2)),
        of(image, () -> new ChannelShuffle(2)),
        of(line, () -> new AdaptiveMaxPool1d(4)),
        of(line, () -> new AdaptiveMaxPool1dWithIndices(4)),
        of(image, () -> new AdaptiveMaxPool2d(AdaptiveAvgPool2d.KEEP, 3)),
        of(image, () -> new AdaptiveMaxPool2dWithIndices(3)),
        of(line, () -> new MaxPool1d(2)),
        of(image, () -> new MaxPool2d(3, stride(2), padding(1))),
        of(line, () -> new MaxPool1dWithIndices(2)),
        of(image, () -> new MaxPool2dWithIndices(kernel(3, 2), stride(2, 1))),
        of(line, () -> new AvgPool1d(2)),
        of(image, () -> new AvgPool2d(3, stride(2), padding(1))),
        of(line, () -> new AdaptiveAvgPool1d(4)),
        of(image, () -> new AdaptiveAvgPool2d(AdaptiveAvgPool2d.KEEP, 3)),
        of(rows, () -> new ReLU(inplace(true))),
        of(rows, ReLU6::new),
        of(rows, LeakyReLU::new),
        of(rows, ELU::new),
        of(rows, SELU::new),
        of(rows, CELU::new),
        of(rows, GELU::new),
        of(rows, SiLU::new),
        of(rows, Mish::new),
        of(rows, Softplus::new),
        of(rows, Sigmoid::new),
        of(rows, Tanh::new),
        of(rows, Hardtanh::new),
        of(rows, Hardswish::new),
        of(rows, Hardsigmoid::new),
        of(rows, LogSigmoid::new),
        of(rows, Softsign::new),
        of(rows, Tanhshrink::new),
        of(rows, Hardshrink::new),
        of(rows, Softshrink::new),
        of(rows, () -> new Threshold(0.1, 2)),
        of(rows, () -> new Softmax(1)),
        of(rows, () -> new LogSoftmax(1)),
        of(rows, () -> new Softmin(1)),
        of(rows, () -> new PReLU(6)),
        of(rows, GLU::new),
        of(rows, RReLU::new),
        of(image, Softmax2d::new),
        of(rows, () -> new Dropout(0.3)),
        of(image, () -> new Dropout2d(0.3)),
        of(line, () -> new Dropout1d(0.3)),
        of(volume, () -> new Dropout3d(0.3, inplace(true))),
        of(rows, () -> new AlphaDropout(0.3)),
        of(line, () -> new FeatureAlphaDropout(0.3)),
        of(() -> new Tensor[] {randn(4, 3), randn(4, 3)}, CosineSimilarity::new),
        of(() -> new Tensor[] {randn(4, 3), randn(4, 3)}, PairwiseDistance::new),
        of(() -> new Tensor[] {Tensor.of(2, 0, 2)}, () -> new Embedding(4, 3, maxNorm(1))),
        of(image, Flatten::new),
        of(rows, () -> new Unflatten(1, 2, -1)),
        of(classes, CrossEntropyLoss::new),
        of(classes, NLLLoss::new),
        of(pairs, MSELoss::new),
        of(pairs, L1Loss::new),
        of(pairs, SmoothL1Loss::new),
        of(pairs, HuberLoss::new),
        of(twins, () -> new CosineEmbeddingLoss(0.2)),
        of(scores, () -> new MarginRankingLoss(0.2)),
        of(signed, HingeEmbeddingLoss::new),
        of(signed, SoftMarginLoss::new),
        of(() -> new Tensor[] {randn(4, 3), randn(4, 3), randn(4, 3)}, TripletMarginLoss::new),
        of(pairs, () -> new PoissonNLLLoss(fullLoss(true))),
        of(spreads, () -> new GaussianNLLLoss(fullLoss(true))),
        of(classes, () -> new MultiMarginLoss(p(2), margin(0.5))),
        of(labels, MultiLabelMarginLoss::new),
        of(speech, CTCLoss::new),
        of(bagged, () -> new EmbeddingBag(EmbeddingBag.Mode.SUM, 5, 3, paddingIdx(1))),
        of(chances, MultiLabelSoftMarginLoss::new),
        of(chances, BCELoss::new),
        of(chances, BCEWithLogitsLoss::new),
        of(chances, () -> new KLDivLoss(reduction(Reduction.BATCH_MEAN))));
  }

  private static Tensor randn(long... sizes) {
    return Tensor.randn(sizes).requiresGrad_(true);
  }

  private static Arguments of(Supplier<Tensor[]> in, Supplier<NnModule> layer) {
    return Arguments.of(layer.get().toString(), layer, in);
  }
}
