package dev.cresset.models;

import static dev.cresset.Functional.noGrad;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.cresset.IValue;
import dev.cresset.Tensor;
import dev.cresset.nn.Conv2d;
import dev.cresset.nn.Layer;
import dev.cresset.nn.Modes;
import dev.cresset.script.ScriptCheck;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The state dicts are compared with torchvision's by the golden cases; this is what they do. */
public class ModelsTest {

  /** Each network, made small, the size of its images, and its number of parameters. */
  public static Stream<Arguments> networks() {
    return Stream.of(
        network(() -> AlexNet.alexnet(7), 63, 57_032_519),
        network(() -> VGG.vgg11(7), 33, 128_795_015),
        network(() -> ResNet.resnet18(7), 33, 11_180_103),
        network(() -> ResNet.resnet50(7), 33, 23_522_375),
        network(() -> SqueezeNet.squeezenet1_0(7), 40, 739_015),
        network(() -> SqueezeNet.squeezenet1_1(7), 40, 726_087),
        network(() -> MobileNetV2.mobilenetV2(7, 1), 33, 2_232_839),
        network(() -> MobileNetV2.mobilenetV2(7, 0.5), 33, 696_647));
  }

  static Stream<Arguments> smallerNetworks() {
    return networks().filter(each -> (long) each.get()[2] < 50_000_000);
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

  /** In training, too, with all gradients; the largest are left out, whose forward is one line. */
  @ParameterizedTest
  @MethodSource("smallerNetworks")
  void agreesWithItsCompiledForm(Supplier<Layer> made, long size, long parameters) {
    Tensor.manualSeed(1);
    Tensor x = Tensor.randn(2, 3, size, size).requiresGrad_(true);
    ScriptCheck.scriptCheck(made.get(), List.of(IValue.from(x)), 1e-4, 1e-3);
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
