package dev.cresset.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cresset.IValue;
import dev.cresset.Tensor;
import dev.cresset.annotations.Buffer;
import dev.cresset.annotations.Script;
import dev.cresset.ir.graph.Graph;
import dev.cresset.nn.BatchNorm1d;
import dev.cresset.nn.BatchNorm2d;
import dev.cresset.nn.Conv1d;
import dev.cresset.nn.Conv2d;
import dev.cresset.nn.ConvTranspose2d;
import dev.cresset.nn.Dropout;
import dev.cresset.nn.Flatten;
import dev.cresset.nn.Layer;
import dev.cresset.nn.Linear;
import dev.cresset.nn.ReLU;
import dev.cresset.nn.Sequential;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Frozen modules give what their modules give in evaluation. */
class FreezeTest {

  /** Layers in a row, with a branch of training. */
  static class Net extends FreezeTest_NetModule {
    final Sequential layers;

    Net(Layer... layers) {
      this.layers = new Sequential(layers);
    }

    @Override
    @Script
    public Tensor forward(Tensor x) {
      if (training) {
        x = x.mul(2);
      }
      return layers.call(x);
    }
  }

  /** Counts its calls, in evaluation as well. */
  static class Counting extends FreezeTest_CountingModule {
    @Buffer final Tensor calls = Tensor.zeros(1);
    @Buffer final Tensor offset = Tensor.of(10.0);

    @Override
    @Script
    public Tensor forward(Tensor x) {
      calls.add_(1);
      return x.add(calls).add(offset);
    }

    @Script
    Tensor twice(Tensor x) {
      return x.add(offset).mul(2);
    }
  }

  private static Tensor equalsEvaluation(Net net, long... sizes) {
    Tensor.manualSeed(5);
    for (int step = 0; step < 3; step++) {
      net.call(Tensor.randn(sizes).mul(3).add(1)); // moves the statistics of batch norm
    }
    net.eval();
    Tensor x = Tensor.randn(sizes);
    Tensor wanted = net.call(x).detach();
    Tensor given = Freeze.of(net).call(x);
    assertThat(given.allClose(wanted, 1e-4, 1e-5, false)).as("%s and %s", given, wanted).isTrue();
    assertThat(given.requiresGrad()).isFalse();
    return given;
  }

  private static List<String> kinds(Graph graph) {
    return graph.allNodes().stream()
        .filter(node -> !node.isConstant())
        .map(node -> node.kind())
        .toList();
  }

  @Test
  void batchNormIsFoldedIntoConvolutions() {
    Net net =
        new Net(
            new Conv2d(2, 4, 3),
            new BatchNorm2d(4),
            new ReLU(),
            new Conv2d(4, 6, 3, Net.groups(2), Net.bias(false)),
            new BatchNorm2d(6, Net.affine(false)),
            new ConvTranspose2d(6, 4, 3, Net.groups(2)),
            new BatchNorm2d(4));
    equalsEvaluation(net, 3, 2, 8, 8);
    assertThat(kinds(Freeze.of(net).graph()))
        .containsExactly("aten::conv2d", "aten::relu", "aten::conv2d", "aten::conv_transpose2d");
    assertThat(kinds(Freeze.of(net, Freeze.foldWeights(false)).graph()))
        .contains("aten::batch_norm");
  }

  @Test
  void batchNormIsFoldedIntoLinearLayersOfRows() {
    Net net = new Net(new Flatten(), new Linear(6, 4), new BatchNorm1d(4), new Dropout(0.5));
    equalsEvaluation(net, 5, 2, 3);
    assertThat(Freeze.of(net).graph().nodes())
        .as("rows are looked for when it runs")
        .filteredOn(node -> node.is("prim::If"))
        .singleElement()
        .satisfies(choice -> assertThat(choice.blocks().get(0).nodes()).hasSize(1));
    equalsEvaluation(new Net(new Conv1d(2, 3, 2), new BatchNorm1d(3)), 4, 2, 5);
  }

