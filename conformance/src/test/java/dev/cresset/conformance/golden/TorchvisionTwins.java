package dev.cresset.conformance.golden;

import dev.cresset.conformance.golden.Outcome.NotCovered;
import dev.cresset.models.AlexNet;
import dev.cresset.models.MobileNetV2;
import dev.cresset.models.ResNet;
import dev.cresset.models.SqueezeNet;
import dev.cresset.models.VGG;
import dev.cresset.nn.NnModule;
import java.util.Map;
import java.util.function.Supplier;

/** The twins of {@code torchvision.models}, by the names of its functions. */
final class TorchvisionTwins {
  static final String PREFIX = "torchvision.models.";

  private static final Map<String, Supplier<NnModule>> TWINS =
      Map.ofEntries(
          Map.entry("resnet18", ResNet::resnet18),
          Map.entry("resnet34", ResNet::resnet34),
          Map.entry("resnet50", ResNet::resnet50),
          Map.entry("resnet101", ResNet::resnet101),
          Map.entry("resnet152", ResNet::resnet152),
          Map.entry("resnext50_32x4d", ResNet::resnext50_32x4d),
          Map.entry("resnext101_32x8d", ResNet::resnext101_32x8d),
          Map.entry("wide_resnet50_2", ResNet::wideResnet50_2),
          Map.entry("wide_resnet101_2", ResNet::wideResnet101_2),
          Map.entry("alexnet", AlexNet::alexnet),
          Map.entry("vgg11", VGG::vgg11),
          Map.entry("vgg11_bn", VGG::vgg11Bn),
          Map.entry("vgg13", VGG::vgg13),
          Map.entry("vgg13_bn", VGG::vgg13Bn),
          Map.entry("vgg16", VGG::vgg16),
          Map.entry("vgg16_bn", VGG::vgg16Bn),
          Map.entry("vgg19", VGG::vgg19),
          Map.entry("vgg19_bn", VGG::vgg19Bn),
          Map.entry("squeezenet1_0", SqueezeNet::squeezenet1_0),
          Map.entry("squeezenet1_1", SqueezeNet::squeezenet1_1),
          Map.entry("mobilenet_v2", MobileNetV2::mobilenetV2));

  private TorchvisionTwins() {}

  /** The network that the function of this name, {@code torchvision.models.vgg11}, makes. */
  static NnModule build(String name) {
    Supplier<NnModule> twin = TWINS.get(name.substring(PREFIX.length()));
    if (twin == null) {
      throw new NotCovered("model " + name);
    }
    return twin.get();
  }
}
