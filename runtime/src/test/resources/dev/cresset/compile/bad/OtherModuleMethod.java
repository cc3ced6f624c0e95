package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** A method of a child that has no graph. */
class OtherModuleMethod extends OtherModuleMethodModule {
  final Other other = new Other();

  @Script
  Tensor forward(Tensor x) {
    return other.twice(x); // error: script/not-scripted
  }

  @Script
  static class Other extends OtherModuleMethod_OtherModule {
    Tensor twice(Tensor x) {
      return x.add(x);
    }
  }
}
