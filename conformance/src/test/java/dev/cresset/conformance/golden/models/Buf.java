package dev.cresset.conformance.golden.models;

import dev.cresset.Tensor;
import dev.cresset.annotations.Buffer;
import dev.cresset.annotations.Param;
import dev.cresset.annotations.Script;
import dev.cresset.nn.Identity;
import org.jspecify.annotations.Nullable;

/** Parameters and buffers of every kind, some of them absent. */
@Script
public class Buf extends BufModule {
  @Buffer final Tensor a = Tensor.ones(2);

  @Buffer(persistent = false)
  final Tensor b = Tensor.ones(3);

  @Param final @Nullable Tensor none = null;
  @Buffer final @Nullable Tensor nb = null;
  @Param final Tensor w = param(Tensor.zeros(1));
  final Identity sub = new Identity();
}
