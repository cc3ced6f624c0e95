package dev.cresset.models;

import static dev.cresset.Functional.noGrad;
import static dev.cresset.nn.Options.lr;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cresset.Tensor;
import dev.cresset.ir.graph.Graph;
import dev.cresset.nn.Layer;
import dev.cresset.nn.Sequential;
import dev.cresset.optim.SGD;
import dev.cresset.script.Freeze;
import dev.cresset.script.GraphModule;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each network, trained for some steps, gives frozen what it gives in evaluation. */
class FrozenModelsTest {
  private static final int STEPS = 2;

  static List<Arguments> networks() {
    return List.of(
        network("resnet18", () -> ResNet.resnet18(5), 33),
        network("resnet50", () -> ResNet.resnet50(5), 33),
        network("vgg11Bn", () -> new Sequential(VGG.vgg11Bn(5).features), 33),
        network("alexnet", () -> new Sequential(AlexNet.alexnet(5).features), 64),
        network("squeezenet", () -> SqueezeNet.squeezenet1_1(5), 40),
        network("mobilenetV2", () -> MobileNetV2.mobilenetV2(5, 0.5), 33));
  }

  private static Arguments network(String name, Supplier<Layer> made, long size) {
    return Arguments.of(name, made, size);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("networks")
  void isWhatItIsInEvaluation(String name, Supplier<Layer> made, long size) {
    Tensor.manualSeed(3);
    Layer network = made.get();
    SGD optimizer = new SGD(network.parameters(), lr(1e-3));
    for (int step = 0; step < STEPS; step++) { // moves weights, and the statistics of batch norm
      optimizer.zeroGrad();
      network.call(Tensor.randn(4, 3, size, size).add(0.5)).pow(2).mean().backward();
      optimizer.step();
    }
    network.eval();
    Tensor x = Tensor.randn(2, 3, size, size);
    Tensor wanted = noGrad(() -> network.call(x));
    GraphModule frozen = Freeze.of(network);
    Tensor given = frozen.call(x);
    double largest = wanted.abs().max().item();
    assertThat(largest).isPositive().isFinite();
    assertThat(given.sub(wanted).abs().max().item()).isLessThan(1e-4 * largest);
    Graph graph = frozen.graph();
    assertThat(graph.allNodes())
        .noneMatch(node -> node.is("aten::batch_norm") || node.is("aten::dropout"));
  }
}