  @Test
  void ofMoreThanRowsTheChannelsAreInTheMiddle() {
    equalsEvaluation(new Net(new Linear(4, 4), new BatchNorm1d(4)), 3, 4, 4);
  }

  @Test
  void dropoutThatWritesToItsInputGoes() {
    Net net = new Net(new Linear(3, 3), new Dropout(0.5, Net.inplace(true)), new ReLU());
    equalsEvaluation(net, 2, 3);
    assertThat(kinds(Freeze.of(net).graph())).containsExactly("aten::linear", "aten::relu");
  }

  @Test
  void theModuleIsTrainedOnAndTheFrozenOneStaysAsItIs() {
    Net net = new Net(new Linear(3, 3));
    net.eval();
    GraphModule frozen = Freeze.of(net);
    Tensor x = Tensor.ones(1, 3);
    float[] before = frozen.call(x).toFloatArray();
    net.parameters().forEach(parameter -> parameter.detach().mul_(2));
    assertThat(frozen.call(x).toFloatArray()).containsExactly(before);
    frozen.call(x).add_(1);
    assertThat(frozen.call(x).toFloatArray()).containsExactly(before);
    assertThat(frozen.parameters()).isEmpty();
  }

  @Test
  void aBufferThatIsWrittenToStaysABuffer() {
    Counting counting = new Counting();
    counting.eval();
    GraphModule frozen = Freeze.of(counting, Freeze.preserveMethods("twice"));
    assertThat(frozen.call(Tensor.of(0.0)).toFloat()).isEqualTo(11f);
    assertThat(frozen.call(Tensor.of(0.0)).toFloat()).isEqualTo(12f);
    assertThat(frozen.namedBuffers()).containsOnlyKeys("calls");
    assertThat(counting.calls.toFloat()).isZero();
    assertThat(frozen.invoke("twice", List.of(IValue.from(Tensor.of(1.0)))).toTensor().toFloat())
        .isEqualTo(22f);
  }

  @Test
  void aPreservedTensorStaysAnAttribute() {
    Net net = new Net(new Linear(2, 2));
    net.eval();
    GraphModule frozen = Freeze.of(net, Freeze.preserve("layers.0.bias"));
    assertThat(frozen.namedBuffers()).containsOnlyKeys("layers.0.bias");
    assertThatThrownBy(() -> Freeze.of(net, Freeze.preserve("layers.1.bias")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("layers.1.bias");
  }

  @Test
  void trainingIsRefused() {
    Net net = new Net(new Linear(2, 2));
    assertThatThrownBy(() -> Freeze.of(net))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Net is in training")
        .hasMessageContaining("eval()");
    net.eval();
    net.layers.train();
    assertThatThrownBy(() -> Freeze.of(net)).hasMessageContaining("'layers' of Net");
  }

  @Test
  void manyThreadsGetEqualBits() {
    Net net = new Net(new Conv2d(3, 8, 3), new BatchNorm2d(8), new ReLU());
    net.eval();
    GraphModule frozen = Freeze.of(net);
    Tensor x = Tensor.randn(2, 3, 16, 16);
    float[] wanted = frozen.call(x).toFloatArray();
    Stream<float[]> results =
        IntStream.range(0, 64).parallel().mapToObj(i -> frozen.call(x).toFloatArray());
    assertThat(results).allSatisfy(given -> assertThat(given).containsExactly(wanted));
  }

  @Test
  void aFrozenGraphPrintsAndReadsBack() {
    Net net = new Net(new Conv2d(1, 2, 1), new BatchNorm2d(2), new ReLU());
    net.eval();
    String text = Freeze.of(net).graph().toString();
    assertThat(Graph.parse(text)).hasToString(text);
    assertThat(text).contains("weight_fused_bn : Float(2, 1, 1, 1, strides=[1, 1, 1, 1], requires");
  }
}
