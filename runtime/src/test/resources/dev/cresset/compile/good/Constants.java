package good;

import static java.lang.Math.PI;

import dev.cresset.Tensor;
import dev.cresset.annotations.Buffer;
import dev.cresset.annotations.Constant;
import dev.cresset.annotations.Script;
import java.util.List;

/** Constants of the compiler, of this class and others, and of the module. */
public class Constants extends ConstantsModule {
  static final int TWO = 2;
  static final float HALF = 1f / TWO;
  static final String MODE = "re" + "lu";
  static final boolean ON = TWO > 1;
  static final long MANY = 1L << 33;

  final int size;
  final double[] scales = {0.5, 2};
  final List<Integer> sizes = List.of(1, 2);
  final String mode = "relu";
  final boolean flag = true;
  @Constant final Tensor mask = Tensor.of(1f, 0f);
  @Buffer final Tensor mean = Tensor.of(0.5f, 0.25f);

  public Constants() {
    size = 3;
  }

  @Script
  public Tensor forward(Tensor x) {
    x = x.mul(TWO).add(HALF).add(Constants.TWO).mul(Other.SCALE).div(PI).add(Integer.MAX_VALUE % 7);
    if (mode.equals(MODE) && flag && ON) {
      x = x.relu();
    }
    x = x.mul(scales[0] + scales[1]).add(sizes.get(1)).add(MANY % 3);
    return x.mul(mask).sub(mean).add(size);
  }

  static final class Other {
    static final double SCALE = 2.5e-1;

    private Other() {}
  }
}
