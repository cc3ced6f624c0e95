package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** A scripted method without a body. */
abstract class AbstractMethod extends AbstractMethodModule {
  @Script
  abstract Tensor forward(Tensor x); // error: script/no-body
}
