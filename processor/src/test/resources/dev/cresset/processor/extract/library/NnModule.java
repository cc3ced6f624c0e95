package dev.cresset.nn;

import dev.cresset.Tensor;

/** As much of the library's class as the programs need. */
public abstract class NnModule {
  protected boolean training = true;
  protected static Tensor param(Tensor t) { return t; }
  public final boolean isTraining() { return training; }
}
