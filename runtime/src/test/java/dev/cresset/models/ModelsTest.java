package dev.cresset.models;

import static dev.cresset.Functional.noGrad;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.cresset.Tensor;
import dev.cresset.nn.Conv2d;
import dev.cresset.nn.Layer;
import dev.cresset.nn.Modes;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The state dicts are compared with torchvision's by the golden cases; this is what they do. */
class ModelsTest {

  static List<Arguments> networks() {
    return List.of(
        network(() -> ResNet.resnet18(7), 33, 11_180_103),
        network(() -> ResNet.resnet50(7), 33, 23_522_375),
        network(() -> SqueezeNet.squeezenet1_0(7), 40, 739_015),
        network(() -> SqueezeNet.squeezenet1_1(7), 40, 726_087),
        network(() -> MobileNetV2.mobilenetV2(7, 1), 33, 2_232_839),
        network(() -> MobileNetV2.mobilenetV2(7, 0.5), 33, 696_647));
  }

  private static Arguments network(Supplier<Layer> made, long size, long parameters) {
    return Arguments.of(made, size, parameters);
  }

  @ParameterizedTest
  @MethodSource("networks")
  void givesAScoreForEachClass(Supplier<Layer> made, long size, long parameters) {
    Tensor.manualSeed(1);
    Layer network = made.get();
    network.eval();
    assertThat(network.numParameters()).isEqualTo(parameters);
    Tensor x = Tensor.randn(2, 3, size, size);
    Tensor compiled = noGrad(() -> network.call(x));
    assertThat(compiled.sizes()).containsExactly(2, 7);
    try (var scope = Modes.eager()) {
      Tensor meant = noGrad(() -> network.call(x));
      assertThat(compiled.allClose(meant, 1e-4, 1e-5, false)).isTrue();
    }
  }

  @Test
  void widerAndGroupedOnesHaveTorchvisionsSizes() {
    assertThat(ResNet.wideResnet50_2().numParameters()).isEqualTo(68_883_240);
    assertThat(ResNet.resnext50_32x4d().numParameters()).isEqualTo(25_028_904);
    assertThat(ResNet.resnet34().numParameters()).isEqualTo(21_797_672);
    assertThat(MobileNetV2.mobilenetV2().numParameters()).isEqualTo(3_504_872);
    assertThat(SqueezeNet.squeezenet1_0().numParameters()).isEqualTo(1_248_424);
  }

  @Test
  void convolutionsBeginAsKaimingHasThem() {
    Tensor.manualSeed(2);
    Conv2d conv = ((BasicBlock) ResNet.resnet18(2).layer3.get(1)).conv1;
    double deviation = conv.weight.detach().std().item();
    assertThat(deviation).isCloseTo(Math.sqrt(2.0 / (256 * 9)), withinPercentage(1));
  }
}
