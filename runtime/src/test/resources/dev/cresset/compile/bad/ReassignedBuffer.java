package bad;

import dev.cresset.Tensor;
import dev.cresset.annotations.Buffer;
import dev.cresset.annotations.Script;

/** A buffer that is exchanged when the module has long been made. */
class ReassignedBuffer extends ReassignedBufferModule {
  @Buffer Tensor mean = Tensor.zeros(3);

  void reset() {
    this.mean = Tensor.zeros(3); // error: script/reassigned-field
  }

  @Script
  Tensor forward(Tensor x) {
    return x.sub(mean);
  }
}
