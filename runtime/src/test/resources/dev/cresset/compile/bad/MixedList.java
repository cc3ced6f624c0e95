package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import java.util.List;

/** A list whose type javac knows and we do not. */
class MixedList extends MixedListModule {
  @Script
  Tensor forward(Tensor x) {
    var both = List.of(1, 2.0); // error: script/unresolved
    return x;
  }
}
