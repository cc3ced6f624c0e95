package dev.cresset.models;

import static dev.cresset.Functional.cat;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Conv2d;
import dev.cresset.nn.ReLU;
import java.util.List;

/**
 * Few channels, and then many again by convolutions of two sizes, side by side. As {@code
 * torchvision.models.squeezenet.Fire}.
 */
public final class Fire extends FireModule {
  public final Conv2d squeeze;
  public final ReLU squeezeActivation;
  public final Conv2d expand1x1;
  public final ReLU expand1x1Activation;
  public final Conv2d expand3x3;
  public final ReLU expand3x3Activation;

  /** From {@code inplanes} channels over {@code few} to twice {@code half}. */
  Fire(long inplanes, long few, long half) {
    squeeze = new Conv2d(inplanes, few, 1);
    squeezeActivation = new ReLU(inplace(true));
    expand1x1 = new Conv2d(few, half, 1);
    expand1x1Activation = new ReLU(inplace(true));
    expand3x3 = new Conv2d(few, half, 3, padding(1));
    expand3x3Activation = new ReLU(inplace(true));
  }

  @Override
  @Script
  public Tensor forward(Tensor x) {
    Tensor few = squeezeActivation.call(squeeze.call(x));
    return cat(
        List.of(
            expand1x1Activation.call(expand1x1.call(few)),
            expand3x3Activation.call(expand3x3.call(few))),
        1);
  }
}
