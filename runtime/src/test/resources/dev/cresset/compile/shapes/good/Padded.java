package t;

import static dev.cresset.Functional.pad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Conv2d;
import dev.cresset.nn.ReflectionPad2d;
import dev.cresset.nn.ZeroPad2d;

/** Zeros, reflections and constants around images. */
public class Padded extends PaddedModule {
  final ZeroPad2d zeros = new ZeroPad2d(1);
  final ReflectionPad2d reflection = new ReflectionPad2d(new long[] {1, 2, 0, 1});
  final Conv2d conv = new Conv2d(2, 2, 3);

  @Script
  public Tensor forward(Tensor x) {
    Tensor same = conv.call(zeros.call(x)).add(x);
    Tensor wider = pad(x, new long[] {1, 1, 1, 1}, "constant", 0.0);
    return same.add(conv.call(wider)).sum().add(reflection.call(x).sum());
  }

  public static Object run() {
    return new Padded().call(Tensor.zeros(1, 2, 5, 6));
  }
}
