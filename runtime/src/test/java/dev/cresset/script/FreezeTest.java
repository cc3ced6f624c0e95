package dev.cresset.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cresset.IValue;
import dev.cresset.Tensor;
import dev.cresset.annotations.Buffer;
import dev.cresset.annotations.Script;
import dev.cresset.ir.graph.Graph;
import dev.cresset.ir.type.DType;
import dev.cresset.nn.BatchNorm1d;
import dev.cresset.nn.BatchNorm2d;
import dev.cresset.nn.BatchNorm3d;
import dev.cresset.nn.Conv1d;
import dev.cresset.nn.Conv2d;
import dev.cresset.nn.Conv3d;
import dev.cresset.nn.ConvTranspose1d;
import dev.cresset.nn.ConvTranspose2d;
import dev.cresset.nn.ConvTranspose3d;
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

  /** A layer that is asked twice, and whose first answer is seen by itself. */
  static class Twice extends FreezeTest_TwiceModule {
    final Conv2d conv = new Conv2d(2, 2, 1);
    final BatchNorm2d first = new BatchNorm2d(2);
    final BatchNorm2d second = new BatchNorm2d(2);

    @Override
    @Script
    public Tensor forward(Tensor x) {
      Tensor seen = conv.call(x);
      return second.call(conv.call(first.call(seen))).add(seen);
    }
  }

  /** Counts its calls, and never looks at the count. */
  static class Counted extends FreezeTest_CountedModule {
    @Buffer final Tensor calls = Tensor.zeros(1);

    @Override
    @Script
    public Tensor forward(Tensor x) {
      calls.add_(1);
      return x.relu();
    }
  }

  /** Asks what a linear layer gives for its sizes before it is normed. */
  static class Sized extends FreezeTest_SizedModule {
    final Linear linear = new Linear(3, 4);
    final BatchNorm1d norm = new BatchNorm1d(4);

    @Override
    @Script
    public Tensor forward(Tensor x) {
      Tensor y = linear.call(x);
      long rows = y.size(0);
      return norm.call(y).mul(rows);
    }
  }

  /** Two buffers over one memory, one of which is written to. */
  static class Sharing extends FreezeTest_SharingModule {
    @Buffer final Tensor all = Tensor.zeros(2);
    @Buffer final Tensor first;

    Sharing() {
      first = all.narrow(0, 0, 1);
    }

    @Override
    @Script
    public Tensor forward(Tensor x) {
      first.add_(1);
      return x.add(all);
    }
  }

  /** Numbers that a caller may want to keep. */
  static class Scaled extends FreezeTest_ScaledModule {
    final double scale;
    @Buffer final Tensor unread = Tensor.of(7.0);
    final Linear head = new Linear(2, 2);

    Scaled(double scale) {
      this.scale = scale;
    }

    @Override
    @Script
    public Tensor forward(Tensor x) {
      return head.call(x).mul(scale);
    }
  }

  private static Tensor equalsEvaluation(Layer net, long... sizes) {
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
  void oneDimensionAndThreeAreFolded() {
    Net signals =
        new Net(
            new Conv1d(2, 4, 3, Net.bias(false)),
            new BatchNorm1d(4),
            new ConvTranspose1d(4, 2, 3, Net.groups(2), Net.bias(false)),
            new BatchNorm1d(2, Net.affine(false)));
    equalsEvaluation(signals, 3, 2, 9);
    Net volumes =
        new Net(
            new Conv3d(2, 4, 2, Net.groups(2)),
            new BatchNorm3d(4),
            new ConvTranspose3d(4, 2, 2),
            new BatchNorm3d(2));
    equalsEvaluation(volumes, 2, 2, 4, 4, 4);
    assertThat(kinds(Freeze.of(volumes).graph()))
        .containsExactly("aten::conv3d", "aten::conv_transpose3d");
  }

  @Test
  void ofASignalWithoutBatchTheRowsAreChannels() {
    Net net = new Net(new Conv1d(2, 4, 3), new BatchNorm1d(4));
    equalsEvaluation(net, 4, 2, 6);
    Tensor x = Tensor.randn(2, 6); // gives [4, 4], which batch norm takes for rows
    assertThat(Freeze.of(net).call(x).allClose(net.call(x), 1e-4, 1e-5, false)).isTrue();
  }

  @Test
  void statisticsOfTheBatchStay() {
    Net net = new Net(new Conv2d(2, 3, 1), new BatchNorm2d(3, Net.trackRunningStats(false)));
    equalsEvaluation(net, 2, 2, 3, 3);
    assertThat(kinds(Freeze.of(net).graph())).contains("aten::batch_norm");
  }

  @Test
  void aLayerThatIsSharedIsFoldedWhereItsResultIsNotSeen() {
    Twice twice = new Twice();
    equalsEvaluation(twice, 3, 2, 4, 4);
    assertThat(kinds(Freeze.of(twice).graph()))
        .containsExactly("aten::conv2d", "aten::batch_norm", "aten::conv2d", "aten::add");
  }

  @Test
  void aLayerWhoseSizesAreAskedForStaysWhereItIs() {
    equalsEvaluation(new Sized(), 5, 3);
  }

  @Test
  void weightsThatWouldBecomeInfiniteAreNotFolded() {
    Net net = new Net(new Conv2d(1, 1, 1, Net.bias(false)), new BatchNorm2d(1));
    net.eval();
    net.stateDict().get("layers.0.weight").fill_(1e30);
    net.stateDict().get("layers.1.running_var").fill_(0.0);
    net.stateDict().get("layers.1.weight").fill_(1e10);
    Tensor zero = Tensor.zeros(1, 1, 2, 2);
    assertThat(Freeze.of(net).call(zero).toFloatArray()).containsOnly(0f);
    assertThat(kinds(Freeze.of(net).graph())).contains("aten::batch_norm");
  }

  @Test
  void modulesOfDoublePrecisionStayDouble() {
    Net net = new Net(new Conv2d(1, 2, 1), new BatchNorm2d(2));
    net.eval();
    net.to(DType.F64);
    Tensor x = Tensor.randn(1, 1, 3, 3).to(DType.F64);
    Tensor given = Freeze.of(net).call(x);
    assertThat(given.dtype()).isEqualTo(DType.F64);
    assertThat(given.allClose(net.call(x), 1e-12, 1e-12, false)).isTrue();
  }

  @Test
  void buffersThatShareMemorySeeEachOthersWrites() {
    Sharing sharing = new Sharing();
    sharing.eval();
    GraphModule frozen = Freeze.of(sharing);
    assertThat(frozen.call(Tensor.zeros(2)).toFloatArray()).containsExactly(1, 0);
    assertThat(frozen.call(Tensor.zeros(2)).toFloatArray()).containsExactly(2, 0);
    assertThat(sharing.all.toFloatArray()).containsExactly(0, 0);
  }

  @Test
  void aWriteThatTheGraphDoesNotLookAtIsSeenInTheBuffer() {
    Counted counted = new Counted();
    counted.eval();
    GraphModule frozen = Freeze.of(counted);
    frozen.call(Tensor.of(1.0));
    frozen.call(Tensor.of(1.0));
    assertThat(frozen.namedBuffers().get("calls").toFloat()).isEqualTo(2);
    assertThat(counted.calls.toFloat()).isZero();
  }

  @Test
  void modulesAndWhatNoMethodReadsArePreserved() {
    Scaled scaled = new Scaled(2.5);
    scaled.eval();
    Tensor x = Tensor.of(1.0, 2.0);
    GraphModule frozen = Freeze.of(scaled, Freeze.preserve("head", "unread"));
    assertThat(frozen.namedBuffers()).containsOnlyKeys("head.weight", "head.bias", "unread");
    assertThat(frozen.call(x).toFloatArray()).containsExactly(scaled.call(x).toFloatArray());
    assertThatThrownBy(() -> Freeze.of(scaled, Freeze.preserve("head.wieght")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'head.wieght' cannot be preserved: Scaled has no such attribute");
    assertThatThrownBy(() -> Freeze.of(scaled, Freeze.preserve("scale")))
        .hasMessageStartingWith("'scale' cannot be preserved: it is 2.5");
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
