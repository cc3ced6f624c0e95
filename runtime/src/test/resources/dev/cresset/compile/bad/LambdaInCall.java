package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import java.util.List;

/** A function handed to a method of plain Java. */
class LambdaInCall extends LambdaInCallModule {
  @Script
  Tensor forward(Tensor x) {
    return List.of(x).stream().map(y -> y.relu()).toList().get(0); // error: script/not-scripted
  }
}
