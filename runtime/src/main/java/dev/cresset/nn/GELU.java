package dev.cresset.nn;

import static dev.cresset.Functional.gelu;

import dev.cresset.Tensor;
import dev.cresset.annotations.Script;

/** {@code x · Φ(x)}, Φ the normal distribution's. As {@code torch.nn.GELU}. */
public final class GELU extends GELUModule {

  /** How Φ is computed. */
  public enum Approximate {
    /** By the error function. */
    NONE,
    /** By a tangent that comes close to it. */
    TANH
  }

  /** {@code none} or {@code tanh}: PyTorch's word for {@link Approximate}. */
  public final String approximate;

  /** With Φ itself. */
  public GELU() {
    this(Approximate.NONE);
  }

  /** With Φ or what comes close to it. */
  public GELU(Approximate approximate) {
    this.approximate = approximate == Approximate.TANH ? "tanh" : "none";
  }

  @Script
  @Override
  public Tensor forward(Tensor input) {
    return gelu(input, approximate);
  }

  @Override
  protected String extraRepr() {
    return "approximate='" + approximate + "'";
  }
}
