package dev.cresset.autograd;

import dev.cresset.Tensor;
import dev.cresset.backend.Strided;
import org.jspecify.annotations.Nullable;

/** A tensor that a gradient needs, and a check that it still has the values it had. */
public final class Saved {
  private final String owner;
  private final Strided strided;
  private final int version;
  private @Nullable Tensor tensor;

  Saved(String owner, Tensor tensor) {
    this.owner = owner;
    this.tensor = tensor;
    this.strided = tensor.strided();
    this.version = strided.storage().version();
  }

  /**
   * The tensor.
   *
   * @throws IllegalStateException if it was freed by an earlier pass, or written to in place
   */
  public Tensor get() {
    Tensor value = tensor;
    if (value == null) {
      throw GradFn.freed();
    }
    int now = strided.storage().version();
    if (now != version) {
      GradFn fn = value.gradFn();
      String origin =
          fn == null ? "" : ", which is output " + value.outputNumber() + " of " + fn.name();
      throw new IllegalStateException(
          "one of the variables needed for gradient computation has been modified by an inplace"
              + " operation: [%s]%s, is at version %d; expected version %d instead, in %s"
                  .formatted(strided, origin, now, version, owner));
    }
    // A handle that was given other data since stands for the old data here.
    return value.strided() == strided ? value : Tensor.wrap(strided);
  }

  boolean shares(Tensor other) {
    return strided.storage() == other.strided().storage();
  }

  void release() {
    tensor = null;
  }
}
