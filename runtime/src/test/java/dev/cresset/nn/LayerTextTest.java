package dev.cresset.nn;

import static dev.cresset.nn.Options.affine;
import static dev.cresset.nn.Options.bias;
import static dev.cresset.nn.Options.cumulativeAverage;
import static dev.cresset.nn.Options.dilation;
import static dev.cresset.nn.Options.groups;
import static dev.cresset.nn.Options.inplace;
import static dev.cresset.nn.Options.kernel;
import static dev.cresset.nn.Options.maxNorm;
import static dev.cresset.nn.Options.outputPadding;
import static dev.cresset.nn.Options.padding;
import static dev.cresset.nn.Options.paddingIdx;
import static dev.cresset.nn.Options.paddingMode;
import static dev.cresset.nn.Options.samePadding;
import static dev.cresset.nn.Options.stride;
import static dev.cresset.nn.Options.trackRunningStats;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Layers print as PyTorch prints them. */
class LayerTextTest {

  @ParameterizedTest
  @MethodSource("layers")
  void aLayerPrintsAsPyTorchPrintsIt(String text, NnModule layer) {
    assertThat(layer).hasToString(text);
  }

  static Stream<Arguments> layers() {
    return Stream.of(
        layer("Linear(in_features=3, out_features=2, bias=True)", new Linear(3, 2)),
        layer(
            "Bilinear(in1_features=2, in2_features=3, out_features=2, bias=False)",
            new Bilinear(2, 3, 2, bias(false))),
        layer(
            "Conv2d(3, 64, kernel_size=(7, 7), stride=(2, 2), padding=(3, 3), bias=False)",
            new Conv2d(3, 64, 7, stride(2), padding(3), bias(false))),
        layer(
            "Conv2d(2, 4, kernel_size=(3, 5), stride=(2, 1), dilation=(2, 2), groups=2)",
            new Conv2d(2, 4, kernel(3, 5), stride(2, 1), dilation(2), groups(2))),
        layer(
            "Conv1d(4, 5, kernel_size=(3,), stride=(1,), padding=same)",
            new Conv1d(4, 5, 3, samePadding())),
        layer(
            "Conv1d(4, 5, kernel_size=(3,), stride=(1,), padding=(1,), padding_mode=reflect)",
            new Conv1d(4, 5, 3, padding(1), paddingMode(PaddingMode.REFLECT))),
        layer(
            "BatchNorm2d(64, eps=1e-05, momentum=0.1, affine=True, track_running_stats=True)",
            new BatchNorm2d(64)),
        layer(
            "BatchNorm1d(3, eps=1e-05, momentum=None, affine=False, track_running_stats=False)",
            new BatchNorm1d(3, cumulativeAverage(), affine(false), trackRunningStats(false))),
        layer("LayerNorm((3, 5), eps=1e-05, elementwise_affine=True)", layerNorm()),
        layer("GroupNorm(3, 6, eps=1e-05, affine=True)", new GroupNorm(3, 6)),
        layer(
            "InstanceNorm1d(3, eps=1e-05, momentum=0.1, affine=False, track_running_stats=False)",
            new InstanceNorm1d(3)),
        layer("LocalResponseNorm(2, alpha=0.0001, beta=0.75, k=1.0)", new LocalResponseNorm(2)),
        layer(
            "ConvTranspose2d(3, 4, kernel_size=(3, 3), stride=(2, 2), output_padding=(1, 1))",
            new ConvTranspose2d(3, 4, 3, stride(2), outputPadding(1))),
        layer(
            "Conv3d(2, 3, kernel_size=(2, 3, 2), stride=(1, 1, 1), padding=(1, 0, 0))",
            new Conv3d(2, 3, kernel(2, 3, 2), padding(1, 0, 0))),
        layer("ZeroPad2d((2, 2, 2, 2))", new ZeroPad2d(2)),
        layer("Upsample(scale_factor=2.0, mode=nearest)", new Upsample(Options.scaleFactor(2))),
        layer(
            "Upsample(size=(5, 3), mode=bicubic)",
            new Upsample(Interpolation.BICUBIC, Options.outputSize(5, 3))),
        layer("UpsamplingNearest2d(scale_factor=2.0, mode=nearest)", new UpsamplingNearest2d(2)),
        layer("Unfold(kernel_size=2, dilation=1, padding=1, stride=1)", new Unfold(2, padding(1))),
        layer(
            "Fold(output_size=(4, 5), kernel_size=(2, 3), dilation=1, padding=0, stride=1)",
            new Fold(4, 5, kernel(2, 3))),
        layer(
            "LPPool2d(norm_type=2.0, kernel_size=3, stride=None, ceil_mode=False)",
            new LPPool2d(2, 3)),
        layer("MaxUnpool2d(kernel_size=(2, 2), stride=(2, 2), padding=(0, 0))", new MaxUnpool2d(2)),
        layer("AdaptiveAvgPool3d(output_size=(2, None, 3))", adaptive3d()),
        layer("ReflectionPad1d((1, 2))", new ReflectionPad1d(new long[] {1, 2})),
        layer("ConstantPad1d(padding=(3, 3), value=0.5)", new ConstantPad1d(3, 0.5)),
        layer("PixelShuffle(upscale_factor=2)", new PixelShuffle(2)),
        layer("PixelUnshuffle(downscale_factor=3)", new PixelUnshuffle(3)),
        layer("ChannelShuffle(groups=2)", new ChannelShuffle(2)),
        layer("AlphaDropout(p=0.5, inplace=False)", new AlphaDropout()),
        layer("Dropout3d(p=0.2, inplace=False)", new Dropout3d(0.2)),
        layer("CosineSimilarity()", new CosineSimilarity()),
        layer("PairwiseDistance()", new PairwiseDistance()),
        layer("AdaptiveMaxPool2d(output_size=(3, 4))", new AdaptiveMaxPool2d(3, 4)),
        layer("TripletMarginLoss()", new TripletMarginLoss()),
        layer("CTCLoss()", new CTCLoss()),
        layer("RReLU(lower=0.125, upper=0.5)", new RReLU(0.125, 0.5)),
        layer("Softmax2d()", new Softmax2d()),
        layer(
            "EmbeddingBag(5, 3, mode=mean, padding_idx=4)", new EmbeddingBag(5, 3, paddingIdx(-1))),
        layer(
            "MaxPool2d(kernel_size=3, stride=2, padding=1, dilation=1, ceil_mode=False)",
            new MaxPool2d(3, stride(2), padding(1))),
        layer(
            "MaxPool2d(kernel_size=(3, 2), stride=(3, 2), padding=0, dilation=1, ceil_mode=False)",
            new MaxPool2d(kernel(3, 2))),
        layer(
            "MaxPool1d(kernel_size=2, stride=2, padding=0, dilation=1, ceil_mode=False)",
            new MaxPool1d(2)),
        layer("AvgPool2d(kernel_size=2, stride=(2, 1), padding=0)", new AvgPool2d(2, stride(2, 1))),
        layer("AvgPool1d(kernel_size=(2,), stride=(2,), padding=(0,))", new AvgPool1d(2)),
        layer("AdaptiveAvgPool1d(output_size=3)", new AdaptiveAvgPool1d(3)),
        layer("AdaptiveAvgPool2d(output_size=1)", new AdaptiveAvgPool2d(1)),
        layer(
            "AdaptiveAvgPool2d(output_size=(None, 4))",
            new AdaptiveAvgPool2d(AdaptiveAvgPool2d.KEEP, 4)),
        layer("ReLU()", new ReLU()),
        layer("ReLU(inplace=True)", new ReLU(inplace(true))),
        layer("LeakyReLU(negative_slope=0.01)", new LeakyReLU()),
        layer("ELU(alpha=2.0, inplace=True)", new ELU(2, inplace(true))),
        layer("GELU(approximate='none')", new GELU()),
        layer("GELU(approximate='tanh')", new GELU(GELU.Approximate.TANH)),
        layer("Softplus(beta=1, threshold=20)", new Softplus()),
        layer("Hardtanh(min_val=-0.5, max_val=1.5)", new Hardtanh(-0.5, 1.5)),
        layer("Hardswish()", new Hardswish()),
        layer("Hardshrink(0.5)", new Hardshrink()),
        layer("Threshold(threshold=0.5, value=-2)", new Threshold(0.5, -2)),
        layer("PReLU(num_parameters=3)", new PReLU(3)),
        layer("GLU(dim=-1)", new GLU()),
        layer("Softmax(dim=1)", new Softmax(1)),
        layer("Tanh()", new Tanh()),
        layer("Dropout(p=0.5, inplace=False)", new Dropout()),
        layer("Dropout2d(p=0.25, inplace=True)", new Dropout2d(0.25, inplace(true))),
        layer("Embedding(3, 2, padding_idx=2)", new Embedding(3, 2, paddingIdx(-1))),
        layer("Embedding(3, 2, max_norm=1.0, norm_type=1.0)", new Embedding(3, 2, maxNorm(1, 1))),
        layer("Flatten(start_dim=1, end_dim=-1)", new Flatten()),
        layer("Unflatten(dim=1, unflattened_size=(2, -1))", new Unflatten(1, 2, -1)),
        layer("Identity()", new Identity()),
        layer("CrossEntropyLoss()", new CrossEntropyLoss()),
        layer("KLDivLoss()", new KLDivLoss()));
  }

  private static LayerNorm layerNorm() {
    return new LayerNorm(new long[] {3, 5});
  }

  private static Arguments layer(String text, NnModule layer) {
    return Arguments.of(text, layer);
  }

  private static AdaptiveAvgPool3d adaptive3d() {
    return new AdaptiveAvgPool3d(2, AdaptiveAvgPool2d.KEEP, 3);
  }
}
