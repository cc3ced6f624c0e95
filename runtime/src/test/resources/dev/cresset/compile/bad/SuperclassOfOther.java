package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** A module that extends what is generated for another one. */
class SuperclassOfOther extends SuperclassOfOther_RightModule { // error: script/superclass
  @Script
  public Tensor forward(Tensor x) {
    return x;
  }

  static class Right extends SuperclassOfOther_RightModule {
    @Script
    public Tensor forward(Tensor x) {
      return x.neg();
    }
  }
}
