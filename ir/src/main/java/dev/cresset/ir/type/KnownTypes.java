package dev.cresset.ir.type;

/**
 * The types without parts, which {@link Type} hands on. They stand in an interface of their own
 * since two threads that meet {@link Type} and one of its records first would otherwise wait for
 * each other's initialisation for ever.
 */
interface KnownTypes {
  /** Any tensor. */
  Type TENSOR = new Type.Tensor(null, null, null, null, null);

  /** A whole number of 64 bits. */
  Type INT = Type.Atom.INT;

  /** A real number of double precision. */
  Type FLOAT = Type.Atom.FLOAT;

  /** True or false. */
  Type BOOL = Type.Atom.BOOL;

  /** A string. */
  Type STR = Type.Atom.STR;

  /** An int, a float or a bool: what schemas take beside a tensor. */
  Type SCALAR = Type.Atom.SCALAR;

  /** The type of {@code None}. */
  Type NONE = Type.Atom.NONE;

  /** Where a tensor lies, such as {@code cpu}. */
  Type DEVICE = Type.Atom.DEVICE;

  /** A generator of random numbers. */
  Type GENERATOR = Type.Atom.GENERATOR;
}
