package dev.cresset.ir.op;

import dev.cresset.ir.scalar.Scalar;

/** The element of a result out of those of the arguments, by how many of these there are. */
final class Body {
  private Body() {}

  /** Of one argument. */
  @FunctionalInterface
  interface Of1 {
    Scalar of(Scalar a);
  }

  /** Of two arguments. */
  @FunctionalInterface
  interface Of2 {
    Scalar of(Scalar a, Scalar b);
  }

  /** Of three arguments. */
  @FunctionalInterface
  interface Of3 {
    Scalar of(Scalar a, Scalar b, Scalar c);
  }

  /** Of four arguments. */
  @FunctionalInterface
  interface Of4 {
    Scalar of(Scalar a, Scalar b, Scalar c, Scalar d);
  }

  /** Of five arguments. */
  @FunctionalInterface
  interface Of5 {
    Scalar of(Scalar a, Scalar b, Scalar c, Scalar d, Scalar e);
  }
}
