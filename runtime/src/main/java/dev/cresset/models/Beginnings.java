package dev.cresset.models;

import dev.cresset.nn.BatchNorm2d;
import dev.cresset.nn.Conv2d;
import dev.cresset.nn.Linear;
import dev.cresset.nn.NnModule;
import dev.cresset.nn.init.Fan;
import dev.cresset.nn.init.Init;
import dev.cresset.nn.init.Nonlinearity;

/** What torchvision's networks begin with, where it is not what their layers begin with. */
final class Beginnings {
  private static final double DEVIATION = 0.01;

  private Beginnings() {}

  /** Kaiming's normal numbers for convolutions, by their outputs; no shifts. */
  static void convolutions(NnModule network) {
    network.modules().forEach(Beginnings::convolution);
  }

  /** As {@link #convolutions}, and normal numbers of a small deviation for linear layers. */
  static void convolutionsAndLinear(NnModule network) {
    for (NnModule module : network.modules()) {
      convolution(module);
      if (module instanceof Linear linear) {
        Init.normal_(linear.weight, 0, DEVIATION);
        if (linear.bias != null) {
          Init.zeros_(linear.bias);
        }
      }
    }
  }

  private static void convolution(NnModule module) {
    if (module instanceof Conv2d conv) {
      Init.kaimingNormal_(conv.weight, 0, Fan.OUT, Nonlinearity.RELU);
      if (conv.bias != null) {
        Init.zeros_(conv.bias);
      }
    } else if (module instanceof BatchNorm2d norm && norm.weight != null && norm.bias != null) {
      Init.ones_(norm.weight);
      Init.zeros_(norm.bias);
    }
  }
}
