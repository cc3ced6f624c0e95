package dev.cresset.tools.summary;

import static dev.cresset.nn.Options.batchFirst;
import static dev.cresset.nn.Options.bias;
import static dev.cresset.nn.Options.bidirectional;
import static dev.cresset.nn.Options.groups;
import static dev.cresset.nn.Options.numLayers;
import static dev.cresset.nn.Options.padding;
import static dev.cresset.nn.Options.stride;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cresset.Functional;
import dev.cresset.Generator;
import dev.cresset.IValue;
import dev.cresset.Tensor;
import dev.cresset.models.AlexNet;
import dev.cresset.models.MobileNetV2;
import dev.cresset.models.ResNet;
import dev.cresset.models.SqueezeNet;
import dev.cresset.nn.BatchNorm2d;
import dev.cresset.nn.Conv2d;
import dev.cresset.nn.ConvTranspose2d;
import dev.cresset.nn.Dropout;
import dev.cresset.nn.Embedding;
import dev.cresset.nn.GRU;
import dev.cresset.nn.LSTM;
import dev.cresset.nn.LSTMCell;
import dev.cresset.nn.Layer;
import dev.cresset.nn.Linear;
import dev.cresset.nn.ReLU;
import dev.cresset.nn.Sequential;
import dev.cresset.nn.TransformerEncoderLayer;
import dev.cresset.nn.Visitor;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SummaryTest {

  /** What torchvision publishes of its models at 224×224: parameters, and billions of them. */
  static List<Arguments> models() {
    return List.of(
        Arguments.of("resnet18", ResNet.resnet18(), 11_689_512, 1.814),
        Arguments.of("alexnet", AlexNet.alexnet(), 61_100_840, 0.714),
        Arguments.of("squeezenet1_1", SqueezeNet.squeezenet1_1(), 1_235_496, 0.349),
        Arguments.of("mobilenet_v2", MobileNetV2.mobilenetV2(), 3_504_872, 0.301));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void modelsHaveTheNumbersThatTorchvisionPublishes(
      String name, Layer model, long parameters, double billions) {
    Summary summary = Summary.summary(model, new long[] {1, 3, 224, 224});
    assertThat(summary.parameters()).isEqualTo(parameters);
    assertThat(summary.multiplyAdds() / 1e9).isCloseTo(billions, within(0.0005));
    assertThat(summary.row("").output()).isEqualTo("[1, 1000]");
    assertThat(summary.stateBytes()).isGreaterThanOrEqualTo(4 * parameters);
    assertThat(summary.inputBytes()).isEqualTo(4 * 3 * 224 * 224);
  }

  @Test
  void partsOfAResNetAddUp() {
    Summary summary = Summary.summary(ResNet.resnet18(), new long[] {2, 3, 64, 64});
    Summary.Row first = summary.row("conv1");
    assertThat(first.output()).isEqualTo("[2, 64, 32, 32]");
    assertThat(first.parameters()).isEqualTo(64 * 3 * 49);
    assertThat(first.multiplyAdds()).isEqualTo(2L * 64 * 32 * 32 * 3 * 49);
    assertThat(first.bytes()).isEqualTo(4L * 2 * 64 * 32 * 32);
    assertThat(summary.row("layer2.0.downsample.0").output()).isEqualTo("[2, 128, 8, 8]");
    long children = 0;
    for (Summary.Row row : summary.rows()) {
      children += row.path().isEmpty() || row.path().contains(".") ? 0 : row.multiplyAdds();
    }
    assertThat(children).isEqualTo(summary.multiplyAdds());
  }

  @Test
  void theTableIsATree() {
    Sequential model =
        new Sequential(
            new Conv2d(1, 2, 3, padding(1)),
            new Sequential(new BatchNorm2d(2), new ReLU()),
            new Conv2d(2, 1, 1));
    model.get(2).requiresGrad_(false);
    assertThat(Summary.summary(model, new long[] {1, 1, 4, 4}))
        .hasToString(
            """
            module                output        parameters  multiply-adds  memory
            Sequential            [1, 1, 4, 4]          27            320   448 B
            ├─ 0: Conv2d          [1, 2, 4, 4]          20            288   128 B
            ├─ 1: Sequential      [1, 2, 4, 4]           4              0   256 B
            │  ├─ 0: BatchNorm2d  [1, 2, 4, 4]           4              0   128 B
            │  └─ 1: ReLU         [1, 2, 4, 4]           0              0   128 B
            └─ 2: Conv2d          [1, 1, 4, 4]           3             32    64 B
            27 parameters, 3 of them frozen
            320 multiply-adds, 640 floating-point operations: of products, convolutions, attention and recurrent layers
            132 B of parameters and buffers, 64 B of inputs, 448 B of results op by op\
            """);
  }

  @Test
  void modulesThatAreNotCalledSaySo() {
    Linear shared = new Linear(4, 4);
    Sequential twice = new Sequential(shared, shared);
    Summary summary = Summary.summary(twice, new long[] {3, 4});
    assertThat(summary.row("0").calls()).isEqualTo(2);
    assertThat(summary.row("0").multiplyAdds()).isEqualTo(2 * 3 * 16);
    assertThat(summary.parameters()).isEqualTo(20);
    assertThat(summary.toString()).contains("[3, 4] ×2");
    assertThat(Summary.summary(new Lonely(), new long[] {3, 4}).toString()).contains("not called");
    assertThatThrownBy(() -> summary.row("5")).hasMessageContaining("'5'");
  }

  @Test
  void recurrentLayersMeetEachWeightAtEachStep() {
    LSTM lstm = new LSTM(8, 16, numLayers(2), bidirectional(true), batchFirst(true));
    Summary summary = Summary.summary(lstm, new long[] {3, 5, 8});
    long first = 4 * 16 * 8 + 4 * 16 * 16;
    long second = 4 * 16 * 32 + 4 * 16 * 16;
    assertThat(summary.multiplyAdds()).isEqualTo(3 * 5 * 2 * (first + second));
    assertThat(summary.row("").output()).isEqualTo("([3, 5, 32], ([4, 3, 16], [4, 3, 16]))");
    assertThat(Summary.summary(new GRU(8, 16), new long[] {5, 3, 8}).multiplyAdds())
        .isEqualTo(3 * 5 * (3 * 16 * 8 + 3 * 16 * 16));
    assertThat(Summary.summary(new LSTMCell(8, 16), new long[] {3, 8}).multiplyAdds())
        .isEqualTo(3 * (4 * 16 * 8 + 4 * 16 * 16));
  }

  @Test
  void attentionCountsItsProducts() {
    TransformerEncoderLayer layer = new TransformerEncoderLayer(16, 4);
    long tokens = 5 * 2;
    long projections = tokens * 4 * 16 * 16;
    long meetings = 2 * tokens * 5 * 16; // queries with keys, and with values
    long feedForward = tokens * 2 * 16 * 2048;
    assertThat(Summary.summary(layer, new long[] {5, 2, 16}).multiplyAdds())
        .isEqualTo(projections + meetings + feedForward);
    Tensor q = Tensor.zeros(2, 4, 5, 8);
    Tensor k = Tensor.zeros(2, 4, 7, 8);
    Tensor v = Tensor.zeros(2, 4, 7, 6);
    assertThat(counted(x -> Functional.scaledDotProductAttention(x, k, v), q))
        .isEqualTo(2 * 4 * 5 * 7 * (8 + 6));
  }

  @Test
  void convolutionsCountTheirGroupsAndTheTransposedTheirInputs() {
    assertThat(multiplyAdds(new Conv2d(8, 8, 3, groups(8), bias(false)), 1, 8, 10, 10))
        .isEqualTo(8 * 8 * 8 * 9);
    assertThat(multiplyAdds(new ConvTranspose2d(8, 4, 3, stride(2)), 1, 8, 10, 10))
        .isEqualTo(8 * 100 * 4 * 9);
  }

  private static long multiplyAdds(Layer layer, long... sizes) {
    return Summary.summary(layer, sizes).multiplyAdds();
  }

  @Test
  void productsCount() {
    Tensor a = Tensor.zeros(2, 3, 4);
    assertThat(counted(x -> x.matmul(Tensor.zeros(4, 5)), a)).isEqualTo(2 * 3 * 4 * 5);
    assertThat(counted(x -> x.bmm(Tensor.zeros(2, 4, 5)), a)).isEqualTo(2 * 3 * 4 * 5);
    assertThat(counted(x -> x.matmul(Tensor.zeros(4)), a)).isEqualTo(2 * 3 * 4);
    assertThat(counted(x -> x.mul(2).add(1).relu(), a)).isZero();
    assertThat(counted(x -> einsum("bij,jk->bik", x, Tensor.zeros(4, 5)), a))
        .isEqualTo(2 * 3 * 4 * 5);
    assertThat(counted(x -> einsum("...ij,...jk", x, Tensor.zeros(2, 4, 5)), a))
        .isEqualTo(2 * 3 * 4 * 5);
    Tensor b = Tensor.zeros(4, 5);
    assertThat(counted(x -> einsum("bij,jk,k->bi", x, b, Tensor.zeros(5)), a))
        .isEqualTo(2 * 3 * 4 * 5 + 2 * 3 * 5);
    assertThat(counted(x -> einsum("bii->bi", x), Tensor.zeros(2, 3, 3))).isZero();
  }

  private static Tensor einsum(String equation, Tensor... operands) {
    return Functional.einsum(equation, List.of(operands));
  }

  private static long counted(Function<Tensor, Tensor> function, Tensor input) {
    return Summary.summary(new Plain(function), input).multiplyAdds();
  }

  @Test
  void scriptedFunctionsAreSeenThrough() {
    assertThat(counted(x -> Products_Graph.squared(x, 2), Tensor.zeros(3, 3))).isEqualTo(2 * 27);
  }

  @Test
  void inputsMayBeOfAnyDtype() {
    Summary summary = Summary.summary(new Embedding(10, 6), Tensor.of(1L, 2, 3));
    assertThat(summary.row("").output()).isEqualTo("[3, 6]");
    assertThat(summary.inputBytes()).isEqualTo(24);
  }

  @Test
  void theModelStaysAsItWas() {
    BatchNorm2d norm = new BatchNorm2d(2);
    Dropout dropout = new Dropout(0.5);
    Sequential model = new Sequential(norm, dropout);
    norm.eval();
    Tensor.manualSeed(9);
    Generator before = Generator.global().copy();
    Summary.summary(model, new long[] {1, 2, 3, 3});
    assertThat(model.isTraining()).isTrue();
    assertThat(norm.isTraining()).isFalse();
    assertThat(dropout.isTraining()).isTrue();
    assertThat(norm.numBatchesTracked.toLong()).isZero();
    assertThat(Generator.global().random()).isEqualTo(before.random());
    assertThatThrownBy(() -> Summary.summary(model, new long[] {1, 5, 3, 3}))
        .hasMessageContaining("5");
    assertThat(model.isTraining()).isTrue();
  }

  /** Any function, as a layer. */
  private static final class Plain extends Layer {
    private final Function<Tensor, Tensor> function;

    Plain(Function<Tensor, Tensor> function) {
      this.function = function;
    }

    @Override
    public Tensor forward(Tensor input) {
      return function.apply(input);
    }

    @Override
    public Tensor call(Tensor input) {
      return invoke(List.of(IValue.from(input))).toTensor();
    }

    @Override
    protected IValue invokeForward(List<IValue> inputs) {
      return IValue.from(forward(inputs.get(0).toTensor()));
    }
  }

  /** Has a part that it does not call. */
  private static final class Lonely extends Layer {
    private final Linear part = new Linear(2, 2);

    @Override
    protected void visit(Visitor v) {
      v.child("part", part);
    }

    @Override
    public Tensor forward(Tensor input) {
      return input.relu();
    }

    @Override
    public Tensor call(Tensor input) {
      return forward(input);
    }

    @Override
    protected IValue invokeForward(List<IValue> inputs) {
      return IValue.from(forward(inputs.get(0).toTensor()));
    }
  }
}
