package dev.cresset.conformance.golden.models;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.BatchNorm2d;
import dev.cresset.nn.Conv2d;
import dev.cresset.nn.ConvTranspose2d;
import dev.cresset.nn.ELU;
import dev.cresset.nn.LeakyReLU;
import dev.cresset.nn.Sequential;
import dev.cresset.nn.SiLU;
import dev.cresset.nn.Sigmoid;

/** Images to a few numbers and back. */
public class Autoencoder extends AutoencoderModule {
  final Sequential encoder;
  final Sequential decoder;

  /** With so many channels after the first layer. */
  public Autoencoder(long c) {
    encoder =
        new Sequential(
            new Conv2d(1, c, 3, stride(2), padding(1)),
            new LeakyReLU(0.2),
            new Conv2d(c, 2 * c, 3, stride(2), padding(1)),
            new BatchNorm2d(2 * c),
            new SiLU());
    decoder =
        new Sequential(
            new ConvTranspose2d(2 * c, c, 4, stride(2), padding(1)),
            new ELU(),
            new ConvTranspose2d(c, 1, 4, stride(2), padding(1)),
            new Sigmoid());
  }

  @Override
  @Script
  public Tensor forward(Tensor x) {
    return decoder.call(encoder.call(x));
  }
}
