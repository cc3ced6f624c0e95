package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;
import java.util.Map;

/** A parameter of a type without meaning. */
class ParameterType extends ParameterTypeModule {
  @Script
  Tensor forward(Map<String, Tensor> in) { // error: script/type
    return in.get("x");
  }
}
