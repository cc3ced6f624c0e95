package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import java.util.Map;

/** A field of a type that no module registers. */
class UnregisteredField extends UnregisteredFieldModule {
  final Map<String, Double> scales = Map.of("a", 2.0);

  @Script
  Tensor forward(Tensor x) {
    return x.mul(scales.get("a")); // error: script/unregistered-field
  }
}
