package t;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Conv2d;
import dev.cresset.nn.ConvTranspose2d;

/** A transposed conv with output padding and groups. */
public class TransposedOutputPadding extends TransposedOutputPaddingModule {
  final ConvTranspose2d up =
      new ConvTranspose2d(8, 6, 3, stride(2), padding(1), outputPadding(1), groups(2));
  final Conv2d after = new Conv2d(6, 1, 1);

  @Script
  public Tensor forward(Tensor x) {
    return after.call(up.call(x));
  }

  public static Object run() {
    return new TransposedOutputPadding().call(Tensor.zeros(1, 8, 4, 4));
  }
}
