package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** A module in another whose superclass has a slip of the pen. */
class BrokenChild extends BrokenChildModule {
  final Part part = new Part();

  @Script
  Tensor forward(Tensor x) {
    return part.call(x);
  }

  static class Part extends BrokenChild_PartModul { // error: javac
    @Script
    Tensor forward(Tensor x) {
      return x.relu();
    }
  }
}
