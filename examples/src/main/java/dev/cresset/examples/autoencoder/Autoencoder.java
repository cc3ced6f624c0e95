package dev.cresset.examples.autoencoder;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.annotations.Shape;
import dev.cresset.nn.BatchNorm2d;
import dev.cresset.nn.Conv2d;
import dev.cresset.nn.ConvTranspose2d;
import dev.cresset.nn.ELU;
import dev.cresset.nn.LeakyReLU;
import dev.cresset.nn.Sequential;
import dev.cresset.nn.SiLU;
import dev.cresset.nn.Sigmoid;

/** Takes pictures apart into a code, and puts them together again. */
public class Autoencoder extends AutoencoderModule {
  final Sequential encoder;
  final Sequential decoder;

  /**
   * With weights drawn anew.
   *
   * @param channels of the first layer
   * @param code channels of the code, which is a quarter as high and wide as the picture
   */
  public Autoencoder(long channels, long code) {
    encoder =
        new Sequential(
            new Conv2d(1, channels, 3, stride(2), padding(1)),
            new LeakyReLU(0.2),
            new Conv2d(channels, code, 3, stride(2), padding(1)),
            new BatchNorm2d(code),
            new SiLU());
    decoder =
        new Sequential(
            new ConvTranspose2d(code, channels, 4, stride(2), padding(1)),
            new ELU(),
            new ConvTranspose2d(channels, 1, 4, stride(2), padding(1)),
            new Sigmoid());
  }

  @Override
  @Script
  public Tensor forward(@Shape("N, 1, H, W") Tensor x) {
    return decoder.call(encoder.call(x));
  }
}
