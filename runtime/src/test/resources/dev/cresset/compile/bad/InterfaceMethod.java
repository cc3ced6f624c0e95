package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** A scripted method of an interface. */
interface InterfaceMethod {
  @Script
  Tensor forward(Tensor x); // error: script/no-body
}
