package t;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Linear;
import dev.cresset.nn.ReLU;
import dev.cresset.nn.Sequential;

/** A bottle of layers of which the last gives the first size. */
public class Autoencoder extends AutoencoderModule {
  final Sequential encoder;
  final Sequential decoder;

  public Autoencoder(int size, int code) {
    encoder = new Sequential(new Linear(size, 4 * code), new ReLU(), new Linear(4 * code, code));
    decoder = new Sequential(new Linear(code, 4 * code), new ReLU(), new Linear(4 * code, size));
  }

  @Script
  public Tensor forward(Tensor x) {
    return decoder.call(encoder.call(x)).sub(x);
  }

  public static Object run() {
    return new Autoencoder(7, 2).call(Tensor.zeros(3, 7));
  }
}
